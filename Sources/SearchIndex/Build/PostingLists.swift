/// Words in the order of their bytes, each with its lists of places as the files of the index have them, one list for each field.
struct PostingLists: Equatable, Sendable {
    let fields: Int
    private(set) var counts: [UInt32] = []
    private(set) var traits: [WordTraits] = []
    private var words: [UInt8] = []
    private var wordEnds: [UInt32] = [0]
    private var entries: [UInt8] = []
    private var entryEnds: [UInt32] = [0]

    init(fields: Int) { self.fields = fields }

    var count: Int { counts.count }

    /// About how many bytes it takes.
    var memory: Int { words.count + entries.count + count * (MemoryLayout<WordTraits>.stride + 12) }

    func word(_ index: Int) -> ArraySlice<UInt8> { words[Int(wordEnds[index])..<Int(wordEnds[index + 1])] }
    func forme(_ index: Int) -> String { String(decoding: word(index), as: UTF8.self) }
    func entry(_ index: Int) -> ArraySlice<UInt8> { entries[Int(entryEnds[index])..<Int(entryEnds[index + 1])] }

    /// How many characters the lists of a word take.
    func size(_ index: Int) -> Int { Int(entryEnds[index + 1] - entryEnds[index]) }

    /// Field and place of each appearance of a word, ascending.
    func stands(_ index: Int) -> [UInt32] {
        var stands: [UInt32] = []
        stands.reserveCapacity(Int(counts[index]))
        forEachStand(index) { stands.append($0) }
        return stands
    }

    /// Calls `take` with field and place of each appearance of a word, ascending.
    func forEachStand(_ index: Int, _ take: (UInt32) -> Void) {
        var reader = CompactNumberReader(entry(index))
        for field in 0..<UInt32(fields) {
            reader.readList { take(field << SortedPostings.placeBits | UInt32(bitPattern: $0)) }
        }
    }

    /// Where a word is, or before which it would stand.
    func place(of word: ArraySlice<UInt8>) -> (index: Int, isThere: Bool) {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self.word(middle).lexicographicallyPrecedes(word) { low = middle + 1 } else { high = middle }
        }
        return (low, low < count && self.word(low).elementsEqual(word))
    }

    /// Makes room for about as much as others have.
    mutating func reserve(like other: PostingLists) {
        counts.reserveCapacity(other.count + 1_024)
        traits.reserveCapacity(other.count + 1_024)
        wordEnds.reserveCapacity(other.count + 1_024)
        entryEnds.reserveCapacity(other.count + 1_024)
        words.reserveCapacity(other.words.count + 1 << 14)
        entries.reserveCapacity(other.entries.count + 1 << 16)
    }

    /// Adds a word after all others.
    mutating func append(
        _ word: ArraySlice<UInt8>, _ traits: WordTraits, _ entry: some Collection<UInt8>, count: Int
    ) {
        words.append(contentsOf: word)
        wordEnds.append(UInt32(words.count))
        entries.append(contentsOf: entry)
        entryEnds.append(UInt32(entries.count))
        counts.append(UInt32(count))
        self.traits.append(traits)
    }

    /// Adds words of others as they are after all others.
    mutating func append(_ other: PostingLists, _ range: Range<Int>) {
        guard !range.isEmpty else { return }
        let (wordBase, entryBase) = (UInt32(words.count), UInt32(entries.count))
        let (firstWord, firstEntry) = (other.wordEnds[range.lowerBound], other.entryEnds[range.lowerBound])
        words += other.words[Int(firstWord)..<Int(other.wordEnds[range.upperBound])]
        entries += other.entries[Int(firstEntry)..<Int(other.entryEnds[range.upperBound])]
        let ends = range.lowerBound + 1..<range.upperBound + 1
        wordEnds += other.wordEnds[ends].lazy.map { $0 - firstWord + wordBase }
        entryEnds += other.entryEnds[ends].lazy.map { $0 - firstEntry + entryBase }
        counts += other.counts[range]
        traits += other.traits[range]
    }

    /// The lists of a word that has these appearances, ascending.
    func entry(of stands: [UInt32]) -> [UInt8] {
        var entry: [UInt8] = []
        var start = 0
        for field in 0..<UInt32(fields) {
            var places: [Int32] = []
            while start < stands.count, stands[start] >> SortedPostings.placeBits == field {
                places.append(Int32(stands[start] & SortedPostings.placeMask))
                start += 1
            }
            CompactNumbers.append(list: places, to: &entry)
        }
        return entry
    }
}

extension PostingLists {
    /// Appends all to bytes that `init(reading:)` takes back.
    func pack(into writer: inout ByteWriter) {
        writer.write(fields)
        writer.write(raw: counts)
        writer.write(raw: traits)
        writer.write(raw: wordEnds)
        writer.write(raw: entryEnds)
        writer.write(words)
        writer.write(entries)
    }

    /// Nil where the bytes are broken.
    init?(reading reader: inout ByteReader) {
        guard let fields = reader.number(), (1...4).contains(fields), let counts = reader.raw(UInt32.self),
            let traits = reader.raw(WordTraits.self), let wordEnds = reader.raw(UInt32.self),
            let entryEnds = reader.raw(UInt32.self), let words = reader.chunk(), let entries = reader.chunk(),
            traits.count == counts.count, Self.isAscending(wordEnds, counts.count, to: words.count),
            Self.isAscending(entryEnds, counts.count, to: entries.count)
        else { return nil }
        (self.fields, self.counts, self.traits) = (fields, counts, traits)
        (self.words, self.entries) = (Array(words), Array(entries))
        (self.wordEnds, self.entryEnds) = (wordEnds, entryEnds)
    }

    /// Whether these are the ends of so many parts of so many bytes.
    private static func isAscending(_ ends: [UInt32], _ count: Int, to last: Int) -> Bool {
        guard ends.count == count + 1, ends[0] == 0, Int(ends[count]) == last else { return false }
        for index in 0..<count where ends[index] > ends[index + 1] { return false }
        return true
    }
}
