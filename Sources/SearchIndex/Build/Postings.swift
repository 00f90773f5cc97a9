/// Which words stand in which fiches: appended as fiches come, put in order at the end.
struct Postings: Sendable {
    private var table = WordTable(capacity: 1 << 14)
    /// Word and, in the low half, field (4 bits) and fiche.
    private var appearances: [UInt64] = []

    private static let ficheBits = 28

    /// Adds a word of a fiche and returns its number. A fiche gives a word once.
    @discardableResult
    mutating func add(_ word: ArraySlice<UInt8>, field: Int, fiche: Int) -> Int {
        let number = word.withUnsafeBufferPointer { table.number(of: $0).number }
        appearances.append(UInt64(number) << 32 | UInt64(field) << UInt64(Self.ficheBits) | UInt64(fiche))
        return number
    }

    /// One word with the places where it stands.
    struct Word: Sendable {
        let number: Int
        let forme: String
        /// Field and place, ascending.
        let appearances: ArraySlice<UInt32>

        /// The places of one field, ascending.
        func places(_ field: Int) -> [Int] {
            appearances.lazy.filter { Int($0 >> UInt32(ficheBits)) == field }.map { Int($0 & (1 << UInt32(ficheBits) - 1)) }
        }
    }

    /// All words, in the order of their formes.
    func byWord(_ places: [Int]) -> [Word] {
        var ends = [Int](repeating: 0, count: table.count + 1)
        for appearance in appearances { ends[Int(appearance >> 32) + 1] += 1 }
        for index in 1..<max(1, ends.count) { ends[index] += ends[index - 1] }
        var next = ends
        var sorted = [UInt32](repeating: 0, count: appearances.count)
        let mask = UInt32(1) << UInt32(Self.ficheBits) - 1
        for appearance in appearances {
            let low = UInt32(truncatingIfNeeded: appearance)
            let place = UInt32(places[Int(low & mask)])
            sorted[next[Int(appearance >> 32)]] = low & ~mask | place
            next[Int(appearance >> 32)] += 1
        }
        sorted.withUnsafeMutableBufferPointer { buffer in
            for number in 0..<table.count { buffer[ends[number]..<ends[number + 1]].sort() }
        }
        let order = (0..<table.count).sorted { table.bytes($0).lexicographicallyPrecedes(table.bytes($1)) }
        return order.map { number in
            Word(
                number: number, forme: String(decoding: table.bytes(number), as: UTF8.self),
                appearances: sorted[ends[number]..<ends[number + 1]])
        }
    }
}

/// How the words of the core are spelled where that is not their forme.
struct Spellings: Sendable {
    private var table = WordTable()
    private var counts: [UInt64: Int] = [:]

    mutating func add(_ spelling: ArraySlice<UInt8>, of word: Int) {
        let number = spelling.withUnsafeBufferPointer { table.number(of: $0).number }
        counts[UInt64(word) << 32 | UInt64(number), default: 0] += 1
    }

    /// The most frequent spelling of each word that has one, the first in the order of bytes where there are several.
    func best() -> [Int: String] {
        var best: [Int: (count: Int, spelling: String)] = [:]
        for (key, count) in counts {
            let word = Int(key >> 32)
            let spelling = String(decoding: table.bytes(Int(key & 0xFFFF_FFFF)), as: UTF8.self)
            if let other = best[word] {
                let isBetter =
                    count == other.count
                    ? spelling.utf8.lexicographicallyPrecedes(other.spelling.utf8) : count > other.count
                guard isBetter else { continue }
            }
            best[word] = (count, spelling)
        }
        return best.mapValues(\.spelling)
    }
}
