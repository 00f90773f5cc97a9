import FrenchText

/// Matches a question word by word and puts the fiches in order: `Documentation/recherche-format.md`, 4.4 and 4.6.
struct Ranking {
    private(set) var answer = SearchAnswer()

    /// - Parameter browses: whether a question without words lists all fiches.
    init(_ text: QueryText, _ files: inout IndexFiles, browses: Bool = false) throws {
        let slots = Slot.slots(of: text, files.core)
        let ranks = try Ranks(&files)
        answer.typed = Slot.words(of: text)
        guard !slots.isEmpty else {
            if browses || !text.niveaux.isEmpty { answer.ranked = try Self.all(text.niveaux, ranks, &files) }
            return
        }
        var matches = slots.map { SlotMatches($0) }
        for index in matches.indices { try matches[index].addCore(&files) }
        if Self.full(matches).count < SearchEngine.few {
            for index in matches.indices { try matches[index].addMore(&files) }
            if Self.full(matches).count < SearchEngine.few {
                for index in matches.indices { try matches[index].addTypos(&files) }
            }
        }
        try rank(matches.map(\.values), text.niveaux, ranks, &files)
        for match in matches {
            answer.corrections += match.corrections
            answer.synonyms += match.synonyms
        }
    }

    /// The places that match all slots.
    private static func full(_ matches: [SlotMatches]) -> Set<Int> {
        let values = matches.map(\.values).sorted { $0.count < $1.count }
        guard let least = values.first else { return [] }
        return Set(least.keys.filter { place in values.dropFirst().allSatisfy { $0[place] != nil } })
    }

    private mutating func rank(_ slots: [Values], _ niveaux: [Int], _ ranks: Ranks, _ files: inout IndexFiles) throws {
        struct Sum {
            var slots = 0
            var weight = 0
            var points = 0
            var inTitle = 0
        }
        var sums: [Int: Sum] = [:]
        for values in slots {
            let bits = Int.bitWidth - values.count.leadingZeroBitCount
            let weight = max(4, 20 - bits)
            for (place, value) in values {
                sums[place, default: Sum()].slots += 1
                sums[place, default: Sum()].weight += weight
                sums[place, default: Sum()].points += value >> 1
                sums[place, default: Sum()].inTitle += value & 1
            }
        }
        let full = sums.values.count { $0.slots == slots.count }
        let best = sums.values.map(\.slots).max() ?? 0
        let least = full >= SearchEngine.few || slots.count == 1 ? slots.count : full > 0 ? slots.count - 1 : best
        answer.isPartial = full == 0 && best > 0
        let wanted = try Self.places(ofLevels: niveaux, &files)
        for (place, sum) in sums where sum.slots >= least {
            let closeness = sum.inTitle == 0 ? 0 : max(0, 12 - 2 * max(0, ranks.titleLength(place) - sum.inTitle))
            let points = sum.points + closeness + 4 * ranks.standing(place) + (wanted.contains(place) ? 40 : 0)
            answer.ranked.append((place, sum.weight * 65_536 + points * 32))
        }
        answer.ranked.sort { $0.score != $1.score ? $0.score > $1.score : $0.place < $1.place }
    }

    /// All fiches, those in force first; of the levels that were asked for.
    private static func all(_ niveaux: [Int], _ ranks: Ranks, _ files: inout IndexFiles) throws -> [(
        place: Int, score: Int
    )] {
        let wanted = try places(ofLevels: niveaux, &files)
        return ranks.places.filter { niveaux.isEmpty || wanted.contains($0) }.map { ($0, ranks.standing($0)) }
            .sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0 < $1.0 }
    }

    private static func places(ofLevels niveaux: [Int], _ files: inout IndexFiles) throws -> Set<Int> {
        niveaux.isEmpty ? [] : try Facets.places(of: "niveau", having: Set(niveaux.map(String.init)), &files)
    }
}

/// The column of what ranking needs to know of each fiche.
struct Ranks {
    private let values: [UInt8]
    let places: Range<Int>

    init(_ files: inout IndexFiles) throws {
        values = (try files.column("rang")?.colonne ?? "").utf8.map { CompactNumbers.values[Int($0)] & 63 }
        places = 0..<files.manifest.nombre
    }

    func standing(_ place: Int) -> Int { values.indices.contains(place) ? Int(values[place] >> 4) : 0 }
    func titleLength(_ place: Int) -> Int { values.indices.contains(place) ? Int(values[place] & 15) : 0 }
}

/// What is known of one slot.
private struct SlotMatches {
    private let slot: Slot
    private var words: [[WordMatches]]
    private var usesSynonyms = false
    private(set) var values: Values = [:]

    init(_ slot: Slot) {
        self.slot = slot
        words = slot.alternatives.map { $0.words.map(WordMatches.init) }
    }

    mutating func addCore(_ files: inout IndexFiles) throws {
        for index in words.indices where ![.synonym, .code].contains(slot.alternatives[index].origin) {
            for place in words[index].indices { try words[index][place].addCore(&files) }
        }
        if slot.alternatives[0].origin == .code { try addMore(&files) } else { combine() }
    }

    mutating func addMore(_ files: inout IndexFiles) throws {
        usesSynonyms = !words[0].allSatisfy(\.isFrequent)
        for index in words.indices {
            let origin = slot.alternatives[index].origin
            for place in words[index].indices {
                // Of a synonym the core is enough: its lists in the body would cost more than they tell.
                if origin == .synonym {
                    if usesSynonyms { try words[index][place].addCore(&files) }
                } else {
                    try words[index][place].addMore(isCode: origin == .code, &files)
                }
            }
        }
        combine()
    }

    mutating func addTypos(_ files: inout IndexFiles) throws {
        for index in words.indices {
            for place in words[index].indices where words[index][place].values.count < SearchEngine.few {
                try words[index][place].addTypos(&files)
            }
        }
        combine()
    }

    /// The best of the alternatives at each place.
    private mutating func combine() {
        values = [:]
        for (index, alternative) in words.enumerated() {
            guard let first = alternative.first else { continue }
            for (place, value) in first.values {
                var (points, inTitle) = (value >> 1, value & 1)
                var isWhole = true
                for other in alternative.dropFirst() {
                    guard let value = other.values[place] else {
                        isWhole = false
                        break
                    }
                    (points, inTitle) = (min(points, value >> 1), inTitle & value)
                }
                guard isWhole else { continue }
                if index > 0 { points -= 5 }
                values[place] = max(values[place] ?? Int.min, points << 1 | (inTitle & 1))
            }
        }
    }

    var corrections: [(typed: String, corrected: String)] {
        words[0].compactMap { match in match.correction.map { (match.word.word.forme, $0) } }
    }

    /// Synonyms that found something.
    var synonyms: [(typed: String, synonym: String)] {
        guard usesSynonyms else { return [] }
        let typed = words[0].map(\.word.word.forme).joined(separator: " ")
        return words.indices.filter { slot.alternatives[$0].origin == .synonym }.compactMap { index in
            let all = words[index].map(\.values).min { $0.count < $1.count } ?? [:]
            guard all.keys.contains(where: { place in words[index].allSatisfy { $0.values[place] != nil } }) else {
                return nil
            }
            return (typed, words[index].map(\.word.word.forme).joined(separator: " "))
        }
    }
}
