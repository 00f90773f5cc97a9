import Diagnostics
import FicheModel
import FrenchText
import JSONText
import Testing

@testable import FicheReaders

@Suite("Old printed form: variants of the layouts and bad input")
struct AncienneFicheVariantTests {
    static let fixtures = [AncienneFicheFixtures.pdf, AncienneFicheFixtures.web, AncienneFicheFixtures.markdown]

    /// The fiche without the account of its source, which counts the variant's own words.
    private func facts(_ text: String) throws -> String {
        var fiche = try #require(readAncienneFiche(text).fiche)
        fiche.source.couverture = Couverture()
        return JSONWriter.text(of: fiche.json, indent: 1)
    }

    @Test("every word is accounted for, and none is left over", arguments: fixtures)
    func coverage(text: String) throws {
        let (fiche, diagnostics) = readAncienneFiche(text)
        let couverture = try #require(fiche).source.couverture
        #expect(couverture.mots == WordScanner.words(in: text).count)
        #expect(couverture.nonReconnus == 0)
        #expect(couverture.repris > 150)
        #expect(diagnostics.isEmpty)
    }

    @Test("line ends, blanks at line ends and page feeds change nothing", arguments: fixtures)
    func lineEnds(text: String) throws {
        let expected = try facts(text)
        #expect(try facts(text.replacing("\n", with: "\r\n")) == expected)
        #expect(try facts(text.replacing("\n", with: "  \n")) == expected)
        #expect(try facts(text.replacing("\n\n\n\n", with: "\n\n\u{0C}")) == expected)
        #expect(try facts(text.replacing("\n\n\n\n", with: "\n\nPage 2 sur 4\n\u{0C}")) == expected)
    }

    @Test("headings in capitals, without accents, without colons, as Markdown headings", arguments: fixtures)
    func headings(text: String) throws {
        let expected = try facts(text)
        let titles = [
            "Code(s) NSF :", "Base légale", "Bloc de compétence :", "Références autres :",
            "Historique de la certification :",
        ]
        for title in titles {
            #expect(try facts(text.replacing("\n\(title)", with: "\n\(title.uppercased())")) == expected)
            #expect(try facts(text.replacing("\n\(title)", with: "\n\(Folding.folded(title))")) == expected)
            #expect(try facts(text.replacing("\n\(title)", with: "\n\(title.filter { $0 != ":" })")) == expected)
            #expect(try facts(text.replacing("\n\(title)", with: "\n## \(title)")) == expected)
        }
    }

    @Test("bullets of any glyph", arguments: ["•", "▪", "\u{F0B7}", "➔", "–", "*", "o", "·"])
    func bullets(glyph: String) throws {
        for text in [AncienneFicheFixtures.pdf, AncienneFicheFixtures.web] {
            let changed = text.replacing("\n- ", with: "\n\(glyph) ")
            #expect(changed != text)
            let expected = try facts(text)
            #expect(try facts(changed) == expected)
        }
    }

    @Test("the same bytes each time")
    func deterministic() throws {
        let first = try facts(AncienneFicheFixtures.pdf)
        #expect(try facts(AncienneFicheFixtures.pdf) == first)
    }

    @Test("the reader is chosen for the form, and for nothing else")
    func recognition() {
        for text in Self.fixtures {
            let document = SourceDocument(path: "f.txt", text: SourceText(text))
            #expect(ReaderCatalogue().reader(for: document)?.format == .ancienneFiche)
        }
        for text in [
            "Une lettre.\n\nStatistiques :\n\nBase légale\n", "<FICHES></FICHES>", "---\nintitule: Relieur\n---\n",
        ] {
            #expect(AncienneFicheReader().recognition(of: SourceDocument(path: "f.txt", text: SourceText(text))) == 0)
        }
    }

    @Test("no title: an error with its line, no fiche")
    func withoutTitle() throws {
        let text = AncienneFicheFixtures.web.replacing("Guide conférencier des canaux\n", with: "\n")
        let (fiche, diagnostics) = readAncienneFiche(text)
        #expect(fiche == nil)
        let error = try #require(diagnostics.first { $0.severity == .error })
        #expect(error.identifier == .ficheSansTitre)
        #expect(error.position?.line == 7)
        #expect(error.hint?.isEmpty == false)
    }

    @Test("no number: a warning, and an address made of the title")
    func withoutNumber() throws {
        let text = AncienneFicheFixtures.pdf.replacing("Code RNCP : 99101", with: "Code RNCP :")
        let (fiche, diagnostics) = readAncienneFiche(text)
        #expect(fiche?.identifiant == "cqp-relieur-reparateur")
        #expect(fiche?.numeroFiche == nil)
        let warning = try #require(diagnostics.first)
        #expect(warning.severity == .warning)
        #expect(warning.identifier == .valeurIllisible)
        #expect(warning.position?.line == 3)
    }

    @Test("a bloc of another fiche is pointed out")
    func otherFiche() {
        let text = AncienneFicheFixtures.web.replacing("n°2 de la fiche n° 99102", with: "n°2 de la fiche n° 88102")
        let (fiche, diagnostics) = readAncienneFiche(text)
        #expect(fiche?.blocsCompetences.count == 2)
        #expect(diagnostics.map(\.identifier) == [.numeroDifferent])
    }

    @Test("what no field takes is kept with its line and reported")
    func unplaced() throws {
        let text = AncienneFicheFixtures.web.replacing(
            "Code(s) NSF :\n", with: "Code(s) NSF :\n\nVoir la notice jointe\n")
        let (fiche, diagnostics) = readAncienneFiche(text)
        let couverture = try #require(fiche).source.couverture
        #expect(couverture.nonReconnus == 4)
        #expect(couverture.passages.map(\.texte) == ["Voir la notice jointe"])
        #expect(couverture.mots == WordScanner.words(in: text).count)
        let warning = try #require(diagnostics.first)
        #expect(warning.identifier == .texteNonReconnu)
        #expect(warning.position?.line == couverture.passages.first?.ligne)
        #expect(warning.excerpt == "Voir la notice jointe")
    }

    @Test("hostile text does not pass as markup")
    func hostile() throws {
        let text = AncienneFicheFixtures.web
            .replacing("Offices de tourisme,", with: "<script>alert(1)</script> [x](javascript:y) Offices de tourisme,")
        let fiche = try #require(readAncienneFiche(text).fiche)
        #expect(fiche.secteursActivite?.hasPrefix("\\<script>alert(1)\\</script> [x\\](javascript:y) Offices") == true)
    }

    @Test("forms that are cut short or empty of content give what they have")
    func truncated() throws {
        let lines = AncienneFicheFixtures.pdf.components("\n")
        for count in stride(from: 6, to: lines.count, by: 7) {
            let text = lines.prefix(count).joined(separator: "\n")
            let (fiche, _) = readAncienneFiche(text)
            let couverture = try #require(fiche).source.couverture
            #expect(couverture.mots == WordScanner.words(in: text).count)
        }
    }
}
