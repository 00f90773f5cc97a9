import Catalogue
import Diagnostics
import FicheModel
import FicheReaders
import FileStore

/// What lies in a content folder, by what it is for.
struct SiteInputs: Equatable, Sendable {
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
        /// The files of a set of CSV exports, which is one document; empty for any other.
        var members: [File] = []
        /// The fiches that the settings want of it.
        var selection = SelectionDeFiches()
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
    static let themeFolders = ["Themes/parchemin", "Themes", "theme", "../Themes/parchemin"]

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
        inputs.documents = grouped(inputs.documents)
        inputs.theme = themeFolders.map { content + "/" + $0 }.first { FileTree.kind(of: $0) == .folder }
        return inputs
    }

    /// The documents of a further source: a file or a folder named in the settings.
    static func documents(ofSource source: SourceSetting, at rank: Int, from content: String) throws(FileProblem)
        -> [SiteInputs.Document]
    {
        let chemin = source.chemin
        let path = chemin.hasPrefix("/") ? chemin : content + "/" + chemin
        func document(_ path: String, _ name: String) -> SiteInputs.Document {
            SiteInputs.Document(file: .init(path: path, name: name), source: rank, selection: source.selection)
        }
        switch FileTree.kind(of: path) {
        case .file: return [document(path, chemin)]
        case .folder:
            let files = try FileTree(of: path).files.filter { !DocumentNames.isOther($0.path) }
            return grouped(files.map { document(path + "/" + $0.path, chemin + "/" + $0.path) })
        case .nothing, .other: throw FileProblem(.lire, path, code: 2)
        }
    }

    /// The documents with each set of CSV exports as one, at the place of its first file.
    private static func grouped(_ documents: [SiteInputs.Document]) -> [SiteInputs.Document] {
        let groups = CSVSet.groups(documents.map(\.file.name))
        guard !groups.isEmpty else { return documents }
        let byName = Dictionary(documents.map { ($0.file.name, $0.file) }, uniquingKeysWith: { first, _ in first })
        let folders = groups.map { $0[0].split(separator: "/", omittingEmptySubsequences: false).dropLast() }
        return documents.compactMap { document in
            guard let index = groups.firstIndex(where: { $0.contains(document.file.name) }) else { return document }
            guard groups[index][0] == document.file.name else { return nil }
            // The folder names the set, unless it holds several.
            let folder = folders[index].joined(separator: "/")
            let isAlone = !folder.isEmpty && folders.count { $0 == folders[index] } == 1
            let name = isAlone ? folder : document.file.name
            return SiteInputs.Document(
                file: .init(path: document.file.path, name: name), source: document.source,
                members: groups[index].compactMap { byName[$0] }, selection: document.selection)
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
