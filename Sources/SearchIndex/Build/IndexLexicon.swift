import FrenchText
import JSONText

/// The lexicon of the core, the directories of both kinds of lists, and the lists themselves in their files.
struct IndexLexicon {
    /// How many characters of lists a file holds, at least; more where there would be too many files.
    private static let coreShard = 2_000
    private static let bodyShard = 4_000

    let bytes: [UInt8]
    let version: String

    /// Writes the files of lists into `files`.
    ///
    /// - Parameter most: how many files of lists there may be.
    init(
        core: PostingLists, body: PostingLists, spellings: PostingLists, fiches: Int, most: Int,
        _ workers: IndexWorkers, files: inout [String: [UInt8]]
    ) {
        let spelled = Self.spelled(spellings)
        let coreWords = Self.words(core, workers)
        let bodyWords = Self.words(body, workers)
        let common = CommonStems(body, bodyWords, fiches: fiches)
        let kept = body.counts.indices.filter { !common.words.contains($0) }
        // A question asks for more files of the core than of the body, but those of the body are larger.
        let mostCore = most * 43 / 100
        let coreRanges = IndexShards(coreWords.map(\.entry), least: Self.coreShard, most: mostCore).ranges
        let bodyRanges = IndexShards(
            kept.map { bodyWords[$0].entry }, least: Self.bodyShard, most: most - mostCore
        ).ranges
        let coreNames = Self.write(
            "noyau", workers.map(coreRanges) { [.init("listes", .string(Self.lists(core, Array($0))))] }, &files)
        let bodyNames = Self.write(
            "corps",
            workers.map(bodyRanges) { range in
                let words = CompactNumbers.frontCoded(kept[range].map { body.forme($0) })
                return [.init("mots", .string(words)), .init("listes", .string(Self.lists(body, kept[range])))]
            }, &files)
        var starts: [UInt8] = []
        var previous = 0
        for range in coreRanges {
            CompactNumbers.append(range.lowerBound - previous, to: &starts)
            previous = range.lowerBound
        }
        let formes = coreWords.map(\.entry.forme)
        let members: [JSONValue.Member] = [
            .init("mots", .string(CompactNumbers.frontCoded(formes.map { spelled[$0] ?? $0 }))),
            .init("classes", .string(core.counts.map { String(Self.sizeClass(Int($0))) }.joined())),
            .init(
                "noyau",
                ["debuts": .string(String(decoding: starts, as: UTF8.self)), "noms": .string(coreNames)]),
            .init(
                "corps",
                [
                    "debuts": .string(CompactNumbers.frontCoded(bodyRanges.map { body.forme(kept[$0.lowerBound]) })),
                    "noms": .string(bodyNames),
                    "banals": .string(CompactNumbers.frontCoded(common.words.sorted().map { body.forme($0) })),
                ]),
            .init("analyse", AnalysisTables.json),
        ]
        version = ContentName.of(JSONWriter.bytes(of: .object(members)))
        bytes = JSONWriter.bytes(of: .object([.init("version", .string(version))] + members))
    }

    /// A word with what the analysis says of it.
    struct Word: Sendable {
        let entry: IndexShards.Entry
        let stem: [UInt8]
    }

    private static func words(_ lists: PostingLists, _ workers: IndexWorkers) -> [Word] {
        let length = 512
        let pieces = stride(from: 0, to: lists.count, by: length).map { $0..<min($0 + length, lists.count) }
        return workers.map(pieces) { piece in
            piece.map { index in
                let lemma = FrenchStemming.lemma(Array(lists.word(index)))
                return Word(
                    entry: .init(forme: lists.forme(index), lemma: lemma, size: lists.entry(index).count),
                    stem: FrenchStemming.stem(ofLemma: lemma))
            }
        }.flatMap(\.self)
    }

    private static func lists(_ lists: PostingLists, _ words: some Collection<Int>) -> String {
        var text: [UInt8] = []
        for word in words {
            if !text.isEmpty { text.append(0x20) }
            text.append(contentsOf: lists.entry(word))
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The most frequent spelling of each word that has one besides its forme, the first in the order of bytes of equals.
    private static func spelled(_ spellings: PostingLists) -> [String: String] {
        var best: [String: (count: Int32, spelling: String)] = [:]
        for index in 0..<spellings.count {
            let parts = spellings.forme(index).split(separator: " ", maxSplits: 1).map(String.init)
            guard parts.count == 2, spellings.counts[index] > best[parts[0]]?.count ?? 0 else { continue }
            best[parts[0]] = (spellings.counts[index], parts[1])
        }
        return best.mapValues(\.spelling)
    }

    /// The order of size of a number of fiches, 0 to 9.
    private static func sizeClass(_ count: Int) -> Int {
        min(9, max(0, Int.bitWidth - 1 - max(1, count).leadingZeroBitCount))
    }

    /// Adds files of one kind and returns their names, one after the other.
    private static func write(_ kind: String, _ shards: [[JSONValue.Member]], _ files: inout [String: [UInt8]])
        -> String
    {
        shards.map { members in
            let bytes = JSONWriter.bytes(of: .object(members))
            let name = ContentName.of(bytes)
            files["\(kind)/\(name).json"] = bytes
            return name
        }.joined()
    }
}

/// Stems of the body that so many fiches have that they tell nothing.
struct CommonStems {
    /// The places in the lists of the words that have them.
    let words: Set<Int>

    init(_ body: PostingLists, _ words: [IndexLexicon.Word], fiches: Int) {
        let limit = max(64, fiches / 16)
        var stems: [[UInt8]: [Int]] = [:]
        for (index, word) in words.enumerated() { stems[word.stem, default: []].append(index) }
        var common: Set<Int> = []
        let mask = UInt32(1) << SortedPostings.placeBits - 1
        for own in stems.values where own.reduce(0, { $0 + Int(body.counts[$1]) }) > limit {
            if own.contains(where: { Int(body.counts[$0]) > limit })
                || Set(own.flatMap { body.stands($0).map { $0 & mask } }).count > limit
            {
                common.formUnion(own)
            }
        }
        self.words = common
    }
}
