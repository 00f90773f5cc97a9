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

    /// Appends a list of places in ascending order: how many, then the gaps.
    static func append(list places: some Collection<Int>, to text: inout [UInt8]) {
        append(places.count, to: &text)
        var previous = -1
        for place in places {
            append(place - previous - 1, to: &text)
            previous = place
        }
    }

    /// Words in their order, each with the number of UTF-16 units that it shares with the one before.
    static func frontCoded(_ words: [String]) -> String {
        var parts: [String] = []
        var previous: [UInt16] = []
        for word in words {
            let units = Array(word.utf16)
            var shared = 0
            while shared < min(63, previous.count, units.count), previous[shared] == units[shared] { shared += 1 }
            let sign = String(decoding: [alphabet[shared]], as: UTF8.self)
            parts.append(sign + String(decoding: units[shared...], as: UTF16.self))
            previous = units
        }
        return parts.joined(separator: " ")
    }

    /// The words of a front-coded text.
    static func words(_ text: String) -> [String] {
        var previous: [UInt16] = []
        return text.utf16.split(separator: 0x20).map { part in
            let shared = part.first.map { $0 < 128 ? Int(values[Int($0)]) : 0 } ?? 0
            previous = Array(previous.prefix(shared)) + part.dropFirst()
            return String(decoding: previous, as: UTF16.self)
        }
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

    /// A list of places; empty where the text is broken.
    mutating func list() -> [Int] {
        guard let count = next() else { return [] }
        var places: [Int] = []
        places.reserveCapacity(min(count, 1 << 16))
        var previous = -1
        for _ in 0..<count {
            guard let gap = next() else { break }
            previous += gap + 1
            places.append(previous)
        }
        return places
    }
}
