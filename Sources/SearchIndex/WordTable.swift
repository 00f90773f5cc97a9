import Foundation

/// Words as numbers, in the order in which they came.
struct WordTable: Sendable {
    private var arena: [UInt8] = []
    private var offsets: [Int] = [0]
    /// In open addressing: 32 bits of the hash above the number of the word, counted from 1; 0 is free. Another word is told by its hash,
    /// without a look at its letters.
    private var slots: [UInt64]

    init(capacity: Int = 1024) {
        var size = 1024
        while size < capacity * 2 { size *= 2 }
        slots = [UInt64](repeating: 0, count: size)
    }

    var count: Int { offsets.count - 1 }

    /// The number of a word, new where it was not known.
    mutating func number(of word: UnsafeBufferPointer<UInt8>) -> (number: Int, isNew: Bool) {
        if count * 2 >= slots.count { grow() }
        let hash = Self.hash(word)
        var slot = Int(hash) & (slots.count - 1)
        while case let held = slots[slot], held != 0 {
            let number = Int(held & 0xFFFF_FFFF) - 1
            if held >> 32 == hash, equals(number, word) { return (number, false) }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = hash << 32 | UInt64(count + 1)
        arena.append(contentsOf: word)
        offsets.append(arena.count)
        return (count - 1, true)
    }

    /// The bytes of a word.
    func bytes(_ number: Int) -> ArraySlice<UInt8> { arena[offsets[number]..<offsets[number + 1]] }

    private func equals(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = offsets[number]
        guard offsets[number + 1] - start == word.count else { return false }
        guard let bytes = word.baseAddress else { return true }
        return arena.withUnsafeBufferPointer { arena in
            arena.baseAddress.map { memcmp($0 + start, bytes, word.count) == 0 } ?? false
        }
    }

    private mutating func grow() {
        var grown = [UInt64](repeating: 0, count: slots.count * 2)
        for held in slots where held != 0 {
            var slot = Int(held >> 32) & (grown.count - 1)
            while grown[slot] != 0 { slot = (slot + 1) & (grown.count - 1) }
            grown[slot] = held
        }
        slots = grown
    }

    /// In 32 bits. Words are looked up by the million: eight bytes at a time.
    private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let bytes = UnsafeRawBufferPointer(word)
        var hash = UInt64(truncatingIfNeeded: bytes.count)
        var index = 0
        func mix(_ value: UInt64) {
            hash = (hash ^ value) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 32
        }
        while index + 8 <= bytes.count {
            mix(bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            index += 8
        }
        var rest: UInt64 = 0
        while index < bytes.count {
            rest = rest << 8 | UInt64(bytes[index])
            index += 1
        }
        mix(rest)
        return hash & 0xFFFF_FFFF
    }
}
