import FrenchText
import JSONText
import Testing

@testable import FicheReaders

@Suite struct WordStockTests {
    private func hash(_ word: String) -> FoldedHash { Array(word.utf8).withUnsafeBufferPointer { FoldedHash($0) } }

    private func expect(_ stock: inout WordStock, _ word: String, _ isThere: Bool) {
        let taken = stock.take(hash(word))
        #expect(taken == isThere, "\(word)")
    }

    @Test func eachOccurrenceIsTakenOnce() {
        var stock = WordStock(of: ["cle": ["Vent du Nord, vent d’été", 12, .number(85.5), nil, true], "autre": "vent"])
        for word in ["vent", "VENT", "Vent"] { expect(&stock, word, true) }
        expect(&stock, "vent", false)
        for word in ["nord", "ete", "12", "85", "5"] { expect(&stock, word, true) }
        for word in ["cle", "autre", "true", "null", "nord"] { expect(&stock, word, false) }
    }

    @Test func manyWordsStayApart() {
        let words = (0..<5000).map { "mot\($0)" }
        var stock = WordStock(of: .string(words.joined(separator: " ")))
        for word in words.reversed() { expect(&stock, word, true) }
        for word in words { expect(&stock, word, false) }
    }

    @Test func aTextIsTakenWholeOrNotAtAll() {
        var stock = WordStock(of: "un café noir noir")
        let taken = ["noir noir noir", "…", "noir cafe noir"].map { stock.takeAll(of: $0) }
        #expect(taken == [false, false, true])
        expect(&stock, "noir", false)
        expect(&stock, "un", true)
    }

    @Test func anEmptyStockGivesNothing() {
        var stock = WordStock()
        expect(&stock, "vent", false)
    }

    @Test func aPieceCountsItsLinesAsItsFileDoes() {
        let piece = SourceText(Array("un\ndeux\ntrois".utf8), firstLine: 40)
        #expect(piece.lines.map(\.number) == [40, 41, 42])
        #expect(piece.line(at: 0) == 40)
        #expect(piece.line(at: 9) == 42)
        #expect(piece.place(of: 5).0.column == 3)
    }
}
