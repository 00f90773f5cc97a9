import Diagnostics
import Foundation
import ParcheminCommand
import SiteBuild

/// A small site in a string: files, built into a folder of its own that goes with the value.
public final class Site: Sendable {
    /// The folder that holds everything of this site.
    public let folder: String
    public var content: String { folder + "/Content" }
    public var output: String { folder + "/public" }

    /// Writes `files` (paths from the content folder) into a new folder.
    public init(_ files: [String: String], name: String = "site") throws {
        let parent = NSTemporaryDirectory() + "parchemin-tests-\(UUID().uuidString)"
        folder = parent + "/" + name
        try FileManager.default.createDirectory(atPath: folder + "/Content", withIntermediateDirectories: true)
        for (path, text) in files { try write(text, to: path) }
    }

    deinit { try? FileManager.default.removeItem(atPath: (folder as NSString).deletingLastPathComponent) }

    /// Writes or replaces one file of the content folder.
    public func write(_ text: String, to path: String) throws { try write(bytes: Array(text.utf8), to: path) }

    public func write(bytes: [UInt8], to path: String) throws { try place(bytes, at: content + "/" + path) }

    /// Puts a file of somebody else into the output folder.
    public func writeForeign(_ text: String, to path: String) throws {
        try place(Array(text.utf8), at: output + "/" + path)
    }

    public func remove(_ path: String) throws { try FileManager.default.removeItem(atPath: content + "/" + path) }

    private func place(_ bytes: [UInt8], at path: String) throws {
        let parent = (path as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }

    /// The request of a build on 21 November 2026, on two threads, in an empty environment.
    public func request(_ change: (inout BuildRequest) -> Void = { _ in }) -> BuildRequest {
        var request = BuildRequest(
            content: content, output: output, version: "essai", threads: 2, environment: [:], now: Self.noon)
        change(&request)
        return request
    }

    /// 21 November 2026, 11:00 UTC.
    public static let noon = 1_795_258_800

    @discardableResult
    public func build(_ change: (inout BuildRequest) -> Void = { _ in }) -> BuildReport {
        SiteBuilder.build(request(change))
    }

    /// Runs a command; `{site}`, `{content}` and `{output}` in the arguments are the folders of this site.
    public func run(_ arguments: String...) async -> Run {
        let arguments = arguments.map { argument in
            argument.replacingOccurrences(of: "{content}", with: content)
                .replacingOccurrences(of: "{output}", with: output).replacingOccurrences(of: "{site}", with: folder)
        }
        return await Run.command(arguments)
    }

    /// The text of a published file; nil when there is none.
    public func published(_ path: String) -> String? {
        FileManager.default.contents(atPath: output + "/" + path).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Every file of the output folder, hidden ones too.
    public func publishedFiles() -> [String: Data] { Self.files(in: output) }

    /// Every file below a folder by its path from there.
    public static func files(in folder: String) -> [String: Data] {
        var files: [String: Data] = [:]
        for path in FileManager.default.enumerator(atPath: folder)?.compactMap({ $0 as? String }) ?? [] {
            var isFolder: ObjCBool = false
            let full = folder + "/" + path
            if FileManager.default.fileExists(atPath: full, isDirectory: &isFolder), !isFolder.boolValue {
                files[path] = FileManager.default.contents(atPath: full)
            }
        }
        return files
    }

    /// The names beside the output folder: nothing of a build may stay there but what it keeps for the next one.
    public func siblings() throws -> [String] {
        let state = folder + "/" + ".parchemin"
        let states = (try? FileManager.default.contentsOfDirectory(atPath: state)) ?? []
        let isCache = try states.allSatisfy { name in
            try FileManager.default.contentsOfDirectory(atPath: state + "/" + name).allSatisfy {
                ["cache", "reserve"].contains($0)
            }
        }
        return try FileManager.default.contentsOfDirectory(atPath: folder).filter { !isCache || $0 != ".parchemin" }
            .sorted()
    }
}

extension BuildReport {
    /// The identifiers of what was found, each once, in order.
    public var identifiers: [String] { Set(diagnostics.map(\.identifier.rawValue)).sorted() }

    public func diagnostic(_ identifier: String) -> Diagnostic? {
        diagnostics.first { $0.identifier.rawValue == identifier }
    }
}
