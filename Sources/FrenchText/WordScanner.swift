/// The tokenizer by which every word of a document is counted.
///
/// A *mot* is the longest run of Unicode letters, digits and combining marks; everything else separates. Raised digits
/// ("évaluateur¹") are a word of their own, for they call a note. The same rule serves the count of a source document, its
/// classes and the words of the JSON that is made from it.
public enum WordScanner {
    /// The byte ranges of the words of a UTF-8 text, in order.
    public static func ranges(in bytes: some RandomAccessCollection<UInt8>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        let isContiguous: Void? = bytes.withContiguousStorageIfAvailable { append($0, to: &found) }
        if isContiguous == nil { Array(bytes).withUnsafeBufferPointer { append($0, to: &found) } }
        return found
    }

    /// Calls `body` with the byte range of each word, in order.
    public static func scan(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>) -> Void) {
        var offset = 0
        while let word = next(in: bytes, from: &offset) { body(word) }
    }

    /// Appends the byte ranges of the words of a text, in order, moved by `offset`.
    public static func append(
        _ bytes: UnsafeBufferPointer<UInt8>, movedBy offset: Int = 0, to ranges: inout [Range<Int>]
    ) {
        var index = 0
        var open: Int?
        while index + WordMask.length <= bytes.count {
            guard let mask = WordMask(bytes, from: index), mask.count > 0 else {
                // Words around what is rare are found one by one.
                let end = index + WordMask.length
                index = open ?? index
                open = nil
                while index < end {
                    guard let word = next(in: bytes, from: &index) else { return }
                    ranges.append(offset + word.lowerBound..<offset + word.upperBound)
                }
                continue
            }
            var changes = mask.words ^ (mask.words << 1 | (open == nil ? 0 : 1))
            if mask.count < WordMask.length { changes &= (1 << UInt64(mask.count)) - 1 }
            while changes != 0 {
                let place = index + changes.trailingZeroBitCount
                if let start = open {
                    ranges.append(offset + start..<offset + place)
                    open = nil
                } else {
                    open = place
                }
                changes &= changes - 1
            }
            index += mask.count
        }
        index = open ?? index
        while let word = next(in: bytes, from: &index) {
            ranges.append(offset + word.lowerBound..<offset + word.upperBound)
        }
    }

    /// The byte range of the first word from `offset`, which goes behind it; nil when none is left.
    ///
    /// - Parameter offset: not inside of a word.
    public static func next(in bytes: UnsafeBufferPointer<UInt8>, from offset: inout Int) -> Range<Int>? {
        nextWord(bytes, from: &offset, hashed: false)?.range
    }

    /// The same with the hash of each word, in one pass.
    public static func scanHashed(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>, FoldedHash) -> Void) {
        var offset = 0
        while let word = nextWord(bytes, from: &offset, hashed: true) {
            body(word.range, word.hash ?? FoldedHash(UnsafeBufferPointer(rebasing: bytes[word.range])))
        }
    }

    /// The folded form of each byte of ASCII, 0 for what separates.
    private static let letters: StaticString = """
        \0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\
        \0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\00123456789\0\0\0\0\0\0\
        \0abcdefghijklmnopqrstuvwxyz\0\0\0\0\0\
        \0abcdefghijklmnopqrstuvwxyz\0\0\0\0\0
        """

    /// The next word and, where it is wanted and its letters are of the usual kind, its hash; `offset` goes behind it.
    @inline(__always)
    private static func nextWord(_ bytes: UnsafeBufferPointer<UInt8>, from offset: inout Int, hashed: Bool) -> (
        range: Range<Int>, hash: FoldedHash?
    )? {
        let count = bytes.count
        let letters = Self.letters.utf8Start
        // ASCII and accented Latin letters with the signs between them are nearly all there is: no table of properties.
        while offset < count {
            let byte = bytes[offset]
            if byte < 0x80 {
                if letters[Int(byte)] != 0 { break }
                offset += 1
            } else if offset + 2 < count, isSeparator(byte, bytes[offset + 1]),
                byte == 0xC2 || bytes[offset + 2] & 0xC0 == 0x80
            {
                offset += byte == 0xC2 ? 2 : 3
            } else {
                break
            }
        }
        let start = offset
        var index = start
        var hash = FoldedHash()
        while index < count {
            let byte = bytes[index]
            if byte < 0x80 {
                let letter = letters[Int(byte)]
                guard letter != 0 else {
                    offset = index
                    return (start..<index, hash)
                }
                if hashed { hash.append(folded: letter) }
                index += 1
            } else if case let second = index + 1 < count ? bytes[index + 1] : 0,
                hashed ? hash.append(latin: byte, second) : isLatinLetter(byte, second)
            {
                index += 2
            } else if index > start, isSeparator(byte, index + 1 < count ? bytes[index + 1] : 0) {
                offset = index
                return (start..<index, hash)
            } else {
                return nextRareWord(bytes, from: &offset).map { ($0, nil) }
            }
        }
        offset = count
        return start < count ? (start..<count, hash) : nil
    }

    /// True for a Latin letter with its accent, U+00C0 to U+017F.
    @inline(__always)
    private static func isLatinLetter(_ first: UInt8, _ second: UInt8) -> Bool {
        // × and ÷ are no letters.
        (0xC3...0xC5).contains(first) && second & 0xC0 == 0x80 && !(first == 0xC3 && second & 0x3F | 0x20 == 0x37)
    }

    /// True when these bytes begin a sign of the kinds that French texts have: no-break space, «, », dashes, ’, ….
    static func isSeparator(_ first: UInt8, _ second: UInt8) -> Bool {
        (first == 0xC2 && (second == 0xA0 || second == 0xAB || second == 0xBB || second == 0xB7 || second == 0xB0))
            || (first == 0xE2 && second == 0x80)
    }

    /// The next word, whatever its letters.
    private static func nextRareWord(_ bytes: UnsafeBufferPointer<UInt8>, from offset: inout Int) -> Range<Int>? {
        let count = bytes.count
        var start: Int?
        var inRaised = false
        while offset < count {
            let first = bytes[offset]
            let (isWord, length): (Bool, Int)
            var isRaised = false
            if first < 0x80 {
                (isWord, length) = (isASCIIWord(first), 1)
            } else {
                var size = min(sequenceLength(first), count - offset)
                // A broken sequence separates, and swallows nothing of what follows.
                for next in 1..<max(size, 1) where bytes[offset + next] & 0xC0 != 0x80 { size = min(size, next) }
                var value = UInt32(first) & (size == 2 ? 0x1F : size == 3 ? 0x0F : size == 4 ? 0x07 : 0)
                for next in 1..<max(size, 1) { value = value << 6 | UInt32(bytes[offset + next] & 0x3F) }
                (isWord, length) = (size > 1 && isWordScalar(value), max(size, 1))
                isRaised = isWord && isRaisedDigit(value)
            }
            if isWord {
                if let begun = start, isRaised != inRaised { return begun..<offset }
                if start == nil { start = offset }
                inRaised = isRaised
            } else if let begun = start {
                return begun..<offset
            }
            offset += length
        }
        return start.map { $0..<count }
    }

    /// The words of a text, as they stand there.
    public static func words(in text: String) -> [String] {
        let bytes = Array(text.utf8)
        return ranges(in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    private static func isASCIIWord(_ byte: UInt8) -> Bool {
        (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
    }

    private static func sequenceLength(_ first: UInt8) -> Int {
        first >= 0xF8 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
    }

    /// ⁰ ¹ ² ³ ⁴ … ⁹
    static func isRaisedDigit(_ value: UInt32) -> Bool {
        value == 0xB9 || value == 0xB2 || value == 0xB3 || value == 0x2070 || (0x2074...0x2079).contains(value)
    }

    private static func isWordScalar(_ value: UInt32) -> Bool {
        // Latin letters with accents are nearly all there is beyond ASCII: answered without the property tables.
        if value >= 0xC0 && value <= 0x17F { return value != 0xD7 && value != 0xF7 }
        guard let scalar = Unicode.Scalar(value) else { return false }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
            return true
        default: return false
        }
    }
}
