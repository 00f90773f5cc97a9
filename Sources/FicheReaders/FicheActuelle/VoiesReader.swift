import FicheModel
import FrenchText

/// Reads the table of the routes with their juries, and that of the territories.
enum VoiesReader {
    static func read(_ sections: PageSections, into lecture: inout PageLecture) {
        var elements: [Element] = []
        for element in sections[.validite]?.elements ?? [] {
            if case .passage(let passage) = element, elements.isEmpty, label(of: passage.words) == nil,
                !isHead(passage.words)
            {
                validite(passage, into: &lecture)
            } else {
                elements.append(element)
            }
        }
        elements = withoutStackedAnswers(elements + (sections[.voies]?.elements ?? []), &lecture)
        var rows = laidOut(&elements, &lecture)
        var columns = Columns(elements)
        // The table of the territories has no head above its first column: its lines are read by the places of its marks.
        let hasRoutes = elements.contains { if case .voie? = label(of: $0.words)?.subject { true } else { false } }
        let anchored =
            hasRoutes
            ? lecture.rows(elements, heads) { words, column in column > 0 && words == ["x"] } : elements
        for element in anchored {
            columns.turn(to: element)
            guard !lecture.withoutHeads([element], heads).isEmpty else { continue }
            switch element {
            case .row(let row):
                if let read = self.row(row, columns, &lecture) {
                    rows.append(read)
                } else if let last = rows.indices.last {
                    for cell in row.cells where !cell.isBlank { rows[last].add(cell, &lecture) }
                }
            case .passage(let passage):
                if let found = label(of: passage.words) {
                    rows.append(line(passage, found, columns, &lecture))
                } else if let last = rows.indices.last {
                    rows[last].add(passage, &lecture)
                }
            }
        }
        fill(rows, into: &lecture)
    }

    /// "Oui" above "Non", each alone: heads of a table that an extraction gave cell by cell.
    private static func withoutStackedAnswers(_ elements: [Element], _ lecture: inout PageLecture) -> [Element] {
        var rest: [Element] = []
        for element in elements {
            if element.words == ["non"], element.line != nil, let before = rest.last, before.words == ["oui"],
                before.line != nil
            {
                for head in [before, element] { lecture.claim(head, .miseEnPage("en-tête de tableau")) }
                rest.removeLast()
            } else {
                rest.append(element)
            }
        }
        return rest
    }

    /// The rows of a table that keeps the places of the page; they are taken out of the elements.
    private static func laidOut(_ elements: inout [Element], _ lecture: inout PageLecture) -> [Row] {
        let end = elements.firstIndex { element in
            switch label(of: element.words)?.subject {
            case .nouvelleCaledonie, .polynesieFrancaise: true
            default: element.words == ["oui", "non"]
            }
        }
        let part = elements[..<(end ?? elements.endIndex)]
        let lines = part.compactMap(\.line)
        guard lines.count == part.count, part.allSatisfy({ if case .passage = $0 { true } else { false } }),
            let table = LaidOutRoutes(lines, isHead: { !$0.isEmpty && $0.allSatisfy(heads.contains) })
        else { return [] }
        elements.removeSubrange(..<part.endIndex)
        lecture.claims += table.claims
        return table.routes.map { route in
            var row = Row(subject: route.subject, open: route.open)
            let jury = Passage(cell: route.jury, blankAt: route.jury.first?.part.range.lowerBound ?? 0)
            if !jury.isBlank { row.jury = [.passage(jury)] }
            if let line = route.date {
                row.date = CalendarDate(line.text)
                lecture.claim(Passage(line), .repris(.voiesAcces))
            }
            return row
        }
    }

    private struct Row {
        let subject: InscriptionRows.Subject
        /// Nil where the column of the mark was lost, or where there is none.
        var open: Bool?
        var jury: [Element] = []
        var date: CalendarDate?

        var isTerritory: Bool {
            switch subject {
            case .nouvelleCaledonie, .polynesieFrancaise: true
            case .voie: false
            }
        }

        /// Adds what stands below the first line of the row: its mark, more of the jury, or the date.
        mutating func add(_ passage: Passage, _ lecture: inout PageLecture) {
            let isCell = passage.line.map { $0.source.text.utf8.contains(0x09) } ?? false
            if isCell || !jury.isEmpty, date == nil, let day = CalendarDate(passage.text) {
                date = day
                lecture.claim(passage, .repris(.voiesAcces))
            } else if open == nil, jury.isEmpty, passage.line != nil, InscriptionRows.isMark(passage.text) {
                lecture.claim(passage, .miseEnPage("case à cocher"))
                if isTerritory { VoiesReader.reportLostColumn(passage.number, &lecture) }
            } else {
                jury.append(.passage(passage))
            }
        }
    }

    private static let heads: Set<String> = [
        "voie", "voies", "d", "acces", "a", "la", "certification", "oui", "non", "composition", "des", "du", "jurys",
        "jury", "date", "de", "derniere", "modification", "validite", "composantes", "acquises",
    ]

    private static func isHead(_ words: [String]) -> Bool { words.count > 1 && words.allSatisfy(heads.contains) }

    private static func label(of words: [String]) -> (subject: InscriptionRows.Subject, count: Int)? {
        for (subject, wording) in InscriptionRows.labels {
            if let count = wording.length(in: words), count > 0 { return (subject, count) }
        }
        return nil
    }

    /// Where the first words of a line end, in bytes from its start.
    private static func end(of count: Int, in passage: Passage) -> Int {
        (passage.bytes(ofWords: 0..<count).last?.upperBound ?? passage.range.upperBound) - passage.range.lowerBound
    }

    /// "illimitée", "5 an(s)".
    private static func validite(_ passage: Passage, into lecture: inout PageLecture) {
        guard !passage.isPlaceholder else { return lecture.claimEmpty(passage) }
        guard lecture.fiche.validiteComposantes == nil else { return }
        let years = passage.words.first.flatMap(Int.init)
        lecture.fiche.validiteComposantes = ValiditeComposantes(texte: passage.text, annees: years)
        lecture.claim(passage, .repris(.validiteComposantes))
    }

    /// Where the cells of the table stand.
    private struct Columns {
        var oui = 1
        var non = 2
        var jury = 3
        var date = 4
        /// False where single blanks part everything: then an empty cell leaves no trace.
        let keepsBlanks: Bool
        /// True where runs of blanks keep the columns of the page.
        let keepsPlaces: Bool
        /// Where "Oui" and "Non" stand.
        private var places: (oui: Int, non: Int)?

        /// The head of a table says where its cells stand.
        mutating func turn(to element: Element) {
            guard VoiesReader.isHead(element.words) else { return }
            if case .row(let row) = element {
                for (index, cell) in row.cells.enumerated() {
                    switch cell.words.first {
                    case "oui": oui = index
                    case "non": non = index
                    case "composition": jury = index
                    case "date": date = index
                    default: break
                    }
                }
            } else if let line = element.line {
                let words = PrintedTable.words(of: line)
                guard let oui = words.first(where: { $0.word == "oui" }),
                    let non = words.first(where: { $0.word == "non" })
                else { return }
                places = (oui.middle, non.middle)
            }
        }

        /// The answer whose head stands nearest above a column.
        func answer(at column: Int) -> Bool? {
            guard keepsPlaces, let places else { return nil }
            let (oui, non) = (abs(column - places.oui), abs(column - places.non))
            return oui == non || min(oui, non) > 4 ? nil : oui < non
        }

        init(_ elements: [Element]) {
            let gaps = elements.compactMap { element -> Int? in
                guard case .passage(let passage) = element, let found = VoiesReader.label(of: passage.words),
                    let line = passage.line
                else { return nil }
                return Array(line.part.text.utf8)[VoiesReader.end(of: found.count, in: passage)...]
                    .prefix { $0 == 0x20 }.count
            }
            // A head far from the margin stands over its columns, though the longest label leaves one blank.
            let hasFarHead = elements.contains {
                $0.words == ["oui", "non"] && $0.line.map { $0.indent >= 25 } ?? false
            }
            keepsPlaces = gaps.contains { $0 > 2 } || hasFarHead
            keepsBlanks = !keepsPlaces && gaps.contains(2)
        }
    }

    private static func row(_ row: TableRow, _ columns: Columns, _ lecture: inout PageLecture) -> Row? {
        guard let first = row.cell(0), let found = label(of: first.words) else { return nil }
        lecture.claim(first, .miseEnPage("libellé de tableau"))
        var read = Row(subject: found.subject)
        for (index, answer) in [(columns.oui, true), (columns.non, false)] {
            guard let cell = row.cell(index), InscriptionRows.isMark(cell.text) else { continue }
            read.open = answer
            lecture.claim(cell, .miseEnPage("case à cocher"))
        }
        if let jury = row.cell(columns.jury) { read.jury = [.passage(jury)] }
        if let cell = row.cell(columns.date) {
            read.date = CalendarDate(cell.text)
            if read.date != nil || cell.isPlaceholder { lecture.claim(cell, .repris(.voiesAcces)) }
        }
        return read
    }

    /// A row that the layout ran together: an empty cell leaves two blanks, or the columns keep their places.
    private static func line(
        _ passage: Passage, _ found: (subject: InscriptionRows.Subject, count: Int), _ columns: Columns,
        _ lecture: inout PageLecture
    ) -> Row {
        lecture.claim(passage, words: 0..<found.count, .miseEnPage("libellé de tableau"))
        var read = Row(subject: found.subject)
        guard let line = passage.line else { return read }
        let text = line.part.text
        let bytes = Array(text.utf8)
        var index = end(of: found.count, in: passage)
        while index < bytes.count, bytes[index] == UInt8(ascii: ")") { index += 1 }
        let blanks = bytes[index...].prefix { $0 == 0x20 || $0 == 0x09 }.count
        index += blanks
        let word = bytes[index...].prefix { $0 > 0x20 }
        if InscriptionRows.isMark(String(decoding: word, as: UTF8.self)) {
            let mark = line.part.range.lowerBound + index
            lecture.claims.append(Claim(mark..<mark + word.count, .miseEnPage("case à cocher")))
            let before = String(decoding: bytes[..<index], as: UTF8.self).unicodeScalars.count
            read.open = columns.keepsBlanks ? blanks == 1 : columns.answer(at: line.indent + before)
            index += word.count
            if read.open == nil, read.isTerritory { reportLostColumn(line.number, &lecture) }
        }
        if var rest = line.rest(from: index) {
            if let date = rest.part.text.split(separator: " ").last, let day = CalendarDate(String(date)) {
                read.date = day
                let end = rest.part.range.upperBound
                lecture.claims.append(Claim(end - date.utf8.count..<end, .repris(.voiesAcces)))
                let length = rest.part.range.count - date.utf8.count
                guard let before = PrintedLine(rest.part.part(0..<length), of: rest.source) else { return read }
                rest = before
            }
            read.jury = [.passage(Passage(rest))]
        }
        return read
    }

    private static func reportLostColumn(_ line: Int, _ lecture: inout PageLecture) {
        lecture.report(
            .note, .colonneIncertaine, "La croix de cette ligne a perdu sa colonne : ni oui ni non n’est retenu",
            line: line, hint: "Enregistrez la page en HTML, ou complétez la fiche")
    }

    private static func fill(_ rows: [Row], into lecture: inout PageLecture) {
        var last: String?
        for row in rows {
            switch row.subject {
            case .voie(let code):
                var voie = VoieAcces(ouverte: row.open, dateDerniereModification: row.date)
                if row.jury.flatMap(\.words) == ["idem"] {
                    for element in row.jury { lecture.claim(element, .miseEnPage("Idem")) }
                    voie.compositionJury = last
                } else if !row.jury.isEmpty {
                    voie.compositionJury = lecture.texte(row.jury, for: .voiesAcces, as: .cell)?.texte
                    last = voie.compositionJury ?? last
                }
                // A mark whose column was lost says "open" only where a jury is given for the route.
                if voie.ouverte == nil, voie.compositionJury != nil { voie.ouverte = true }
                lecture.fiche.voiesAcces[code] = voie
            case .nouvelleCaledonie: lecture.fiche.accessibleNouvelleCaledonie = row.open
            case .polynesieFrancaise: lecture.fiche.accessiblePolynesieFrancaise = row.open
            }
        }
    }
}
