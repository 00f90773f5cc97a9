import Testing
import TestSupport

/// The declaration of accessibility and the legal notice.
struct LegalPagesTests {
    private func site(_ settings: String, _ more: [String: String] = [:]) throws -> Site {
        try Site(["catalogue.yaml": settings, "fiches/a.md": FichesEcrites.fiche()].merging(more) { $1 })
    }

    @Test func withoutAnAuditTheSiteSaysThatItDoesNotConform() throws {
        let site = try site("editeur: {nom: Chambre, courriel: a@b.test}\n")
        try #require(site.build().outcome == .published)
        let page = try #require(site.published("accessibilite/index.html"))
        #expect(page.contains("<strong>non conforme</strong>"))
        #expect(page.contains("Aucun audit n’a été mené"))
        for heading in [
            "État de conformité", "Résultats des tests", "Contenus non accessibles",
            "Établissement de cette déclaration", "Retour d’information et contact", "Voies de recours",
        ] {
            #expect(page.contains("<h2>\(heading)</h2>"), "\(heading)")
        }
        #expect(page.contains("mailto:a@b.test"))
        #expect(site.published("index.html")?.contains("Accessibilité\u{A0}: non conforme") == true)
        let legal = try #require(site.published("mentions-legales/index.html"))
        #expect(legal.contains("<dt>Hébergeur</dt><dd>Non indiqué</dd>"))
    }

    @Test func anAuditIsReportedWithItsFigures() throws {
        let site = try site(
            """
            accessibilite: {etat: partielle, taux: 82, date: 2026-05-04, auditeur: Cabinet Clair,
              non_conformites: ["Des PDF joints ne sont pas balisés."]}
            editeur: {nom: Chambre, directeur: Ada Martin, hebergeur: "Hôte, 1 rue X, 75001 Paris"}

            """)
        try #require(site.build().outcome == .published)
        let page = try #require(site.published("accessibilite/index.html"))
        #expect(page.contains("<strong>partiellement conforme</strong>"))
        #expect(page.contains("Cabinet Clair"))
        #expect(page.contains("82&nbsp;%"))
        #expect(page.contains("Des PDF joints ne sont pas balisés."))
        #expect(site.published("mentions-legales/index.html")?.contains("Ada Martin") == true)
    }

    @Test(arguments: [
        "{etat: totale}", "{etat: totale, taux: 82, date: 2026-05-04, auditeur: X}", "{etat: oui}", "totale",
        "{etat: partielle, taux: 120, date: 2026-05-04, auditeur: X}",
    ])
    func aClaimWithoutAnAuditIsRefused(_ setting: String) throws {
        let report = try site("accessibilite: \(setting)\n").build()
        #expect(report.outcome == .unreadable)
        #expect(report.identifiers == ["valeur-invalide"], "\(report.diagnostics)")
    }

    @Test func aPageOfTheContentTakesTheirPlace() throws {
        let site = try site("titre: X\n", ["pages/accessibilite.md": "# Accessibilité\n\nÀ notre façon.\n"])
        let report = site.build()
        #expect(report.outcome == .published && report.diagnostics.isEmpty)
        let page = try #require(site.published("accessibilite/index.html"))
        #expect(page.contains("À notre façon."))
        #expect(!page.contains("Voies de recours"))
    }
}
