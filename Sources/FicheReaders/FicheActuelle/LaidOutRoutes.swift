import FicheModel
import FrenchText

/// The table of the routes in a text that keeps the places of the page: label, mark, jury and date of a row stand in
/// columns, each centred on the height of the row, and a row may go on on the next page under the head printed anew.
struct LaidOutRoutes {
    struct Route {
        let subject: InscriptionRows.Subject
        var open: Bool?
        var jury: [PrintedLine] = []
        var date: PrintedLine?
    }

    private(set) var routes: [Route] = []
    private(set) var claims: [Claim] = []
    /// What the first page holds of the first row, where its label stands on the next.
    private var begun = Route(subject: .voie(.fi))

    /// Nil when the lines are no such table, or hold something in the column of the labels that is no label.
    init?(_ lines: [PrintedLine], isHead: ([String]) -> Bool) {
        var start = 0
        while start < lines.count {
            let head = lines[start...].prefix { isHead($0.words) }
            guard let answers = head.lazy.compactMap(Self.answers).first else { return nil }
            let end = lines[head.endIndex...].firstIndex { isHead($0.words) && Self.opensHead($0) } ?? lines.endIndex
            claims += head.map { Claim($0.part.range, .miseEnPage("en-tête de tableau")) }
            guard read(Array(lines[head.endIndex..<end]), answers, isLast: end == lines.endIndex) else { return nil }
            start = end
        }
        guard routes.count > 1 else { return nil }
    }

    /// True for a line with which the head of the table can begin: not one that a jury could hold.
    private static func opensHead(_ line: PrintedLine) -> Bool {
        let words = line.words
        return words.contains("oui") || words.starts(with: ["voie"]) || words.starts(with: ["date", "de"])
    }

    /// The middles of "Oui" and "Non", where runs of blanks keep the columns apart.
    private static func answers(_ line: PrintedLine) -> (oui: Int, non: Int)? {
        let words = PrintedTable.words(of: line)
        guard let oui = words.first(where: { $0.word == "oui" }), let non = words.first(where: { $0.word == "non" }),
            oui.middle < non.middle, line.indent >= 25 || line.part.text.contains("    ")
        else { return nil }
        return (oui.middle, non.middle)
    }

    // MARK: A page

    /// A label with its place down the page.
    private struct Label {
        let subject: InscriptionRows.Subject
        let top: Int
        let bottom: Int
        var middle: Double { Double(top + bottom) / 2 }
    }

    private mutating func read(_ lines: [PrintedLine], _ answers: (oui: Int, non: Int), isLast: Bool) -> Bool {
        var labels: [(y: Int, line: PrintedLine)] = []
        var juries: [RowCut.Line] = []
        var marks: [(y: Int, open: Bool, line: PrintedLine)] = []
        var dates: [(y: Int, line: PrintedLine)] = []
        var (y, blanks) = (0, 0)
        for line in lines {
            y += 1 + (line.pageBreakBefore ? 0 : line.blanksBefore)
            blanks += line.pageBreakBefore ? 0 : line.blanksBefore
            let cells = RouteLine(line, oui: answers.oui, non: answers.non)
            if let label = cells.label { labels.append((y, label)) }
            if let mark = cells.mark { marks.append((y, mark.open, mark.line)) }
            if let date = cells.date { dates.append((y, date)) }
            guard let jury = cells.jury else { continue }
            juries.append(.init(y: y, blanks: blanks, line: jury))
            blanks = 0
        }
        guard let found = Self.labels(labels) else { return false }
        // The cuts are tried against each other: what no page holds is no table.
        guard found.count <= 12, juries.count <= 400 else { return false }
        if found.isEmpty, routes.isEmpty {
            guard begun.open == nil, begun.jury.isEmpty, marks.count < 2, dates.isEmpty, !isLast else { return false }
            begun.open = marks.first?.open
            begun.jury = juries.map(\.line)
            claims += marks.map { Claim($0.line.part.range, .miseEnPage("case à cocher")) }
            return true
        }
        claims += labels.map { Claim($0.line.part.range, .miseEnPage("libellé de tableau")) }
        let first = routes.count
        routes += found.map { Route(subject: $0.subject) }
        if first == 0 { (routes[0].open, routes[0].jury) = (begun.open, begun.jury) }
        let rows = found.map { RowCut.Row(top: $0.top, bottom: $0.bottom) }
        let groups = RowCut.groups(juries, rows: rows, goesOnFrom: first > 0, goesOn: !isLast)
        for (index, group) in groups.enumerated() {
            // The first group is the end of the row that the page before began.
            let route = first - 1 + index
            guard route >= 0 else { continue }
            routes[route].jury += group
        }
        func nearest(_ y: Int) -> Int? {
            found.indices.min { abs(found[$0].middle - Double(y)) < abs(found[$1].middle - Double(y)) }
        }
        for mark in marks {
            guard let row = nearest(mark.y) else { return false }
            routes[first + row].open = mark.open
            claims.append(Claim(mark.line.part.range, .miseEnPage("case à cocher")))
        }
        for date in dates {
            guard let row = nearest(date.y) else { return false }
            routes[first + row].date = date.line
        }
        return true
    }

    /// The labels that some lines spell one after the other; nil when something else stands among them.
    private static func labels(_ lines: [(y: Int, line: PrintedLine)]) -> [Label]? {
        var found: [Label] = []
        var index = 0
        while index < lines.count {
            var best: (subject: InscriptionRows.Subject, count: Int)?
            for count in 1...4 where index + count <= lines.count {
                let words = lines[index..<index + count].flatMap(\.line.words)
                for (subject, wording) in InscriptionRows.labels where wording.isWhole(words) {
                    best = (subject, count)
                }
            }
            guard let best else { return nil }
            found.append(
                Label(subject: best.subject, top: lines[index].y, bottom: lines[index + best.count - 1].y))
            index += best.count
        }
        return found
    }
}

/// A line of the table of the routes, cut into its cells.
private struct RouteLine {
    var label: PrintedLine?
    var mark: (open: Bool, line: PrintedLine)?
    var jury: PrintedLine?
    var date: PrintedLine?

    init(_ line: PrintedLine, oui: Int, non: Int) {
        let scalars = Array(line.part.text.unicodeScalars)
        var words: [Range<Int>] = []
        var start: Int?
        for index in 0...scalars.count {
            let isBlank = index == scalars.count || Folding.isBlank(scalars[index])
            if isBlank, let from = start {
                words.append(from..<index)
                start = nil
            } else if !isBlank, start == nil {
                start = index
            }
        }
        func part(_ range: Range<Int>) -> PrintedLine? {
            let lower = scalars[..<range.lowerBound].reduce(0) { $0 + UTF8.width($1) }
            let length = scalars[range].reduce(0) { $0 + UTF8.width($1) }
            var part = PrintedLine(line.part.part(lower..<lower + length), of: line.source)
            part?.indent = line.indent + range.lowerBound
            part?.blanksBefore = line.blanksBefore
            return part
        }
        func text(_ word: Range<Int>) -> String {
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars[word])
            return String(text)
        }
        if let last = words.last, line.indent + last.lowerBound > non, CalendarDate(text(last)) != nil {
            date = part(last)
            words.removeLast()
        }
        // A dash in the column of the dates says that there is none.
        if words.count > 1, let last = words.last, text(last) == "-", line.indent + last.lowerBound > non,
            last.lowerBound - words[words.count - 2].upperBound > 1,
            InscriptionRows.isMark(text(words[words.count - 2])) == false
        {
            words.removeLast()
        }
        // A narrow column may push a mark to the left of its head, never past the text of the jury.
        let place = words.firstIndex { word in
            InscriptionRows.isMark(text(word)) && line.indent + word.lowerBound <= non + 4
        }
        if let place {
            let column = line.indent + words[place].lowerBound
            mark = part(words[place]).map { (abs(column - oui) <= abs(column - non), $0) }
        }
        let cut = place ?? Self.cut(words, indent: line.indent, oui: oui, non: non)
        let left = words[..<cut]
        let right = words[(place.map { $0 + 1 } ?? cut)...]
        if let first = left.first, let last = left.last { label = part(first.lowerBound..<last.upperBound) }
        if let first = right.first, let last = right.last { jury = part(first.lowerBound..<last.upperBound) }
    }

    /// The first word of the jury: behind the widest gap that reaches to the columns of the answers.
    private static func cut(_ words: [Range<Int>], indent: Int, oui: Int, non: Int) -> Int {
        guard let first = words.first else { return 0 }
        if indent + first.lowerBound >= oui - 1 { return 0 }
        var best: (index: Int, gap: Int)?
        for index in words.indices.dropFirst() {
            let gap = words[index].lowerBound - words[index - 1].upperBound
            guard gap > 1, indent + words[index].lowerBound > oui - 1 else { continue }
            if gap > best?.gap ?? 0 { best = (index, gap) }
        }
        return best?.index ?? words.endIndex
    }
}
