/// A table as CSV for spreadsheets: UTF-8 with its mark, `;`, every cell in quotes, CRLF.
public struct CSVText: Sendable {
    /// The file so far.
    public private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// A table that begins with the names of its columns.
    public init(columns: [String]) { add(columns) }

    private init() { bytes = [] }

    /// Rows by themselves, to follow others of their table.
    public static func rows(_ rows: [[String]]) -> [UInt8] {
        var text = CSVText()
        for row in rows { text.add(row) }
        return text.bytes
    }

    /// Adds one row.
    public mutating func add(_ cells: [String]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ";")) }
            bytes.append(UInt8(ascii: "\""))
            if let first = cell.utf8.first, Self.startsFormula(first) { bytes.append(UInt8(ascii: "'")) }
            var cell = cell
            cell.withUTF8 { append($0) }
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(contentsOf: [0x0D, 0x0A])
    }

    /// Quotes twice, and no NUL.
    private mutating func append(_ cell: UnsafeBufferPointer<UInt8>) {
        var copied = 0
        for index in 0..<cell.count where cell[index] == UInt8(ascii: "\"") || cell[index] == 0 {
            let isQuote = cell[index] != 0
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: cell[copied..<(isQuote ? index + 1 : index)]))
            // A quote is copied once more with what follows it.
            copied = isQuote ? index : index + 1
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: cell[copied...]))
    }

    /// A spreadsheet would run such a cell as a formula: it gets an apostrophe before it, which makes it text.
    private static func startsFormula(_ byte: UInt8) -> Bool {
        "=+-@\t\r\n".utf8.contains(byte)
    }
}
