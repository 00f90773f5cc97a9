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

    /// What many bytes at once find is what one word after the other finds, wherever a sequence is cut, broken or rare.
    @Test("words are found alike in blocks and one by one")
    func blocks() {
        let parts = [
            "a", "Été", " ", "  ", "œuvre", "L’", "«\u{A0}", "\u{A0}»", "…", "—", "×", "÷", "ŷ", "x²", "¹", "e\u{301}",
            "日本",
            "🎈", "9", "_", "\n", "·", "ß", "\u{AD}", "Ω", "→", "\u{202F}", "longueur",
        ].map { Array($0.utf8) }
        let broken: [[UInt8]] = [
            [0xC3], [0xE2, 0x80], [0x80], [0xFF], [0xC3, 0xE2, 0x80, 0x99], [0xC2], [0xF0, 0x9F],
        ]
        var state: UInt64 = 7
        for round in 0..<400 {
            var text: [UInt8] = []
            while text.count < 300 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let draw = Int(state >> 33)
                text += round % 4 == 0 && draw % 9 == 0 ? broken[draw % broken.count] : parts[draw % parts.count]
            }
            text.withUnsafeBufferPointer { bytes in
                var expected: [Range<Int>] = []
                WordScanner.scanHashed(bytes) { word, _ in expected.append(word) }
                var found: [Range<Int>] = []
                WordScanner.append(bytes, to: &found)
                #expect(found == expected)
                var single: [Range<Int>] = []
                WordScanner.scan(bytes) { single.append($0) }
                #expect(single == expected)
            }
        }
    }
}
