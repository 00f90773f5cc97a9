/// HTML comments of an authored text: notes of the author that are never published.
enum AuthoredComments {
    /// The lines without their comments, the bytes of the comments, and the line of one that is not closed.
    ///
    /// A line that held nothing else is dropped, so that a comment between two lines of a paragraph does not part them.
    static func removed(
        from lines: some Sequence<SourceLine>
    ) -> (lines: [SourceLine], comments: [Range<Int>], unclosed: SourceLine?) {
        let all = Array(lines)
        var kept: [SourceLine] = []
        var comments: [Range<Int>] = []
        var isInside = false
        for (index, line) in all.enumerated() {
            guard isInside || line.text.utf8.contains(UInt8(ascii: "<")) else {
                kept.append(line)
                continue
            }
            let bytes = Array(line.text.utf8)
            var pieces: [Range<Int>] = []
            var offset = 0
            var search = OpeningSearch()
            while offset < bytes.count {
                if isInside {
                    let end = closingOffset(in: bytes, from: offset)
                    comments.append(line.range.lowerBound + offset..<line.range.lowerBound + (end ?? bytes.count))
                    isInside = end == nil
                    offset = end ?? bytes.count
                } else if let start = search.next(in: bytes, from: offset) {
                    pieces.append(offset..<start)
                    guard isClosed(bytes, from: start + 4, before: all[(index + 1)...]) else {
                        return (kept + all[index...], comments, line)
                    }
                    comments.append(line.range.lowerBound + start..<line.range.lowerBound + start + 4)
                    isInside = true
                    offset = start + 4
                } else {
                    pieces.append(offset..<bytes.count)
                    offset = bytes.count
                }
            }
            if pieces == [bytes.indices] {
                kept.append(line)
            } else if let rest = joined(pieces, of: line) {
                kept.append(rest)
            }
        }
        return (kept, comments, nil)
    }

    /// What is left of a line; nil when it is blank.
    private static func joined(_ pieces: [Range<Int>], of line: SourceLine) -> SourceLine? {
        let written = pieces.filter { !AuthoredBody.isBlank(line.part($0).text) }
        guard let first = written.first, let last = written.last else { return nil }
        if first == last { return line.part(first) }
        let text = pieces.map { line.part($0).text }.joined()
        return SourceLine(
            number: line.number,
            range: line.range.lowerBound + first.lowerBound..<line.range.lowerBound + last.upperBound,
            text: text)
    }

    private static func isClosed(_ bytes: [UInt8], from start: Int, before next: ArraySlice<SourceLine>) -> Bool {
        closingOffset(in: bytes, from: start) != nil
            || next.contains { closingOffset(in: Array($0.text.utf8), from: 0) != nil }
    }

    /// Looks for `<!--` that is neither escaped nor in a code span; goes over a line once, however many there are.
    private struct OpeningSearch {
        private var index = 0
        private var ticks = 0

        /// The offset of the next one at or behind `from`.
        mutating func next(in bytes: [UInt8], from: Int) -> Int? {
            while index + 4 <= bytes.count {
                if bytes[index] == UInt8(ascii: "\\") {
                    index += 2
                    continue
                }
                if index >= from, ticks % 2 == 0, bytes[index...].starts(with: [0x3C, 0x21, 0x2D, 0x2D]) {
                    return index
                }
                if bytes[index] == UInt8(ascii: "`") { ticks += 1 }
                index += 1
            }
            return nil
        }
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
