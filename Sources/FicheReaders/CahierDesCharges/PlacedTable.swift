import FrenchText

/// A référentiel whose columns stand side by side, as `pdftotext -layout` prints them: activités, compétences, évaluation.
///
/// Its rows are brought to tabbed lines, which the reader of tables knows.
enum PlacedTable {
    /// Nil for a text that holds no such table, or whose tables are tabbed or barred.
    static func rewritten(_ source: SourceText) -> RewrittenText? {
        guard !source.bytes.contains(0x09) else { return nil }
        guard let first = source.lines.firstIndex(where: { PrintedLine($0).map { head($0) != nil } ?? false }) else {
            return nil
        }
        let lines = source.lines.map { (source: $0, printed: PrintedLine($0)) }
        var written = lines[..<first].map { line -> (text: String, number: Int) in
            (line.source.text, line.source.number)
        }
        var rest = lines[first...]
        while let start = rest.first?.printed {
            let end = rest.dropFirst().firstIndex { $0.printed.map { head($0) != nil } ?? false } ?? rest.endIndex
            written += table(start, Array(rest[..<end].dropFirst()))
            rest = rest[end...]
        }
        return RewrittenText(written)
    }

    private typealias Line = (source: SourceLine, printed: PrintedLine?)

    /// The names of the columns, where a line is the head of such a table.
    private static func head(_ line: PrintedLine) -> [PrintedTable.Segment]? {
        guard line.part.text.utf8.count <= 400, line.part.text.contains("  ") else { return nil }
        let segments = PrintedTable.segments(line)
        guard (3...5).contains(segments.count), ReferentielHead.isHead(segments.map(\.line.text)) else { return nil }
        return segments
    }

    /// The lines of one table: its head, its rows, and what stands across its columns.
    private static func table(_ headLine: PrintedLine, _ lines: [Line]) -> [(text: String, number: Int)] {
        guard let head = head(headLine) else { return [] }
        let bounds = PrintedTable.bounds(
            head.map(\.columns), PrintedTable.loads(lines.compactMap(\.printed)[...]))
        var rows = Rows(bounds: bounds)
        rows.begin(at: headLine.number)
        rows.add(head, at: headLine.number)
        // The form of the register says below each name what it means.
        var body = lines[...]
        while let line = body.first?.printed, PrintedTable.segments(line, gutters: bounds).allSatisfy(beginsSmall) {
            rows.add(PrintedTable.segments(line, gutters: bounds), at: line.number)
            body.removeFirst()
        }
        rows.close()
        var isApart = true
        for line in body {
            guard let printed = line.printed else {
                isApart = true
                continue
            }
            let segments = PrintedTable.segments(printed, gutters: bounds)
            if rows.isAcross(printed, isApart: isApart) {
                rows.addAcross(printed, isApart: isApart)
            } else {
                if rows.opensRow(segments, isApart: isApart) { rows.close() }
                rows.add(segments, at: printed.number)
            }
            isApart = false
        }
        rows.close()
        return rows.lines
    }

    private static func beginsSmall(_ segment: PrintedTable.Segment) -> Bool {
        segment.line.text.first?.isLowercase ?? false
    }

    /// The rows as they are put together.
    private struct Rows {
        let bounds: [Int]
        private(set) var lines: [(text: String, number: Int)] = []
        private var cells: [String]
        private var number = 0
        private var isOpen = false
        /// True behind a line of text: a row begins a table anew.
        private var isBehindText = false

        init(bounds: [Int]) {
            self.bounds = bounds
            cells = Array(repeating: "", count: bounds.count)
        }

        /// A table begins here: a blank line parts it from what stands before.
        mutating func begin(at line: Int) { lines.append(("", line)) }

        mutating func add(_ segments: [PrintedTable.Segment], at line: Int) {
            if !isOpen { number = line }
            if isBehindText { begin(at: line) }
            isBehindText = false
            isOpen = true
            for segment in segments {
                let column = min(PrintedTable.column(of: segment, bounds), bounds.count - 1)
                cells[column] += (cells[column].isEmpty ? "" : " ") + segment.line.text
            }
        }

        mutating func close() {
            guard isOpen else { return }
            lines.append((cells.joined(separator: "\t"), number))
            cells = Array(repeating: "", count: bounds.count)
            isOpen = false
        }

        /// True for a line that is none of a column: a bloc, or a sentence over the whole width and what goes on with it.
        func isAcross(_ line: PrintedLine, isApart: Bool) -> Bool {
            let segments = PrintedTable.segments(line)
            guard segments.count == 1, let segment = segments.first else { return false }
            if CompetenceHeading(line.text)?.rank == .domaine { return true }
            guard isApart || isBehindText else { return false }
            return (isBehindText && !isApart)
                || bounds.dropFirst().contains {
                    segment.columns.lowerBound + 3 < $0 && segment.columns.upperBound > $0 + 3
                }
        }

        mutating func addAcross(_ line: PrintedLine, isApart: Bool) {
            close()
            let isDomaine = CompetenceHeading(line.text)?.rank == .domaine
            if isDomaine == isBehindText || isApart && !isDomaine { begin(at: line.number) }
            isBehindText = !isDomaine
            let cells = isDomaine ? String(repeating: "\t", count: bounds.count - 1) : ""
            lines.append((line.text + cells, line.number))
        }

        /// True where a row begins: at a number of an activité or of a compétence, or behind a blank line.
        func opensRow(_ segments: [PrintedTable.Segment], isApart: Bool) -> Bool {
            let own = segments.filter { PrintedTable.column(of: $0, bounds) < 2 }
            return own.contains { isNumbered($0.line.text) } || (isApart && !own.isEmpty)
        }

        /// "A1.2 Chiffrer", "C1.2.1 – Établir".
        private func isNumbered(_ text: String) -> Bool {
            let word = text.prefix { $0 != " " }
            return word.first?.isUppercase == true && word.utf8.count <= 10 && word.contains(where: \.isNumber)
                && word.allSatisfy { $0.isUppercase || $0.isNumber || $0 == "." || $0 == "-" }
        }
    }
}
