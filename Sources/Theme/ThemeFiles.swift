import CEmbeddedTheme
import Diagnostics
import Foundation

/// The files of a theme by path: the embedded ones, each replaced by the one of the same path in a folder of overrides.
struct ThemeFiles: Sendable {
    struct File: Sendable {
        var bytes: [UInt8]
        /// The path on disk; nil for an embedded file.
        var origin: String?
    }

    private(set) var files: [String: File] = [:]
    /// The files of texts, the default theme's first: one does not replace the other, its texts do one by one.
    private(set) var textFiles: [(place: String, bytes: [UInt8])] = []

    /// Paths in alphabetical order.
    var paths: [String] { files.keys.sorted() }

    /// The files of the default theme, which are part of the program.
    static func embedded() -> ThemeFiles {
        var result = ThemeFiles()
        guard let table = pembed_theme_files() else { return result }
        for index in 0..<pembed_theme_count() {
            let entry = table[index]
            guard let path = entry.path, let bytes = entry.bytes else { continue }
            result.files[String(cString: path)] = File(
                bytes: Array(UnsafeBufferPointer(start: bytes, count: entry.length)), origin: nil)
        }
        if let texts = result.files[ThemeTexts.file] { result.textFiles = [(ThemeTexts.file, texts.bytes)] }
        return result
    }

    /// Gives a file other bytes.
    mutating func replace(_ path: String, with bytes: [UInt8]) { files[path]?.bytes = bytes }
    /// Puts a file in its place.
    mutating func add(_ text: String, at path: String) { files[path] = File(bytes: Array(text.utf8), origin: nil) }

    /// Puts the files of a folder over these. Hidden files are left out.
    mutating func override(from folder: String) throws(ThemeFailure) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            throw ThemeFailure(
                Diagnostic(
                    .error, "theme-absent", "Le dossier de thème « \(folder) » n’existe pas", file: folder,
                    hint: "Indiquez un dossier qui contient « templates » ou « assets », ou retirez ce réglage"))
        }
        let found = FileManager.default.subpaths(atPath: folder) ?? []
        var taken = 0
        for path in found.sorted() where Self.isThemePath(path) {
            let full = folder.hasSuffix("/") ? folder + path : folder + "/" + path
            var isInnerFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: full, isDirectory: &isInnerFolder), !isInnerFolder.boolValue
            else {
                continue
            }
            guard let data = FileManager.default.contents(atPath: full) else {
                throw ThemeFailure(
                    Diagnostic(.error, "gabarit-illisible", "Ce fichier du thème ne peut pas être lu", file: full))
            }
            files[path] = File(bytes: Array(data), origin: full)
            if path == ThemeTexts.file { textFiles.append((full, Array(data))) }
            taken += 1
        }
        guard taken > 0 else {
            throw ThemeFailure(
                Diagnostic(
                    .error, "theme-absent", "Le dossier de thème « \(folder) » ne contient aucun fichier de thème",
                    file: folder, hint: "Un thème range ses gabarits dans « templates » et ses feuilles dans « assets »"
                ))
        }
    }

    private static func isThemePath(_ path: String) -> Bool {
        let parts = path.split(separator: "/")
        if path == ThemeTexts.file { return true }
        guard parts.count >= 2, !parts.contains(where: { $0.hasPrefix(".") }) else { return false }
        return parts[0] == "templates" || parts[0] == "assets"
    }
}

/// Why a theme could not be loaded or a page not be made.
public struct ThemeFailure: Error, Equatable {
    public let diagnostics: [Diagnostic]

    public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
    init(_ diagnostic: Diagnostic) { diagnostics = [diagnostic] }
}
