#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Texts by the order of their bytes. They stand one behind the other, and their first bytes are compared as two numbers: a
/// national base has tens of thousands of titles and of paths.
struct ByteOrder: Sendable {
    private var bytes: [UInt8] = []
    /// Where each begins, and behind them the end.
    private var bounds = [0]

    var count: Int { bounds.count - 1 }

    mutating func append(_ text: some Sequence<UInt8>) {
        bytes.append(contentsOf: text)
        bounds.append(bytes.count)
    }

    mutating func append(_ other: ByteOrder) {
        let end = bytes.count
        bytes += other.bytes
        for bound in other.bounds.dropFirst() { bounds.append(end + bound) }
    }

    /// The first byte of the text at a place; nil where it is empty.
    func first(at place: Int) -> UInt8? {
        bounds[place] < bounds[place + 1] ? bytes[bounds[place]] : nil
    }

    /// A text with its first bytes as numbers.
    private struct Head {
        let first: UInt64
        let second: UInt64
        let place: Int
    }

    /// The places in the order of the texts; equal texts in the order in which they were added.
    var places: [Int] {
        bytes.withUnsafeBufferPointer { bytes in
            let heads = (0..<count).map { place in
                let text = UnsafeBufferPointer(rebasing: bytes[bounds[place]..<bounds[place + 1]])
                return Head(first: Self.number(text, from: 0), second: Self.number(text, from: 8), place: place)
            }
            return heads.sorted { one, other in
                if one.first != other.first { return one.first < other.first }
                if one.second != other.second { return one.second < other.second }
                let order = compare(one.place, other.place, in: bytes)
                return order == 0 ? one.place < other.place : order < 0
            }.map(\.place)
        }
    }

    /// Whether two texts are the same.
    func areEqual(_ one: Int, _ other: Int) -> Bool {
        bytes.withUnsafeBufferPointer { compare(one, other, in: $0) == 0 }
    }

    private func compare(_ one: Int, _ other: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let (left, right) = (bounds[one + 1] - bounds[one], bounds[other + 1] - bounds[other])
        guard let start = bytes.baseAddress else { return left - right }
        let order = memcmp(start + bounds[one], start + bounds[other], min(left, right))
        return order == 0 ? left - right : Int(order)
    }

    /// Eight bytes as a number of the same order; what is behind the end counts as nothing.
    private static func number(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> UInt64 {
        var number: UInt64 = 0
        for place in start..<start + 8 { number = number << 8 | UInt64(place < text.count ? text[place] : 0) }
        return number
    }
}
