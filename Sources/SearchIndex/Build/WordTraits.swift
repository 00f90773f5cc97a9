import FrenchText

/// What the analysis says of a word, in numbers that are kept with it, so that no word is analysed twice.
struct WordTraits: Equatable, Sendable {
    /// Words of one lemma have the same number. Another lemma that shares it costs nothing but a file that ends a word later.
    let lemma: UInt32
    /// Words of one stem have the same number; whoever needs to be sure asks `stem(of:)`.
    let stem: UInt32
    /// The low bits of the hash of the word, which say whether files may end at it.
    let anchor: UInt32

    init(_ word: ArraySlice<UInt8>) {
        let word = Array(word)
        let lemma = FrenchStemming.lemma(word)
        self.lemma = Self.number(lemma)
        stem = Self.number(FrenchStemming.stem(ofLemma: lemma))
        anchor = Self.number(word)
    }

    static func stem(of word: ArraySlice<UInt8>) -> [UInt8] {
        FrenchStemming.stem(ofLemma: FrenchStemming.lemma(Array(word)))
    }

    private static func number(_ bytes: [UInt8]) -> UInt32 { UInt32(truncatingIfNeeded: ContentName.hash(bytes)) }
}
