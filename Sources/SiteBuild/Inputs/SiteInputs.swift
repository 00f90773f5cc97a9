import Catalogue
import Diagnostics
import FileStore

/// What lies in a content folder, by what it is for.
struct SiteInputs: Sendable {
    /// A file to read: where it is, and how diagnostics call it.
    struct File: Equatable, Sendable {
        /// The path by which it is opened.
        let path: String
        /// The path from the content folder.
        let name: String
    }

    /// A document that may hold fiches, with the place of its source in the order of precedence.
    struct Document: Equatable, Sendable {
        let file: File
        let source: Int
    }

    var configuration: File?
    var documents: [Document] = []
    var pages: [File] = []
    var medias: [File] = []
    /// Files of the content folder's own theme.
    var theme: String?
    var diagnostics: [Diagnostic] = []
}

/// Walks a content folder.
enum Discovery {
    /// The folders of the content folder that hold something else than fiches.
    private static let pagesFolder = "pages/"
    private static let mediasFolder = "medias/"
    /// Where theme files may stand, from the content folder, the first that is there counts. The last is beside the
    /// content folder, where a checkout keeps `Themes/` next to `Content/`.
    private static let themeFolders = ["Themes/parchemin", "Themes", "theme", "../Themes/parchemin"]

    /// - Parameter output: the folder to publish into, which is left out where it lies inside.
    /// - Throws: when the folder cannot be read.
    static func inputs(in content: String, output: String) throws(FileProblem) -> SiteInputs {
        var inputs = SiteInputs()
        let base = FileTree.realPath(content) ?? content
        let hidden = FileTree.realPath(output) ?? output
        let tree = try FileTree(
            of: content,
            skipping: { path in
                // A site published inside the content folder, by this build or by another, is no content.
                base + "/" + path == hidden || path.contains(".parchemin-")
                    || FileTree.kind(of: "\(base)/\(path)/\(Manifest.fileName)") == .file
            })
        for link in tree.links {
            inputs.diagnostics.append(
                Diagnostic(
                    .warning, .lienIgnore, "Ce lien symbolique n’est pas suivi : il sort du catalogue", file: link,
                    hint: "Copiez le fichier dans le dossier, ou donnez son dossier dans « sources »"))
        }
        for found in tree.files {
            let file = SiteInputs.File(path: content + "/" + found.path, name: found.path)
            inputs.place(file)
        }
        inputs.theme = themeFolders.map { content + "/" + $0 }.first { FileTree.kind(of: $0) == .folder }
        return inputs
    }

    /// The documents of a further source: a file or a folder named in the settings.
    static func documents(ofSource source: String, at rank: Int, from content: String) throws(FileProblem)
        -> [SiteInputs.Document]
    {
        let path = source.hasPrefix("/") ? source : content + "/" + source
        switch FileTree.kind(of: path) {
        case .file: return [SiteInputs.Document(file: .init(path: path, name: source), source: rank)]
        case .folder:
            return try FileTree(of: path).files.filter { !DocumentNames.isOther($0.path) }.map {
                SiteInputs.Document(file: .init(path: path + "/" + $0.path, name: source + "/" + $0.path), source: rank)
            }
        case .nothing, .other: throw FileProblem(.lire, path, code: 2)
        }
    }
}

extension SiteInputs {
    /// Puts a file of the content folder where it belongs.
    fileprivate mutating func place(_ file: File) {
        if file.name == Configuration.fileName {
            configuration = file
        } else if file.name.hasPrefix("pages/") {
            placePage(file)
        } else if file.name.hasPrefix("medias/") {
            placeMedia(file)
        } else if !file.name.hasPrefix("theme/"), !file.name.hasPrefix("Themes/"), !DocumentNames.isOther(file.name) {
            documents.append(Document(file: file, source: 0))
        }
    }

    private mutating func placePage(_ file: File) {
        if file.name.hasSuffix(".md") {
            pages.append(file)
        } else {
            diagnostics.append(
                Diagnostic(
                    .warning, .fichierIgnore, "Seuls les fichiers « .md » de ce dossier donnent des pages",
                    file: file.name,
                    hint: "Mettez les images et les documents à télécharger dans « medias/ »"))
        }
    }

    private mutating func placeMedia(_ file: File) {
        if DocumentNames.isActive(file.name) {
            diagnostics.append(
                Diagnostic(
                    .warning, .fichierIgnore, "Un fichier de ce type n’est pas publié : il pourrait exécuter du code",
                    file: file.name, hint: "Publiez-le en PDF, en texte ou en image"))
        } else {
            medias.append(file)
        }
    }
}

/// What the name of a file says of it.
enum DocumentNames {
    private static let otherSuffixes = [
        ".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".ico", ".css", ".js", ".woff2", ".swp", ".bak", "~",
    ]
    private static let activeSuffixes = [".html", ".htm", ".xhtml", ".js", ".mjs", ".wasm", ".swf", ".php"]

    /// True for files that stand beside fiches without being one: pictures, notes to the reader of the folder.
    static func isOther(_ path: String) -> Bool {
        let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
        let stem = name.prefix { $0 != "." }
        return otherSuffixes.contains(where: name.hasSuffix)
            || ["readme", "lisezmoi", "license", "licence"].contains(stem)
    }

    /// True for files that a browser would run.
    static func isActive(_ path: String) -> Bool { activeSuffixes.contains(where: path.lowercased().hasSuffix) }
}

extension Diagnostic.Identifier {
    static let lienIgnore: Self = "lien-ignore"
    static let fichierIgnore: Self = "fichier-ignore"
}
