import FicheModel
import Testing

@testable import FicheReaders

@Suite("The register of the words of a source")
struct CoverageLedgerTests {
    private func fiche(_ intitule: String) -> Fiche {
        Fiche(identifiant: "x", intitule: intitule, source: SourceFiche(fichier: "x", format: .markdown))
    }

    @Test("every word falls in exactly one class")
    func sums() {
        let source = SourceText("Intitulé : Horloger\nPage 2\nreste ici")
        var ledger = CoverageLedger(source)
        ledger.claim(source.lines[0], .repris(.intitule))
        ledger.claim(0..<9, .miseEnPage("titre de rubrique"))
        ledger.claim(source.lines[1], .miseEnPage("numéro de page"))
        let account = ledger.audited(against: fiche("Horloger")).couverture
        #expect(account.mots == 6)
        #expect(account.repris == 1)
        #expect(account.miseEnPage.map(\.nature) == ["numéro de page", "titre de rubrique"])
        #expect(account.passages == [Couverture.Passage(ligne: 3, texte: "reste ici")])
    }

    @Test("a word that is claimed for a field and not found there is not recognised")
    func honesty() {
        let source = SourceText("Horloger horloger qualifié")
        var ledger = CoverageLedger(source)
        ledger.claim(source.lines, .repris(.intitule))
        let (account, provenance) = ledger.audited(against: fiche("Horloger"))
        #expect(account.repris == 1)
        #expect(account.nonReconnus == 2)
        #expect(provenance == [.intitule: [1]])
    }

    @Test("a word that the layout cut in two is found whole")
    func cutWords() {
        let source = SourceText("horlo-\nger")
        var ledger = CoverageLedger(source)
        ledger.claim(source.lines, .repris(.intitule))
        #expect(ledger.audited(against: fiche("horloger")).couverture.repris == 2)
    }

    @Test("lines end at LF, CR or CRLF; cells at tabs, each with its own bytes")
    func lines() {
        let source = SourceText("a\r\nbé\tc\rd\n")
        #expect(source.lines.map(\.text) == ["a", "bé\tc", "d"])
        let cells = source.lines[1].cells
        #expect(cells.map(\.text) == ["bé", "c"])
        #expect(source.text(cells[1].range) == "c")
        #expect(source.line(at: cells[1].range.lowerBound) == 2)
    }
}
