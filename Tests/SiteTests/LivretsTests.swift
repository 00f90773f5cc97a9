import Foundation
import SiteBuild
import TestSupport
import Testing

/// Booklets: which fiches they hold, in which order, and that their page stands on its own.
struct LivretsTests {
    private func site(_ settings: String = "", body: String = "") throws -> Site {
        try Site([
            "catalogue.yaml": "titre: Pendules\nurl: https://exemple.fr/cat/\n" + settings,
            "fiches/a.md": FichesEcrites.fiche(plus: "nouvelles_certifications: [{numero_fiche: RNCP90002}]"),
            "fiches/b.md": FichesEcrites.fiche(
                numero: "RNCP90002", intitule: "Émailleur \"d’art\" </style>", niveau: "3", rome: "B1601",
                fin: "2024-01-01"),
            "fiches/c.md": FichesEcrites.fiche(
                numero: "RNCP90003", intitule: "Bijoutier", niveau: "5", rome: "B1603",
                certificateur: "Maison des métiers"),
        ])
    }

    /// The titles in the contents of a booklet.
    private func titles(_ site: Site, _ name: String) throws -> [String] {
        let page = try #require(site.published("livrets/\(name)/index.html"))
        let contents = try #require(page.components(separatedBy: "<nav class=\"livret-sommaire\"").last)
            .components(separatedBy: "</nav>")[0]
        return contents.components(separatedBy: "_fiche\">").dropFirst().map { $0.components(separatedBy: "</a>")[0] }
    }

    @Test func theWholeCatalogueIsABooklet() throws {
        let site = try site()
        let report = site.build()
        #expect(report.outcome == .published && report.diagnostics.isEmpty, "\(report.diagnostics)")
        #expect(try titles(site, "catalogue").count == 3)
        #expect(try #require(site.published("livrets/index.html")).contains("href=\"../livrets/catalogue/\""))
        #expect(try #require(site.published("plan-du-site/index.html")).contains("livrets/"))
        #expect(try #require(site.published("index.html")).contains("livrets/"))
    }

    @Test(arguments: [
        ("niveau: [3, 5]", ["Bijoutier", "Émailleur"]), ("rome: B1604", ["Réparateur"]),
        ("fiches: [RNCP90003, rncp90001], ordre: liste", ["Bijoutier", "Réparateur"]),
        ("fiches: [rncp90001, RNCP90003], ordre: liste", ["Réparateur", "Bijoutier"]),
        ("en_vigueur: oui, ordre: niveau", ["Réparateur", "Bijoutier"]),
        ("certificateur: maison des metiers", ["Bijoutier"]),
        ("type: [cqp], ordre: niveau", ["Émailleur", "Réparateur", "Bijoutier"]),
        ("ordre: numéro", ["Réparateur", "Émailleur", "Bijoutier"]),
        ("ordre: échéance", ["Émailleur", "Bijoutier", "Réparateur"]),
    ])
    func selections(criteria: String, expected: [String]) throws {
        let site = try site("livrets:\n  - {nom: choix, titre: Un choix, \(criteria)}\n")
        let report = site.build()
        #expect(report.diagnostics.isEmpty, "\(report.diagnostics)")
        let found = try titles(site, "choix").map { $0.components(separatedBy: " ")[0] }
        #expect(found == expected)
    }

    @Test func anchorsAreTheirFichesOwnAndLinksStayInside() throws {
        let site = try site()
        #expect(site.build().diagnostics.isEmpty)
        let page = try #require(site.published("livrets/catalogue/index.html"))
        #expect(page.contains("id=\"rncp90001_bloc-1-c2\"") && page.contains("id=\"rncp90003_bloc-1-c2\""))
        #expect(page.contains("<h3 ") == false || !page.contains("<h1 id=\"fiche\""))
        #expect(page.contains("<h2 id=\"rncp90001_fiche\">Réparateur de pendules</h2>"))
        // A fiche of the booklet is reached in it, another page of the site where it is.
        #expect(page.contains("href=\"#rncp90002_fiche\""))
        #expect(page.contains("href=\"../../rome/b1604/\""))
        let ids = page.components(separatedBy: " id=\"").dropFirst().map { $0.components(separatedBy: "\"")[0] }
        #expect(Set(ids).count == ids.count)
    }

    @Test func pagesHaveTheirRunningTitlesAndNoTitleEndsAString() throws {
        let site = try site()
        #expect(site.build().diagnostics.isEmpty)
        let sheet = try #require(site.published("livrets/catalogue/pages.css"))
        #expect(sheet.contains("\"RNCP\u{A0}90001\""))
        #expect(sheet.contains("Émailleur \\22 d’art\\22  \\3c /style>"))
        #expect(sheet.contains("source\u{A0}: a.md, établi le 21\u{A0}novembre\u{A0}2026"))
        let page = try #require(site.published("livrets/catalogue/index.html"))
        #expect(page.contains("href=\"../../livrets/catalogue/pages.css\""))
        #expect(!(try #require(site.published("fiches/rncp90001/index.html"))).contains("pages.css"))
    }

    @Test func aBookletOfNothingAndOneTooLargeAreSaid() throws {
        let site = try site(
            "livrets_maximum: 2\nlivrets:\n  - {nom: vide, rome: Z}\n  - {nom: tout}\n  - {nom: un, fiches: [RNCP90001, RNCP9003]}\n"
        )
        let report = site.build()
        #expect(report.outcome == .published)
        #expect(report.identifiers == ["livret-fiche-absente", "livret-trop-grand", "livret-vide"])
        #expect(report.diagnostic("livret-vide")?.position?.line == 5)
        #expect(report.diagnostic("livret-fiche-absente")?.hint?.contains("RNCP9000") == true)
        // The whole catalogue has more than two fiches: it has no booklet of its own, and nothing is said of that.
        #expect(site.published("livrets/catalogue/index.html") == nil)
        #expect(try titles(site, "un") == ["Réparateur de pendules"])
    }

    @Test func bookletsCanBeSwitchedOff() throws {
        let site = try site("outputs: {livrets: non}\n")
        #expect(site.build().diagnostics.isEmpty)
        #expect(site.published("livrets/index.html") == nil && site.published("livrets/catalogue/index.html") == nil)
        #expect(!(try #require(site.published("plan-du-site/index.html"))).contains("livrets/"))
    }

    @Test(arguments: [
        ("livrets:\n  - titre: Sans nom\n", "valeur-invalide"), ("livrets:\n  - {nom: \"Été\"}\n", "valeur-invalide"),
        ("livrets:\n  - {nom: a, niveau: 9}\n", "valeur-invalide"),
        ("livrets:\n  - {nom: a, ordre: titres}\n", "valeur-invalide"),
        ("livrets: [{nom: a}, {nom: a}]\n", "valeur-invalide"), ("livrets_maximum: beaucoup\n", "valeur-invalide"),
    ])
    func settingsThatCannotBeMeantStopTheBuild(settings: String, identifier: String) throws {
        let report = try site(settings).build()
        #expect(report.outcome == .unreadable && report.identifiers == [identifier], "\(report.diagnostics)")
    }
}
