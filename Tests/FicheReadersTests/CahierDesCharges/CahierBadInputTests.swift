import Diagnostics
import FicheModel
import Testing

@testable import FicheReaders

@Suite("Cahier des charges fautif")
struct CahierBadInputTests {
    private static func read(_ text: String) -> ReadResult {
        CahierDesChargesReader().read(SourceDocument(path: "cqp.md", text: SourceText(text)))
    }

    private static let cover = "CQP Affûteur\n\nOrganisme certificateur : Les lames réunies\n\n"

    @Test("Without a title nothing is published, and the place is named")
    func untitled() {
        let result = Self.read("\nCahier des charges\n\nSOMMAIRE\n\n1 - Objet.....2\n\n1 - Objet\n\nTexte.")
        #expect(result.fiches.isEmpty)
        #expect(result.diagnostics.map(\.identifier) == [.ficheSansTitre])
        #expect(result.diagnostics.first?.severity == .error)
        #expect(result.diagnostics.first?.position?.line == 2)
        #expect(result.diagnostics.first?.hint != nil)
    }

    @Test("A domaine without a number takes its rank, with a warning")
    func domaineSansNumero() {
        let result = Self.read(
            Self.cover
                + "1 - Référentiel\n\nDomaine de compétences : Affûtage\n\nUnité de compétences 1 - Meule\n\nActivités\tCompétences\nMeulage\tMeuler\n"
        )
        #expect(result.fiches.first?.fiche.blocsCompetences.map(\.libelle) == ["Affûtage"])
        #expect(result.fiches.first?.fiche.blocsCompetences.first?.unites.first?.competences == ["Meuler"])
        #expect(result.diagnostics.map(\.identifier) == [.domaineSansNumero])
        #expect(result.diagnostics.first?.position?.line == 7)
    }

    @Test("An unité before any domaine stays on the document page, with a warning")
    func uniteHorsDomaine() throws {
        let result = Self.read(
            Self.cover
                + "1 - Référentiel\n\nUnité de compétences 1 - Meule\n\nDomaine de compétences 1 : Affûtage\n\nUnité de compétences 2 - Pierre\n"
        )
        let fiche = try #require(result.fiches.first?.fiche)
        #expect(fiche.blocsCompetences.flatMap(\.unites).map(\.numero) == [2])
        #expect(result.diagnostics.map(\.identifier) == [.uniteHorsDomaine])
        #expect(fiche.source.couverture.nonReconnus == 0)
    }

    @Test("Unités without any domaine are acquired one by one")
    func unitesSeules() {
        let result = Self.read(
            Self.cover + "1 - Référentiel\n\nUnité de compétences 1 - Meule\n\nUnité de compétences 2 - Pierre\n")
        #expect(result.fiches.first?.fiche.blocsCompetences.map(\.libelle) == ["Meule", "Pierre"])
    }

    @Test("No domaine, no certificateur, a section that the contents announce in vain")
    func missingParts() {
        let result = Self.read("CQP Affûteur\n\nSOMMAIRE\n\n1 - Objet.....2\n2 - Suite.....3\n\n1 - Objet\n\nTexte.")
        #expect(result.diagnostics.map(\.identifier) == [.sectionAbsente, .certificateurAbsent, .domainesAbsents])
        #expect(result.diagnostics.allSatisfy { $0.severity == .warning })
    }

    @Test("Notes that begin again at 1 on each page are numbered on, and their calls with them")
    func repeatedNotes() throws {
        let result = Self.read(
            Self.cover + """
                1 - Référentiel

                Un texte¹.

                ¹ Une note

                Un autre¹ et encore².

                ¹ Une autre

                ² Une troisième

                Domaine 1 : Affûtage
                """)
        #expect(result.diagnostics.map(\.identifier) == [.noteEnDouble])
        let fiche = try #require(result.fiches.first?.fiche)
        let document = try #require(fiche.documents.first?.contenu)
        #expect(document.notes.map(\.texte) == ["Une note", "Une autre", "Une troisième"])
        #expect(document.elements.contains(.texte("Un texte[^1].\n\nUn autre[^2] et encore[^3].")))
        #expect(fiche.source.couverture.nonReconnus == 0)
        #expect(fiche.source.couverture.miseEnPage.map(\.mots) == [4])
    }

    @Test("A note that nothing calls is shown, and reported with its line")
    func uncalledNote() {
        let result = Self.read(
            Self.cover + "1 - Référentiel\n\nUn texte de 30 m².\n\n² Une note\n\nDomaine 1 : Affûtage\n")
        #expect(result.diagnostics.map(\.identifier) == [.noteSansAppel])
        #expect(result.diagnostics.first?.position?.line == 9)
    }

    @Test(
        "HTML of a hostile cell becomes text", arguments: ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>"])
    func hostile(cell: String) throws {
        let result = Self.read(
            Self.cover
                + "1 - Référentiel\n\nDomaine 1 : Affûtage\n\nUnité 1 : Meule\n\nActivités\tCompétences\nMeulage\tMeuler \(cell) droit\n"
        )
        let fiche = try #require(result.fiches.first?.fiche)
        #expect(fiche.blocsCompetences.first?.unites.first?.competences == ["Meuler droit"])
        #expect(fiche.source.couverture.nonReconnus == 0)
    }
}
