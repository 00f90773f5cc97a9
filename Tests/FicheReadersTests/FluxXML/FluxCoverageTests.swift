import Diagnostics
import FicheModel
import FrenchText
import Testing

@testable import FicheReaders

@Suite struct FluxCoverageTests {
    @Test func everyWordOfACompleteFicheIsAccountedFor() throws {
        let text = FluxFixture.complete
        let fiche = try #require(FluxFixture.read(text).fiches.first?.fiche)
        let couverture = fiche.source.couverture
        let start = try #require(text.range(of: "<FICHE>")?.lowerBound)
        let end = try #require(text.range(of: "</FICHE>")?.upperBound)
        #expect(couverture.mots == WordScanner.words(in: String(text[start..<end])).count)
        #expect(couverture.nonReconnus == 0)
        #expect(couverture.passages == [])
        let furniture = Dictionary(uniqueKeysWithValues: couverture.miseEnPage.map { ($0.nature, $0.mots) })
        #expect(furniture["puce"] == 2)
        #expect(furniture["entité XML"] == 2)
        // Idem, and the arrêté that stands twice: ten words and the three of its date.
        #expect(furniture["répétition"] == 14)
        // "Sans objet", "Néant".
        #expect(furniture["valeur vide"] == 3)
    }

    @Test func anUnknownElementKeepsItsText() throws {
        let result = FluxFixture.read(
            FluxFixture.flux(FluxFixture.fiche("<OBJECTIF_CONTEXTE>Voler haut &amp; loin</OBJECTIF_CONTEXTE>")))
        let diagnostic = try #require(result.diagnostics.first)
        #expect(result.diagnostics.count == 1)
        #expect(diagnostic.identifier == .elementInconnu)
        #expect(diagnostic.severity == .warning)
        #expect(diagnostic.position == SourcePosition(line: 7, column: 1))
        #expect(diagnostic.hint == "Vouliez-vous dire « OBJECTIFS_CONTEXTE » ?")
        let couverture = try #require(result.fiches.first?.fiche.source.couverture)
        #expect(couverture.passages.map(\.texte) == ["Voler haut &amp; loin"])
        #expect(couverture.passages.map(\.ligne) == [7])
    }

    @Test func aRepeatedElementIsNotSilentlyDropped() throws {
        let result = FluxFixture.read(
            FluxFixture.flux(
                FluxFixture.fiche(
                    "<SECTEURS_ACTIVITE>Un</SECTEURS_ACTIVITE><SECTEURS_ACTIVITE>Deux</SECTEURS_ACTIVITE>")))
        #expect(result.diagnostics.map(\.identifier) == [.elementRepete])
        #expect(result.fiches.first?.fiche.secteursActivite == "Un")
        #expect(result.fiches.first?.fiche.source.couverture.passages.map(\.texte) == ["Deux"])
    }

    @Test func strayWordsAreReported() throws {
        let result = FluxFixture.read(FluxFixture.flux(FluxFixture.fiche("mots égarés"), "entre deux\n"))
        #expect(result.diagnostics.map(\.identifier) == [.texteNonReconnu, .texteNonReconnu])
        #expect(result.diagnostics.map { $0.position?.line } == [7, 9])
        #expect(result.fiches.first?.fiche.source.couverture.passages.map(\.texte) == ["mots égarés"])
    }

    @Test func attributesAreReported() {
        let result = FluxFixture.read(
            FluxFixture.flux(FluxFixture.fiche("<SECTEURS_ACTIVITE langue=\"breton\">Ateliers</SECTEURS_ACTIVITE>")))
        #expect(result.fiches.first?.fiche.source.couverture.passages.map(\.texte) == ["langue=\"breton"])
        #expect(result.diagnostics.map(\.identifier) == [.texteNonReconnu])
    }

    @Test func commentsReferencesAndSectionsAreFurniture() {
        let fiche = FluxFixture.only(
            "<!-- deux mots --><SECTEURS_ACTIVITE>Caf&#233; <![CDATA[& <thé>]]> noir<!-- un --></SECTEURS_ACTIVITE>")
        #expect(fiche?.secteursActivite?.contains("Café") == true)
        #expect(fiche?.source.couverture.nonReconnus == 0)
        // A reference to a letter is a part of its word: "caf" and "233" are carried.
        let plain = FluxFixture.only("<SECTEURS_ACTIVITE>Caf& noir</SECTEURS_ACTIVITE>".replacing("&", with: "&#233;"))
        let without = FluxFixture.only("<SECTEURS_ACTIVITE></SECTEURS_ACTIVITE>")
        #expect(plain?.secteursActivite == "Café noir")
        #expect(plain.map(\.source.couverture.repris) == without.map { $0.source.couverture.repris + 3 })
    }
}
