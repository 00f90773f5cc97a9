import FrenchText

/// The rows of the bloc table, put together from the order in which the extraction gave their labels and cells.
///
/// Mostly a label stands before its cell. Where a page was read column by column, several labels come first, then the
/// end of the cell that the page before began, then their cells.
struct BlocRows {
    /// One row: its label, and its cell as lines, or as a tabbed cell that may go on in rows without a label.
    struct Row {
        var label: [PrintedLine]
        var labelText: String
        var cell: [PrintedLine] = []
        var tabbedCells: [SourceLine] = []
    }

    private(set) var rows: [Row] = []
    private(set) var claims: [Claim] = []
    /// The row whose cell is being read.
    private var current = -1
    private var inLabel = false
    /// The widest line of the label that is being read.
    private var widestLabel = 0
    private var afterHead = true
    private var headSinceLabel = false
    private let isWrapped: Bool
    private let numeroFiche: String?

    init(_ lines: [PrintedLine], isWrapped: Bool, numeroFiche: String?) {
        self.isWrapped = isWrapped
        self.numeroFiche = numeroFiche
        for (index, line) in lines.enumerated() {
            if Self.isHead(line.words) {
                claims.append(Claim(line.part.range, .miseEnPage("en-tête de tableau")))
                afterHead = true
                headSinceLabel = true
                // A label may go on behind a page break; before a head on the same page it is whole.
                inLabel = inLabel && line.follows
                continue
            }
            if let row = Self.tabbedRow(line) {
                rows.append(row)
                current = rows.count - 1
                inLabel = false
            } else if let last = rows.indices.last, !rows[last].tabbedCells.isEmpty, let cell = Self.mergedCell(line) {
                rows[last].tabbedCells.append(cell)
            } else if opensLabel(index, lines) {
                rows.append(Row(label: [line], labelText: line.text))
                widestLabel = LineWidth.proportional.width(of: line.text)
                inLabel = isWrapped
                headSinceLabel = false
            } else if !rows.isEmpty {
                add(line)
            }
            afterHead = false
        }
    }

    private mutating func add(_ line: PrintedLine) {
        let last = rows.count - 1
        let heading = BlocHeading(line.words)
        if inLabel, line.blanksBefore == 0, heading == nil, Bullet(line) == nil, isNarrow(line) {
            rows[last].label.append(line)
            widestLabel = max(widestLabel, LineWidth.proportional.width(of: line.text))
            BlockBuilder.append(line.text, to: &rows[last].labelText)
            return
        }
        inLabel = false
        let waiting = last - current
        if waiting > 0, current < 0 || heading == .competences || (waiting == 1 && !headSinceLabel) { current += 1 }
        var line = line
        // The head that the table repeats on a new page stands between two lines of a cell.
        if afterHead { line.pageBreakBefore = true }
        rows[current].cell.append(line)
    }

    private func opensLabel(_ index: Int, _ lines: [PrintedLine]) -> Bool {
        let line = lines[index]
        let next = index + 1 < lines.count && lines[index + 1].blanksBefore == 0 ? lines[index + 1].words : []
        guard BlocLabel.opens(line.words + next) else { return false }
        return afterHead || !line.follows || line.pageBreakBefore || namesFiche(index, lines)
    }

    /// True when the label names the fiche of the document: it needs no blank line before it to be one.
    private func namesFiche(_ index: Int, _ lines: [PrintedLine]) -> Bool {
        let end = lines[(index + 1)...].prefix(2).prefix { $0.blanksBefore == 0 }.endIndex
        guard let text = BlockBuilder.wholeText(Array(lines[index..<end])), let fiche = BlocLabel(text)?.fiche
        else { return false }
        return numeroFiche?.hasSuffix(fiche) ?? false
    }

    /// True when a line is no wider than the column of the labels can be.
    private func isNarrow(_ line: PrintedLine) -> Bool {
        LineWidth.proportional.width(of: line.text) * 4 <= widestLabel * 6
    }

    private static func tabbedRow(_ line: PrintedLine) -> Row? {
        guard line.isTabbed else { return nil }
        let cells = line.source.cells
        guard let first = cells.first, cells.count > 1 else { return nil }
        let text = TabbedBlocCell.plainText(first)
        guard BlocLabel(text) != nil, let label = PrintedLine(first, of: line.source) else { return nil }
        // In a text copied from the page the cell stands below its label, which a tab ends.
        let body = cells.dropFirst().first { !$0.text.allSatisfy(\.isWhitespace) }
        return Row(label: [label], labelText: text, tabbedCells: body.map { [$0] } ?? [])
    }

    /// The one written cell of a row whose label is merged with that above.
    private static func mergedCell(_ line: PrintedLine) -> SourceLine? {
        guard line.isTabbed else { return nil }
        let cells = line.source.cells
        let written = cells.filter { !$0.text.allSatisfy(\.isWhitespace) }
        return written.count == 1 && cells.first != written.first ? written.first : nil
    }

    /// True for the head of the table, or for one of its two cells.
    static func isHead(_ words: [String]) -> Bool {
        heads.contains { $0.isWhole(words) }
    }

    private static let heads = [
        "intitule descriptif et modalites d evaluation", "descriptif et modalites d evaluation", "intitule",
        "intitule descriptif et", "intitule descriptif et modalites",
    ].map(WordPattern.init)
}
