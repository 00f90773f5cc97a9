/// The two cells of a bloc in a text that was copied from the page: a tab stands between them, alone on its line or at the
/// end or the beginning of one, and each paragraph of a cell is a line.
struct CopiedCells {
    let heads: [Element]
    private(set) var left: [Element] = []
    private(set) var right: [Element] = []

    /// Nil where the head does not stand in two cells, or where not one tab alone parts what follows.
    init?(_ content: [Element], of source: SourceText, isHead: ([String]) -> Bool) {
        guard case .row(let head)? = content.first, head.cells.count == 2, isHead(head.words) else { return nil }
        heads = [content[0]]
        let body = content.dropFirst()
        // Rows of whole cells are a table like any other.
        guard body.contains(where: { if case .passage = $0 { true } else { false } }) else { return nil }
        var tabs = 0
        var last = content[0].number
        for element in body {
            let between = last + 1 < element.number ? last + 1..<element.number : 0..<0
            tabs += between.count { Self.isTab(source.lines[$0 - source.firstLine].text) }
            last = element.lines.last?.number ?? element.number
            guard case .row(let row) = element else {
                let text = element.line?.source.text.utf8
                if text?.first == 0x09 { tabs += 1 }
                if tabs == 0 { left.append(element) } else { right.append(element) }
                if text?.last == 0x09 { tabs += 1 }
                continue
            }
            guard row.cells.count == 2, tabs == 0 else { return nil }
            tabs += 1
            if let cell = row.cell(0) { left.append(.passage(cell)) }
            if let cell = row.cell(1) { right.append(.passage(cell)) }
        }
        guard tabs == 1, !left.isEmpty, !right.isEmpty else { return nil }
    }

    private static func isTab(_ line: String) -> Bool {
        line.utf8.contains(0x09) && line.utf8.allSatisfy { $0 == 0x09 || $0 == 0x20 }
    }
}
