/// The URLs among the words of a `LIEN_URL_DESCRIPTION`.
///
/// The element holds one URL, several apart by blanks, a URL without scheme, or a sentence. An address without scheme is
/// taken for one only where it stands alone between runs of blanks; inside a sentence it stays a word of it.
struct FluxLiens: Equatable, Sendable {
    /// Ranges of the URLs in the bytes, in order.
    private(set) var urls: [Range<Int>] = []

    init(_ bytes: [UInt8]) {
        var line: [Range<Int>] = []
        var start: Int?
        var blanks = 0
        func closed() -> [Range<Int>] {
            let isAlone = line.allSatisfy { Self.isURL(bytes[$0], alone: true) }
            return line.filter { Self.isURL(bytes[$0], alone: isAlone) }
        }
        for index in 0...bytes.count {
            if index < bytes.count, bytes[index] > 0x20, !Self.isNoBreak(bytes, index) {
                if start == nil {
                    if blanks > 1 {
                        urls += closed()
                        line = []
                    }
                    start = index
                }
                blanks = 0
            } else {
                if let begun = start { line.append(Self.trimmed(begun..<index, bytes)) }
                start = nil
                blanks += 1
            }
        }
        urls += closed()
    }

    /// The bytes without the URLs.
    func words(in bytes: [UInt8]) -> [UInt8] {
        var rest: [UInt8] = []
        var index = 0
        for url in urls {
            rest += bytes[index..<url.lowerBound]
            index = url.upperBound
        }
        return rest + bytes[index...]
    }

    private static func isNoBreak(_ bytes: [UInt8], _ index: Int) -> Bool {
        (bytes[index] == 0xC2 && index + 1 < bytes.count && bytes[index + 1] == 0xA0)
            || (bytes[index] == 0xA0 && index > 0 && bytes[index - 1] == 0xC2)
    }

    /// Without the signs of the sentence around it.
    private static func trimmed(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
        var (lower, upper) = (range.lowerBound, range.upperBound)
        while lower < upper, "(<\"'".utf8.contains(bytes[lower]) { lower += 1 }
        while upper > lower, ".,;>\"'".utf8.contains(bytes[upper - 1]) { upper -= 1 }
        if upper > lower, bytes[upper - 1] == UInt8(ascii: ")"), !bytes[lower..<upper].contains(UInt8(ascii: "(")) {
            upper -= 1
        }
        return lower..<upper
    }

    private static func isURL(_ word: ArraySlice<UInt8>, alone: Bool) -> Bool {
        let lower = word.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
        for scheme in ["https://", "http://", "www."] where lower.starts(with: scheme.utf8) {
            return lower.count > scheme.utf8.count && !lower.contains(UInt8(ascii: "@"))
        }
        guard alone, let host = lower.split(separator: UInt8(ascii: "/"), maxSplits: 1).first else { return false }
        let labels = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard labels.count > 1, let top = labels.last, (2...6).contains(top.count) else { return false }
        return top.allSatisfy { $0 >= 0x61 && $0 <= 0x7A }
            && labels.allSatisfy { label in
                !label.isEmpty
                    && label.allSatisfy {
                        ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == UInt8(ascii: "-")
                    }
            }
    }
}
