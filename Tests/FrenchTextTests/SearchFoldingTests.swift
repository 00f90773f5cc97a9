import FrenchText
import Testing

@Suite struct SearchFoldingTests {
    /// A text is folded in one go where nobody asks for the places of its letters: the letters are the same.
    @Test func withoutPlacesTheLettersAreTheSame() {
        for start in stride(from: UInt32(1), to: 0x30000, by: 61) {
            let signs = (start..<start + 61).compactMap(Unicode.Scalar.init)
            for scalar in signs {
                let text = String(scalar)
                #expect(
                    SearchFolding(text, mapped: false).bytes == SearchFolding(text, mapped: true).bytes,
                    "U+\(String(scalar.value, radix: 16))")
            }
            let text = "C’est « l’Été » – " + signs.map { "a\($0)É" }.joined(separator: "…")
            #expect(SearchFolding(text, mapped: false).bytes == SearchFolding(text, mapped: true).bytes)
        }
    }

    /// A sign may become longer than it is.
    @Test func aSignMayGrow() {
        let text = String(repeating: "\u{FDFA}", count: 20) + "œuvre"
        let folding = SearchFolding(text, mapped: false)
        #expect(folding.bytes.count > text.utf8.count)
        #expect(folding.bytes == SearchFolding(text, mapped: true).bytes)
    }
}
