import FrenchText

/// Cuts a line where a column begins, in a text that keeps the columns of the page side by side.
///
/// Columns drift by some characters, since the page was not set in a type of fixed width: the cut is at the widest gap
/// near the place, else at the nearest blank.
enum ColumnCut {
    /// The parts of the line before and in the column that begins near `column`.
    static func cut(_ line: PrintedLine, near column: Int) -> (left: PrintedLine?, right: PrintedLine?) {
        if line.indent >= column - 3 { return (nil, line) }
        let scalars = Array(line.part.text.unicodeScalars)
        var best: (place: Int, gap: Int)?
        for index in scalars.indices.dropFirst() where !Folding.isBlank(scalars[index]) {
            let place = line.indent + index
            guard Folding.isBlank(scalars[index - 1]), (column - 6...column + 3).contains(place) else { continue }
            let gap = scalars[..<index].reversed().prefix(while: Folding.isBlank).count
            // A single blank parts words too: it parts columns only where the line goes on into the second.
            guard gap > 1 || line.indent + scalars.count > column + 1 else { continue }
            let distance = abs(place - column)
            if let current = best, min(current.gap, 3) > min(gap, 3) { continue }
            if let current = best, min(current.gap, 3) == min(gap, 3),
                abs(line.indent + current.place - column) <= distance
            {
                continue
            }
            best = (index, gap)
        }
        guard var place = best?.place else { return (line, nil) }
        // A bullet belongs to the text behind it.
        if place >= 3, Folding.isBlank(scalars[place - 1]), Folding.isBlank(scalars[place - 3]),
            Bullet.isDash(scalars[place - 2]) || scalars[place - 2] == "•"
        {
            place -= 2
        }
        let offset = scalars[..<place].reduce(0) { $0 + UTF8.width($1) }
        var left = PrintedLine(line.part.part(0..<offset), of: line.source)
        left?.indent = line.indent
        left?.pageBreakBefore = line.pageBreakBefore
        left?.blanksBefore = line.blanksBefore
        var right = line.rest(from: offset)
        right?.pageBreakBefore = line.pageBreakBefore
        return (left, right)
    }

    /// Where most lines of a column begin: the commonest indent of those that stand far from the margin.
    static func column(of lines: some Sequence<PrintedLine>) -> Int? {
        var counts: [Int: Int] = [:]
        for line in lines where line.indent >= farFromMargin { counts[line.indent, default: 0] += 1 }
        return counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
    }

    static let farFromMargin = 14
}
