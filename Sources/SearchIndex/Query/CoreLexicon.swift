import FrenchText

/// One word as the analysis sees it.
struct AnalysedWord: Hashable, Sendable {
    let forme: String
    let lemme: String
    let racine: String

    init(_ forme: [UInt8]) {
        let lemma = FrenchStemming.lemma(forme)
        self.forme = String(decoding: forme, as: UTF8.self)
        lemme = String(decoding: lemma, as: UTF8.self)
        racine = String(decoding: FrenchStemming.stem(ofLemma: lemma), as: UTF8.self)
    }

    init(_ forme: String) { self.init(Array(forme.utf8)) }
}

/// The words of titles, labels and certifiers, in memory.
struct CoreLexicon {
    let spellings: [String]
    let words: [AnalysedWord]
    let classes: [UInt8]
    /// The first word of each file of lists.
    let starts: [Int]
    private let names: String
    private let byForme: [String: Int]
    private let byLemma: [String: [Int]]
    private let byStem: [String: [Int]]

    init(_ lexicon: IndexFiles.Lexicon) {
        spellings = CompactNumbers.words(lexicon.mots)
        words = spellings.map { AnalysedWord(SearchFolding($0, mapped: false).bytes) }
        classes = lexicon.classes.utf8.map { $0 &- 0x30 }
        names = lexicon.noyau.noms
        var starts: [Int] = []
        var reader = CompactNumberReader(lexicon.noyau.debuts)
        while let next = reader.next() { starts.append((starts.last ?? 0) + next) }
        self.starts = starts
        byForme = Dictionary(words.enumerated().map { ($1.forme, $0) }, uniquingKeysWith: { first, _ in first })
        byLemma = Dictionary(grouping: words.indices, by: { [words] in words[$0].lemme })
        byStem = Dictionary(grouping: words.indices, by: { [words] in words[$0].racine })
    }

    func word(_ forme: String) -> Int? { byForme[forme] }
    func words(withLemma lemma: String) -> [Int] { byLemma[lemma] ?? [] }
    func words(withStem stem: String) -> [Int] { byStem[stem] ?? [] }

    /// The words that begin so, in order.
    func words(withPrefix prefix: String) -> Range<Int> {
        let bytes = Array(prefix.utf8)
        let first = words.firstIndex(inSorted: { !$0.forme.utf8.lexicographicallyPrecedes(bytes) })
        var end = first
        while end < words.count, words[end].forme.utf8.starts(with: bytes) { end += 1 }
        return first..<end
    }

    /// The file that holds the lists of a word.
    func shard(of word: Int) -> Int { max(0, starts.firstIndex(inSorted: { $0 > word }) - 1) }

    func name(_ shard: Int) -> Substring { names.dropFirst(shard * 8).prefix(8) }

    /// The order in which candidates are taken: the most frequent first, then by their order.
    func byFrequency(_ candidates: some Sequence<Int>) -> [Int] {
        candidates.sorted { classes[$0] != classes[$1] ? classes[$0] > classes[$1] : $0 < $1 }
    }
}

/// Which file of the body holds a word.
struct BodyDirectory {
    private let starts: [String]
    private let names: String
    private let commonStems: Set<String>

    init(_ directory: IndexFiles.Directory) {
        starts = CompactNumbers.words(directory.debuts)
        names = directory.noms
        commonStems = Set(CompactNumbers.words(directory.banals ?? "").map { AnalysedWord($0).racine })
    }

    /// The file that would hold this forme.
    func shard(of forme: String) -> Int? {
        guard !starts.isEmpty else { return nil }
        let bytes = Array(forme.utf8)
        return max(0, starts.firstIndex(inSorted: { bytes.lexicographicallyPrecedes($0.utf8) }) - 1)
    }

    func name(_ shard: Int) -> Substring { names.dropFirst(shard * 8).prefix(8) }

    /// True for a stem that too many fiches have in their body.
    func isCommon(_ stem: String) -> Bool { commonStems.contains(stem) }
}

/// The words of one file of the body with their lists.
struct BodyWords {
    let words: [AnalysedWord]
    private let entries: [ArraySlice<UInt8>]

    init(words: [String], lists: String) {
        self.words = words.map { AnalysedWord($0) }
        entries = Array(lists.utf8).split(separator: 0x20)
    }

    /// The lists of a word, one for each field.
    func lists(_ index: Int) -> [[Int32]] {
        guard entries.indices.contains(index) else { return [] }
        var reader = CompactNumberReader(entries[index])
        return BodyField.allCases.map { _ in reader.list() }
    }
}

extension Array {
    /// The first place from which on the test holds, in an array where it holds for a last part only.
    func firstIndex(inSorted test: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if test(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
