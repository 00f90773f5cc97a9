import FrenchText

/// A table of a text that keeps the places of the page (`pdftotext -layout`): its columns stand side by side, apart by
/// runs of blanks, and a cell goes on below itself.
struct PrintedTable {
    /// A stretch of a line between runs of two blanks or more.
    struct Segment {
        let line: PrintedLine
        let columns: Range<Int>
        let words: [String]
    }

    /// A line of the body, with its place down the page.
    private struct Row {
        let y: Int
        let line: PrintedLine
        let segments: [(segment: Segment, column: Int)]
    }

    /// The heads of the columns, from left to right, each with the words that stand in it.
    let heads: [(columns: Range<Int>, words: [String])]
    /// Where each column begins; the first at 0.
    private let bounds: [Int]
    private let rows: [Row]

    /// Nil when the head does not stand in columns.
    ///
    /// - Parameter isHead: true for the words of a line that belongs to the head.
    init?(_ lines: [PrintedLine], isHead: ([String]) -> Bool) {
        let head = lines.prefix { isHead($0.words) }
        let segments = head.flatMap { Self.segments($0) }
        guard Self.merged(segments.map { ($0.columns, $0.words) }).count >= 2, head.count < lines.count else {
            return nil
        }
        let heads = Self.merged(segments.flatMap(Self.answersApart))
        let bounds = Self.bounds(heads.map(\.columns), Self.loads(lines.dropFirst(head.count)))
        let body = lines.dropFirst(head.count).map { ($0, Self.segments($0, gutters: bounds)) }
        let siret = heads.firstIndex { $0.words == ["siret"] }
        var y = 0
        rows = body.map { line, segments in
            y += 1 + (line.pageBreakBefore ? 0 : line.blanksBefore)
            return Row(y: y, line: line, segments: Self.placed(segments, bounds: bounds, siret: siret))
        }
        self.heads = heads
        self.bounds = bounds
    }

    /// The columns of the segments of a line. A SIRET is known by its digits, wherever it stands: what is before it is
    /// the name, what is behind it stands in the columns behind.
    private static func placed(
        _ segments: [Segment], bounds: [Int], siret: Int?
    ) -> [(segment: Segment, column: Int)] {
        let place = siret == nil ? nil : segments.firstIndex { isSIRET($0.words) }
        return segments.enumerated().map { index, segment in
            let column = column(of: segment, bounds)
            guard let place, let siret else { return (segment, column) }
            if index == place { return (segment, siret) }
            // A head that begins with the SIRET leaves no column for a name before it.
            return (segment, index < place ? max(0, min(column, siret - 1)) : max(column, siret + index - place))
        }
    }

    static func isSIRET(_ words: [String]) -> Bool {
        words.count == 1 && words[0].utf8.count == 14 && words[0].utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// The stretches of a line, each with its columns; at a gutter one blank is enough to part them.
    static func segments(_ line: PrintedLine, gutters: [Int] = []) -> [Segment] {
        var segments: [Segment] = []
        let scalars = Array(line.part.text.unicodeScalars)
        var (offset, start, startOffset, blanks) = (0, 0, 0, 0)
        var end = (index: 0, offset: 0)
        func close() {
            guard end.offset > startOffset,
                var part = PrintedLine(line.part.part(startOffset..<end.offset), of: line.source)
            else { return }
            part.indent = 0
            segments.append(
                Segment(line: part, columns: line.indent + start..<line.indent + end.index, words: part.words))
        }
        for (index, scalar) in scalars.enumerated() {
            let width = UTF8.width(scalar)
            if Folding.isBlank(scalar) {
                blanks += 1
            } else {
                let isGutter = gutters.contains {
                    $0 > 0 && $0 <= line.indent + index && $0 >= line.indent + index - blanks
                }
                if blanks > 1 || (blanks == 1 && isGutter)
                    || (blanks == 1 && (isDigits(scalars, at: index) || isDigits(scalars, at: start)))
                {
                    close()
                    (start, startOffset) = (index, offset)
                }
                blanks = 0
                end = (index + 1, offset + width)
            }
            offset += width
        }
        close()
        return segments
    }

    /// True where fourteen digits stand: a SIRET, with which a cell begins and ends.
    private static func isDigits(_ scalars: [Unicode.Scalar], at start: Int) -> Bool {
        let digits = scalars[start...].prefix(15).prefix { ("0"..."9").contains($0) }.count
        return digits == 14
    }

    /// The segments of several lines of a head, those that overlap as one.
    private static func merged(
        _ segments: [(columns: Range<Int>, words: [String])]
    ) -> [(columns: Range<Int>, words: [String])] {
        var heads: [(columns: Range<Int>, words: [String])] = []
        for segment in segments {
            var columns = segment.columns
            var place: Int?
            for index in heads.indices.reversed() where heads[index].columns.overlaps(columns) {
                let known = heads[index].columns
                columns =
                    min(columns.lowerBound, known.lowerBound)..<max(columns.upperBound, known.upperBound)
                heads[index].columns = columns
                // In place: a head may be printed again on thousands of lines.
                if let last = place {
                    let words = heads.remove(at: last).words
                    heads[index].words += words
                } else {
                    heads[index].words += segment.words
                }
                place = index
            }
            if place == nil { heads.append(segment) }
        }
        return heads.sorted { $0.columns.lowerBound < $1.columns.lowerBound }
    }

    /// "Oui Non" are two heads, however near they stand.
    private static func answersApart(_ segment: Segment) -> [(columns: Range<Int>, words: [String])] {
        guard segment.words == ["oui", "non"] else { return namesApart(segment) }
        let (lower, upper) = (segment.columns.lowerBound, segment.columns.upperBound)
        return [(lower..<lower + 3, ["oui"]), (upper - 3..<upper, ["non"])]
    }

    /// "Nom légal Siret" are two heads, with one blank between where their columns are narrow.
    private static func namesApart(_ segment: Segment) -> [(columns: Range<Int>, words: [String])] {
        guard segment.words.count > 1, segment.words.contains(where: ["siret", "site"].contains) else {
            return [(segment.columns, segment.words)]
        }
        var heads: [(columns: Range<Int>, words: [String])] = []
        for (word, middle) in words(of: segment.line) {
            let length = word.unicodeScalars.count
            let start = segment.columns.lowerBound + middle - length / 2
            if let last = heads.indices.last, !["siret", "site"].contains(word), heads[last].words != ["siret"] {
                heads[last] = (heads[last].columns.lowerBound..<start + length, heads[last].words + [word])
            } else {
                heads.append((start..<start + length, [word]))
            }
        }
        return heads
    }

    /// The words of a line, each with the column of its middle.
    static func words(of line: PrintedLine) -> [(word: String, middle: Int)] {
        let bytes = Array(line.part.text.utf8)
        var (before, counted) = (0, 0)
        return WordScanner.ranges(in: bytes).map { range in
            before += String(decoding: bytes[counted..<range.lowerBound], as: UTF8.self).unicodeScalars.count
            counted = range.lowerBound
            let word = Folding.folded(String(decoding: bytes[range], as: UTF8.self))
            return (word, line.indent + before + word.unicodeScalars.count / 2)
        }
    }

    /// The gutters: between the middles of two heads, the place that most lines leave blank; of several, the one behind
    /// which most cells begin, for cells are set from the left.
    static func bounds(_ heads: [Range<Int>], _ places: (loads: [Int], starts: [Int])) -> [Int] {
        func count(_ counts: [Int], _ place: Int) -> Int { place < counts.count ? counts[place] : 0 }
        var bounds = [0]
        for (left, right) in zip(heads, heads.dropFirst()) {
            if left.count <= 3, right.count <= 3 {
                // "Oui Non": narrow columns, whose marks stand below the middle of their heads.
                bounds.append((left.upperBound + right.lowerBound) / 2)
                continue
            }
            if left.count <= 3 {
                bounds.append(left.upperBound + 1)
                continue
            }
            let from = (left.lowerBound + left.upperBound) / 2
            let to = right.count <= 3 ? right.lowerBound - 1 : (right.lowerBound + right.upperBound) / 2
            var best = (place: right.lowerBound, load: Int.max, starts: 0)
            for place in from...max(from, to) {
                let (load, starts) = (count(places.loads, place), count(places.starts, place + 1))
                if (load, -starts) <= (best.load, -best.starts) { best = (place, load, starts) }
            }
            bounds.append(best.place)
        }
        return bounds
    }

    /// How many lines print something at each place, and how many begin there behind a run of blanks.
    static func loads(_ lines: ArraySlice<PrintedLine>) -> (loads: [Int], starts: [Int]) {
        var loads: [Int] = []
        var starts: [Int] = []
        for line in lines {
            var blanks = 2
            for (index, scalar) in line.part.text.unicodeScalars.enumerated() {
                guard !Folding.isBlank(scalar) else {
                    blanks += 1
                    continue
                }
                let place = line.indent + index
                // No page is that wide: such a line is no row of a table.
                guard place < 2000 else { break }
                while loads.count <= place {
                    loads.append(0)
                    starts.append(0)
                }
                loads[place] += 1
                if blanks > 1 { starts[place] += 1 }
                blanks = 0
            }
        }
        return (loads, starts)
    }

    static func column(of segment: Segment, _ bounds: [Int]) -> Int {
        // A cell that begins a little before the gutter belongs to where most of it stands.
        let middle = (segment.columns.lowerBound + segment.columns.upperBound) / 2
        let start = bounds.lastIndex { $0 <= segment.columns.lowerBound } ?? 0
        let center = bounds.lastIndex { $0 <= middle } ?? 0
        return max(start, min(center, start + 1))
    }

    // MARK: Rows

    /// Rows of cells. A row begins at each anchor; its cells may begin above it where the page centres them.
    ///
    /// - Parameters:
    ///   - anchor: true for the cell (with its column) that each row has once; with no anchor all is one row.
    ///   - opens: true for a text that begins a row by its words, where there are as many as anchors.
    func cells(anchor: (Segment, Int) -> Bool, opens: (String) -> Bool = { _ in false }) -> [[[PrintedLine]]] {
        let anchors = rows.indices.filter { index in rows[index].segments.contains { anchor($0.segment, $0.column) } }
        guard !anchors.isEmpty else { return [cells(rows[...])] }
        let body = rows[..<(rows.endIndex - trailing(anchors).count)]
        let openings = body.indices.filter { index in
            body[index].segments.contains { $0.column > 0 && opens($0.segment.line.text) }
        }
        let ends = Array(openings.dropFirst()) + [body.endIndex]
        if openings.count == anchors.count, zip(anchors, ends).allSatisfy({ $0 < $1 }),
            zip(openings.dropFirst(), anchors).allSatisfy({ $0 > $1 })
        {
            return zip([body.startIndex] + openings.dropFirst(), ends).map { cells(body[$0..<$1]) }
        }
        let isCentred = anchors.first != body.startIndex || anchors.contains { isAlone(body[$0], anchor) }
        var result: [[[PrintedLine]]] = []
        var start = 0
        for (number, index) in anchors.enumerated() {
            let next = number + 1 < anchors.count ? anchors[number + 1] : body.endIndex
            let end = isCentred && next < body.endIndex ? Self.end(ofRow: start, index, before: next, in: body) : next
            result.append(cells(body[start..<end]))
            start = end
        }
        return result
    }

    /// True for a row that holds its anchor but no text: the page set the anchor between the lines of the text.
    private func isAlone(_ row: Row, _ anchor: (Segment, Int) -> Bool) -> Bool {
        let columns = row.segments.filter { !anchor($0.segment, $0.column) }.map(\.column)
        let own = row.segments.first { anchor($0.segment, $0.column) }?.column ?? 0
        return own == 0 ? columns.isEmpty : !columns.contains(0)
    }

    /// Where a centred row ends: as many lines below its anchor as above; blank lines part rows better than counting.
    private static func end(ofRow start: Int, _ anchor: Int, before next: Int, in body: ArraySlice<Row>) -> Int {
        for index in (anchor + 1)..<max(next, anchor + 1) where body[index].y - body[index - 1].y > 2 { return index }
        // An anchor of two lines ("12-07-", "2024") has its middle between them.
        let column = body[anchor].segments.first?.column ?? 0
        let isBroken =
            column == 0 && anchor + 1 < next && body[anchor].segments.count == 1
            && body[anchor + 1].segments.first?.column == 0 && body[anchor].line.text.hasSuffix("-")
        let reach = 2 * body[anchor].y - body[start].y + (isBroken ? 1 : 0)
        return ((anchor + 1)..<max(next, anchor + 1)).first { body[$0].y > reach } ?? next
    }

    /// Lines behind the last row that a blank line parts from a table without blank lines.
    func trailing(anchor: (Segment, Int) -> Bool) -> [PrintedLine] {
        trailing(rows.indices.filter { index in rows[index].segments.contains { anchor($0.segment, $0.column) } })
    }

    private func trailing(_ anchors: [Int]) -> [PrintedLine] {
        guard let first = anchors.first, let last = anchors.last else { return [] }
        let isTight = (first..<last).allSatisfy { rows[$0 + 1].y - rows[$0].y == 1 }
        let cut = (last + 1..<max(last + 1, rows.count)).first { rows[$0].y - rows[$0 - 1].y > 1 }
        guard isTight, let cut else { return [] }
        return rows[cut...].map(\.line)
    }

    private func cells(_ rows: ArraySlice<Row>) -> [[PrintedLine]] {
        var cells = [[(y: Int, segment: Segment)]](repeating: [], count: bounds.count)
        for row in rows {
            for placed in row.segments {
                cells[min(placed.column, bounds.count - 1)].append((row.y, placed.segment))
            }
        }
        return cells.map { cell in
            let left = cell.map(\.segment.columns.lowerBound).min() ?? 0
            let pitch = zip(cell, cell.dropFirst()).map { $1.y - $0.y }.min() ?? 1
            return cell.enumerated().map { index, placed in
                var line = placed.segment.line
                line.indent = placed.segment.columns.lowerBound - left
                let gap = index == 0 ? pitch : placed.y - cell[index - 1].y
                line.blanksBefore = gap > pitch + 1 || (pitch == 1 && gap > 1) ? 1 : 0
                line.pageBreakBefore = false
                return line
            }
        }
    }
}
