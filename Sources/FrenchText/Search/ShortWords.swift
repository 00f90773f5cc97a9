/// A set of words of at most eight bytes, each as one number that is not 0, asked of at every word of a text.
struct ShortWords: Sendable {
    /// In open addressing; 0 is free. Their count is a power of two, more than twice that of the words.
    private var slots: [UInt64]
    private let shift: Int

    init(_ words: [UInt64]) {
        var bits = 4
        while 1 << bits <= words.count * 2 { bits += 1 }
        shift = 64 - bits
        slots = [UInt64](repeating: 0, count: 1 << bits)
        for word in words { slots[slot(of: word)] = word }
    }

    /// Where the word is, or would be.
    @inline(__always)
    private func slot(of word: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) >> UInt64(shift))
        while slots[slot] != 0, slots[slot] != word { slot = (slot + 1) & (slots.count - 1) }
        return slot
    }

    @inline(__always)
    func contains(_ word: UInt64) -> Bool { word != 0 && slots[slot(of: word)] == word }
}
