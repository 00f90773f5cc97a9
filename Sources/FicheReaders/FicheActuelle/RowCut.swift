/// Divides the lines of one column of a table among its rows, where each row is known by the place of its label.
///
/// A cell is centred on its row, as its label is; between two rows there is mostly more than the pitch of the lines, and a
/// row ends no sentence in the middle; no row reaches over the label of another. Of all ways to cut the lines, the one that breaks these rules least is taken.
enum RowCut {
    struct Line {
        /// The place down the page, in lines.
        let y: Int
        /// How many blank lines stand between it and the line before in its column.
        let blanks: Int
        let line: PrintedLine
    }

    /// The place of the label of a row.
    struct Row {
        let top: Int
        let bottom: Int
    }

    /// The lines of what goes on from the page before, then of each row.
    ///
    /// - Parameters:
    ///   - goesOnFrom: true when the page before ended in a row that may go on.
    ///   - goesOn: true when the last row may go on on the next page.
    static func groups(_ lines: [Line], rows: [Row], goesOnFrom: Bool, goesOn: Bool) -> [[PrintedLine]] {
        let pitch = lines.dropFirst().map(\.blanks).min() ?? 0
        // best[group][end]: the least cost of the lines before `end` in the groups up to `group`, and where it begins.
        var best: [[(cost: Double, start: Int)]] = []
        let top = rows.first?.top ?? Int.max
        // A page that begins in mid-sentence goes on with the row of the page before.
        let isCut = goesOnFrom && lines.first.map { LineEnds.beginsInLowerCase($0.line.text) } ?? false
        best.append(
            (0...lines.count).map { end in
                let strays = goesOnFrom ? lines[..<end].count { $0.y >= top } : end
                return (Double(strays * 50) + (isCut && end == 0 ? 6 : 0), 0)
            })
        for (number, row) in rows.enumerated() {
            let weight = goesOn && number == rows.count - 1 ? 0.2 : 1
            best.append(
                (0...lines.count).map { end in
                    (0...end).map { start in
                        let cut = start < end && start > 0 ? flaw(of: lines[start - 1], lines[start], pitch) : 0
                        let group = lines[start..<end]
                        let next = number + 1 < rows.count ? rows[number + 1].top : Int.max
                        let strays = group.count { $0.y >= next || (number > 0 && $0.y <= rows[number - 1].bottom) }
                        return (
                            best[number][start].cost + cut + weight * offCentre(group, row) + Double(strays * 50), start
                        )
                    }.min { $0.0 < $1.0 } ?? (0, 0)
                })
        }
        var groups: [[PrintedLine]] = []
        var end = lines.count
        for number in stride(from: rows.count, through: 0, by: -1) {
            let start = number == 0 ? 0 : best[number][end].start
            groups.insert(printed(lines[start..<end], pitch, goesOn: number == 0), at: 0)
            end = start
        }
        return groups
    }

    /// How far the middle of some lines is from that of the label.
    private static func offCentre(_ lines: ArraySlice<Line>, _ row: Row) -> Double {
        guard let first = lines.first, let last = lines.last else { return 0 }
        return abs(Double(first.y + last.y) - Double(row.top + row.bottom)) / 2
    }

    /// How unlikely a row ends between two lines.
    private static func flaw(of line: Line, _ next: Line, _ pitch: Int) -> Double {
        var flaw = next.blanks > pitch ? 0 : 1.5
        if LineEnds.beginsInLowerCase(next.line.text) { flaw += next.blanks > pitch ? 1 : 6 }
        if LineEnds.isOpen(line.line.text) { flaw += 3 }
        return flaw
    }

    private static func printed(_ lines: ArraySlice<Line>, _ pitch: Int, goesOn: Bool) -> [PrintedLine] {
        let left = lines.map(\.line.indent).min() ?? 0
        return lines.enumerated().map { index, placed in
            var line = placed.line
            line.indent -= left
            line.pageBreakBefore = index == 0 && goesOn
            line.blanksBefore = index > 0 && placed.blanks > pitch ? 1 : 0
            return line
        }
    }
}
