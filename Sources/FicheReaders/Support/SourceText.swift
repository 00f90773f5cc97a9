import CLibXML2

/// The text of a document as UTF-8 bytes with its lines, so that every word can be traced to its place.
public struct SourceText: Sendable {
    /// UTF-8, without byte order mark; line ends as they stand in the file.
    public let bytes: [UInt8]
    /// The lines in order, without their ends.
    public let lines: [SourceLine]

    /// False where the texts of `lines` were left empty.
    public let hasLineTexts: Bool

    /// The number of the first line: more than 1 for a piece cut out of a longer file.
    public let firstLine: Int

    /// - Parameter hasLineTexts: false leaves the texts of `lines` empty, for a text of which only places are asked.
    public init(_ bytes: [UInt8], firstLine: Int = 1, hasLineTexts: Bool = true) {
        self.bytes = bytes
        self.firstLine = firstLine
        self.hasLineTexts = hasLineTexts
        var lines: [SourceLine] = []
        var start = 0
        var index = 0
        func close(at end: Int) {
            lines.append(
                SourceLine(
                    number: firstLine + lines.count, range: start..<end,
                    text: hasLineTexts ? String(decoding: bytes[start..<end], as: UTF8.self) : ""))
        }
        bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            let hasReturns = pxml_find(base, buffer.count, 0x0D) >= 0
            while index < buffer.count {
                if hasReturns {
                    while index < buffer.count, buffer[index] != 0x0A, buffer[index] != 0x0D { index += 1 }
                } else {
                    let found = pxml_find(base + index, buffer.count - index, 0x0A)
                    index = found < 0 ? buffer.count : index + found
                }
                guard index < buffer.count else { break }
                close(at: index)
                if buffer[index] == 0x0D, index + 1 < buffer.count, buffer[index + 1] == 0x0A { index += 1 }
                index += 1
                start = index
            }
        }
        if start < bytes.count { close(at: bytes.count) }
        self.lines = lines
    }

    public init(_ text: String) { self.init(Array(text.utf8)) }

    /// The text of a range of bytes.
    public func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The line, from 1, that holds a byte.
    public func line(at offset: Int) -> Int {
        var low = 0
        var high = lines.count
        while low < high {
            let middle = (low + high) / 2
            if lines[middle].range.lowerBound <= offset { low = middle + 1 } else { high = middle }
        }
        return firstLine + max(low, 1) - 1
    }
}

/// One line of a source, or a part of it (a cell), with the bytes that it comes from.
public struct SourceLine: Equatable, Sendable {
    /// From 1.
    public let number: Int
    /// The bytes in the source, without the line end.
    public let range: Range<Int>
    public let text: String

    public init(number: Int, range: Range<Int>, text: String) {
        self.number = number
        self.range = range
        self.text = text
    }

    /// The part of the line that `offsets` (UTF-8 bytes from its start) names.
    public func part(_ offsets: Range<Int>) -> SourceLine {
        // In place: a copy of the line for each of its parts would take the square of its length.
        let utf8 = text.utf8
        // A line that lost its comments is shorter than its bytes.
        let count = min(range.count, utf8.count)
        let lower = min(max(0, offsets.lowerBound), count)
        let upper = min(max(lower, offsets.upperBound), count)
        let start = utf8.index(utf8.startIndex, offsetBy: lower)
        let end = utf8.index(start, offsetBy: upper - lower)
        return SourceLine(
            number: number, range: range.lowerBound + lower..<range.lowerBound + upper,
            text: String(decoding: utf8[start..<end], as: UTF8.self))
    }

    /// The cells of a tabbed line, each with its own bytes.
    public var cells: [SourceLine] {
        var cells: [SourceLine] = []
        var start = 0
        let utf8 = Array(text.utf8)
        // A line that lost its comments is shorter than its bytes.
        let end = min(range.count, utf8.count)
        func close(_ offset: Int) {
            let bytes = utf8[start..<offset]
            cells.append(
                SourceLine(
                    number: number, range: range.lowerBound + start..<range.lowerBound + offset,
                    text: String(decoding: bytes, as: UTF8.self)))
        }
        for offset in 0..<end where utf8[offset] == 0x09 {
            close(offset)
            start = offset + 1
        }
        close(end)
        return cells
    }
}
