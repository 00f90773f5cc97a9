import Foundation

/// A set of texts as bytes, looked up without making a text of what is asked for.
struct ByteStrings: Sendable {
    private var bytes: [UInt8] = []
    private var bounds: [Int] = [0]
    /// Numbers of texts from 1, in open addressing; 0 is free. Their count is a power of two, at least twice that of the texts.
    private var slots: [Int32]

    /// - Parameter capacity: how many texts there will be, about.
    init(capacity: Int) {
        var count = 64
        while count < capacity * 2 { count *= 2 }
        slots = Array(repeating: 0, count: count)
    }

    /// FNV-1a, 64 bits.
    static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return hash
    }

    /// - Parameter hash: that of the text.
    func contains(_ text: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Bool { slots[slot(of: text, hash)] != 0 }

    func contains(_ text: UnsafeBufferPointer<UInt8>) -> Bool { contains(text, hash: Self.hash(text)) }

    /// Adds a text; false when it is there already.
    mutating func insert(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let slot = slot(of: text, Self.hash(text))
        guard slots[slot] == 0 else { return false }
        bytes.append(contentsOf: text)
        bounds.append(bytes.count)
        slots[slot] = Int32(bounds.count - 1)
        if bounds.count * 2 > slots.count { grow() }
        return true
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 2)
        for number in 1..<bounds.count {
            let slot = bytes.withUnsafeBufferPointer { held in
                let text = UnsafeBufferPointer(rebasing: held[bounds[number - 1]..<bounds[number]])
                return self.slot(of: text, Self.hash(text))
            }
            slots[slot] = Int32(number)
        }
    }

    /// Where the text is, or would be.
    private func slot(of text: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
        return bytes.withUnsafeBufferPointer { held in
            while case let number = Int(slots[slot]), number != 0 {
                let (start, end) = (bounds[number - 1], bounds[number])
                if end - start == text.count, Self.isSame(held, start, text) { return slot }
                slot = (slot + 1) & mask
            }
            return slot
        }
    }

    private static func isSame(
        _ held: UnsafeBufferPointer<UInt8>, _ start: Int, _ text: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        guard let base = text.baseAddress, let known = held.baseAddress else { return text.isEmpty }
        return memcmp(known + start, base, text.count) == 0
    }
}
