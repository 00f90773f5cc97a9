import FrenchText

/// Brings the tables of a text that keeps its columns side by side (`pdftotext -layout`) into the order of reading: for
/// each row its label, then its cell.
enum SideBySideTables {
    /// The sections with their tables unfolded; unchanged where no columns stand side by side.
    static func unfolded(_ sections: Sections) -> Sections {
        let tables = [Rubrique.blocs, .inscription].compactMap { sections[$0]?.lines }.flatMap { $0 }
        let far = tables.filter { !$0.isTabbed && $0.indent >= ColumnCut.farFromMargin }.count
        guard far >= 5 else { return sections }
        var sections = sections
        if let section = sections[.blocs] { sections.replaceLines(of: .blocs, with: blocs(section.lines)) }
        if let section = sections[.inscription] { sections.replaceLines(of: .inscription, with: routes(section.lines)) }
        if let section = sections[.qualite], let lines = certifiers(section) {
            sections.replaceLines(of: .qualite, with: lines)
        }
        return sections
    }

    /// A row as it is put together: what stands in its first column, its mark, what stands in its last.
    private struct Row {
        var label: [PrintedLine] = []
        var mark: PrintedLine?
        var cell: [PrintedLine] = []

        /// The label, then the cell, each behind a blank line.
        var lines: [PrintedLine] { Self.apart(label) + Self.apart([mark].compactMap { $0 } + cell) }

        private static func apart(_ lines: [PrintedLine]) -> [PrintedLine] {
            lines.enumerated().map { index, line in
                var line = line
                line.indent = 0
                line.blanksBefore = index == 0 ? 1 : 0
                line.pageBreakBefore = index == 0 ? false : line.pageBreakBefore
                return line
            }
        }
    }

    private static func blocs(_ lines: [PrintedLine]) -> [PrintedLine] {
        var heads: [PrintedLine] = []
        var before: [PrintedLine] = []
        var rows: [Row] = []
        var column = ColumnCut.column(of: lines)
        for page in pages(lines, endingAt: { BlocRows.isHead($0.words) }) {
            column = ColumnCut.column(of: page.filter { !BlocRows.isHead($0.words) }) ?? column
            for (index, line) in page.enumerated() {
                if BlocRows.isHead(line.words) {
                    heads.append(line)
                    continue
                }
                guard let column else {
                    before.append(line)
                    continue
                }
                let (left, right) = ColumnCut.cut(line, near: column)
                if let left, opensLabel(left, page.dropFirst(index + 1).first, column) { rows.append(Row()) }
                guard let last = rows.indices.last else {
                    before.append(line)
                    continue
                }
                if let left { rows[last].label.append(left) }
                if let right { rows[last].cell.append(right) }
            }
        }
        return heads + before + rows.flatMap(\.lines)
    }

    /// True when the first column opens a row on this line, or on this and the next.
    private static func opensLabel(_ left: PrintedLine, _ next: PrintedLine?, _ column: Int) -> Bool {
        let below = next.flatMap { ColumnCut.cut($0, near: column).left?.words } ?? []
        return left.words.first?.hasPrefix("bloc") == true && BlocLabel.opens(left.words + below)
    }

    private static func routes(_ lines: [PrintedLine]) -> [PrintedLine] {
        // The table of the territories keeps its columns: its marks are read by their place.
        let end = lines.firstIndex { $0.words.allSatisfy(AnswerColumns.names.contains) } ?? lines.endIndex
        var rows: [Row] = []
        var column = ColumnCut.column(of: lines)
        for page in pages(Array(lines[..<end]), endingAt: { _ in false }) {
            column = ColumnCut.column(of: page) ?? column
            for line in page {
                var (left, right): (PrintedLine?, PrintedLine?) =
                    column.map { ColumnCut.cut(line, near: $0) } ?? (line, nil)
                if opensRoute(line) { rows.append(Row()) }
                guard let last = rows.indices.last else { continue }
                if rows[last].mark == nil { rows[last].mark = takeMark(&left, &right) }
                if let left { rows[last].label.append(left) }
                if let right { rows[last].cell.append(right) }
            }
        }
        return rows.flatMap(\.lines) + lines[end...]
    }

    private static func opensRoute(_ line: PrintedLine) -> Bool {
        guard line.indent < 8 else { return false }
        let words = line.words.prefix(2)
        return [
            ["apres", "un"], ["en", "contrat"], ["par", "candidature"], ["par", "experience"], ["accessible", "en"],
        ]
        .contains(Array(words))
    }

    /// An X at the end of the first column or at the start of the last.
    private static func takeMark(_ left: inout PrintedLine?, _ right: inout PrintedLine?) -> PrintedLine? {
        if let line = right, line.words.first == "x", line.part.text.dropFirst().first.map({ $0 == " " }) ?? true {
            right = line.rest(from: 1)
            return PrintedLine(line.part.part(0..<1), of: line.source)
        }
        if let line = left, line.part.text.hasSuffix(" X") {
            let end = line.part.range.count
            left = PrintedLine(line.part.part(0..<end - 1), of: line.source)
            return PrintedLine(line.part.part(end - 1..<end), of: line.source)
        }
        return nil
    }

    /// Name and capacity, one below the other; nil when the head does not tell where the second column begins.
    private static func certifiers(_ section: Section) -> [PrintedLine]? {
        let head = Array(Folding.folded(section.heading.source.text).utf8)
        let bytes = WordScanner.ranges(in: head).first { String(decoding: head[$0], as: UTF8.self) == "qualite" }
        guard let column = bytes?.lowerBound, column > 20 else { return nil }
        var rows: [Row] = []
        for line in section.lines {
            let (left, right) = ColumnCut.cut(line, near: column)
            let begins = right.map { !LineEnds.beginsInLowerCase($0.text) } ?? false
            if rows.isEmpty || !line.follows || (begins && left != nil && !(rows.last?.cell.isEmpty ?? true)) {
                rows.append(Row())
            }
            if let left { rows[rows.count - 1].label.append(left) }
            if let right { rows[rows.count - 1].cell.append(right) }
        }
        return rows.flatMap(\.lines)
    }

    /// The lines of each page.
    private static func pages(_ lines: [PrintedLine], endingAt isHead: (PrintedLine) -> Bool) -> [[PrintedLine]] {
        var pages: [[PrintedLine]] = []
        for line in lines {
            if pages.isEmpty || line.pageBreakBefore || isHead(line) {
                pages.append([line])
            } else {
                pages[pages.count - 1].append(line)
            }
        }
        return pages
    }
}
