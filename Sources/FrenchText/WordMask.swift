/// Which of sixty-four bytes of a text belong to words, one bit a byte: words are found without a branch for each byte.
struct WordMask {
    /// How many bytes a mask looks at.
    static let length = 64

    /// Digits and letters: of ASCII, or led by 0xC3 and 0xC5 (nearly all accented letters of French).
    private(set) var words: UInt64 = 0
    /// How many of the bytes the mask tells; fewer where a sequence is cut by its end.
    private(set) var count = WordMask.length

    private static let high: UInt64 = 0x8080_8080_8080_8080
    private static let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F

    /// Nil when something else than letters, digits, signs of ASCII and the usual signs of French is among the bytes.
    ///
    /// - Parameter start: the first of 64 bytes; not inside of a sequence.
    @inline(__always)
    init?(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
        guard let base = bytes.baseAddress else { return nil }
        let place = UnsafeRawPointer(base) + start
        var others: UInt64 = 0
        var carry: UInt64 = 0
        var broken: UInt64 = 0
        for block in 0..<8 {
            let eight = UInt64(littleEndian: place.loadUnaligned(fromByteOffset: 8 * block, as: UInt64.self))
            var flags = Self.ascii(eight)
            if eight & Self.high != 0 || carry != 0 {
                let leads = Self.equal(eight, 0xC3C3_C3C3_C3C3_C3C3) | Self.equal(eight, 0xC5C5_C5C5_C5C5_C5C5)
                let behind = leads << 8 | carry
                let followers = behind & eight & ~(eight << 1)
                broken |= behind & ~followers
                // 0x97 and 0xB7 end × and ÷, which are no letters.
                let signs = Self.equal(eight | 0x2020_2020_2020_2020, 0xB7B7_B7B7_B7B7_B7B7)
                let letters = leads | followers & ~signs
                carry = leads >> 56
                flags |= letters
                others |= Self.bits(eight & Self.high & ~letters) << UInt64(8 * block)
            }
            words |= Self.bits(flags) << UInt64(8 * block)
        }
        if broken != 0 { return nil }
        if carry != 0 { count -= 1 }
        while others != 0 {
            let place = others.trailingZeroBitCount
            guard let length = Self.signLength(bytes, at: start + place) else { return nil }
            guard place + length <= Self.length else {
                count = place
                break
            }
            others &= ~(((1 << UInt64(length)) - 1) << UInt64(place))
        }
        if count < Self.length { words &= (1 << UInt64(count)) - 1 }
    }

    /// The high bit of each byte that is a digit or a letter of ASCII.
    @inline(__always)
    private static func ascii(_ eight: UInt64) -> UInt64 {
        let plain = eight & low
        let lower = plain | 0x2020_2020_2020_2020
        let letters = (lower &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(lower &+ 0x0505_0505_0505_0505)
        let digits = (plain &+ 0x5050_5050_5050_5050) & ~(plain &+ 0x4646_4646_4646_4646)
        return (letters | digits) & ~eight & high
    }

    /// The high bit of each byte that equals that of the pattern.
    @inline(__always)
    private static func equal(_ eight: UInt64, _ pattern: UInt64) -> UInt64 {
        let difference = eight ^ pattern
        return ~((difference & low &+ low) | difference | low)
    }

    /// The high bits of eight bytes as eight bits.
    @inline(__always)
    private static func bits(_ flags: UInt64) -> UInt64 {
        ((flags >> 7) &* 0x0102_0408_1020_4080) >> 56
    }

    /// The length of a sign beyond ASCII that separates words; nil for anything else.
    private static func signLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
        guard index + 1 < bytes.count, WordScanner.isSeparator(bytes[index], bytes[index + 1]) else { return nil }
        if bytes[index] == 0xC2 { return 2 }
        return index + 2 < bytes.count && bytes[index + 2] & 0xC0 == 0x80 ? 3 : nil
    }
}
