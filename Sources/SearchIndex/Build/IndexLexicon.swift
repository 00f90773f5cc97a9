import JSONText

/// The lexicon of the core, the directories of both kinds of lists, and the lists themselves in their files.
struct IndexLexicon {
    /// How many characters of lists a file holds, at least; more where there would be too many files.
    private static let coreShard = 2_000
    private static let bodyShard = 4_000

    let bytes: [UInt8]
    let version: String
    let core: ListFiles
    let body: ListFiles
    /// The words of the body that have no file.
    let common: [UInt32]

    /// - Parameters:
    ///   - former: the index of before, where files that did not change need not be made.
    ///   - most: how many files of lists there may be.
    init(
        core: MergedLists, body: MergedLists, spellings: PostingLists, fiches: Int, most: Int, former: KeptIndex?,
        _ workers: IndexWorkers
    ) {
        let common = CommonStems(
            body, fiches: fiches, former: former.flatMap { $0.count == fiches ? $0.common : nil }
        ).words
        self.common = common
        var isCommon = [Bool](repeating: false, count: body.lists.count)
        for word in common { isCommon[Int(word)] = true }
        let kept = isCommon.indices.filter { !isCommon[$0] }
        // A question asks for more files of the core than of the body, but those of the body are larger.
        let mostCore = most * 43 / 100
        let coreWords = Array(core.lists.counts.indices)
        let coreRanges = IndexShards(core.lists, coreWords, least: Self.coreShard, most: mostCore).ranges
        let bodyRanges = IndexShards(body.lists, kept, least: Self.bodyShard, most: most - mostCore).ranges
        self.core = ListFiles(
            "noyau", core, coreWords, coreRanges, former: former.map { ($0.coreFiles, []) }, workers
        ) { [.init("listes", .string(Self.lists(core.lists, $0)))] }
        self.body = ListFiles(
            "corps", body, kept, bodyRanges, former: former.map { ($0.bodyFiles, $0.common) }, workers
        ) { words in
            let formes = CompactNumbers.frontCoded(words.map { body.lists.forme($0) })
            return [.init("mots", .string(formes)), .init("listes", .string(Self.lists(body.lists, words)))]
        }
        var starts: [UInt8] = []
        var previous = 0
        for range in coreRanges {
            CompactNumbers.append(range.lowerBound - previous, to: &starts)
            previous = range.lowerBound
        }
        let firsts = bodyRanges.map { body.lists.forme(kept[$0.lowerBound]) }
        let banals = common.map { body.lists.forme(Int($0)) }
        let members: [JSONValue.Member] = [
            .init("mots", .string(CompactNumbers.frontCoded(Self.spelled(core.lists, spellings)))),
            .init("classes", .string(String(decoding: core.lists.counts.map(Self.sizeClass), as: UTF8.self))),
            .init(
                "noyau",
                ["debuts": .string(String(decoding: starts, as: UTF8.self)), "noms": .string(self.core.names)]),
            .init(
                "corps",
                [
                    "debuts": .string(CompactNumbers.frontCoded(firsts)), "noms": .string(self.body.names),
                    "banals": .string(CompactNumbers.frontCoded(banals)),
                ]),
            .init("analyse", AnalysisTables.json),
        ]
        version = ContentName.of(JSONWriter.bytes(of: .object(members)))
        bytes = JSONWriter.bytes(of: .object([.init("version", .string(version))] + members))
    }

    private static func lists(_ lists: PostingLists, _ words: ArraySlice<Int>) -> String {
        var text: [UInt8] = []
        for word in words {
            if !text.isEmpty { text.append(0x20) }
            text.append(contentsOf: lists.entry(word))
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Each word in the most frequent of its spellings besides its forme, the first in the order of bytes of equals; the forme
    /// where there is none.
    private static func spelled(_ core: PostingLists, _ spellings: PostingLists) -> [String] {
        var next = 0
        return core.counts.indices.map { index in
            let word = core.word(index)
            var best: (count: UInt32, spelling: ArraySlice<UInt8>) = (0, word)
            // Both are in the order of formes: a space comes before all that a word has.
            while next < spellings.count {
                let text = spellings.word(next)
                let space = text.firstIndex(of: 0x20) ?? text.endIndex
                let forme = text[..<space]
                if forme.elementsEqual(word) {
                    if spellings.counts[next] > best.count {
                        best = (spellings.counts[next], text[space...].dropFirst())
                    }
                } else if !forme.lexicographicallyPrecedes(word) {
                    break
                }
                next += 1
            }
            return String(decoding: best.spelling, as: UTF8.self)
        }
    }

    /// The order of size of a number of fiches, 0 to 9, as a digit.
    private static func sizeClass(_ count: UInt32) -> UInt8 {
        0x30 + UInt8(min(9, UInt32.bitWidth - 1 - max(1, count).leadingZeroBitCount))
    }
}
