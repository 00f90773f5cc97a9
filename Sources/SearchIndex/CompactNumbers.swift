/// Numbers and words as short text inside JSON: `Documentation/recherche-format.md`, section 3.
enum CompactNumbers {
    static let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_".utf8)

    /// The value of each character of the alphabet; 255 for any other byte.
    static let values: [UInt8] = {
        var values = [UInt8](repeating: 255, count: 256)
        for (value, byte) in alphabet.enumerated() { values[Int(byte)] = UInt8(value) }
        return values
    }()

    /// Appends a number: five bits a character, the least significant first, 32 more where others follow.
    @inline(__always)
    static func append(_ number: Int, to text: inout [UInt8]) {
        var rest = number
        while rest >= 32 {
            text.append(alphabet[rest & 31 | 32])
            rest >>= 5
        }
        text.append(alphabet[rest])
    }

    /// Appends a list of places in ascending order: how many, the bits of a remainder, then each gap as so many ones as its quotient
    /// says, a nought and its remainder, six bits a character.
    static func append(list places: some RandomAccessCollection<Int32>, to text: inout [UInt8]) {
        append(places.count, to: &text)
        guard let last = places.last else { return }
        let width = remainderWidth(places, last: last)
        append(width, to: &text)
        var bits = BitText()
        var previous: Int32 = -1
        for place in places {
            let gap = UInt64(place - previous - 1)
            bits.appendOnes(Int(gap >> UInt64(width)), to: &text)
            bits.append(gap & (1 << UInt64(width) - 1), count: width + 1, to: &text)
            previous = place
        }
        bits.close(&text)
    }

    /// The width with which the list is shortest, the least of equals: it lies near the logarithm of the mean gap.
    private static func remainderWidth(_ places: some RandomAccessCollection<Int32>, last: Int32) -> Int {
        let mean = (Int(last) + 1 - places.count) / places.count
        let near = max(0, Int.bitWidth - 2 - mean.leadingZeroBitCount)
        var best = (width: 0, bits: Int.max)
        for width in max(0, near - 1)...(near + 2) {
            var bits = places.count * (width + 1)
            var previous: Int32 = -1
            for place in places {
                bits += Int(place - previous - 1) >> width
                previous = place
            }
            if bits < best.bits { best = (width, bits) }
        }
        return best.width
    }

    /// Words in their order, each with the number of UTF-16 units that it shares with the one before, apart by spaces.
    static func frontCoded(_ words: [String]) -> String { frontCoded(texts: words).joined(separator: " ") }

    /// Texts in their order, each with the number of UTF-16 units that it shares with the one before. No character is parted.
    static func frontCoded(texts words: [String]) -> [String] {
        var parts: [String] = []
        parts.reserveCapacity(words.count)
        var previous: [UInt8] = []
        for word in words {
            let bytes = Array(word.utf8)
            var (shared, units) = (0, 0)
            while shared < min(previous.count, bytes.count) {
                let length = bytes[shared] < 0x80 ? 1 : bytes[shared] < 0xE0 ? 2 : bytes[shared] < 0xF0 ? 3 : 4
                let width = length == 4 ? 2 : 1
                guard units + width <= 63, shared + length <= min(previous.count, bytes.count),
                    bytes[shared..<shared + length] == previous[shared..<shared + length]
                else { break }
                (shared, units) = (shared + length, units + width)
            }
            var part = [alphabet[units]]
            part.append(contentsOf: bytes[shared...])
            parts.append(String(decoding: part, as: UTF8.self))
            previous = bytes
        }
        return parts
    }

    /// The words of a front-coded text.
    static func words(_ text: String) -> [String] {
        texts(text.split(separator: " ").map(String.init))
    }

    /// Texts that were front-coded.
    static func texts(_ parts: [String]) -> [String] {
        var previous: [UInt16] = []
        return parts.map { part in
            let units = part.utf16
            let shared = units.first.map { $0 < 128 ? Int(values[Int($0)]) : 0 } ?? 0
            previous = Array(previous.prefix(shared)) + units.dropFirst()
            return String(decoding: previous, as: UTF16.self)
        }
    }
}

/// Bits written six to a character, the first the highest.
private struct BitText {
    private var held: UInt64 = 0
    private var count = 0

    mutating func appendOnes(_ number: Int, to text: inout [UInt8]) {
        var rest = number
        while rest > 0 {
            let part = min(rest, 32)
            append(1 << UInt64(part) - 1, count: part, to: &text)
            rest -= part
        }
    }

    /// At most 48 bits.
    mutating func append(_ bits: UInt64, count more: Int, to text: inout [UInt8]) {
        held = held << UInt64(more) | bits
        count += more
        while count >= 6 {
            count -= 6
            text.append(CompactNumbers.alphabet[Int(held >> UInt64(count) & 63)])
        }
        held &= 1 << UInt64(count) - 1
    }

    mutating func close(_ text: inout [UInt8]) {
        if count > 0 { append(0, count: 6 - count, to: &text) }
    }
}

/// Reads numbers one after the other. What is no number ends the reading: `next()` is nil from there on.
struct CompactNumberReader {
    private let bytes: ArraySlice<UInt8>
    private var index: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        index = bytes.startIndex
    }

    init(_ text: String) { self.init(Array(text.utf8)[...]) }

    var isAtEnd: Bool { index >= bytes.endIndex }

    mutating func next() -> Int? {
        var number = 0
        var shift = 0
        while index < bytes.endIndex, shift < 60 {
            let value = CompactNumbers.values[Int(bytes[index])]
            guard value != 255 else { return nil }
            index += 1
            number |= Int(value & 31) << shift
            if value < 32 { return number }
            shift += 5
        }
        return nil
    }

    /// A list of places; what is there of it where the text is broken.
    mutating func list() -> [Int32] {
        var places: [Int32] = []
        readList { places.append($0) }
        return places
    }

    /// Calls `take` with each place of a list.
    mutating func readList(_ take: (Int32) -> Void) {
        guard let count = next(), count > 0, let width = next(), width < 32 else { return }
        var previous: Int32 = -1
        var (held, left) = (0, 0)
        for _ in 0..<count {
            var gap = 0
            while true {
                if left == 0 {
                    guard let six = nextSix() else { return }
                    (held, left) = (six, 6)
                }
                left -= 1
                guard held >> left & 1 == 1 else { break }
                gap += 1
            }
            var missing = width
            while missing > 0 {
                if left == 0 {
                    guard let six = nextSix() else { return }
                    (held, left) = (six, 6)
                }
                let taken = min(missing, left)
                left -= taken
                missing -= taken
                gap = gap << taken | held >> left & (1 << taken - 1)
            }
            guard let place = Int32(exactly: Int(previous) + gap + 1) else { return }
            previous = place
            take(place)
        }
    }

    private mutating func nextSix() -> Int? {
        guard index < bytes.endIndex else { return nil }
        let value = CompactNumbers.values[Int(bytes[index])]
        index += 1
        return value == 255 ? nil : Int(value)
    }
}
