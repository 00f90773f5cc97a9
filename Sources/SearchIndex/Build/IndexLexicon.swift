import FrenchText
import JSONText

/// The lexicon of the core, the directories of both kinds of lists, and the lists themselves in their files.
struct IndexLexicon {
    /// How many characters of lists a file holds, at least; more where there would be too many files.
    private static let coreShard = 6_000
    private static let bodyShard = 9_000
    private static let coreFiles = 215
    private static let bodyFiles = 300

    let bytes: [UInt8]
    let version: String

    /// Writes the files of lists into `files`.
    init(
        core: [Postings.Word], body: [Postings.Word], spellings: Spellings, fiches: Int, files: inout [String: [UInt8]]
    ) {
        let spelled = spellings.best()
        let coreShards = Shards(
            core.map { Self.entry($0, fields: CoreField.allCases.count) }, least: Self.coreShard, most: Self.coreFiles)
        let common = CommonStems(body, fiches: fiches)
        let kept = body.filter { !common.contains($0.forme) }
        let bodyShards = Shards(
            kept.map { Self.entry($0, fields: BodyField.allCases.count) }, least: Self.bodyShard, most: Self.bodyFiles)
        let coreNames = coreShards.ranges.enumerated().map { index, range in
            Self.write("noyau", index, [.init("listes", .string(coreShards.text(range)))], &files)
        }
        let bodyNames = bodyShards.ranges.enumerated().map { index, range in
            let words = CompactNumbers.frontCoded(kept[range].map(\.forme))
            return Self.write("corps", index, [.init("mots", .string(words)), .init("listes", .string(bodyShards.text(range)))], &files)
        }
        var starts: [UInt8] = []
        var previous = 0
        for range in coreShards.ranges {
            CompactNumbers.append(range.lowerBound - previous, to: &starts)
            previous = range.lowerBound
        }
        let members: [JSONValue.Member] = [
            .init("mots", .string(CompactNumbers.frontCoded(core.map { spelled[$0.number] ?? $0.forme }))),
            .init("classes", .string(core.map { String(Self.sizeClass($0.appearances.count)) }.joined())),
            .init("noyau", ["debuts": .string(String(decoding: starts, as: UTF8.self)), "noms": .string(coreNames.joined())]),
            .init(
                "corps",
                [
                    "debuts": .string(CompactNumbers.frontCoded(bodyShards.ranges.map { kept[$0.lowerBound].forme })),
                    "noms": .string(bodyNames.joined()), "banals": .string(CompactNumbers.frontCoded(common.formes)),
                ]),
            .init("analyse", AnalysisTables.json),
        ]
        version = ContentName.of(JSONWriter.bytes(of: .object(members)))
        bytes = JSONWriter.bytes(of: .object([.init("version", .string(version))] + members))
    }

    private static func entry(_ word: Postings.Word, fields: Int) -> [UInt8] {
        var text: [UInt8] = []
        for field in 0..<fields { CompactNumbers.append(list: word.places(field), to: &text) }
        return text
    }

    /// The order of size of a number of fiches, 0 to 9.
    private static func sizeClass(_ count: Int) -> Int { min(9, max(0, Int.bitWidth - 1 - max(1, count).leadingZeroBitCount)) }

    private static func write(
        _ kind: String, _ index: Int, _ members: [JSONValue.Member], _ files: inout [String: [UInt8]]
    ) -> String {
        let bytes = JSONWriter.bytes(of: .object(members))
        let name = ContentName.of(bytes)
        files["\(kind)/\(index)-\(name).json"] = bytes
        return name
    }
}

/// Entries in files of about the same size, in their order.
private struct Shards {
    let entries: [[UInt8]]
    let ranges: [Range<Int>]

    init(_ entries: [[UInt8]], least: Int, most: Int) {
        self.entries = entries
        let total = entries.reduce(0) { $0 + $1.count + 1 }
        var target = max(least, total / most + 1)
        var ranges = Self.ranges(entries, target)
        // Entries do not divide evenly: a little more in each file until there are few enough.
        while ranges.count > most {
            target += target / 32 + 1
            ranges = Self.ranges(entries, target)
        }
        self.ranges = ranges
    }

    private static func ranges(_ entries: [[UInt8]], _ target: Int) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        var size = 0
        for (index, entry) in entries.enumerated() {
            if size > 0, size + entry.count > target {
                ranges.append(start..<index)
                (start, size) = (index, 0)
            }
            size += entry.count + 1
        }
        if start < entries.count { ranges.append(start..<entries.count) }
        return ranges
    }

    func text(_ range: Range<Int>) -> String {
        String(decoding: Array(entries[range].joined(separator: [0x20])), as: UTF8.self)
    }
}

/// Stems of the body that so many fiches have that they tell nothing.
private struct CommonStems {
    /// The formes that stems of this kind have, in order.
    let formes: [String]
    private let set: Set<String>

    init(_ body: [Postings.Word], fiches: Int) {
        let limit = max(64, fiches / 16)
        var stems: [[UInt8]: [Postings.Word]] = [:]
        for word in body {
            stems[FrenchStemming.stem(ofLemma: FrenchStemming.lemma(Array(word.forme.utf8))), default: []].append(word)
        }
        var formes: [String] = []
        for words in stems.values where words.reduce(0, { $0 + $1.appearances.count }) > limit {
            let places = Set(words.flatMap { $0.appearances.map { $0 & (1 << 28 - 1) } })
            if places.count > limit { formes += words.map(\.forme) }
        }
        self.formes = formes.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        set = Set(formes)
    }

    func contains(_ forme: String) -> Bool { set.contains(forme) }
}
