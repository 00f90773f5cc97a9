/// One code list as its bytes: lines `code<TAB>field…`, sorted by the bytes of the code, after lines that begin with `#`.
///
/// Nothing is split or copied when the table is made: a lookup is a binary search in the bytes, so that a build that
/// never asks for a list does not pay for it.
struct CodeTable: Sendable {
    private let bytes: [UInt8]
    /// Offset of the first line that is no header.
    private let start: Int

    /// A table over bytes that are known to be sorted (the embedded lists; a test checks them).
    init(sorted bytes: [UInt8]) {
        self.bytes = bytes
        var offset = 0
        while offset < bytes.count, bytes[offset] == UInt8(ascii: "#") {
            offset = CodeTable.endOfLine(in: bytes, from: offset) + 1
        }
        start = min(offset, bytes.count)
    }

    /// The fields after the code, or nil for an unknown code.
    func fields(of code: String) -> [String]? {
        guard let line = line(of: Array(code.utf8)) else { return nil }
        return split(line).dropFirst().map { String(decoding: $0, as: UTF8.self) }
    }

    /// The first field after the code: the label.
    func label(of code: String) -> String? {
        guard let label = fields(of: code)?.first, !label.isEmpty else { return nil }
        return label
    }

    /// All rows, in the order of the table: the code, then its fields.
    var rows: [[String]] {
        var result: [[String]] = []
        var offset = start
        while offset < bytes.count {
            let end = CodeTable.endOfLine(in: bytes, from: offset)
            if end > offset { result.append(split(offset..<end).map { String(decoding: $0, as: UTF8.self) }) }
            offset = end + 1
        }
        return result
    }

    /// This table with other rows added; a row whose code is here already takes its place.
    func adding(_ others: [[String]]) -> CodeTable {
        var byCode: [String: [String]] = [:]
        for row in rows + others {
            if let code = row.first { byCode[code] = row }
        }
        let sorted = byCode.values.sorted { left, right in
            (left.first ?? "").utf8.lexicographicallyPrecedes((right.first ?? "").utf8)
        }
        return CodeTable(sorted: Array(sorted.map { $0.joined(separator: "\t") + "\n" }.joined().utf8))
    }

    /// Binary search: the middle of what is left is moved back to the beginning of its line.
    private func line(of code: [UInt8]) -> Range<Int>? {
        var low = start
        var high = bytes.count
        while low < high {
            var begin = (low + high) / 2
            while begin > low, bytes[begin - 1] != UInt8(ascii: "\n") { begin -= 1 }
            let end = CodeTable.endOfLine(in: bytes, from: begin)
            let codeEnd = bytes[begin..<end].firstIndex(of: UInt8(ascii: "\t")) ?? end
            let candidate = bytes[begin..<codeEnd]
            if candidate.elementsEqual(code) { return begin..<end }
            if candidate.lexicographicallyPrecedes(code) { low = min(end + 1, high) } else { high = begin }
        }
        return nil
    }

    private func split(_ line: Range<Int>) -> [ArraySlice<UInt8>] {
        bytes[line].split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
    }

    private static func endOfLine(in bytes: [UInt8], from offset: Int) -> Int {
        bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    }
}
