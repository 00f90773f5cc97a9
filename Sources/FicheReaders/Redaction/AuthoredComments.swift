/// HTML comments of an authored text: notes of the author that are never published.
enum AuthoredComments {
    /// The lines without their comments, the bytes of the comments, and the line of one that is not closed.
    static func removed(
        from lines: some Sequence<SourceLine>
    ) -> (lines: [SourceLine], comments: [Range<Int>], unclosed: SourceLine?) {
        var kept: [SourceLine] = []
        var comments: [Range<Int>] = []
        let all = Array(lines)
        var index = 0
        while index < all.count {
            let line = all[index]
            guard line.text.utf8.contains(UInt8(ascii: "<")), let start = opening(in: Array(line.text.utf8), from: 0)
            else {
                kept.append(line)
                index += 1
                continue
            }
            guard let (closeLine, closeOffset) = closing(in: all, from: index, offset: start + 4) else {
                return (kept + all[index...], comments, line)
            }
            comments.append(line.range.lowerBound + start..<all[closeLine].range.lowerBound + closeOffset)
            let before = line.part(0..<start).text
            let after = all[closeLine].part(closeOffset..<all[closeLine].range.count).text
            let joined = SourceLine(
                number: line.number, range: line.range.lowerBound..<all[closeLine].range.upperBound,
                text: before + after)
            index = closeLine + 1
            if AuthoredBody.isBlank(joined.text) { continue }
            // What stands after the comment may hold another one.
            let rest = removedFromOneLine(
                joined, offset: all[closeLine].range.lowerBound + closeOffset - before.utf8.count)
            comments += rest.comments
            kept.append(rest.line)
        }
        return (kept, comments, nil)
    }

    /// Further comments of a line whose bytes after the first comment begin at `offset` plus their place in it.
    private static func removedFromOneLine(_ line: SourceLine, offset: Int) -> (
        line: SourceLine, comments: [Range<Int>]
    ) {
        var bytes = Array(line.text.utf8)
        var comments: [Range<Int>] = []
        var shift = offset
        var from = 0
        while let start = opening(in: bytes, from: from), let end = closingOffset(in: bytes, from: start + 4) {
            comments.append(shift + start..<shift + end)
            bytes.removeSubrange(start..<end)
            shift += end - start
            from = start
        }
        let text = String(decoding: bytes, as: UTF8.self)
        return (SourceLine(number: line.number, range: line.range, text: text), comments)
    }

    /// The offset of `<!--` that is neither escaped nor in a code span.
    private static func opening(in bytes: [UInt8], from: Int) -> Int? {
        let mark = Array("<!--".utf8)
        var ticks = 0
        var index = 0
        while index + mark.count <= bytes.count {
            if bytes[index] == UInt8(ascii: "\\") {
                index += 2
                continue
            }
            if bytes[index] == UInt8(ascii: "`") { ticks += 1 }
            if index >= from, ticks % 2 == 0, bytes[index..<(index + mark.count)].elementsEqual(mark) { return index }
            index += 1
        }
        return nil
    }

    private static func closing(in lines: [SourceLine], from first: Int, offset: Int) -> (line: Int, offset: Int)? {
        for index in first..<lines.count {
            let bytes = Array(lines[index].text.utf8)
            if let end = closingOffset(in: bytes, from: index == first ? offset : 0) { return (index, end) }
        }
        return nil
    }

    private static func closingOffset(in bytes: [UInt8], from: Int) -> Int? {
        guard from <= bytes.count else { return nil }
        var index = from
        while index + 3 <= bytes.count {
            if bytes[index] == 0x2D, bytes[index + 1] == 0x2D, bytes[index + 2] == 0x3E { return index + 3 }
            index += 1
        }
        return nil
    }
}
