/// Forms of a word that a reader takes for the same word: the lemma, without number and gender, and the stem, without endings.
///
/// Procedure: `Documentation/recherche-format.md`, 1.3. The tables are published with the index, so that the scripts of the
/// pages use the same.
public enum FrenchStemming {
    /// The word without the marks of number and gender: `vendeuses` and `vendeurs` both give `vendeur`.
    public static func lemma(_ word: [UInt8]) -> [UInt8] {
        guard word.count >= 4, word.allSatisfy(isLetter) else { return word }
        if let known = exceptionTable[word] { return known }
        var lemma = word
        for group in lemmaGroups { group.apply(to: &lemma) }
        return lemma
    }

    /// The lemma without its endings: `horloger` and `horlogeri` both give `horlog`.
    public static func stem(ofLemma lemma: [UInt8]) -> [UInt8] {
        guard lemma.count >= 4, lemma.allSatisfy(isLetter) else { return lemma }
        var stem = lemma
        for _ in 0..<stemRounds { guard stemRules.apply(to: &stem) else { break } }
        return stem
    }

    private static let stemRounds = 4

    /// A lower-case letter of ASCII.
    static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }

    static let lemmaGroups = FrenchTables.lemmaRules.map(SuffixRules.init)
    static let stemRules = SuffixRules(FrenchTables.stemRules)
    private static let exceptionTable = Dictionary(
        FrenchTables.exceptions.map { (Array($0.0.utf8), Array($0.1.utf8)) }, uniquingKeysWith: { first, _ in first })
}
