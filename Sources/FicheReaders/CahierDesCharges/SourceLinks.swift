/// Links and images that the source writes in Markdown: `[texte](https://…)`, `![légende](image.png)`.
enum SourceLinks {
    struct Link: Equatable {
        /// All of it, from `!` or `[` to `)`.
        var range: Range<Int>
        var label: Range<Int>
        var address: Range<Int>
        var isImage: Bool
    }

    /// No address is longer.
    private static let longestAddress = 4000

    /// The links to `http`, `https` and `mailto`, and all images; anything else in brackets is text.
    static func find(in bytes: [UInt8]) -> [Link] {
        var links: [Link] = []
        var index = 0
        // Where the address ends that was looked at last: looked for once, however many brackets stand before it.
        var stop = -1
        func addressEnd(from start: Int) -> Int? {
            if stop < start {
                stop = bytes[start...].firstIndex { $0 <= 0x20 || $0 == UInt8(ascii: ")") } ?? bytes.count
            }
            return stop < bytes.count && stop - start < longestAddress ? stop : nil
        }
        while let open = bytes[index...].firstIndex(of: UInt8(ascii: "[")) {
            index = open + 1
            guard let close = bytes[index...].firstIndex(where: { $0 == UInt8(ascii: "]") || $0 == UInt8(ascii: "[") }),
                bytes[close] == UInt8(ascii: "]"), close + 1 < bytes.count, bytes[close + 1] == UInt8(ascii: "("),
                let end = addressEnd(from: close + 2), bytes[end] == UInt8(ascii: ")")
            else { continue }
            let isImage = open > 0 && bytes[open - 1] == UInt8(ascii: "!")
            let address = close + 2..<end
            guard isImage || isSafe(bytes[address]) else { continue }
            links.append(
                Link(
                    range: (isImage ? open - 1 : open)..<end + 1, label: open + 1..<close, address: address,
                    isImage: isImage))
            index = end + 1
        }
        return links
    }

    /// The text with its links as HTML, and its images as their legend.
    static func html(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "[")) else { return text }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var done = 0
        for link in find(in: bytes) {
            result += bytes[done..<link.range.lowerBound]
            if link.isImage {
                result += bytes[link.label]
            } else {
                result += Array("<a href=\"".utf8) + bytes[link.address].filter { $0 != UInt8(ascii: "\"") }
                result += Array("\">".utf8) + bytes[link.label] + Array("</a>".utf8)
            }
            done = link.range.upperBound
        }
        result += bytes[done...]
        return String(decoding: result, as: UTF8.self)
    }

    private static func isSafe(_ address: ArraySlice<UInt8>) -> Bool {
        let lower = address.prefix(8).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        return ["http://", "https://", "mailto:"].contains {
            lower.starts(with: Array($0.utf8)) && address.count > $0.utf8.count
        }
    }
}
