import FrenchText
import Testing

@Suite struct SearchFoldingTests {
    /// A text is folded in one go where nobody asks for the places of its letters: the letters are the same.
    @Test func withoutPlacesTheLettersAreTheSame() {
        let values = Array(UInt32(1)..<0x500) + Array(0x1E00..<0x2400) + [0xFB01, 0xFDFA, 0x1D400, 0x1F600, 0xFFFD]
        let signs = values.compactMap(Unicode.Scalar.init)
        #expect(signs.filter { !isSame(String($0)) } == [])
        #expect(signs.filter { !isSame("C’est « l’Été » – a\($0)É…") } == [])
    }

    private func isSame(_ text: String) -> Bool {
        SearchFolding(text, mapped: false).bytes == SearchFolding(text, mapped: true).bytes
    }

    /// A sign may become longer than it is.
    @Test func aSignMayGrow() {
        let text = String(repeating: "\u{FDFA}", count: 20) + "œuvre"
        #expect(SearchFolding(text, mapped: false).bytes.count > text.utf8.count)
        #expect(isSame(text))
    }
}
