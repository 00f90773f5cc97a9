import Foundation

/// A text file of the package.
struct SourceFile {
    /// The path from the root of the package.
    var path: String
    var text: String
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    /// The folder below `Sources` or `Tests`: the name of the target.
    var target: String { String(path.split(separator: "/").dropFirst().first ?? "") }
}

/// The files of the package, as they stand on disk beside this test.
enum SourceTree {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    /// Files below a folder with one of these extensions, in the order of their paths.
    static func files(below folder: String, extensions: Set<String>) throws -> [SourceFile] {
        let start = root.appendingPathComponent(folder)
        guard let walker = FileManager.default.enumerator(atPath: start.path) else {
            throw CocoaError(.fileReadNoSuchFile)
        }
        let names = walker.compactMap { $0 as? String }
            .filter { extensions.contains(($0 as NSString).pathExtension) && !$0.contains("__pycache__") }.sorted()
        return try names.map { SourceFile(path: folder + "/" + $0, text: try text(folder + "/" + $0)) }
    }

    static func swiftSources() throws -> [SourceFile] { try files(below: "Sources", extensions: ["swift"]) }
}
