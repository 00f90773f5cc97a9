import Foundation
import Testing

@testable import FileStore

struct OutputFolderTests {
    private func publish(_ files: [String: String], into folder: Folder, twoSteps: Bool = false) throws {
        let output = try OutputFolder(folder.path + "/site")
        let staging = try output.stage()
        for (path, text) in files { try staging.add(Array(text.utf8), at: path) }
        if twoSteps {
            _ = try staging.finish()
            #expect(try output.exchangeInTwoSteps() == nil)
        } else {
            #expect(try output.publish(staging) == nil)
        }
    }

    private func names(_ folder: Folder) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    @Test func theNewSiteTakesThePlaceOfTheOld() throws {
        let folder = try Folder()
        try publish(["index.html": "un", "vieux.html": "x"], into: folder)
        try publish(["index.html": "deux"], into: folder)
        #expect(folder.text("site/index.html") == "deux")
        #expect(folder.text("site/vieux.html") == nil)
        #expect(try names(folder) == ["site"])
    }

    @Test func twoRenamesWhereFoldersCannotBeExchanged() throws {
        let folder = try Folder()
        try publish(["index.html": "un"], into: folder)
        try publish(["index.html": "deux"], into: folder, twoSteps: true)
        #expect(folder.text("site/index.html") == "deux")
        #expect(try names(folder) == ["site"])
    }

    @Test func aKillBetweenTwoRenamesIsUndone() throws {
        let folder = try Folder()
        try publish(["index.html": "un"], into: folder)
        try FileManager.default.moveItem(atPath: folder.path + "/site", toPath: folder.path + "/site.parchemin-ancien")
        _ = try OutputFolder(folder.path + "/site")
        #expect(folder.text("site/index.html") == "un")
        #expect(try names(folder) == ["site"])
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
        try publish(["index.html": "deux"], into: folder)
        let target = try FileManager.default.destinationOfSymbolicLink(atPath: folder.path + "/site/ailleurs")
        #expect(target == "/nulle/part")
    }

    @Test func theManifestCanBeReadAgain() throws {
        let folder = try Folder()
        try publish(["a b.txt": "abc", "é/ü.txt": ""], into: folder)
        let manifest = try #require(try Manifest.read(in: folder.path + "/site"))
        #expect(manifest.paths == ["a b.txt", "é/ü.txt"])
        #expect(manifest.hashes["a b.txt"] == SHA256.hex(Array("abc".utf8)))
        #expect(manifest.contains(Manifest.fileName))
        #expect(!manifest.contains("autre.txt"))
    }
}
