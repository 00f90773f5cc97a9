import Diagnostics
import FicheModel
import Testing

@testable import FicheReaders

private func read(_ text: String, path: String = "fiche.txt") -> (fiche: Fiche?, diagnostics: [Diagnostic]) {
    let result = FicheActuelleReader().read(SourceDocument(path: path, text: SourceText(text)))
    return (result.fiches.first?.fiche, result.diagnostics)
}

@Suite("Fiche of France compétences: single features")
struct FicheActuelleReaderTests {
    @Test("a document without title takes the name that its objectives quote, else its number, and says so")
    func missingTitle() throws {
        let quoted = """
            Objectifs et contexte de la certification :
            Le titre « Réparateur de girouettes » forme des ouvriers.
            Blocs de compétences
            RNCP99310BC01 - Réparer
            """
        let first = read(quoted)
        #expect(first.fiche?.intitule == "Réparateur de girouettes")
        #expect(first.fiche?.numeroFiche == "RNCP99310")
        #expect(first.diagnostics.contains { $0.identifier == .ficheSansTitre && $0.severity == .warning })
        let numbered = read("Voie d’accès\nCompétences attestées :\nRéparer.", path: "dossier/RS99311.txt")
        #expect(numbered.fiche?.intitule == "RS99311")
        #expect(numbered.fiche?.identifiant == "rs99311")
        let nothing = read("Compétences attestées :\nRéparer.", path: "notes.txt")
        #expect(nothing.fiche == nil)
        #expect(nothing.diagnostics.contains { $0.identifier == .ficheSansTitre && $0.severity == .error })
    }

    @Test("a line that says what no heading holds is reported with its line, never dropped")
    func unplaced() throws {
        let text = """
            Répertoire spécifique
            Souffler le verre
            N° de fiche
            RS99312
            Base légale
            Date de décision 01-02-2023
            Date d'échéance de l'enregistrement 01-02-2026
            Pour plus d’informations
            Phrase perdue entre deux rubriques
            Lien internet vers le descriptif de la certification :
            https://verre.example.org
            """
        let result = read(text)
        let fiche = try #require(result.fiche)
        #expect(fiche.source.couverture.passages.map(\.ligne) == [9])
        #expect(fiche.source.couverture.passages.map(\.texte) == ["Phrase perdue entre deux rubriques"])
        #expect(result.diagnostics.map(\.position?.line) == [9])
        #expect(fiche.enregistrement.dateFin == CalendarDate("2026-02-01"))
        #expect(fiche.lienURLDescription == ["https://verre.example.org"])
    }

    @Test("an échéance that the page states twice differently is reported")
    func twoEnds() {
        let result = read(
            """
            Répertoire spécifique
            Souffler le verre
            N° de fiche
            RS99312
            Date d’échéance de l’enregistrement : 01-02-2025
            Base légale
            Date d'échéance de l'enregistrement 01-02-2026
            """)
        #expect(result.diagnostics.contains { $0.identifier == .echeanceDifferente && $0.position?.line == 7 })
        // The date that was not retained is kept as text.
        #expect(result.fiche?.source.couverture.passages.map(\.ligne) == [5])
        #expect(result.fiche?.enregistrement.dateFin == CalendarDate("2026-02-01"))
    }

    @Test("a mark whose column was lost opens a route only where a jury is given")
    func lostColumns() throws {
        let fiche = try #require(
            read(
                """
                RS99313
                Validité des composantes acquises :
                Voie d’accès à la certification Oui Non Composition des jurys
                Après un parcours de formation continue X Deux évaluateurs.
                Par candidature individuelle X -
                Par expérience X
                """, path: "RS99313.txt"
            ).fiche)
        #expect(fiche.voiesAcces[.fc].ouverte == true)
        #expect(fiche.voiesAcces[.fc].compositionJury == "Deux évaluateurs.")
        #expect(fiche.voiesAcces[.cl].ouverte == nil)
        #expect(fiche.voiesAcces[.vae].ouverte == nil)
    }

    @Test("hostile markup of a page is layout, its words are text")
    func hostilePage() throws {
        let fiche = try #require(
            read(
                """
                <!DOCTYPE html><html><head><title>x</title><script>alert(1)</script></head><body>
                <h1>Répertoire spécifique</h1><h2 class="title--page--generic">Tailler &lt;le&gt; cristal</h2>
                <p class="tag--fcpt-certification"><span>N° de fiche</span> <span>RS99314</span></p>
                <h3>Compétences attestées :</h3><p onclick="x()">Tailler <b>droit</b> & <a href="javascript:x">poli</a></p>
                <h3>Voie d’accès</h3></body></html>
                """, path: "page.html"
            ).fiche)
        #expect(fiche.intitule == "Tailler <le> cristal")
        #expect(fiche.capacitesAttestees == "Tailler **droit** & poli")
        #expect(fiche.source.couverture.nonReconnus == 0)
    }
}

@Suite("Fiche of France compétences: cells that a copy ran together")
struct ColumnBoundaryTests {
    @Test(
        "the assessment begins behind the last competence",
        arguments: [
            (
                "Mesurer la pression du gaz. Régler le four. Mise en situation dans un atelier",
                "Mise en situation dans un atelier"
            ),
            ("Mesurer la pression du gaz Régler le four selon le RGPD Étude de cas", "Étude de cas"),
            ("1.1 Mesurer 1.1.1 Choisir un outil 1.1.2 Relever la cote Projet réel", "Projet réel"),
            ("A1C1. Mesurer la cote A1C2. Tracer A1C1. Note de calcul A1C2. Plan", "A1C1. Note de calcul A1C2. Plan"),
            ("* Mesurer * Tracer * Dossier écrit * Entretien", "* Dossier écrit * Entretien"),
        ])
    func boundary(text: String, modalites: String) {
        let found = ColumnBoundary(text)
        #expect(found.modalites == modalites)
        #expect(found.competences + " " + modalites == text)
    }

    @Test("where nothing shows a boundary, nothing is moved")
    func none() {
        let text = "Mesurer la pression du gaz dans le four"
        #expect(ColumnBoundary(text).modalites == nil)
        #expect(ColumnBoundary(text).competences == text)
    }

    @Test("items of one line come apart at stars, labels and verbs")
    func items() {
        #expect(CellItems.competences("* Mesurer * Tracer").map(\.text) == ["Mesurer", "Tracer"])
        #expect(
            CellItems.competences("C1. Mesurer la cote C2. Tracer").map(\.text) == [
                "C1. Mesurer la cote", "C2. Tracer",
            ])
        #expect(
            CellItems.competences("Mesurer la cote. Tracer le plan. Le plan est signé.").map(\.text) == [
                "Mesurer la cote.", "Tracer le plan. Le plan est signé.",
            ])
        #expect(CellItems.blocks("Un niveau C1 du CECRL, 1.5 fois").count == 1)
    }
}
