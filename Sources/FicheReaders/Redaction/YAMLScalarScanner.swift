import Yams

/// Finds where a YAML scalar ends and which bytes after it are comments (YAML 1.1, 5.5 and 7.3).
struct YAMLScalarScanner {
    let bytes: [UInt8]

    /// The end of the scalar that begins at the range's start, and the comments up to the range's end.
    func measure(_ range: Range<Int>, style: Node.Scalar.Style) -> (end: Int, comments: [Range<Int>]) {
        guard !range.isEmpty else { return (range.lowerBound, []) }
        switch style {
        case .literal, .folded: return blockScalar(range)
        case .doubleQuoted:
            let end = quotedEnd(range, quote: UInt8(ascii: "\""))
            return (end, comments(in: end..<range.upperBound))
        case .singleQuoted:
            let end = quotedEnd(range, quote: UInt8(ascii: "'"))
            return (end, comments(in: end..<range.upperBound))
        case .plain, .any:
            let found = comments(in: range)
            return (found.first?.lowerBound ?? range.upperBound, found)
        }
    }

    /// The comments of a range that holds no quoted text: from a `#` at a line's start or after a blank to the line's end.
    func comments(in range: Range<Int>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var index = range.lowerBound
        while index < range.upperBound {
            let opens = index == 0 || bytes[index - 1] <= 0x20
            if bytes[index] == UInt8(ascii: "#"), opens {
                let end = endOfLine(index, limit: range.upperBound)
                found.append(index..<end)
                index = end
            }
            index += 1
        }
        return found
    }

    private func endOfLine(_ start: Int, limit: Int) -> Int {
        bytes[start..<limit].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? limit
    }

    private func quotedEnd(_ range: Range<Int>, quote: UInt8) -> Int {
        var index = range.lowerBound
        while index < range.upperBound, bytes[index] != quote { index += 1 }
        index += 1
        while index < range.upperBound {
            if bytes[index] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                index += 1
            } else if bytes[index] == quote {
                let doubled = quote == UInt8(ascii: "'") && index + 1 < range.upperBound && bytes[index + 1] == quote
                if !doubled { return index + 1 }
                index += 1
            }
            index += 1
        }
        return range.upperBound
    }

    /// `|` or `>`: the lines that are indented as the first one belong to it; a `#` before them begins a comment.
    private func blockScalar(_ range: Range<Int>) -> (end: Int, comments: [Range<Int>]) {
        let headEnd = endOfLine(range.lowerBound, limit: range.upperBound)
        var found = comments(in: range.lowerBound..<headEnd)
        var end = headEnd
        var index = headEnd
        var indent: Int?
        while index < range.upperBound {
            if bytes[index] == 0x0A || bytes[index] == 0x0D {
                index += 1
                continue
            }
            let lineEnd = endOfLine(index, limit: range.upperBound)
            let spaces = bytes[index..<lineEnd].prefix { $0 == 0x20 }.count
            if spaces < lineEnd - index {
                if spaces < indent ?? 1 {
                    found += comments(in: index..<range.upperBound)
                    break
                }
                if indent == nil { indent = spaces }
                end = lineEnd
            }
            index = lineEnd
        }
        return (end, found)
    }
}
