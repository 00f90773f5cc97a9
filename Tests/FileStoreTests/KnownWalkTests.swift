import Foundation
import TestSupport
import Testing

@testable import FileStore

/// What is known of a site is looked at again by the times of its folders, and by reading them where that says nothing.
struct KnownWalkTests {
    private static let files = [
        "index.html": "accueil", "fiches/a/index.html": "a", "fiches/a/index.json": "{}", "fiches/b/index.html": "b",
        "fiches/index.html": "toutes", "fiches-b/x.html": "x", "listes/niveau/4/index.html": "4",
    ]

    private static func publish(_ files: [String: String], into folder: Folder) throws -> PublishedSite {
        let output = try OutputFolder(folder.path + "/site")
        let staging = try output.stage()
        for (path, text) in files { try staging.add(Array(text.utf8), at: path) }
        let publication = try output.publish(staging)
        return try #require(output.site(of: staging, publication, threads: 2))
    }

    /// Publishes over a site that is known.
    private static func publish(
        _ files: [String: String], over site: PublishedSite, _ folder: Folder
    ) throws -> OutputFolder.Publication {
        let claim = try OutputClaim(folder.path + "/site")
        defer { claim.release() }
        var site = try #require(claim.untouched(since: site, threads: 2))
        site.previous = claim.untouchedPrevious(of: site, threads: 1)
        let output = try OutputFolder(claim, untouched: site)
        let staging = try output.stage()
        for (path, text) in files { try staging.add(Array(text.utf8), at: path) }
        let publication = try output.publish(staging)
        if publication.site != nil { return publication }
        return OutputFolder.Publication(site: output.site(of: staging, publication, threads: 2))
    }

    private static func looked(_ folder: Folder, _ site: PublishedSite) throws -> PublishedSite? {
        let claim = try OutputClaim(folder.path + "/site")
        defer { claim.release() }
        return claim.untouched(since: site, threads: 2)
    }

    /// The site as a look at each folder sees it, which must be what is known of it.
    private static func isKnown(_ site: PublishedSite, _ folder: Folder) throws -> Bool {
        let live = try TreeWalk(of: folder.path + "/site", since: .max, threads: 2)
        guard let former = site.previous else { return false }
        let previous = try TreeWalk(of: folder.path + "/.parchemin/site/precedente", since: .max, threads: 2)
        return live.mark == site.mark && live.folders == site.folders && previous.mark == former.mark
            && previous.folders == former.folders
    }

    @Test func bothWalksSeeTheSame() throws {
        let folder = try Folder(["site/etranger/note.txt": "x"])
        try FileManager.default.createDirectory(
            atPath: folder.path + "/site/vide/dedans", withIntermediateDirectories: true)
        let files = Self.files
        let output = try OutputFolder(folder.path + "/site")
        let staging = try output.stage()
        for (path, text) in files { try staging.add(Array(text.utf8), at: path) }
        _ = try output.publish(staging)
        let known = KnownPaths(
            manifest: staging.list.value.bytes, files: ["etranger/note.txt"], folders: ["vide/dedans"])
        for threads in [1, 2, 5] {
            let walk = try #require(KnownWalk(of: folder.path + "/site", known, since: 0, threads: threads))
            let tree = try TreeWalk(of: folder.path + "/site", since: 0, threads: threads)
            #expect(walk.files == tree.mark)
            #expect(walk.folders == tree.folders)
            #expect(walk.lateFiles.sorted() == tree.late.sorted())
            #expect(Set(walk.lateFolders).count == walk.lateFolders.count)
            #expect(walk.lateFolders.count == 11)
            #expect(walk.lateFolders.allSatisfy { known.holdOnly($0, in: folder.path + "/site") })
        }
    }

    private static let touches: [@Sendable (Folder) throws -> Void] = [
        { try $0.write("neuf", to: "site/fiches/a/neuf.html") },
        { try $0.write("neuf", to: "site/neuf/neuf.html") },
        { try FileManager.default.removeItem(atPath: $0.path + "/site/fiches/b/index.html") },
        { try FileManager.default.removeItem(atPath: $0.path + "/site/fiches/b") },
        { folder in
            let file = try #require(FileHandle(forWritingAtPath: folder.path + "/site/listes/niveau/4/index.html"))
            try file.write(contentsOf: Data("5".utf8))
            try file.close()
        },
        { try $0.write("a", to: "site/fiches/a/index.html") },
        {
            try FileManager.default.moveItem(
                atPath: $0.path + "/site/fiches-b", toPath: $0.path + "/site/fiches-c")
        },
        {
            try FileManager.default.removeItem(atPath: $0.path + "/site/fiches-b")
            try $0.link("site/fiches-b", to: "fiches/a")
        },
        { try FileManager.default.createDirectory(atPath: $0.path + "/site/vide", withIntermediateDirectories: false) },
    ]

    @Test(arguments: touches.indices) func whatIsTouchedIsSeen(_ number: Int) throws {
        let folder = try Folder()
        var site = try Self.publish(Self.files, into: folder)
        #expect(try Self.looked(folder, site) == site)
        // Once more on a site that was brought up to date by its differences.
        for text in ["un", "deux", "trois"] {
            var files = Self.files
            files["index.html"] = text
            site = try #require(try Self.publish(files, over: site, folder).site)
            #expect(try Self.looked(folder, site) == site)
        }
        try Self.touches[number](folder)
        #expect(try Self.looked(folder, site) == nil)
    }

    /// An editor puts a file of its own beside the one that is open, and takes it away again.
    @Test func whatCameAndWentIsNoTouch() throws {
        let folder = try Folder()
        let site = try Self.publish(Self.files, into: folder)
        try folder.write("x", to: "site/fiches/a/.index.html.swp")
        try FileManager.default.removeItem(atPath: folder.path + "/site/fiches/a/.index.html.swp")
        // The clock of the file system has a grain: the time is another one for certain.
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1_000_000)], ofItemAtPath: folder.path + "/site/fiches/a")
        let looked = try #require(try Self.looked(folder, site))
        #expect(looked.mark == site.mark)
        #expect(looked.folders != site.folders)
        #expect(try Self.looked(folder, looked) == looked)
    }

    /// Edits one after the other: each leaves a site and a former one of which all is known.
    @Test(arguments: 0..<6) func whatIsKnownStaysTrue(_ seed: Int) throws {
        var chance = Dice(seed: UInt64(seed))
        let folder = try Folder(seed % 2 == 0 ? [:] : ["site/notes/autre.txt": "x"])
        var files = Self.files
        if seed % 2 == 1 {
            // A folder with files of others is taken only once it is ours.
            try FileManager.default.moveItem(atPath: folder.path + "/site", toPath: folder.path + "/notes")
        }
        var site = try Self.publish(files, into: folder)
        if seed % 2 == 1 {
            try FileManager.default.moveItem(
                atPath: folder.path + "/notes/notes", toPath: folder.path + "/site/notes")
            site = try Self.publish(files, into: folder)
        }
        for round in 0..<12 {
            for _ in 0..<Int.random(in: 1...3, using: &chance) {
                let name =
                    ["index.html", "fiches/a/index.html", "fiches/n\(round % 4)/index.html", "fiches/n1/x/y.html"]
                    .randomElement(using: &chance) ?? ""
                files[name] = Bool.random(using: &chance) ? "\(round % 3)" : nil
            }
            files["toujours.html"] = "\(round)"
            site = try #require(try Self.publish(files, over: site, folder).site)
            #expect(try Self.isKnown(site, folder))
            for (path, text) in files { #expect(folder.text("site/" + path) == text) }
            let manifest = try #require(try Manifest.read(in: folder.path + "/site"))
            #expect(manifest.hashes.count == files.count)
            #expect(
                Array((folder.text("site/" + Manifest.fileName) ?? "").utf8)
                    == Manifest(
                        hashes: Dictionary(
                            uniqueKeysWithValues: files.map { ($0.key, ContentHash(of: Array($0.value.utf8))) })
                    ).bytes)
            #expect((folder.text("site/notes/autre.txt") == "x") == (seed % 2 == 1))
        }
    }

    /// The first edit is made of the spare, which is then the site before.
    @Test func theSpareBecomesTheSite() throws {
        let folder = try Folder()
        var files = Self.files
        let first = try Self.publish(files, into: folder)
        #expect(first.previous?.isSpare == true)
        files["index.html"] = "deux"
        files["fiches/b/index.html"] = nil
        let site = try #require(try Self.publish(files, over: first, folder).site)
        #expect(site.previous?.isSpare == false)
        #expect(try Self.isKnown(site, folder))
        for (path, text) in files { #expect(folder.text("site/" + path) == text) }
        #expect(folder.text(".parchemin/site/precedente/index.html") == "accueil")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/.parchemin/site")
        #expect(names == ["precedente"])
    }

    /// What others do to the spare must not be published, and it goes with the site of which it was one.
    @Test func aSpareThatWasTouchedIsNotUsed() throws {
        let folder = try Folder()
        var files = Self.files
        let first = try Self.publish(files, into: folder)
        try folder.write("faux", to: ".parchemin/site/reserve/fiches/b/neuf.html")
        files["index.html"] = "deux"
        _ = try Self.publish(files, over: first, folder)
        for (path, text) in files { #expect(folder.text("site/" + path) == text) }
        #expect(folder.text("site/fiches/b/neuf.html") == nil)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/.parchemin/site")
        #expect(names == ["precedente"])
    }

    /// What others do to the former generation must not be published.
    @Test(arguments: 0..<4) func aFormerGenerationThatWasTouchedIsNotUsed(_ number: Int) throws {
        let folder = try Folder()
        var files = Self.files
        var site = try Self.publish(files, into: folder)
        for text in ["un", "deux"] {
            files["index.html"] = text
            site = try #require(try Self.publish(files, over: site, folder).site)
        }
        let former = ".parchemin/site/precedente/"
        switch number {
        case 0: try folder.write("autre", to: former + "fiches/b/neuf.html")
        case 1: try FileManager.default.removeItem(atPath: folder.path + "/" + former + "fiches/b/index.html")
        case 2:
            // In its place, under another number.
            try FileManager.default.removeItem(atPath: folder.path + "/" + former + "fiches/b/index.html")
            try folder.write("faux", to: former + "fiches/b/index.html")
        default:
            // The one file that both have not in common, which says now what it will say again.
            let file = try #require(FileHandle(forWritingAtPath: folder.path + "/" + former + "index.html"))
            try file.write(contentsOf: Data("UN".utf8))
            try file.close()
        }
        files["index.html"] = "un"
        _ = try Self.publish(files, over: site, folder)
        for (path, text) in files { #expect(folder.text("site/" + path) == text) }
        #expect(folder.text("site/fiches/b/neuf.html") == nil)
    }
}
