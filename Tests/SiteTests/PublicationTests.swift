import Foundation
import Testing
import TestSupport

/// The last site stands until the new one is whole; what others wrote stays.
struct PublicationTests {
    private func twoFiches() throws -> Site {
        try Site([
            "fiches/a.md": FichesEcrites.fiche(intitule: "Première"),
            "fiches/b.md": FichesEcrites.fiche(numero: "RNCP90002", intitule: "Seconde"),
        ])
    }

    @Test func aFailedBuildLeavesTheLastSite() throws {
        let site = try twoFiches()
        #expect(site.build().outcome == .published)
        let before = site.publishedFiles()
        try site.write("menu:\n  - texte: Nulle part\n    adresse: /nulle-part/\n", to: "catalogue.yaml")
        let report = site.build()
        #expect(report.outcome == .refused)
        #expect(report.identifiers == ["lien-mort"])
        #expect(site.publishedFiles() == before)
        #expect(try site.siblings() == ["Content", "public"])
    }

    @Test func settingsThatCannotBeReadLeaveTheLastSite() throws {
        let site = try twoFiches()
        site.build()
        let before = site.publishedFiles()
        try site.write("date: hier\n", to: "catalogue.yaml")
        #expect(site.build().outcome == .unreadable)
        #expect(site.publishedFiles() == before)
    }

    @Test func foreignFilesAreCarriedOver() throws {
        let site = try twoFiches()
        site.build()
        try site.writeForeign("google-site-verification", to: "google.html")
        try site.writeForeign("<p>autre</p>", to: "fiches/autre/index.html")
        try FileManager.default.createDirectory(
            atPath: site.output + "/vide", withIntermediateDirectories: false)
        #expect(site.build().outcome == .published)
        #expect(site.published("google.html") == "google-site-verification")
        #expect(site.published("fiches/autre/index.html") == "<p>autre</p>")
        #expect(FileManager.default.fileExists(atPath: site.output + "/vide"))
    }

    @Test func aSitePublishedInsideTheContentFolderIsNoContent() throws {
        let site = try twoFiches()
        #expect(site.build { $0.output = site.content + "/public" }.outcome == .published)
        let report = site.build()
        #expect(report.outcome == .published)
        #expect(report.identifiers == [])
    }

    @Test func aFolderOfOthersIsRefusedUnlessForced() throws {
        let site = try twoFiches()
        try site.writeForeign("précieux", to: "notes.txt")
        let refused = site.build()
        #expect(refused.outcome == .cannotWrite)
        #expect(refused.identifiers == ["dossier-etranger"])
        #expect(Array(site.publishedFiles().keys) == ["notes.txt"])
        #expect(site.build { $0.force = true }.outcome == .published)
        #expect(site.published("notes.txt") == "précieux")
        #expect(site.published("index.html") != nil)
    }

    @Test func theCatalogueIsNotPublishedOverItself() throws {
        let site = try twoFiches()
        for output in [site.content, site.folder] {
            let report = site.build {
                $0.output = output
                $0.force = true
            }
            #expect(report.outcome == .cannotWrite)
            #expect(report.identifiers == ["sortie-sur-le-contenu"])
        }
        #expect(try site.siblings() == ["Content"])
    }

    @Test func aFolderInsideTheCatalogueMayBeTheOutput() throws {
        let site = try twoFiches()
        for _ in 0..<2 {
            let report = site.build { $0.output = site.content + "/public" }
            #expect(report.outcome == .published)
            #expect(report.documents == 2)
        }
    }

    @Test func aForeignFileInTheWayIsNotReplaced() throws {
        let site = try twoFiches()
        site.build()
        try site.writeForeign("à moi", to: "a-propos/index.html")
        try site.write("---\ntitre: À propos\n---\nBonjour.\n", to: "pages/a-propos.md")
        let refused = site.build()
        #expect(refused.identifiers == ["fichier-etranger"])
        #expect(site.published("a-propos/index.html") == "à moi")
    }

    @Test(arguments: [".gitkeep", ".gitignore"]) func aPlaceholderCountsAsEmpty(_ name: String) throws {
        let site = try twoFiches()
        try site.writeForeign("", to: name)
        #expect(site.build().outcome == .published)
        #expect(site.published(name) == "")
    }

    @Test func aFicheThatIsGoneHasNoPageAnyMore() throws {
        let site = try twoFiches()
        site.build()
        #expect(site.published("fiches/rncp90002/index.html") != nil)
        try site.remove("fiches/b.md")
        #expect(site.build().outcome == .published)
        #expect(site.published("fiches/rncp90002/index.html") == nil)
        #expect(!FileManager.default.fileExists(atPath: site.output + "/fiches/rncp90002"))
    }

    @Test func manyFichesDoNotDisappearByMistake() throws {
        var files: [String: String] = [:]
        for number in 0..<8 {
            files["fiches/\(number).md"] = FichesEcrites.fiche(numero: "RNCP9000\(number)", intitule: "Fiche \(number)")
        }
        let site = try Site(files)
        site.build()
        let before = site.publishedFiles()
        for number in 0..<4 { try site.remove("fiches/\(number).md") }
        #expect(site.build { $0.dryRun = true }.outcome == .planned)
        try site.remove("fiches/4.md")
        let refused = site.build()
        #expect(refused.outcome == .refused)
        #expect(refused.identifiers == ["retraits-nombreux"])
        #expect(site.publishedFiles() == before)
        #expect(site.build { $0.allowRemovals = true }.outcome == .published)
        #expect(site.published("fiches/rncp90000/index.html") == nil)
    }

    @Test func whatAKilledBuildLeftIsCleaned() throws {
        let site = try twoFiches()
        site.build()
        let staging = site.folder + "/.parchemin/public/nouvelle/fiches"
        try FileManager.default.createDirectory(atPath: staging, withIntermediateDirectories: true)
        try Data("à moitié".utf8).write(to: URL(fileURLWithPath: staging + "/index.html"))
        #expect(site.build().outcome == .published)
        #expect(try site.siblings() == ["Content", "public"])
    }

    /// Threads that looked at the folder may outlive the build by a moment: the lock does not.
    @Test func theFolderIsFreeAsSoonAsABuildEnds() throws {
        let site = try twoFiches()
        for round in 0..<20 {
            if round.isMultiple(of: 3) { try site.write("Tour \(round)", to: "pages/tour.md") }
            #expect(site.build().outcome == .published)
            #expect(!FileManager.default.fileExists(atPath: site.folder + "/.parchemin/public/verrou"))
        }
    }

    @Test func aSecondBuildWritesOnlyWhatChanged() throws {
        let site = try twoFiches()
        site.build()
        let again = site.build()
        #expect(again.files.written == 0)
        #expect(again.files.unchanged == again.outputs.count)
        try site.write(
            FichesEcrites.fiche(numero: "RNCP90002", intitule: "Seconde", corps: "## Historique\n\nUn mot de plus.\n"),
            to: "fiches/b.md")
        let edited = site.build()
        // The page, its JSON, its Markdown, the booklet: nothing else speaks of the history of a fiche.
        #expect(edited.files.written == 4)
    }

    @Test func compressedCopiesFollowTheirFiles() throws {
        let site = try twoFiches()
        #expect(site.build { $0.compress = true }.outcome == .published)
        let page = "fiches/rncp90001/index.html"
        let copy = try #require(site.publishedFiles()[page + ".gz"])
        #expect(copy.starts(with: [0x1F, 0x8B]))
        #expect(site.build { $0.compress = true }.files.written == 0)
        try site.write(FichesEcrites.fiche(intitule: "Autre titre"), to: "fiches/a.md")
        site.build { $0.compress = true }
        #expect(site.publishedFiles()[page + ".gz"] != copy)
        site.build()
        #expect(site.publishedFiles().keys.allSatisfy { !$0.hasSuffix(".gz") && !$0.hasSuffix(".br") })
    }

    @Test func theFormerSiteComesBack() async throws {
        let site = try twoFiches()
        let none = await site.run("rollback", "--output", "{output}")
        #expect(none.status == .cannotWrite)
        site.build()
        let first = site.publishedFiles()
        let early = await site.run("rollback", "--output", "{output}")
        #expect(early.status == .contentErrors)
        #expect(early.remarks.contains("[aucun-site-anterieur]"))
        #expect(site.publishedFiles() == first)
        try site.write(FichesEcrites.fiche(intitule: "Autre titre"), to: "fiches/a.md")
        site.build()
        let second = site.publishedFiles()
        #expect(second != first)
        try site.writeForeign("de quelqu’un", to: "notes.txt")
        let back = await site.run("rollback", "--output", "{output}")
        #expect(back.status == .done)
        #expect(back.output.contains("Le site précédent est de nouveau publié"))
        var expected = first
        expected["notes.txt"] = Data("de quelqu’un".utf8)
        #expect(site.publishedFiles() == expected)
        #expect(await site.run("rollback", "--output", "{output}", "--json").status == .done)
        expected = second
        expected["notes.txt"] = Data("de quelqu’un".utf8)
        #expect(site.publishedFiles() == expected)
        #expect(site.build().files.written == 0)
    }

    @Test func theManifestListsEveryFile() throws {
        let site = try twoFiches()
        let report = site.build()
        let manifest = try #require(site.published(".parchemin-manifeste"))
        let listed = manifest.split(separator: "\n").dropFirst().map { String($0.dropFirst(66)) }
        #expect(listed == report.outputs)
    }
}
