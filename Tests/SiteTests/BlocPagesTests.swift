import SiteBuild
import Testing
import TestSupport

/// The page of each bloc, and the way to it.
struct BlocPagesTests {
    private static let second = """
        ### 4. Remonter une pendule {RNCP90001BC04}

        #### Compétences

        - Remonter le mouvement
        - Régler la marche

        """
    private static let correspondance =
        "correspondances: [{blocs: [RNCP90001BC04], fiche_cible: RNCP90002, blocs_cibles: [RNCP90002BC01]}, "
        + "{blocs: [], fiche_cible: RNCP77777, blocs_cibles: []}]"

    private func site(_ settings: String = "titre: Pendules\n") throws -> Site {
        let site = try Site([
            "catalogue.yaml": settings,
            "fiches/a.md": FichesEcrites.fiche(plus: Self.correspondance, corps: Self.second),
            "fiches/b.md": FichesEcrites.fiche(numero: "RNCP90002", intitule: "Émailleur", fin: "2024-01-01"),
        ])
        let report = site.build()
        try #require(report.outcome == .published, "\(report.diagnostics)")
        #expect(report.diagnostics.isEmpty, "\(report.diagnostics)")
        return site
    }

    @Test func aBlocHasItsPageAtItsNumber() throws {
        let page = try #require(try site().published("fiches/rncp90001/blocs/4/index.html"))
        #expect(page.contains("<h1>Remonter une pendule</h1>"))
        #expect(page.contains("id=\"bloc-4-c2\">Régler la marche"))
        #expect(!page.contains("Démonter le mouvement"))
        #expect(page.contains("href=\"../../#bloc-4\""))
        #expect(page.contains("Réparateur de pendules"))
        #expect(page.contains("En vigueur jusqu’au 30\u{A0}juin\u{A0}2028"))
        #expect(page.contains("datetime=\"2026-11-21\""))
        #expect(page.contains("RNCP90001BC04"))
    }

    @Test func blocsLeadToTheirNeighbours() throws {
        let site = try site()
        let first = try #require(site.published("fiches/rncp90001/blocs/1/index.html"))
        #expect(first.contains("rel=\"next\" href=\"../4/\""))
        #expect(!first.contains("rel=\"prev\""))
        #expect(first.contains("Mise en situation"))
        let last = try #require(site.published("fiches/rncp90001/blocs/4/index.html"))
        #expect(last.contains("rel=\"prev\" href=\"../1/\""))
        #expect(!last.contains("rel=\"next\""))
    }

    @Test func onlyItsOwnCorrespondancesStandThere() throws {
        let site = try site()
        let last = try #require(site.published("fiches/rncp90001/blocs/4/index.html"))
        #expect(last.contains("RNCP90002BC01"))
        #expect(last.contains("href=\"../../../../fiches/rncp90002/\""))
        #expect(!last.contains("77777"))
        #expect(!last.lowercased().contains("équivalence"))
        let first = try #require(site.published("fiches/rncp90001/blocs/1/index.html"))
        #expect(!first.contains("RNCP90002BC01"))
    }

    @Test func theFicheLeadsToItsBlocsAndKeepsTheirAnchors() throws {
        let page = try #require(try site().published("fiches/rncp90001/index.html"))
        #expect(page.contains("<h3><a href=\"blocs/4/\">Remonter une pendule</a></h3>"))
        #expect(page.contains("id=\"bloc-4\""))
        #expect(page.contains("id=\"bloc-4-c2\""))
    }

    @Test func blocPagesCanBeSwitchedOff() throws {
        let site = try site("outputs: {blocs: non}\n")
        #expect(site.published("fiches/rncp90001/blocs/4/index.html") == nil)
        let page = try #require(site.published("fiches/rncp90001/index.html"))
        #expect(page.contains("<h3><a href=\"#bloc-4\">Remonter une pendule</a></h3>"))
    }
}
