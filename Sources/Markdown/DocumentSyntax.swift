/// The marks by which a whole document (a cahier des charges) is written below an authored fiche, for its writer and its
/// reader: headings, tables, notes, and what keeps a text from being taken for one of them.
public enum DocumentSyntax {
    /// Parts two texts that follow each other.
    public static let nextText = "{suite}"
    /// Parts the cover from the rest.
    public static let endOfCover = "{fin de la couverture}"

    /// The text with a space before each line that would be read as a mark.
    public static func guarded(_ text: String) -> String {
        lines(of: text).map { line in
            let spaces = line.utf8.prefix { $0 == 0x20 }.count
            return spaces <= 2 && isMark(line.utf8.dropFirst(spaces)) ? " " + line : String(line)
        }.joined(separator: "\n")
    }

    /// A line without the space that `guarded` put before it.
    public static func unguarded(_ line: String) -> String {
        let spaces = line.utf8.prefix { $0 == 0x20 }.count
        return (1...3).contains(spaces) && isMark(line.utf8.dropFirst(spaces)) ? String(line.dropFirst()) : line
    }

    /// True for the beginning of a heading, a row of a table, a note, or for one of the marks in braces.
    private static func isMark(_ rest: Substring.UTF8View) -> Bool {
        switch rest.first {
        case UInt8(ascii: "#"):
            let count = rest.prefix { $0 == UInt8(ascii: "#") }.count
            let after = rest.dropFirst(count).first
            return count <= 6 && (after == nil || after == 0x20 || after == 0x09)
        case UInt8(ascii: "|"): return true
        case UInt8(ascii: "["): return noteLabel(rest) != nil
        case UInt8(ascii: "{"):
            var text = Substring(rest)
            while text.utf8.last == 0x20 { text.removeLast() }
            return text == nextText || text == endOfCover
        default: return false
        }
    }

    /// The number of a note and the length of its label, where a line begins with `[^12]:`.
    public static func noteLabel(_ line: Substring.UTF8View) -> (numero: Int, length: Int)? {
        guard line.starts(with: "[^".utf8) else { return nil }
        let digits = line.dropFirst(2).prefix { (0x30...0x39).contains($0) }
        guard let numero = Int(Substring(digits)), line.dropFirst(2 + digits.count).starts(with: "]:".utf8) else {
            return nil
        }
        return (numero, digits.count + 4)
    }

    /// The number that a heading begins with ("3.2.1", "3."), and the words after it; nil when there is none.
    public static func headingNumber(_ text: String) -> (numero: String, texte: String)? {
        guard let space = text.utf8.firstIndex(of: 0x20) else { return nil }
        let numero = String(text[..<space])
        let texte = String(text[text.index(after: space)...])
        guard isPlainNumber(numero), let first = texte.utf8.first, first > 0x20 else { return nil }
        return (numero, texte)
    }

    private static func isPlainNumber(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let written = parts.last?.isEmpty == true ? parts.dropLast() : parts[...]
        return !written.isEmpty
            && written.allSatisfy { part in !part.isEmpty && part.allSatisfy { (0x30...0x39).contains($0) } }
    }

    // MARK: Tables

    /// A row of a table on one line: cells keep their line ends as `<br>`.
    public static func row(_ cells: [String]) -> String {
        guard !cells.isEmpty else { return "|" }
        return "|" + cells.map { " \(encoded($0)) |" }.joined()
    }

    /// The line under the head of a table.
    public static func delimiter(columns: Int) -> String {
        "|" + String(repeating: " --- |", count: max(1, columns))
    }

    /// The bytes of the cells of a row, from the start of the line.
    public static func cells(of line: String) -> [Range<Int>] {
        let bytes = Array(line.utf8)
        guard bytes.first == UInt8(ascii: "|") else { return [] }
        var cells: [Range<Int>] = []
        var start = 1
        var index = 1
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "\\") {
                index += index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "|") ? 2 : 1
                continue
            }
            if bytes[index] == UInt8(ascii: "|") {
                cells.append(trimmed(start..<index, of: bytes))
                start = index + 1
            }
            index += 1
        }
        let rest = trimmed(start..<bytes.count, of: bytes)
        if !rest.isEmpty { cells.append(rest) }
        return cells
    }

    /// True for the line under the head of a table.
    public static func isDelimiter(_ line: String) -> Bool {
        let bytes = Array(line.utf8)
        let cells = cells(of: line)
        return !cells.isEmpty
            && cells.allSatisfy { range in
                let dashes = bytes[range].filter { $0 == UInt8(ascii: "-") }.count
                return dashes >= 3 && bytes[range].allSatisfy { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") }
            }
    }

    /// The text of a cell as it was given to `row`.
    public static func decoded(_ cell: String) -> String {
        mapped(cell) { bytes, index in
            if bytes[index...].starts(with: "\\|".utf8) { return ([UInt8(ascii: "|")], 2) }
            guard let slashes = lineBreak(at: index, in: bytes) else { return nil }
            let text = slashes == 0 ? "\n" : "<br" + String(repeating: "/", count: slashes - 1) + ">"
            return (Array(text.utf8), slashes + 4)
        }
    }

    private static func encoded(_ cell: String) -> String {
        mapped(cell) { bytes, index in
            switch bytes[index] {
            case UInt8(ascii: "|"): return (Array("\\|".utf8), 1)
            case 0x0A: return (Array("<br>".utf8), 1)
            default:
                guard let slashes = lineBreak(at: index, in: bytes) else { return nil }
                // One slash more than it has, so that it is not read as a line end.
                return (Array(("<br" + String(repeating: "/", count: slashes + 1) + ">").utf8), slashes + 4)
            }
        }
    }

    /// How many slashes a `<br>` at a place has; nil where there is none.
    private static func lineBreak(at index: Int, in bytes: [UInt8]) -> Int? {
        guard bytes[index] == UInt8(ascii: "<"), bytes[index...].starts(with: "<br".utf8) else { return nil }
        let slashes = bytes[(index + 3)...].prefix { $0 == UInt8(ascii: "/") }.count
        let end = index + 3 + slashes
        return end < bytes.count && bytes[end] == UInt8(ascii: ">") ? slashes : nil
    }

    private static func mapped(_ text: String, _ change: ([UInt8], Int) -> (with: [UInt8], length: Int)?) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if let change = change(bytes, index) {
                result += change.with
                index += change.length
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func trimmed(_ range: Range<Int>, of bytes: [UInt8]) -> Range<Int> {
        var (lower, upper) = (range.lowerBound, range.upperBound)
        while lower < upper, bytes[lower] == 0x20 || bytes[lower] == 0x09 { lower += 1 }
        while upper > lower, bytes[upper - 1] == 0x20 || bytes[upper - 1] == 0x09 { upper -= 1 }
        return lower..<upper
    }

    private static func lines(of text: String) -> [Substring] {
        text.split(separator: "\n", omittingEmptySubsequences: false)
    }
}
