import Diagnostics
import FrenchText

/// One CSV file cut into its rows; cells are taken apart when they are asked for.
struct CSVTable: Sendable {
    /// A row with the bytes that it stands on, without its line end.
    struct Row: Sendable {
        let range: Range<Int>
        /// From 1, of its first line.
        let line: Int
    }

    /// One value.
    struct Cell: Equatable, Sendable {
        /// Without quotes; blanks around it (the TAB before a SIRET among them) are gone.
        let text: String
        /// The bytes of the cell with its quotes.
        let range: Range<Int>
    }

    let file: String
    let bytes: [UInt8]
    let separator: UInt8
    /// The names of the columns, folded.
    let columns: [String]
    /// The names as they stand.
    let names: [String]
    private(set) var rows: [Row] = []
    private(set) var diagnostics: [Diagnostic] = []

    /// Beyond this many bytes a quote is taken for one that was never closed.
    static let longestRow = 1 << 20

    /// Once so many quotes were never closed, a quote must close on its own line: each costs as much as the longest row.
    static let mostUnclosed = 20

    init(_ text: SourceText, file: String) { self.init(text.bytes, file: file) }

    init(_ bytes: [UInt8], file: String) {
        (self.bytes, self.file) = (bytes, file)
        let firstLine = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
        let separators: [UInt8] = [UInt8(ascii: ";"), 0x09, UInt8(ascii: ",")]
        let separator = separators.first { sign in firstLine.contains(sign) } ?? separators[0]
        self.separator = separator
        var cutter = CSVRowCutter(bytes: bytes, separator: separator)
        var first: Row?
        while let row = cutter.next() {
            if first == nil { first = row } else { rows.append(row) }
        }
        diagnostics = cutter.unclosed.prefix(CSVTable.mostUnclosed).map { line in
            Diagnostic(
                .warning, .csvGuillemet, "Un guillemet de cette ligne n’est pas fermé", file: file,
                position: SourcePosition(line: line), hint: "La ligne est lue jusqu’à sa fin ; doublez le guillemet")
        }
        names = first.map { Self.cells(of: $0, in: bytes, separator).map(\.text) } ?? []
        columns = names.map(Folding.key)
    }

    func cells(of row: Row) -> [Cell] { Self.cells(of: row, in: bytes, separator) }

    /// The row as it stands.
    func text(of row: Row) -> String { String(decoding: bytes[row.range], as: UTF8.self) }

    private static let quote = UInt8(ascii: "\"")

    private static func cells(of row: Row, in bytes: [UInt8], _ separator: UInt8) -> [Cell] {
        var cells: [Cell] = []
        var index = row.range.lowerBound
        let end = row.range.upperBound
        while true {
            let start = index
            var value: [UInt8] = []
            if index < end, bytes[index] == quote {
                index += 1
                while index < end {
                    if bytes[index] != quote {
                        value.append(bytes[index])
                    } else if index + 1 < end, bytes[index + 1] == quote {
                        value.append(quote)
                        index += 1
                    } else {
                        index += 1
                        break
                    }
                    index += 1
                }
            }
            while index < end, bytes[index] != separator {
                value.append(bytes[index])
                index += 1
            }
            let text = value.withUnsafeBufferPointer { Folding.squeezed($0) }
            cells.append(Cell(text: text, range: start..<index))
            guard index < end else { return cells }
            index += 1
        }
    }
}

/// Finds the ends of rows: line ends inside of quotes belong to the value.
private struct CSVRowCutter {
    let bytes: [UInt8]
    let separator: UInt8
    private(set) var unclosed: [Int] = []
    private var offset = 0
    private var line = 1

    init(bytes: [UInt8], separator: UInt8) { (self.bytes, self.separator) = (bytes, separator) }

    mutating func next() -> CSVTable.Row? {
        while offset < bytes.count {
            let (start, begun) = (offset, line)
            let crossesLines = unclosed.count < CSVTable.mostUnclosed
            let end = bytes.withUnsafeBufferPointer {
                rowEnd($0, from: start, quoted: true, crossesLines: crossesLines)
            }
            if end == nil { unclosed.append(begun) }
            let close = end ?? bytes.withUnsafeBufferPointer { rowEnd($0, from: start, quoted: false) } ?? bytes.count
            for index in start..<close where isLineEnd(index) { line += 1 }
            offset = close
            if offset < bytes.count {
                offset += bytes[offset] == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A ? 2 : 1
                line += 1
            }
            if start < close, bytes[start..<close].contains(where: { $0 > 0x20 }) {
                return CSVTable.Row(range: start..<close, line: begun)
            }
        }
        return nil
    }

    /// The end of the row that begins at `start`; nil when a quote does not close within the bound.
    private func rowEnd(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, quoted: Bool, crossesLines: Bool = true
    ) -> Int? {
        var index = start
        var isInside = false
        var isCellStart = true
        let bound = min(bytes.count, start + CSVTable.longestRow)
        while index < bytes.count {
            let byte = bytes[index]
            if isInside {
                guard index < bound, crossesLines || (byte != 0x0A && byte != 0x0D) else { return nil }
                if byte == UInt8(ascii: "\"") {
                    if index + 1 < bytes.count, bytes[index + 1] == byte { index += 1 } else { isInside = false }
                }
            } else if byte == 0x0A || byte == 0x0D {
                return index
            } else if byte == UInt8(ascii: "\""), isCellStart, quoted {
                isInside = true
            }
            isCellStart = byte == separator && !isInside
            index += 1
        }
        return isInside ? nil : bytes.count
    }

    private func isLineEnd(_ index: Int) -> Bool {
        bytes[index] == 0x0D || (bytes[index] == 0x0A && (index == 0 || bytes[index - 1] != 0x0D))
    }
}
