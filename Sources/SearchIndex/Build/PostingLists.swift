/// Words in the order of their bytes, each with its lists of places as the files of the index have them, one list for each field.
struct PostingLists: Equatable, Sendable {
    let fields: Int
    private(set) var counts: [Int32] = []
    private var words: [UInt8] = []
    private var wordEnds: [Int] = [0]
    private var entries: [UInt8] = []
    private var entryEnds: [Int] = [0]

    init(fields: Int) { self.fields = fields }

    var count: Int { counts.count }

    func word(_ index: Int) -> ArraySlice<UInt8> { words[wordEnds[index]..<wordEnds[index + 1]] }
    func forme(_ index: Int) -> String { String(decoding: word(index), as: UTF8.self) }
    func entry(_ index: Int) -> ArraySlice<UInt8> { entries[entryEnds[index]..<entryEnds[index + 1]] }

    /// Field and place of each appearance of a word, ascending.
    func stands(_ index: Int) -> [UInt32] {
        var stands: [UInt32] = []
        stands.reserveCapacity(Int(counts[index]))
        var reader = CompactNumberReader(entry(index))
        for field in 0..<UInt32(fields) {
            reader.readList { stands.append(field << SortedPostings.placeBits | UInt32(bitPattern: $0)) }
        }
        return stands
    }

    private mutating func append(_ word: ArraySlice<UInt8>, _ entry: some Collection<UInt8>, count: Int) {
        words.append(contentsOf: word)
        wordEnds.append(words.count)
        entries.append(contentsOf: entry)
        entryEnds.append(entries.count)
        counts.append(Int32(count))
    }

    private mutating func append(_ word: ArraySlice<UInt8>, stands: [UInt32]) {
        var entry: [UInt8] = []
        var start = 0
        for field in 0..<UInt32(fields) {
            var places: [Int32] = []
            while start < stands.count, stands[start] >> SortedPostings.placeBits == field {
                places.append(Int32(stands[start] & (1 << SortedPostings.placeBits - 1)))
                start += 1
            }
            CompactNumbers.append(list: places, to: &entry)
        }
        append(word, entry, count: stands.count)
    }

    private mutating func append(_ part: PostingLists) {
        let (wordBase, entryBase) = (words.count, entries.count)
        words += part.words
        entries += part.entries
        wordEnds += part.wordEnds.dropFirst().map { $0 + wordBase }
        entryEnds += part.entryEnds.dropFirst().map { $0 + entryBase }
        counts += part.counts
    }
}

extension PostingLists {
    /// What became of the places of an index of before.
    struct Moves: Sendable {
        /// The new place of each; -1 where the fiche is gone or is added anew.
        let places: [Int32]
        /// Whether none is another than before.
        let isStill: Bool

        init(_ places: [Int32]) {
            self.places = places
            isStill = places.enumerated().allSatisfy { $0 == Int($1) }
        }
    }

    /// Those of before, moved, with those that were added. A word that no fiche has any more goes.
    init(_ former: PostingLists, _ moves: Moves, adding added: SortedPostings, _ workers: IndexWorkers) {
        self.init(fields: former.fields)
        let pairs = Self.pairs(former, added)
        let length = 256
        let pieces = stride(from: 0, to: pairs.count, by: length).map { $0..<min($0 + length, pairs.count) }
        for part in workers.map(pieces, { Self.part(pairs[$0], former, moves, added) }) { append(part) }
    }

    /// The places of each word in both, -1 where one has it not, in the order of words.
    private static func pairs(_ former: PostingLists, _ added: SortedPostings) -> [(former: Int, added: Int)] {
        var pairs: [(former: Int, added: Int)] = []
        pairs.reserveCapacity(max(former.count, added.count))
        var (left, right) = (0, 0)
        while left < former.count || right < added.count {
            if right == added.count {
                pairs.append((left, -1))
                left += 1
            } else if left == former.count {
                pairs.append((-1, right))
                right += 1
            } else if former.word(left).elementsEqual(added.word(right)) {
                pairs.append((left, right))
                (left, right) = (left + 1, right + 1)
            } else if former.word(left).lexicographicallyPrecedes(added.word(right)) {
                pairs.append((left, -1))
                left += 1
            } else {
                pairs.append((-1, right))
                right += 1
            }
        }
        return pairs
    }

    private static func part(
        _ pairs: ArraySlice<(former: Int, added: Int)>, _ former: PostingLists, _ moves: Moves,
        _ added: SortedPostings
    ) -> PostingLists {
        var part = PostingLists(fields: former.fields)
        for pair in pairs {
            guard pair.former >= 0 else {
                part.append(added.word(pair.added), stands: added.stands(pair.added).sorted())
                continue
            }
            let word = former.word(pair.former)
            if pair.added < 0, moves.isStill {
                part.append(word, former.entry(pair.former), count: Int(former.counts[pair.former]))
                continue
            }
            var stands = former.stands(pair.former)
            let isMoved = move(&stands, moves)
            if pair.added < 0, !isMoved {
                part.append(word, former.entry(pair.former), count: stands.count)
                continue
            }
            if pair.added >= 0 { stands += added.stands(pair.added) }
            guard !stands.isEmpty else { continue }
            stands.sort()
            part.append(word, stands: stands)
        }
        return part
    }

    /// Gives appearances their new places; false where all are those of before.
    private static func move(_ stands: inout [UInt32], _ moves: Moves) -> Bool {
        guard !moves.isStill else { return false }
        let mask = UInt32(1) << SortedPostings.placeBits - 1
        var isMoved = false
        var kept = 0
        for index in stands.indices {
            let before = Int(stands[index] & mask)
            let place = moves.places.indices.contains(before) ? moves.places[before] : -1
            if place < 0 {
                isMoved = true
                continue
            }
            if UInt32(place) != stands[index] & mask { isMoved = true }
            stands[kept] = stands[index] & ~mask | UInt32(place)
            kept += 1
        }
        stands.removeLast(stands.count - kept)
        return isMoved
    }
}

extension PostingLists {
    /// Appends all to bytes that `init(reading:)` takes back.
    func pack(into writer: inout ByteWriter) {
        writer.write(fields)
        writer.write(counts.map(Int.init))
        writer.write((0..<count).map { wordEnds[$0 + 1] - wordEnds[$0] })
        writer.write((0..<count).map { entryEnds[$0 + 1] - entryEnds[$0] })
        writer.write(words)
        writer.write(entries)
    }

    /// Nil where the bytes are broken.
    init?(reading reader: inout ByteReader) {
        guard let fields = reader.number(), (1...4).contains(fields), let counts = reader.numbers(),
            let wordLengths = reader.numbers(), let entryLengths = reader.numbers(), let words = reader.chunk(),
            let entries = reader.chunk(), counts.count == wordLengths.count, counts.count == entryLengths.count
        else { return nil }
        self.fields = fields
        for count in counts {
            guard let count = Int32(exactly: count), count >= 0 else { return nil }
            self.counts.append(count)
        }
        (self.words, self.entries) = (Array(words), Array(entries))
        for (lengths, path) in [(wordLengths, \PostingLists.wordEnds), (entryLengths, \.entryEnds)] {
            var end = 0
            self[keyPath: path].reserveCapacity(lengths.count + 1)
            for length in lengths {
                let (sum, overflows) = end.addingReportingOverflow(length)
                guard length >= 0, !overflows else { return nil }
                end = sum
                self[keyPath: path].append(end)
            }
        }
        guard wordEnds.last == words.count, entryEnds.last == entries.count else { return nil }
    }
}
