import FrenchText

/// How good a word stands in fiches: for each place, twice the points, plus one where they come from the title.
typealias Values = [Int: Int]

/// What is known of one word of a question, pass after pass: `Documentation/recherche-format.md`, 4.3 to 4.5.
struct WordMatches {
    private enum Quality {
        static let exact = 18
        static let lemma = 15
        static let stem = 6
        static let prefix = 4
    }

    private static let mostPrefixes = 40
    private static let mostPrefixShards = 2
    private static let mostTypos = 6
    private static let pointsPerTypo = 60
    private static let frequent = 256

    let word: QueryWord
    private(set) var values: Values = [:]
    /// The spelling that was asked for in place of a slip.
    private(set) var correction: String?
    private var taken: Set<Int> = []

    init(_ word: QueryWord) { self.word = word }

    /// Whether so many fiches were found that more of them, found less well, would not tell more.
    var isFrequent: Bool { values.count >= Self.frequent }

    /// The first pass: the word itself in the core, and what goes on where it is the last.
    mutating func addCore(_ files: inout IndexFiles) throws {
        let asked = word.word
        for candidate in files.core.words(withStem: asked.racine) {
            try add(candidate, quality(files.core.words[candidate]), 0, &files)
        }
        // An exception may lead a lemma to a stem of its own.
        for candidate in files.core.words(withLemma: asked.lemme) { try add(candidate, Quality.lemma, 0, &files) }
        if word.isOpen, asked.forme.utf16.count >= 2 { try addPrefixes(&files) }
    }

    /// The second pass: longer words of the core, and the body.
    mutating func addMore(isCode: Bool, _ files: inout IndexFiles) throws {
        guard !isFrequent else { return }
        let asked = word.word
        if word.isTyped, !word.isOpen, asked.forme.utf16.count >= 3 { try addPrefixes(&files) }
        if !isCode, files.body.isCommon(asked.racine) { return }
        let shards = Set(
            (isCode ? [asked.forme] : [asked.forme, asked.lemme, asked.racine]).compactMap(files.body.shard))
        let own = files.body.shard(of: asked.forme)
        let prefix = Array(asked.forme.utf8)
        for shard in shards.sorted() {
            let body = try files.bodyWords(shard)
            var prefixes = 0
            for (index, other) in body.words.enumerated() {
                let quality: Int
                if isCode ? other.forme == asked.forme : other.racine == asked.racine || other.lemme == asked.lemme {
                    quality = self.quality(other)
                } else if shard == own, prefixes < Self.mostPrefixes, isCode || word.isTyped,
                    asked.forme.utf16.count >= 3,
                    other.forme.utf8.starts(with: prefix)
                {
                    quality = Quality.prefix
                    prefixes += 1
                } else {
                    continue
                }
                for (field, places) in zip(BodyField.allCases, body.lists(index)) {
                    raise(places, 2 * (field.points + quality))
                }
            }
        }
    }

    /// The third pass: words of the core that slips of the fingers may have meant.
    mutating func addTypos(_ files: inout IndexFiles) throws {
        let bytes = Array(word.word.forme.utf8)
        // A word that titles or labels have, in whatever number and gender, is no slip.
        guard word.isTyped, bytes.count >= 4, bytes.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }),
            files.core.words(withLemma: word.word.lemme).isEmpty
        else { return }
        var allowed = bytes.count < 8 ? 1 : 2
        var found: [Int] = []
        for (candidate, other) in files.core.words.enumerated() {
            guard let distance = TypingDistance.between(bytes, other.forme, atMost: allowed), distance > 0 else {
                continue
            }
            if distance < allowed {
                allowed = distance
                found = []
            }
            found.append(candidate)
        }
        let best = files.core.byFrequency(found).prefix(Self.mostTypos)
        correction = best.first.map { files.core.spellings[$0] }
        for lemma in best.map({ files.core.words[$0].lemme }) {
            for candidate in files.core.words(withLemma: lemma) { try add(candidate, Quality.stem, allowed, &files) }
        }
    }

    private func quality(_ other: AnalysedWord) -> Int {
        let asked = word.word
        return other.forme == asked.forme ? Quality.exact : other.lemme == asked.lemme ? Quality.lemma : Quality.stem
    }

    private mutating func addPrefixes(_ files: inout IndexFiles) throws {
        let range = files.core.words(withPrefix: word.word.forme).filter { !taken.contains($0) }
        var shards: [Int] = []
        for candidate in files.core.byFrequency(range).prefix(Self.mostPrefixes) {
            let shard = files.core.shard(of: candidate)
            if !shards.contains(shard) {
                guard shards.count < Self.mostPrefixShards else { continue }
                shards.append(shard)
            }
            try add(candidate, Quality.prefix, 0, &files)
        }
    }

    private mutating func add(_ candidate: Int, _ quality: Int, _ typos: Int, _ files: inout IndexFiles) throws {
        guard taken.insert(candidate).inserted else { return }
        for (field, places) in zip(CoreField.allCases, try files.coreLists(candidate)) {
            let points = field.points + quality - Self.pointsPerTypo * typos
            raise(places, 2 * points + (field == .titre ? 1 : 0))
        }
    }

    private mutating func raise(_ places: [Int32], _ value: Int) {
        for place in places.lazy.map(Int.init) { values[place] = max(values[place] ?? Int.min, value) }
    }
}
