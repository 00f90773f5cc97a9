import Diagnostics

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file operation that the system refused.
public struct FileProblem: Error, Equatable, Sendable {
    /// What was tried, as the message says it: "lire", "écrire", "remplacer".
    public enum Operation: String, Sendable {
        case lire
        case parcourir
        case ecrire = "écrire"
        case creer = "créer"
        case supprimer
        case remplacer
        case verrouiller
    }

    public let operation: Operation
    public let path: String
    /// The error number of the system (`errno`).
    public let code: Int32

    public init(_ operation: Operation, _ path: String, code: Int32 = errno) {
        self.operation = operation
        self.path = path
        self.code = code
    }

    /// The error number of a folder where a file is wanted.
    public static let folder: Int32 = EISDIR

    /// The error number of a path at which there is nothing.
    public static let absence: Int32 = ENOENT

    /// The error number of a content that is not what it should be.
    public static let damaged: Int32 = EIO

    /// True when the path does not exist.
    public var isAbsence: Bool { code == ENOENT }

    /// The reason in French.
    public var reason: String {
        switch code {
        case ENOENT: "ce fichier ou ce dossier n’existe pas"
        case EACCES, EPERM: "l’accès est refusé"
        case ENOTDIR: "un élément du chemin n’est pas un dossier"
        case EISDIR: "c’est un dossier"
        case ENOSPC: "il n’y a plus de place sur le disque"
        case EDQUOT: "le quota de disque est atteint"
        case EROFS: "le système de fichiers est en lecture seule"
        case ELOOP: "les liens symboliques tournent en rond"
        case ENAMETOOLONG: "le nom est trop long"
        case EEXIST, ENOTEMPTY: "il existe déjà"
        case EMFILE, ENFILE: "trop de fichiers sont ouverts"
        case EWOULDBLOCK: "une autre publication est en cours"
        case EBUSY: "ce dossier est un point de montage ou sert à un autre programme ; publiez dans un sous-dossier"
        case EXDEV: "le dossier voisin est sur un autre système de fichiers"
        case EIO: "le disque signale une erreur"
        default: String(cString: strerror(code))
        }
    }

    /// The problem as a diagnostic: an error, unless told otherwise.
    public func diagnostic(
        _ severity: Diagnostic.Severity = .error, _ identifier: Diagnostic.Identifier = "fichier-inaccessible"
    ) -> Diagnostic {
        Diagnostic(severity, identifier, "Impossible de \(operation.rawValue) « \(path) » : \(reason)", file: path)
    }
}
