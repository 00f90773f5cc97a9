import Foundation
import SiteBuild
import Testing
import TestSupport

/// What a certifier reproduces, and what the catalogue’s own texts are held to.
struct CommunicationTests {
    @Test func theMentionsOfEachFicheAreGivenWhole() async throws {
        let site = try Site(["fiches/a.md": FichesEcrites.fiche()])
        let run = await site.run("check", "--communication", "--content", "{content}")
        #expect(run.status == .done, "\(run.remarks)")
        #expect(
            run.output.contains(
                "«\u{A0}Réparateur de pendules\u{A0}», RNCP90001, Certificat de Qualification Professionnelle, niveau\u{A0}4. "
                    + "Certificateur\u{A0}: Chambre des pendules. Décision d’enregistrement\u{A0}: 30\u{A0}juin\u{A0}2023\u{202F}; "
                    + "échéance de l’enregistrement\u{A0}: 30\u{A0}juin\u{A0}2028. "
                    + "Fiche officielle\u{A0}: https://www.francecompetences.fr/recherche/rncp/90001/"), "\(run.output)"
        )
        #expect(!run.remarks.contains("mention-manquante"))
    }

    @Test func whatIsMissingIsSaid() async throws {
        let site = try Site(["fiches/a.md": "---\nintitule: Doreur\n---\n\n## Activités visées\n\nDorer.\n"])
        let run = await site.run("check", "--communication", "--content", "{content}")
        #expect(run.status == .done)
        #expect(run.output.contains("Certificateur\u{A0}: non communiqué"))
        #expect(run.output.contains("échéance de l’enregistrement\u{A0}: date non communiquée"))
        #expect(run.remarks.contains("[mention-manquante]"))
        #expect(run.remarks.contains("Code, Niveau, Certificateur"))
        try #require(site.build().outcome == .published)
        let page = try #require(site.published("fiches/doreur/index.html"))
        #expect(page.contains("n’écrivez pas que cette certification est enregistrée"))
        #expect(page.contains("Ce que la source ne donne pas&nbsp;:"))
        #expect(page.contains("blocs de compétences, modalités d’évaluation"))
    }

    @Test func pagesAndSettingsAreReadAgainWithTheirLines() async throws {
        let site = try Site([
            "fiches/a.md": FichesEcrites.fiche(corps: "## Historique\n\nUn titre équivalent au bac.\n"),
            "catalogue.yaml": "titre: Nos formations RNCP\n",
            "pages/a-propos.md": "---\ntitre: À propos\n---\n\nTous nos titres sont de niveau Bac+5.\n",
            "pages/accueil.md": "Reconnu par l’État.\n",
        ])
        let run = await site.run("check", "--communication", "--content", "{content}", "--strict")
        #expect(run.status == .warnings)
        for words in [
            "pages/a-propos.md:5:32: warning:", "catalogue.yaml:1:12: warning:", "pages/accueil.md:1:1: warning:",
            "[niveau-en-annees]", "[formation-pour-certification]", "[reconnaissance]", "[equivalence]", "niveau 7",
        ] {
            #expect(run.remarks.contains(words), "\(words): \(run.remarks)")
        }
        #expect(run.remarks.contains(": note: « équivalent au bac »"))
        let json = try #require(
            try await site.run("check", "--communication", "--content", "{content}", "--json").json() as? [String: Any])
        #expect((json["fiches"] as? [[String: Any]])?.count == 1)
    }

    @Test func aNumberThatWasMadeUpIsNotToBeSpokenOf() async throws {
        let site = try Site([
            "fiches/a.md": FichesEcrites.fiche(), "catalogue.yaml": "numeros_fictifs: [RNCP90001]\n",
        ])
        let run = await site.run("check", "--communication", "--content", "{content}")
        #expect(run.output.contains("1 fiche au numéro inventé"))
        #expect(!run.output.contains("Réparateur"))
        try #require(site.build().outcome == .published)
        #expect(site.published("fiches/rncp90001/index.html")?.contains("n’en parlez nulle part") == true)
    }

    @Test func theDemonstrationKeepsTheRules() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        var request = BuildRequest(content: root.path + "/Content", version: "essai", environment: [:], now: Site.noon)
        request.drafts = true
        let report = SiteBuilder.communication(request)
        #expect(report.fiches.count > 20)
        #expect(report.diagnostics.filter { $0.severity != .note }.isEmpty, "\(report.diagnostics)")
    }
}
