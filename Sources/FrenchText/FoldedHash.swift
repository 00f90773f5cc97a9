/// A number that is the same for words whose folded forms are the same, computed on bytes.
///
/// What `Folding.folded` makes of a word, hashed by FNV-1a (64 bits), without making the folded text: what the account of
/// the words of a national export can afford.
public struct FoldedHash: Equatable, Hashable, Sendable {
    public private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    public init() {}

    public init(_ word: UnsafeBufferPointer<UInt8>) {
        self.init()
        append(word)
    }

    /// Adds a digit or a lower-case letter of ASCII.
    @inline(__always)
    mutating func append(folded byte: UInt8) { add(byte) }

    /// Adds a Latin letter with its accent, U+00C0 to U+017F; false, and nothing added, when the bytes are something else.
    @inline(__always)
    mutating func append(latin first: UInt8, _ second: UInt8) -> Bool {
        guard (0xC3...0xC5).contains(first), second & 0xC0 == 0x80 else { return false }
        let folded = Self.latin[Int(first & 3) << 6 | Int(second & 0x3F)]
        // × and ÷ are no letters.
        guard folded != 0, !(first == 0xC3 && second & 0x3F | 0x20 == 0x37) else { return false }
        add(UInt8(truncatingIfNeeded: folded))
        if folded > 0xFF { add(UInt8(truncatingIfNeeded: folded >> 8)) }
        return true
    }

    /// Adds more UTF-8 of the same word.
    public mutating func append(_ word: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index < word.count {
            let byte = word[index]
            if byte < 0x80 {
                add(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
                index += 1
            } else if (0xC3...0xC5).contains(byte), index + 1 < word.count,
                case let folded = Self.latin[Int(byte & 3) << 6 | Int(word[index + 1] & 0x3F)], folded != 0
            {
                add(UInt8(truncatingIfNeeded: folded))
                if folded > 0xFF { add(UInt8(truncatingIfNeeded: folded >> 8)) }
                index += 2
            } else {
                let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
                let end = min(word.count, index + length)
                let scalar = String(decoding: UnsafeBufferPointer(rebasing: word[index..<end]), as: UTF8.self)
                for folded in Folding.folded(scalar).utf8 { add(folded) }
                index = end
            }
        }
    }

    private mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }

    /// U+00C0 to U+017F by lead and trail byte: one or two ASCII letters, 0 for what folds otherwise.
    static let latin: [UInt16] = {
        var table = [UInt16](repeating: 0, count: 256)
        for value in UInt32(0xC0)...0x17F {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let folded = Array(Folding.foldedByScalars(String(scalar)).utf8)
            guard folded.count <= 2, folded.allSatisfy({ $0 < 0x80 && $0 > 0 }), let first = folded.first else {
                continue
            }
            let lead = UInt32(0xC0) | value >> 6
            table[Int(lead & 3) << 6 | Int(value & 0x3F)] =
                UInt16(first) | UInt16(folded.count == 2 ? folded[1] : 0) << 8
        }
        return table
    }()
}
