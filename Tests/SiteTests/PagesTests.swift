import Foundation
import SiteBuild
import Testing
import TestSupport

/// What the pages of a site say, and what they do not.
struct PagesTests {
    private func site(_ settings: String = "url: https://exemple.test/p/\n", _ more: [String: String] = [:]) throws
        -> Site
    {
        let site = try Site(
            [
                "catalogue.yaml": settings, "fiches/a.md": FichesEcrites.fiche(plus: "alias: [ancienne-adresse]"),
                "fiches/b.md": FichesEcrites.fiche(
                    numero: "RNCP90002", intitule: "Émailleur sur cadran", niveau: "5", fin: "2024-01-01"),
                "pages/a-propos.md": "---\ntitre: À propos\nmenu: oui\n---\nVoir [les fiches](/fiches/).\n",
            ].merging(more) { $1 })
        let report = site.build()
        try #require(report.outcome == .published, "\(report.diagnostics)")
        return site
    }

    @Test func everyKindOfPageIsThere() throws {
        let site = try site()
        for path in [
            "index.html", "fiches/index.html", "fiches/rncp90001/index.html", "fiches/rncp90001/index.json",
            "fiches/rncp90001/index.md", "niveaux/index.html", "niveaux/4/index.html", "rome/b1604/index.html",
            "nsf/201/index.html", "certificateurs/chambre-des-pendules/index.html", "voies-d-acces/vae/index.html",
            "recherche/index.html", "a-propos/index.html", "plan-du-site/index.html", "404.html", "sitemap.xml",
            "robots.txt", "index.json",
        ] {
            #expect(site.published(path) != nil, "\(path)")
        }
    }

    @Test func pagesLoadNothingFromElsewhere() throws {
        let site = try site()
        for (path, bytes) in site.publishedFiles() where path.hasSuffix(".html") && !path.contains("ancienne") {
            let page = String(decoding: bytes, as: UTF8.self)
            #expect(page.contains("Content-Security-Policy"), "\(path)")
            #expect(page.contains("default-src 'none'"), "\(path)")
            for attribute in [
                " src=\"http", " src=\"//", "<script>", " style=\"", " onclick=", "<style", "javascript:",
            ] {
                #expect(!page.contains(attribute), "\(path): \(attribute)")
            }
            for link in page.components(separatedBy: "<link ").dropFirst() where !link.hasPrefix("rel=\"canonical\"") {
                #expect(!(link.prefix { $0 != ">" }).contains("http"), "\(path)")
            }
        }
    }

    @Test func addressesAreRelativeButWhereNothingElseWorks() throws {
        let site = try site()
        let page = try #require(site.published("a-propos/index.html"))
        #expect(page.contains("href=\"../fiches/\""))
        #expect(!page.contains("href=\"/"))
        let lost = try #require(site.published("404.html"))
        #expect(lost.contains("href=\"/p/fiches/\"") || lost.contains("href=\"/p/\""))
        #expect(!lost.contains("href=\"./"))
    }

    @Test func stateComesWithItsDate() throws {
        let site = try site()
        let page = try #require(site.published("fiches/rncp90002/index.html"))
        #expect(page.contains("Échue depuis le 1er\u{A0}janvier\u{A0}2024"))
        #expect(page.contains("2026-11-21"))
        let later = try self.site("date: 2023-06-01\n")
        let before = try #require(later.published("fiches/rncp90002/index.html"))
        #expect(before.contains("En vigueur jusqu’au 1er\u{A0}janvier\u{A0}2024"))
    }

    @Test func aFormerAddressLeadsToThePresentOne() throws {
        let site = try site()
        let page = try #require(site.published("fiches/ancienne-adresse/index.html"))
        #expect(page.contains("<meta http-equiv=\"refresh\" content=\"0; url=../../fiches/rncp90001/\">"))
        #expect(page.contains("<a href=\"../../fiches/rncp90001/\">"))
        #expect(site.published("sitemap.xml")?.contains("ancienne-adresse") == false)
    }

    @Test func draftsAreNotPublished() throws {
        let draft = FichesEcrites.fiche(numero: "RNCP90003", intitule: "Secret en cours", plus: "brouillon: oui")
        let site = try site("titre: X\n", ["fiches/brouillon.md": draft])
        #expect(
            site.publishedFiles().values.allSatisfy { !String(decoding: $0, as: UTF8.self).contains("Secret en cours") }
        )
    }

    @Test func aDemonstrationSaysSoOnEveryPageAndIsNotIndexed() throws {
        let site = try site("demonstration: oui\ntexte_demonstration: Ceci est un essai de catalogue\n")
        for (path, bytes) in site.publishedFiles() where path.hasSuffix(".html") && !path.contains("ancienne") {
            let page = String(decoding: bytes, as: UTF8.self)
            #expect(page.contains("Ceci est un essai de catalogue"), "\(path)")
            #expect(page.contains("noindex"), "\(path)")
        }
    }

    @Test func aCatalogueIsIndexedUnlessItAsksNotToBe() throws {
        #expect(try site().published("fiches/rncp90001/index.html")?.contains("noindex") == false)
        let closed = try site("indexation: non\n")
        #expect(closed.published("fiches/rncp90001/index.html")?.contains("noindex") == true)
    }

    @Test func theSitemapNamesEveryPageOnce() throws {
        let sitemap = try #require(try site().published("sitemap.xml"))
        let addresses = sitemap.components(separatedBy: "<loc>").dropFirst().map { String($0.prefix { $0 != "<" }) }
        #expect(addresses.contains("https://exemple.test/p/"))
        #expect(addresses.contains("https://exemple.test/p/fiches/rncp90001/"))
        #expect(Set(addresses).count == addresses.count)
        #expect(!addresses.contains { $0.hasSuffix("404.html") })
    }

    @Test func hostileSettingsAndPagesStayText() throws {
        let site = try site(
            "titre: \"<script>alert(1)</script> {{site}}\"\nediteur: \"<b>x</b>\"\n",
            ["pages/p.md": "---\ntitre: \"<img src=x>\"\n---\n<script>alert(2)</script>\n\n[x](javascript:alert(3))\n"])
        for (path, bytes) in site.publishedFiles() where path.hasSuffix(".html") {
            let page = String(decoding: bytes, as: UTF8.self)
            #expect(!page.contains("<script>alert"), "\(path)")
            #expect(!page.contains("<b>x</b>"), "\(path)")
            #expect(!page.contains("<img src=x>"), "\(path)")
            #expect(!page.contains("\"javascript:"), "\(path)")
        }
        #expect(site.published("index.html")?.contains("{{site}}") == true)
    }

    @Test func thePreviewHasTheSamePagesAndTheDraftsToo() throws {
        let draft = FichesEcrites.fiche(numero: "RNCP90003", intitule: "Secret en cours", plus: "brouillon: oui")
        let site = try site("titre: X\n", ["fiches/brouillon.md": draft])
        let rendered = LiveSite.start(site.request())
        let published = site.publishedFiles().filter { $0.key != ".parchemin-manifeste" }
        #expect(rendered.files() == published)
        let preview = LiveSite.start(site.request { $0.drafts = true })
        #expect(preview.has("fiches/rncp90003/index.html"))
    }

    @Test func oneDocumentIsShownByItself() throws {
        let site = try Site(["fiches/a.md": FichesEcrites.fiche()])
        let rendered = LiveSite.start(site.request { $0.document = site.content + "/fiches/a.md" })
        #expect(rendered.entry == "fiches/rncp90001/")
        #expect(rendered.has(rendered.entry + "index.html"))
    }

    @Test func everyOutputCanBeSwitchedOff() throws {
        let site = try site(
            """
            outputs: {markdown: non, json: non, listes: non, recherche: non, documents: non, sitemap: non, echeances: non,
              donnees: non, csv: non, json_ld: non, opensearch: non}
            menu:
              - {texte: Métiers, adresse: /rome/}
              - {texte: Recherche, adresse: /recherche/}
              - {texte: Fiches, adresse: /fiches/}

            """)
        let page = try #require(site.published("fiches/rncp90001/index.html"))
        for gone in [
            "recherche/", "rome/", "niveaux/", "index.json", "index.md", "echeances/", "donnees/", "opensearch.xml",
        ] {
            #expect(!page.contains("href=\"../../\(gone)") && !page.contains("href=\"\(gone)"), "\(gone)")
        }
        #expect(!page.contains("ld+json"))
        #expect(site.publishedFiles().keys.allSatisfy { !$0.hasPrefix("donnees") && !$0.hasPrefix("echeances") })
        #expect(page.contains("href=\"../../fiches/\""))
        #expect(site.published("recherche/index.html") == nil)
    }

    @Test func aMenuMayNameListsThatAreStillEmpty() throws {
        let site = try Site([
            "catalogue.yaml": "menu:\n  - {texte: Conventions, adresse: /conventions/}\n",
            "fiches/a.md": FichesEcrites.fiche(),
        ])
        #expect(site.build().outcome == .published)
        #expect(site.published("index.html")?.contains("Conventions") == false)
    }

    @Test func aFolderWithoutDocumentsIsSaid() throws {
        let site = try Site(["catalogue.yaml": "titre: X\n"])
        let report = site.build()
        #expect(report.outcome == .published)
        #expect(report.identifiers == ["aucun-document"])
    }

    @Test func otherSourcesComeAfterTheFolder() throws {
        let site = try Site(["catalogue.yaml": "sources: [../autres]\n", "fiches/a.md": FichesEcrites.fiche()])
        let other = site.folder + "/autres"
        try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: true)
        for (name, text) in [
            ("meme.md", FichesEcrites.fiche(intitule: "Version nationale")),
            ("neuve.md", FichesEcrites.fiche(numero: "RNCP90009", intitule: "Neuve")),
        ] {
            try Data(text.utf8).write(to: URL(fileURLWithPath: other + "/" + name))
        }
        let report = site.build()
        #expect(report.outcome == .published)
        #expect(report.diagnostics.map(\.severity) == [.note])
        #expect(report.fiches == 2)
        #expect(site.published("fiches/rncp90001/index.html")?.contains("Version nationale") == false)
    }
}
