/// Columns of plain text.
enum TextTable {
    /// The text filled with spaces to a width in characters; on its right side when `right` is true.
    static func padded(_ text: String, to width: Int, right: Bool = false) -> String {
        let space = String(repeating: " ", count: max(right ? 1 : 2, width - text.count))
        return right ? space + text : text + space
    }

    /// Rows as columns, each as wide as its widest cell, two spaces apart; the last is not filled.
    ///
    /// - Parameters:
    ///   - right: the columns whose cells stand on the right: figures.
    ///   - rules: a line under the first row and one over the last.
    static func columns(_ rows: [[String]], right: ClosedRange<Int>? = nil, rules: Bool = false) -> String {
        var widths: [Int] = []
        for row in rows {
            for (index, cell) in row.enumerated() {
                if index == widths.count { widths.append(0) }
                widths[index] = max(widths[index], cell.count)
            }
        }
        var lines = rows.map { row in
            row.enumerated().map { index, cell in
                let space = String(repeating: " ", count: widths[index] - cell.count)
                if right?.contains(index) == true { return space + cell }
                return index == row.count - 1 ? cell : cell + space
            }.joined(separator: "  ")
        }
        if rules, lines.count > 2 {
            let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
            lines.insert(rule, at: lines.count - 1)
            lines.insert(rule, at: 1)
        }
        return lines.map { $0 + "\n" }.joined()
    }
}
