import Markdown

/// Raw HTML in an authored text, which the renderer would drop with what it says.
///
/// A block (`<ul>`, `<p>`, … at the start of a line, up to a blank line) becomes the structure that it means; a tag within
/// a line is shown as text.
enum AuthoredHTML {
    /// A text without raw HTML.
    struct Conversion {
        var text: String
        /// The line, from 0, of the first tag.
        var firstLine: Int
        /// The lines of the blocks that became structure.
        var blocks: [Range<Int>]
    }

    /// Nil when there is no HTML.
    static func converted(_ text: String) -> Conversion? {
        guard text.utf8.contains(UInt8(ascii: "<")) else { return nil }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var conversion: Conversion?
        func found(_ line: Int) { conversion = conversion ?? Conversion(text: "", firstLine: line, blocks: []) }
        var line = 0
        var fence: UInt8?
        // The `>` found last: kept, so that a text of many `<` is not searched to its end for each.
        var close = -1
        var index = 0
        while index < bytes.count {
            let end = bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
            let content = index..<end
            let mark = fenceMark(bytes[content])
            var next = end
            if fence == nil, opensBlock(bytes[content]) {
                next = blockEnd(from: end, of: bytes)
                let lines = bytes[index..<next].count { $0 == 0x0A } + 1
                found(line)
                conversion?.blocks.append(line..<(line + lines))
                let block = HTMLFragment.commonMark(String(decoding: bytes[index..<next], as: UTF8.self))
                result += Array(block.utf8)
                line += lines - 1
            } else if mark != nil, fence == nil || fence == mark {
                fence = fence == nil ? mark : nil
                result += bytes[content]
            } else if fence != nil {
                result += bytes[content]
            } else if escapeLine(content, of: bytes, closing: &close, into: &result) {
                found(line)
            }
            if next < bytes.count { result.append(0x0A) }
            line += 1
            index = next + 1
        }
        conversion?.text = trimmed(String(decoding: result, as: UTF8.self))
        return conversion
    }

    private static func trimmed(_ text: String) -> String {
        let blank: (UInt8) -> Bool = { $0 == 0x0A || $0 == 0x20 }
        let leading = text.utf8.prefix(while: blank).count
        let trailing = text.utf8.reversed().prefix(while: blank).count
        return leading + trailing >= text.utf8.count
            ? "" : String(decoding: text.utf8.dropFirst(leading).dropLast(trailing), as: UTF8.self)
    }

    /// True for a line that begins with a tag of a block (CommonMark 0.30, 4.6, kind 6, those that a text editor leaves).
    private static func opensBlock(_ line: ArraySlice<UInt8>) -> Bool {
        let rest = line.drop { $0 == 0x20 }
        guard line.count - rest.count <= 3, rest.first == UInt8(ascii: "<") else { return false }
        let name = rest.dropFirst().drop { $0 == UInt8(ascii: "/") }.prefix { ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) }
        return blockNames.contains(String(decoding: name, as: UTF8.self).lowercased())
            && rest.contains(UInt8(ascii: ">"))
    }

    private static let blockNames: Set<String> = [
        "p", "ul", "ol", "li", "div", "br", "table", "tbody", "thead", "tr", "td", "th", "blockquote", "section",
        "article",
    ]

    /// The end of the last line before a blank one.
    private static func blockEnd(from end: Int, of bytes: [UInt8]) -> Int {
        var end = end
        while end < bytes.count {
            let next = bytes[(end + 1)...].firstIndex(of: 0x0A) ?? bytes.count
            if bytes[(end + 1)..<next].allSatisfy({ $0 <= 0x20 }) { return end }
            end = next
        }
        return end
    }

    private static func fenceMark(_ line: ArraySlice<UInt8>) -> UInt8? {
        let rest = line.drop { $0 == 0x20 }
        guard let mark = rest.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~"),
            line.count - rest.count <= 3, rest.prefix(while: { $0 == mark }).count >= 3
        else { return nil }
        return mark
    }

    private static func escapeLine(
        _ range: Range<Int>, of bytes: [UInt8], closing close: inout Int, into result: inout [UInt8]
    ) -> Bool {
        var found = false
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\\"), index + 1 < range.upperBound {
                result += bytes[index...(index + 1)]
                index += 2
                continue
            }
            if byte == UInt8(ascii: "`"), let end = codeSpanEnd(from: index, in: range, of: bytes) {
                result += bytes[index..<end]
                index = end
                continue
            }
            if byte == UInt8(ascii: "<"), isTag(at: index, of: bytes, closing: &close) {
                result.append(UInt8(ascii: "\\"))
                found = true
            }
            result.append(byte)
            index += 1
        }
        return found
    }

    private static func codeSpanEnd(from start: Int, in range: Range<Int>, of bytes: [UInt8]) -> Int? {
        let width = bytes[start..<range.upperBound].prefix { $0 == UInt8(ascii: "`") }.count
        var index = start + width
        while index < range.upperBound {
            let run = bytes[index..<range.upperBound].prefix { $0 == UInt8(ascii: "`") }.count
            if run == width { return index + run }
            index += max(run, 1)
        }
        return nil
    }

    /// True for `<p>`, `</p>`, `<!…>`, `<?…>`; false for `a < b`, for a sign that nothing closes, and for an address
    /// between angle brackets (`<https://…>`, `<nom@domaine.fr>`).
    ///
    /// - Parameter close: the `>` found last.
    private static func isTag(at start: Int, of bytes: [UInt8], closing close: inout Int) -> Bool {
        if close < start { close = bytes[start...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count }
        guard start + 1 < bytes.count, close < bytes.count else { return false }
        let inside = bytes[(start + 1)..<close]
        guard let first = inside.first else { return false }
        let isLetter = (0x61...0x7A).contains(first | 0x20)
        guard isLetter || first == UInt8(ascii: "/") || first == UInt8(ascii: "!") || first == UInt8(ascii: "?") else {
            return false
        }
        // A longer one is no address.
        let isAddress =
            inside.count <= 2000 && !inside.contains { $0 <= 0x20 }
            && inside.contains { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "@") }
        return !(isLetter && isAddress)
    }
}
