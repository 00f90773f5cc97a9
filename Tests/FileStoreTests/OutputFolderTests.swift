import Foundation
import Testing

@testable import FileStore

struct OutputFolderTests {
    private func publish(_ files: [String: String], into folder: Folder) throws {
        let output = try OutputFolder(folder.path + "/site")
        let staging = try output.stage()
        for (path, text) in files { try staging.add(Array(text.utf8), at: path) }
        #expect(try output.publish(staging).leftover == nil)
    }

    private func names(_ folder: Folder, _ path: String = "") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path + "/" + path).sorted()
    }

    private func rollBack(_ folder: Folder) throws -> OutputFolder.Rollback? {
        try OutputFolder(folder.path + "/site").rollBack()
    }

    /// The published files, that must be those of the manifest, byte for byte.
    private func content(_ folder: Folder) throws -> [String: String] {
        let site = folder.path + "/site"
        let manifest = try #require(try Manifest.read(in: site))
        var content: [String: String] = [:]
        for (path, hash) in manifest.hashes {
            let bytes = try FileBytes.read(site + "/" + path)
            #expect(ContentHash(of: bytes) == hash)
            content[path] = String(decoding: bytes, as: UTF8.self)
        }
        return content
    }

    @Test func theNewSiteTakesThePlaceOfTheOld() throws {
        let folder = try Folder()
        try publish(["index.html": "un", "vieux.html": "x"], into: folder)
        #expect(try names(folder) == ["site"])
        try publish(["index.html": "deux"], into: folder)
        #expect(try content(folder) == ["index.html": "deux"])
        #expect(folder.text("site/vieux.html") == nil)
        #expect(try names(folder) == [".parchemin", "site"])
        #expect(try names(folder, ".parchemin/site") == ["precedente"])
    }

    @Test func theFormerGenerationIsBroughtUpToDate() throws {
        let folder = try Folder()
        var files = Dictionary(uniqueKeysWithValues: (0..<20).map { ("\($0)/index.html", "un") })
        try publish(files, into: folder)
        for round in 0..<5 {
            files["3/index.html"] = "tour \(round)"
            files["\(round)/index.html"] = nil
            files["neuf-\(round)/page.html"] = "neuf"
            try publish(files, into: folder)
            #expect(try content(folder) == files)
            #expect(try names(folder, ".parchemin/site") == ["precedente"])
        }
        #expect(try names(folder, "site").count == files.count + 1)
    }

    @Test func aFileMayBecomeAFolderAndBack() throws {
        let folder = try Folder()
        let others = Dictionary(uniqueKeysWithValues: (0..<9).map { ("\($0).html", "un") })
        for round in 0..<4 {
            let changed = round % 2 == 0 ? ["a": "fichier"] : ["a/b/c.html": "dossier"]
            let files = others.merging(changed) { $1 }
            try publish(files, into: folder)
            #expect(try content(folder) == files)
        }
    }

    @Test func theSameSiteChangesNothing() throws {
        let folder = try Folder()
        try publish(["index.html": "un"], into: folder)
        try publish(["index.html": "deux"], into: folder)
        let identity = Generation.identity(folder.path + "/site")
        try publish(["index.html": "deux"], into: folder)
        #expect(Generation.identity(folder.path + "/site") == identity)
        #expect(try rollBack(folder)?.differences == 1)
        #expect(try content(folder) == ["index.html": "un"])
    }

    @Test func aFileChangedByHandIsPutRight() throws {
        let folder = try Folder()
        let files = ["index.html": "un", "a.html": "a", "b.html": "b", "c.html": "c"]
        try publish(files, into: folder)
        try folder.write("UN", to: "site/index.html")
        try publish(files, into: folder)
        #expect(try content(folder) == files)
        try FileManager.default.removeItem(atPath: folder.path + "/site/a.html")
        try publish(files, into: folder)
        #expect(try content(folder) == files)
    }

    @Test func rollingBackBringsTheFormerSite() throws {
        let folder = try Folder()
        #expect(try rollBack(folder) == nil)
        try publish(["index.html": "un", "a.html": "a"], into: folder)
        #expect(try rollBack(folder) == nil)
        try publish(["index.html": "deux", "b.html": "b"], into: folder)
        try folder.write("moi", to: "site/foreign.txt")
        #expect(try rollBack(folder) == OutputFolder.Rollback(files: 2, differences: 3, leftover: nil))
        #expect(try content(folder) == ["index.html": "un", "a.html": "a"])
        #expect(folder.text("site/foreign.txt") == "moi")
        #expect(try rollBack(folder)?.files == 2)
        #expect(try content(folder) == ["index.html": "deux", "b.html": "b"])
        #expect(folder.text("site/foreign.txt") == "moi")
    }

    @Test func twoBuildsAtOnceAreKeptApart() throws {
        let folder = try Folder()
        let first = try OutputFolder(folder.path + "/site")
        let problem = #expect(throws: FileProblem.self) { try OutputFolder(folder.path + "/site") }
        #expect(problem?.reason == "une autre publication est en cours")
        try withExtendedLifetime(first) { try first.abandon() }
    }

    @Test func theLockGoesWithItsHolder() throws {
        let folder = try Folder()
        do { _ = try OutputFolder(folder.path + "/site") }
        _ = try OutputFolder(folder.path + "/site")
        #expect(try names(folder).isEmpty)
    }

    @Test func anUnchangedFileKeepsItsTime() throws {
        let folder = try Folder()
        try publish(["a.html": "même", "b.html": "un"], into: folder)
        let long = Date(timeIntervalSince1970: 1_000_000)
        for name in ["a.html", "b.html"] {
            try FileManager.default.setAttributes(
                [.modificationDate: long], ofItemAtPath: folder.path + "/site/" + name)
        }
        try publish(["a.html": "même", "b.html": "deux"], into: folder)
        func time(_ name: String) throws -> Date? {
            try FileManager.default.attributesOfItem(atPath: folder.path + "/site/" + name)[.modificationDate] as? Date
        }
        #expect(try time("a.html") == long)
        #expect(try time("b.html") != long)
    }

    @Test func aLinkToTheOutputFolderIsKept() throws {
        let folder = try Folder(["vrai/.gitkeep": ""])
        try folder.link("site", to: "vrai")
        try publish(["index.html": "un"], into: folder)
        #expect(folder.text("vrai/index.html") == "un")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path + "/site") == "vrai")
    }

    @Test func foreignLinksStayLinks() throws {
        let folder = try Folder()
        try publish(["index.html": "un"], into: folder)
        try folder.link("site/ailleurs", to: "/nulle/part")
        for text in ["deux", "trois"] {
            try publish(["index.html": text], into: folder)
            let target = try FileManager.default.destinationOfSymbolicLink(atPath: folder.path + "/site/ailleurs")
            #expect(target == "/nulle/part")
        }
    }

    @Test func aForeignFileThatItsOwnerRemovedStaysAway() throws {
        let folder = try Folder()
        try publish(["index.html": "un"], into: folder)
        try folder.write("moi", to: "site/notes/moi.txt")
        try publish(["index.html": "deux"], into: folder)
        #expect(folder.text("site/notes/moi.txt") == "moi")
        try FileManager.default.removeItem(atPath: folder.path + "/site/notes")
        try publish(["index.html": "trois"], into: folder)
        try publish(["index.html": "quatre"], into: folder)
        #expect(try names(folder, "site") == [Manifest.fileName, "index.html"])
    }

    @Test func aFileMayComeInParts() throws {
        let folder = try Folder()
        for text in ["un", "deux", "deux"] {
            let output = try OutputFolder(folder.path + "/site")
            let staging = try output.stage()
            try staging.add(Array("page".utf8), at: "a.html")
            for _ in 0..<100_000 { try staging.append(Array(text.utf8), to: "donnees/grand.csv") }
            try staging.close("donnees/grand.csv")
            let former = Generation.identity(folder.path + "/site")
            #expect(try output.publish(staging).leftover == nil)
            #expect(try content(folder)["donnees/grand.csv"]?.utf8.count == 100_000 * text.utf8.count)
            #expect(staging.count.bytes == 4 + 100_000 * text.utf8.count)
            if staging.count.written == 0 { #expect(Generation.identity(folder.path + "/site") == former) }
        }
    }

    @Test func theManifestCanBeReadAgain() throws {
        let folder = try Folder()
        try publish(["a b.txt": "abc", "é/ü.txt": ""], into: folder)
        let manifest = try #require(try Manifest.read(in: folder.path + "/site"))
        #expect(manifest.paths == ["a b.txt", "é/ü.txt"])
        #expect(manifest.hashes["a b.txt"] == ContentHash(of: Array("abc".utf8)))
        #expect(manifest.contains(Manifest.fileName))
        #expect(!manifest.contains("autre.txt"))
    }
}
