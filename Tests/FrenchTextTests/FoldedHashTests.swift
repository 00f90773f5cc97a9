import Testing

@testable import FrenchText

@Suite struct FoldedHashTests {
    private func hash(_ word: String) -> FoldedHash { Array(word.utf8).withUnsafeBufferPointer { FoldedHash($0) } }

    @Test(
        arguments: [
            "Référentiel", "ŒUVRE", "cœur", "Ægir", "L’été", "naïve", "Ÿ", "ſ", "ĿL", "e\u{301}tude", "évaluateur¹",
            "Ωmega", "漢字", "Straße",
            "À".lowercased(), "\u{130}stanbul", "x²",
        ])
    func equalsTheHashOfTheFoldedWord(_ word: String) {
        let folded = Folding.folded(word)
        // What is folded already stays as it is, so both sides hash the same bytes.
        #expect(hash(word) == hash(folded))
        #expect(hash(word) != hash(folded + "s"))
    }

    @Test func everyLetterOfLatinFoldsAlike() {
        for value in UInt32(0x20)...0x24F {
            guard let scalar = Unicode.Scalar(value) else { continue }
            #expect(hash(String(scalar)) == hash(Folding.folded(String(scalar))), "U+\(String(value, radix: 16))")
        }
    }

    @Test func aWordInTwoPartsIsTheWord() {
        var hash = hash("manu")
        Array("facture".utf8).withUnsafeBufferPointer { hash.append($0) }
        #expect(hash == self.hash("Manufacture"))
    }

    @Test(
        arguments: [
            ("  a \t\n b\u{A0}\u{202F}c  ", "a b c"), ("", ""), (" ", ""), ("\u{FEFF}é\u{2003}œ\u{3000}", "é œ"),
            ("a\u{85}b", "a b"),
            ("… – «x»", "… – «x»"),
        ])
    func blanksAreSqueezed(_ text: String, _ expected: String) { #expect(Folding.squeezed(text) == expected) }
}
