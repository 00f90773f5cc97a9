import FicheModel
import Testing

@testable import FicheReaders

@Suite("Hauts et bas de page")
struct PageMarginsTests {
    /// Pages parted by form feeds, each with a head and a foot as a browser prints them.
    private func printed(_ pages: [String]) -> String {
        pages.enumerated().map { index, page in
            "21/11/2026 07:42   Fiche de l’atelier\n\n\(page)\n\nhttps://exemple.fr/fiche   \(index + 1)/\(pages.count)\n\u{C}"
        }.joined()
    }

    @Test("Ce qui revient sur chaque page est mis à part, le reste garde sa ligne et ses octets")
    func removed() {
        let text = SourceText(printed(["Un un un\nle début", "la suite\nDeux", "Trois\nfin 3", "4\nquatre\nQuatre"]))
        let margins = PageMargins(text)
        #expect(margins.ranges.count == 8)
        let rest = margins.removed(from: text)
        #expect(rest.bytes.count == text.bytes.count)
        #expect(rest.lines.count == text.lines.count)
        for line in rest.lines { #expect(!line.text.contains("exemple.fr") && !line.text.contains("atelier")) }
        for word in ["Un un un", "le début", "Deux", "fin 3", "quatre"] {
            #expect(rest.lines.first { $0.text.contains(word) } == text.lines.first { $0.text.contains(word) })
        }
    }

    @Test("Sans saut de page, ce sont les numéros de page qui disent où les pages finissent")
    func counted() {
        let pages = ["Un un un\nle début", "la suite\nDeux", "Trois\nfin 3", "4\nquatre\nQuatre"]
        let text = SourceText(printed(pages).replacing("\u{C}", with: ""))
        let margins = PageMargins(text)
        #expect(margins.ranges.count == 8)
        for line in margins.removed(from: text).lines {
            #expect(!line.text.contains("exemple.fr") && !line.text.contains("atelier"))
        }
        // Dates, rates and counts that do not go on are no pages.
        for line in ["12/01/2024", "Note 12/20", "Lot 1/3\nLot 1/3"] {
            let other = SourceText(String(repeating: "a\n\(line)\nb\n", count: 5))
            #expect(PageCounters.lines(of: other).isEmpty)
        }
    }

    @Test("Une couverture n’a pas le titre courant des autres pages")
    func afterACover() {
        let pages = ["Couverture\nun", "Titre\nb\nc", "Titre\nd\ne", "Titre\nf\ng"]
        let text = SourceText(pages.joined(separator: "\n\u{C}"))
        #expect(PageMargins(text).ranges.map { text.text($0) } == ["\u{C}Titre", "\u{C}Titre", "\u{C}Titre"])
        // Two of three pages that may have it are too few.
        let others = SourceText((pages.dropLast() + ["f\ng\nh"]).joined(separator: "\n\u{C}"))
        #expect(PageMargins(others).ranges.isEmpty)
    }

    @Test("Un tableau n’a pas de pages : ce que ses lignes répètent sont des valeurs")
    func tables() {
        let rows = (1...4).map { "\"RNCP9900\($0)\";\"Horloger \($0)\";\"ACTIVE\"\r\n\u{C}\"Suite\";;\r\n" }.joined()
        let table = "\"Numero_Fiche\";\"Intitule\";\"Actif\"\r\n" + rows
        #expect(!PageMargins(SourceText(table)).ranges.isEmpty)
        let read = ReaderCatalogue().read(Array(table.utf8), path: "export.csv").fiches.map(\.fiche)
        #expect(read.map(\.intitule) == ["Horloger 1", "Horloger 2", "Horloger 3", "Horloger 4"])
        #expect(
            read.allSatisfy { $0.source.couverture.miseEnPage.allSatisfy { $0.nature != "haut ou bas de page répété" } }
        )
    }

    @Test("Deux pages, des pages toutes différentes, un texte sans saut de page : rien n’est touché")
    func untouched() {
        for text in [
            printed(["a\nb", "c\nd"]), "a\nb\u{C}\nc\nd\u{C}\ne\nf\u{C}\ng\n",
            "Tête\na\nPied\nTête\nb\nPied\nTête\nc\nPied\n",
            "", "\u{C}\u{C}\u{C}",
        ] {
            let source = SourceText(text)
            #expect(PageMargins(source).ranges.isEmpty)
            #expect(PageMargins(source).removed(from: source).bytes == source.bytes)
        }
    }

    @Test("Les mots mis à part sont comptés, et la fiche reste la même")
    func accounted() throws {
        let lines = AncienneFicheFixtures.web.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let plain = try #require(ReaderCatalogue().read(Array(AncienneFicheFixtures.web.utf8), path: "a").fiches.first)
        // The pages end at blank lines, as a paragraph that goes on would be another thing to test.
        var pages: [String] = [""]
        for line in lines {
            if line.isEmpty, pages[pages.count - 1].utf8.count > 1500 { pages.append("") }
            pages[pages.count - 1] += line + "\n"
        }
        try #require(pages.count >= 3)
        let paged = try #require(ReaderCatalogue().read(Array(printed(pages).utf8), path: "a").fiches.first)
        let couverture = paged.fiche.source.couverture
        let words = couverture.miseEnPage.first { $0.nature == "haut ou bas de page répété" }?.mots
        #expect(words == pages.count * 15)
        #expect(couverture.mots == plain.fiche.source.couverture.mots + pages.count * 15)
        var fiche = paged.fiche
        fiche.source = plain.fiche.source
        for champ in Champ.allCases {
            #expect(fiche.json(of: champ) == plain.fiche.json(of: champ), "\(champ.rawValue)")
        }
    }
}
