/// A table of organisations that an extraction gave cell by cell, each on lines of its own, below the heads of its columns.
struct StackedCells {
    /// The heads, wherever the extraction printed them.
    private(set) var heads: [Element] = []
    private(set) var rows: [Element] = []

    /// Nil where a line holds more than one cell, or where the cells do not make whole rows.
    init?(_ elements: [Element], columns: Int, isHead: ([String]) -> Bool) {
        let lines = elements.compactMap(\.line)
        guard lines.count == elements.count, !lines.contains(where: \.isTabbed),
            elements.allSatisfy({ if case .passage = $0 { true } else { false } })
        else { return nil }
        let first = lines.prefix { isHead($0.words) }
        guard first.count > 1, first.contains(where: { $0.words == ["siret"] }) else { return nil }
        var cells: [[PrintedLine]] = [[]]
        for (element, line) in zip(elements, lines) {
            if isHead(line.words) {
                heads.append(.passage(Passage(line)))
                continue
            }
            if cells.count == 1, cells[0].isEmpty || !Self.endsName(line) {
                cells[0].append(line)
                continue
            }
            // A name for trade may be wanting: its place then holds the address of the site.
            if cells.count == 2, columns == 4, line.bareAddress != nil { cells.append([]) }
            cells.append([line])
            guard cells.count == columns else { continue }
            let offset = element.range.lowerBound
            rows.append(
                .row(
                    TableRow(
                        cells: cells.map { Passage(cell: $0, blankAt: offset) }, line: nil, range: offset..<offset)))
            cells = [[]]
        }
        guard !rows.isEmpty, cells == [[]] else { return nil }
    }

    /// True for the SIRET that follows a name, or the dash in its place.
    private static func endsName(_ line: PrintedLine) -> Bool {
        PrintedTable.isSIRET(line.words) || line.words.isEmpty
    }
}
