/// Tables drawn with bars, as converters write them, brought to the tabbed form that the form's readers know.
///
/// Each byte keeps its place: a bar between two cells becomes a tab, one at an end of the row a blank. The line of
/// dashes under the head of a table says nothing and is left out.
enum PipeTable {
    static func tabbed(_ lines: [SourceLine]) -> [SourceLine] {
        var result: [SourceLine] = []
        result.reserveCapacity(lines.count)
        var inTable = false
        let rows = BarRow.marks(lines.map(\.text))
        for (index, line) in lines.enumerated() {
            guard line.text.utf8.contains(UInt8(ascii: "|")) else {
                inTable = false
                result.append(line)
                continue
            }
            if isRule(line.text) {
                inTable = true
                continue
            }
            let opensTable = index + 1 < lines.count && isRule(lines[index + 1].text)
            guard inTable || opensTable || rows[index] || hasOuterBars(line.text) else {
                result.append(line)
                continue
            }
            inTable = true
            result.append(SourceLine(number: line.number, range: line.range, text: withTabs(line.text)))
        }
        return result
    }

    /// "|---|:--:|", "---|---": dashes, colons, blanks and at least one bar.
    private static func isRule(_ text: String) -> Bool {
        var bars = 0
        var dashes = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "|"): bars += 1
            case UInt8(ascii: "-"): dashes += 1
            case UInt8(ascii: ":"), 0x20, 0x09: break
            default: return false
            }
        }
        return bars > 0 && dashes > 0
    }

    private static func hasOuterBars(_ text: String) -> Bool {
        let content = text.utf8.filter { $0 > 0x20 }
        return content.count > 2 && content.first == UInt8(ascii: "|") && content.last == UInt8(ascii: "|")
    }

    private static func withTabs(_ text: String) -> String {
        var bytes = Array(text.utf8)
        let first = bytes.firstIndex { $0 > 0x20 } ?? 0
        let last = bytes.lastIndex { $0 > 0x20 } ?? 0
        for index in bytes.indices where bytes[index] == UInt8(ascii: "|") {
            let isEscaped = index > 0 && bytes[index - 1] == UInt8(ascii: "\\")
            if !isEscaped { bytes[index] = index == first || index == last ? 0x20 : 0x09 }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
