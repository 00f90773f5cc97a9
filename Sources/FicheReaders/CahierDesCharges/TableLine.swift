import FrenchText

/// Rows of tables as text writes them: cells apart by tabs, or by bars.
enum TableLine {
    /// The cells of a row, trimmed; cells between bars without the outer ones.
    static func cells(_ line: SourceLine) -> [String] {
        if isBarred(line) {
            var cells = line.text.split(separator: "|", omittingEmptySubsequences: false).map {
                Folding.squeezed(String($0))
            }
            if cells.first?.isEmpty == true { cells.removeFirst() }
            if cells.last?.isEmpty == true { cells.removeLast() }
            return cells
        }
        return line.cells.map { Folding.squeezed($0.text) }
    }

    /// True for a row. A tab inside makes one; a tab only at an end needs a neighbour that is one, for it may be an indent.
    static func isRow(_ line: SourceLine, before: SourceLine?, after: SourceLine?, inTable: Bool) -> Bool {
        if isBarred(line) { return true }
        guard line.text.contains("\t") else { return false }
        if line.cells.filter({ !Folding.squeezed($0.text).isEmpty }).count > 1 { return true }
        return inTable || [before, after].contains { $0.map { $0.text.contains("\t") && !isSeparator($0) } ?? false }
    }

    /// A line of dashes between bars or tabs.
    static func isSeparator(_ line: SourceLine) -> Bool {
        let text = line.text.filter { !$0.isWhitespace }
        return text.count >= 3 && text.allSatisfy { "-|:=+_–—".contains($0) }
            && text.contains { $0 == "-" || $0 == "=" || $0 == "_" }
    }

    private static func isBarred(_ line: SourceLine) -> Bool {
        let text = Folding.squeezed(line.text)
        return text.hasPrefix("|") && text.filter { $0 == "|" }.count >= 2
    }
}
