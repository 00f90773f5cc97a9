import FrenchText

/// The two columns of a table whose page was not set in a type of fixed width: the second begins here and there, and one
/// blank may be all that is left between the two.
struct TwoColumns {
    private(set) var left: [PrintedLine] = []
    private(set) var right: [PrintedLine] = []
    /// The lines that go over both columns with one blank between, which could be another one.
    private(set) var uncertain: [PrintedLine] = []

    /// True for lines of which several surely stand in a second column.
    static func shows(in lines: [PrintedLine]) -> Bool { lines.count { secondStart($0) != nil } > 1 }

    /// True for lines that runs of blanks cut into many pieces: the places are not those of the page.
    static func isScattered(_ lines: [PrintedLine]) -> Bool {
        lines.count { PrintedTable.segments($0).count > 2 } * 4 > lines.count
    }

    /// Adds the lines of one page.
    mutating func add(_ lines: [PrintedLine]) {
        let starts = lines.map(Self.secondStart)
        let near = Self.nearest(starts)
        let widest = Self.widestLeft(lines, starts, near)
        var (y, leftY, rightY) = (0, 0, 0)
        for (index, line) in lines.enumerated() {
            y += 1 + (line.pageBreakBefore ? 0 : line.blanksBefore)
            let cuts = starts[index].map { [$0] } ?? Self.cuts(line, near: near[index], widest: widest)
            let cut = cuts.last
            if cuts.count > 1 { uncertain.append(line) }
            let (before, after) = Self.parts(of: line, at: cut)
            if let before { Self.append(before, to: &left, gap: y - leftY, isFirst: leftY == 0) }
            if let after { Self.append(after, to: &right, gap: y - rightY, isFirst: rightY == 0) }
            if before != nil { leftY = y }
            if after != nil { rightY = y }
        }
    }

    /// Where the second column surely begins on a line, in places from the margin: behind a run of blanks.
    private static func secondStart(_ line: PrintedLine) -> Int? {
        if line.indent >= farthestLeft { return line.indent }
        let segments = PrintedTable.segments(line)
        guard segments.count == 2, let second = segments.last, second.columns.lowerBound >= farthestLeft else {
            return nil
        }
        return second.columns.lowerBound
    }

    /// A second column begins no nearer to the margin.
    private static let farthestLeft = 25

    /// For each line the start that is known nearest to it.
    private static func nearest(_ starts: [Int?]) -> [Int] {
        var result = [Int](repeating: .max, count: starts.count)
        var distance = [Int](repeating: .max, count: starts.count)
        for order in [Array(starts.indices), starts.indices.reversed()] {
            var known: (place: Int, index: Int)?
            for index in order {
                if let start = starts[index] { known = (start, index) }
                guard let known, abs(index - known.index) < distance[index] else { continue }
                (result[index], distance[index]) = (known.place, abs(index - known.index))
            }
        }
        return result
    }

    /// The width on paper of the widest line of the first column, among those whose end is known.
    private static func widestLeft(_ lines: [PrintedLine], _ starts: [Int?], _ near: [Int]) -> Int {
        lines.indices.map { index in
            let line = lines[index]
            if starts[index] != nil { return parts(of: line, at: starts[index]).left.map { width($0.text) } ?? 0 }
            return line.indent + line.part.text.unicodeScalars.count < near[index] - 2 ? width(line.text) : 0
        }.max() ?? 0
    }

    /// Where a line may go on in the second column behind one blank; none for a line that ends in the first. The first
    /// column is full there, so the cut is the last that leaves it no wider than its widest line.
    private static func cuts(_ line: PrintedLine, near start: Int, widest: Int) -> [Int] {
        let scalars = Array(line.part.text.unicodeScalars)
        guard start < Int.max, line.indent + scalars.count > start + 2 else { return [] }
        var found: [Int] = []
        for index in scalars.indices.dropFirst() where Folding.isBlank(scalars[index - 1]) {
            let place = line.indent + index
            guard (start - 9...start + 3).contains(place) else { continue }
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars[..<(index - 1)])
            if found.isEmpty || width(Folding.squeezed(String(text))) * 100 <= widest * 106 { found.append(place) }
        }
        return found
    }

    private static func width(_ text: String) -> Int { LineWidth.proportional.width(of: text) }

    private static func parts(of line: PrintedLine, at place: Int?) -> (left: PrintedLine?, right: PrintedLine?) {
        guard let place else { return (line, nil) }
        if place <= line.indent { return (nil, line) }
        let offset = line.part.text.unicodeScalars.prefix(place - line.indent).reduce(0) { $0 + UTF8.width($1) }
        var left = PrintedLine(line.part.part(0..<offset), of: line.source)
        left?.indent = line.indent
        var right = line.rest(from: offset)
        right?.indent = place
        return (left, right)
    }

    private static func append(_ line: PrintedLine, to column: inout [PrintedLine], gap: Int, isFirst: Bool) {
        var line = line
        // Both columns move on in steps of their own: a step of two lines inside a sentence is no paragraph's end.
        let goesOn =
            column.last.map { LineEnds.beginsInLowerCase(line.text) && !LineEnds.closes($0.text) } ?? false
        line.pageBreakBefore = isFirst && !column.isEmpty
        line.blanksBefore = gap > 1 && !isFirst && !goesOn ? 1 : 0
        // The start of the second column drifts: it is no indent.
        line.indent = 0
        column.append(line)
    }
}
