/// Columns of plain text.
enum TextTable {
    /// The text filled with spaces to a width in characters; on its right side when `right` is true.
    static func padded(_ text: String, to width: Int, right: Bool = false) -> String {
        let space = String(repeating: " ", count: max(right ? 1 : 2, width - text.count))
        return right ? space + text : text + space
    }

    /// Rows as columns, each as wide as its widest cell; the last is not filled.
    static func columns(_ rows: [[String]]) -> String {
        var widths: [Int] = []
        for row in rows {
            for (index, cell) in row.enumerated() {
                if index == widths.count { widths.append(0) }
                widths[index] = max(widths[index], cell.count)
            }
        }
        return rows.map { row in
            row.enumerated().map { index, cell in
                index == row.count - 1 ? cell : padded(cell, to: widths[index] + 2)
            }.joined() + "\n"
        }.joined()
    }
}
