import Foundation
import Testing

@Suite("Rules of the sources")
struct SourceRuleTests {
    @Test("No trap and no unfinished business in the sources")
    func forbiddenWords() throws {
        let files = try SourceTree.files(below: "Sources", extensions: ["swift", "c", "h"])
        #expect(files.count > 40)
        #expect(files.flatMap(SourceRules.forbiddenWords) == [])
    }

    @Test("Only FileStore writes to the disk")
    func diskWrites() throws {
        let files = try SourceTree.swiftSources().filter { $0.target != "FileStore" }
        #expect(files.flatMap(SourceRules.diskWrites) == [])
    }

    @Test("Small rooms: a long file says why")
    func lengths() throws {
        let sources = try SourceTree.files(below: "Sources", extensions: ["swift", "c", "h"])
        let tests = try SourceTree.files(below: "Tests", extensions: ["swift", "py"])
        #expect((sources + tests).flatMap(SourceRules.tooLong) == [])
    }

    @Test("Public types and functions are documented")
    func docstrings() throws {
        let files = try SourceTree.swiftSources()
        let requirements = Set(files.flatMap(SourceRules.documentedRequirements))
        #expect(files.flatMap { SourceRules.undocumented(in: $0, requirements: requirements) } == [])
    }

    @Test("Every target has a folder with files, and every folder a target")
    func folders() throws {
        let manifest = Manifest(text: try SourceTree.text("Package.swift"))
        for target in manifest.targets {
            let folder = target.path ?? (target.kind == "testTarget" ? "Tests/" : "Sources/") + target.name
            let files = try SourceTree.files(below: folder, extensions: ["swift", "c", "modulemap"])
            #expect(!files.isEmpty, "\(folder) is empty")
        }
        let names = Set(manifest.targets.map(\.name))
        let folders = try FileManager.default.contentsOfDirectory(
            atPath: SourceTree.root.appendingPathComponent("Sources").path
        ).filter { !$0.hasPrefix(".") }
        #expect(Set(folders).subtracting(names) == [])
    }

    @Test("Each rule finds what breaks it")
    func rulesCanFail() {
        let file = SourceFile(
            path: "Sources/Low/Example.swift",
            text: """
                import High
                @testable import Peer
                public struct Bare {}
                /// Said.
                @frozen
                public struct Documented {
                    public func silent() { try! boom() }
                    public static func < (left: Self, right: Self) -> Bool { true }
                }
                let retry = unlink("x")
                try data.write(to: place)
                // TODO
                """)
        #expect(
            SourceRules.undocumented(in: file) == [
                "Sources/Low/Example.swift:3: public struct Bare has no docstring",
                "Sources/Low/Example.swift:7: public func silent() has no docstring",
            ])
        #expect(SourceRules.undocumented(in: file, requirements: ["silent"]).count == 1)
        let asked = SourceFile(
            path: "a", text: "/// Said.\n    func read(_ x: Int) -> Int\n    /// Done.\n    func run() {\n")
        #expect(SourceRules.documentedRequirements(in: asked) == ["read"])
        #expect(
            SourceRules.forbiddenWords(in: file) == [
                "Sources/Low/Example.swift:7: try!", "Sources/Low/Example.swift:12: TODO",
            ])
        #expect(
            SourceRules.diskWrites(in: file) == [
                "Sources/Low/Example.swift:10: unlink(", "Sources/Low/Example.swift:11: write(to:",
            ])
        #expect(SourceRules.upwardImports(in: file, layers: ["Low": 0, "High": 1, "Peer": 0]).count == 2)
        let long = String(repeating: "let x = 1\n", count: 401)
        #expect(SourceRules.tooLong(SourceFile(path: "a", text: long)).count == 1)
        #expect(SourceRules.tooLong(SourceFile(path: "a", text: "// Long file: a table\n" + long)) == [])
        #expect(SourceRules.tooLong(SourceFile(path: "a", text: String(long.dropLast(10)))) == [])
    }
}
