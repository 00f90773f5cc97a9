/// Which words stand in which fiches: appended as fiches come, put in order at the end. An appearance takes four bytes.
struct Postings: Sendable {
    private var table = WordTable(capacity: 1 << 14)
    /// Word and, in the two lowest bits, field.
    private var appearances: [UInt32] = []
    /// Where the appearances of each fiche end.
    private var ends: [Int] = []

    /// Adds a word of the fiche that is being added. A fiche gives a word once.
    mutating func add(_ word: UnsafeBufferPointer<UInt8>, field: Int) {
        appearances.append(UInt32(table.number(of: word).number) << 2 | UInt32(field))
    }

    /// Ends the fiche that is being added.
    mutating func endFiche() { ends.append(appearances.count) }

    /// All words in the order of their bytes, with where they stand.
    ///
    /// - Parameter places: the place of each fiche, in the order in which they were added.
    func sorted(_ places: [Int32]) -> SortedPostings {
        var starts = [Int](repeating: 0, count: table.count + 1)
        for appearance in appearances { starts[Int(appearance >> 2) + 1] += 1 }
        for index in 1..<max(1, starts.count) { starts[index] += starts[index - 1] }
        var next = starts
        var stands = [UInt32](repeating: 0, count: appearances.count)
        var index = 0
        for (fiche, end) in ends.enumerated() {
            let place = UInt32(places[fiche])
            while index < end {
                let word = Int(appearances[index] >> 2)
                stands[next[word]] = (appearances[index] & 3) << SortedPostings.placeBits | place
                next[word] += 1
                index += 1
            }
        }
        let order = (0..<table.count).sorted { table.bytes($0).lexicographicallyPrecedes(table.bytes($1)) }
        return SortedPostings(table: table, order: order, starts: starts, stands: stands)
    }
}

/// Words in order, each with its fields and places.
struct SortedPostings: Sendable {
    static let placeBits: UInt32 = 28
    static let placeMask: UInt32 = 1 << placeBits - 1

    fileprivate let table: WordTable
    fileprivate let order: [Int]
    fileprivate let starts: [Int]
    /// Field and place of each appearance, those of a word together.
    fileprivate let stands: [UInt32]

    var count: Int { order.count }

    func word(_ index: Int) -> ArraySlice<UInt8> { table.bytes(order[index]) }

    /// Field and place of each appearance of a word, in no order.
    func stands(_ index: Int) -> ArraySlice<UInt32> { stands[starts[order[index]]..<starts[order[index] + 1]] }
}
