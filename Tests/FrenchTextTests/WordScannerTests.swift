import Testing

@testable import FrenchText

@Suite("The tokenizer that counts the words of a document")
struct WordScannerTests {
    @Test(
        "a word is a run of letters, digits and marks",
        arguments: [
            ("L’été, 12 000 élèves !", ["L", "été", "12", "000", "élèves"]),
            ("chargé(e) de clientèle", ["chargé", "e", "de", "clientèle"]),
            ("cœur_de·métier", ["cœur", "de", "métier"]),
            ("e\u{301}tude", ["e\u{301}tude"]),
            ("10×20 ÷ 5", ["10", "20", "5"]),
            ("", []), ("  —•▪ ", []),
            ("日本 Ω 𝟗", ["日本", "Ω", "𝟗"]),
        ])
    func words(text: String, expected: [String]) { #expect(WordScanner.words(in: text) == expected) }

    @Test("the ranges are bytes of the text, also when the text is cut in the middle of a letter")
    func ranges() {
        let bytes = Array("à côté".utf8)
        #expect(WordScanner.ranges(in: bytes) == [0..<2, 3..<bytes.count])
        #expect(WordScanner.ranges(in: bytes.prefix(bytes.count - 1)).map(\.lowerBound) == [0, 3])
        #expect(WordScanner.ranges(in: [0xFF, 0x61, 0xC3]) == [1..<2])
    }
}
