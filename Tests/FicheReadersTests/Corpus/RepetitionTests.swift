import Diagnostics
import FicheModel
import Testing

@testable import FicheReaders

/// One thing thousands of times: what is bounded to stay quick is bounded without losing a word.
@Suite("Corpus: repetitions")
struct RepetitionTests {
    @Test("comments on one line are taken out, and what stands between them stays")
    func comments() {
        let line = String(repeating: "mot <!-- note --> ", count: 2000)
        let result = lire(rediger(corps: "## Activités visées\n\n\(line)\n"))
        let text = result.fiches.first?.fiche.activitesVisees ?? ""
        #expect(text.split(separator: " ").count == 2000)
        #expect(!text.contains("note"))
        #expect(result.couverture.nonReconnus == 0)
    }

    @Test("the same heading again and again has an anchor of its own each time")
    func anchors() {
        var anchors = UniqueAnchors()
        let taken = (0..<3000).map { _ in anchors.take("jury") }
        #expect(taken.prefix(3) == ["jury", "jury-2", "jury-3"])
        #expect(Set(taken).count == 3000)
        let last = anchors.take("jury-7")
        #expect(last == "jury-7-2")
    }

    @Test("a number of bloc that no fiche has is no number, and does not stop the reading")
    func blocNumber() {
        let result = lire(
            rediger(
                corps: """
                    ## Blocs de compétences

                    ### RNCP1BC9223372036854775807 - Relier

                    ### Dorer

                    """))
        #expect(result.fiches.first?.fiche.blocsCompetences.map(\.numero) == [1, 2])
    }

    @Test("unknown codes are all told, near ones are looked up for the first only")
    func unknownCodes() {
        let codes = (0..<200).map { "  - Z9\(100 + $0)\n" }.joined()
        let result = lire(rediger("codes_rome:\n" + codes))
        let told = result.diagnostics.filter { $0.identifier == .codeInconnu }
        #expect(told.count == 200)
        #expect(told.count { $0.hint != nil } == CodeChecks.mostSaid)
    }

    @Test("values behind each other on one line have each its place")
    func flowSequence() {
        let codes = (0..<300).map { "é Z9\(100 + $0)" }.joined(separator: ", ")
        let result = lire(rediger("codes_rome: [\(codes)]"))
        let columns = result.diagnostics.filter { $0.identifier == .codeInconnu }.compactMap(\.position?.column)
        #expect(columns == (0..<300).map { 14 + $0 * 9 })
        #expect(result.couverture.nonReconnus == 0)
    }

    @Test("quotes that nothing closes: after some a quote closes on its own line, and no row is lost")
    func quotes() {
        let rows = (0..<100).map { "RNCP\(10_000 + $0);\"Titre \($0)\r\n" }.joined()
        let odd = "Numero_Fiche;Intitule\r\n" + rows + "RNCP20000;Fin"
        let table = CSVTable(Array(odd.utf8), file: "a.csv")
        // Each quote closes the one before it: pairs of lines are one row.
        #expect(table.rows.count == 51)
        let open =
            "Numero_Fiche;Intitule\r\n"
            + (0..<100).map { "RNCP\(10_000 + $0)x\"y;\"Titre \($0)\r\n" }.joined()
        let many = CSVTable(Array(open.utf8), file: "a.csv")
        #expect(many.rows.count == 100)
        #expect(many.diagnostics.count == CSVTable.mostUnclosed)
    }

    @Test("rows of one fiche are counted once each, and repetitions are told as such")
    func rows() {
        let codes = (0..<3000).map { _ in ["RNCP99001", "251w", "251w : Mécanique"] }
        let result = CSVSet(path: "csv").read(
            CSVFixture.files(["Nsf": [["Numero_Fiche", "Nsf_Code", "Nsf_Intitule"]] + codes]))
        let fiche = result.fiches.first { $0.fiche.numeroFiche == "RNCP99001" }?.fiche
        #expect(fiche?.codesNSF.count == 1)
        #expect(fiche?.source.couverture.nonReconnus == 0)
    }

    @Test("a paragraph of many lines keeps its emphasis in mind")
    func emphasis() {
        var emphasis = RunningEmphasis()
        var text = "Un **mot"
        var isOpen = emphasis.isOpen(in: text)
        #expect(isOpen)
        for part in ["suite", "fin** ici", "*** et **"] {
            text += " " + part
            emphasis.goOn(with: part)
            isOpen = emphasis.isOpen(in: text)
            #expect(isOpen == LineWrapping.hasOpenEmphasis(text))
        }
    }

    @Test("calls of notes in CommonMark")
    func calls() {
        #expect(NoteCalls.written(in: "a[^1] b[^23], [^x] [^] [^4") == [1, 23])
    }

    @Test("columns of a long line are where they would be counted")
    func columns() {
        let text = String(repeating: "aé€😀", count: 100)
        let places = ColumnPlaces(text)
        for column in [0, 1, 63, 64, 65, 127, 128, 399, 400, 401] {
            let expected = text.unicodeScalars.prefix(column).reduce(0) { $0 + UTF8.width($1) }
            #expect(places.offset(ofColumn: column) == expected)
        }
    }

    @Test("a page whose words spell a page is read once")
    func pageInAPage() {
        let inner = "&lt;html&gt;&lt;body&gt;&amp;lt;html&amp;gt;"
        let result = lire("<html><body><p>\(inner)</p><h2>Intitulé</h2><p>Titre</p></body></html>")
        #expect(result.fiches.isEmpty)
        #expect(result.diagnostics.hasErrors)
    }
}
