/// Raw HTML in an authored text. The renderer drops it with what it says, so it is shown as text instead.
enum AuthoredHTML {
    /// The text with every tag escaped, and the line (from 0) of the first one; nil when there is none.
    static func escaped(_ text: String) -> (text: String, line: Int)? {
        guard text.utf8.contains(UInt8(ascii: "<")) else { return nil }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var first: Int?
        var line = 0
        var fence: UInt8?
        var index = 0
        while index < bytes.count {
            let end = bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
            let content = index..<end
            let mark = fenceMark(bytes[content])
            if mark != nil, fence == nil || fence == mark {
                fence = fence == nil ? mark : nil
                result += bytes[content]
            } else if fence != nil {
                result += bytes[content]
            } else if escapeLine(content, of: bytes, into: &result), first == nil {
                first = line
            }
            if end < bytes.count { result.append(0x0A) }
            line += 1
            index = end + 1
        }
        return first.map { (String(decoding: result, as: UTF8.self), $0) }
    }

    private static func fenceMark(_ line: ArraySlice<UInt8>) -> UInt8? {
        let rest = line.drop { $0 == 0x20 }
        guard let mark = rest.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~"),
            line.count - rest.count <= 3, rest.prefix(while: { $0 == mark }).count >= 3
        else { return nil }
        return mark
    }

    private static func escapeLine(_ range: Range<Int>, of bytes: [UInt8], into result: inout [UInt8]) -> Bool {
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
            if byte == UInt8(ascii: "<"), isTag(at: index, of: bytes) {
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
    private static func isTag(at start: Int, of bytes: [UInt8]) -> Bool {
        guard start + 1 < bytes.count, let close = bytes[start...].firstIndex(of: UInt8(ascii: ">")) else { return false }
        let inside = bytes[(start + 1)..<close]
        guard let first = inside.first else { return false }
        let isLetter = (0x61...0x7A).contains(first | 0x20)
        guard isLetter || first == UInt8(ascii: "/") || first == UInt8(ascii: "!") || first == UInt8(ascii: "?") else {
            return false
        }
        let isAddress = !inside.contains { $0 <= 0x20 } && inside.contains { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "@") }
        return !(isLetter && isAddress)
    }
}
