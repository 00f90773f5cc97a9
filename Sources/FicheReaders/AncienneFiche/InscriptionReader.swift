import FicheModel
import FrenchText

/// Reads the table of the routes with their juries, and that of the territories under it.
enum InscriptionReader {
    static func read(_ section: Section, into lecture: inout Lecture) {
        let rows = InscriptionRows(section)
        lecture.claims += rows.claims
        let column = Column(rows.rows.flatMap(\.jury), isWrapped: lecture.isWrapped)
        if let line = rows.detached {
            lecture.report(
                .warning, .colonneIncertaine,
                "Ces jurys ont été séparés de leurs voies d’accès : ils ne sont pas attribués",
                at: line, hint: "Extrayez de nouveau le texte du PDF avec « pdftotext -raw fichier.pdf »")
        }
        let table = RepeatedJuries(rows.rows.map(\.jury))
        for range in table.doubled { lecture.claims.append(Claim(range, .miseEnPage("répétition"))) }
        var lastJury: String?
        for (index, printed) in rows.rows.enumerated() {
            var row = printed
            row.jury = table.juries[index]
            switch row.subject {
            case .voie(let code):
                var voie = VoieAcces(depuis: row.year)
                if row.isIdem {
                    lecture.claim(row.jury, .miseEnPage("Idem"))
                    voie.compositionJury = lastJury
                } else {
                    let whole = table.whole(of: index)
                    let blocks = BlockBuilder.blocks(whole.map { table.juries[$0] } ?? row.jury, column: column)
                    voie.compositionJury = lecture.text(ImpliedLists.introduced(blocks), for: .voiesAcces)
                    lastJury = voie.compositionJury ?? lastJury
                    if whole != nil { claimCut(row.jury, into: &lecture) }
                }
                // A mark whose column was lost says "open" only where a jury is given for the route.
                if row.mark != nil { voie.ouverte = row.mark?.open ?? (voie.compositionJury != nil ? true : nil) }
                lecture.fiche.voiesAcces[code] = voie
            case .nouvelleCaledonie: lecture.fiche.accessibleNouvelleCaledonie = row.mark?.open
            case .polynesieFrancaise: lecture.fiche.accessiblePolynesieFrancaise = row.mark?.open
            }
        }
    }
}

extension InscriptionReader {
    /// The lines of a jury that another row completes: its last word may be half of one.
    private static func claimCut(_ lines: [PrintedLine], into lecture: inout Lecture) {
        lecture.claimText(lines, for: .voiesAcces)
        guard let first = lines.first, let last = LineTokens(lines).tokens.last else { return }
        lecture.claim(last, of: lines, .miseEnPage("mot coupé"))
        lecture.report(
            .warning, .juryCoupe,
            "Ce jury est coupé : celui d’une autre voie d’accès, qui commence par les mêmes mots, en donne la suite",
            at: first, hint: "Vérifiez-le sur le document d’origine")
    }
}

/// The rows of the two tables.
struct InscriptionRows {
    enum Subject: Equatable {
        case voie(CodeVoieAcces), nouvelleCaledonie, polynesieFrancaise
    }

    /// An X, and whether its column is OUI; nil where the column was lost.
    struct Mark: Equatable {
        let open: Bool?
    }

    struct Row {
        let subject: Subject
        var year: Int?
        var mark: Mark?
        var jury: [PrintedLine] = []

        var isIdem: Bool { jury.flatMap(\.words) == ["idem"] }
    }

    private(set) var rows: [Row] = []
    private(set) var claims: [Claim] = []
    /// The first line of juries that the extraction took away from their rows.
    private(set) var detached: PrintedLine?
    private var columns: AnswerColumns

    init(_ section: Section) {
        columns = AnswerColumns(section.heading)
        let lines = section.lines
        let tokens = LineTokens(lines)
        var index = 0
        var isApart = false
        while index < lines.count {
            let line = lines[index]
            let words = line.words
            if words.allSatisfy(AnswerColumns.names.contains) {
                columns = AnswerColumns(line)
                claims.append(Claim(line.part.range, .miseEnPage("en-tête de tableau")))
                index += 1
            } else if Self.juryHead.isWhole(words) {
                // The page was read column by column: the juries below belong to rows that nothing names.
                claims.append(Claim(line.part.range, .miseEnPage("en-tête de tableau")))
                isApart = rows.last?.jury.isEmpty ?? false
                index += 1
            } else if let label = label(at: index, lines, tokens) {
                open(label, lines, tokens)
                isApart = false
                index = label.lastLine + 1
            } else {
                if isApart { detached = detached ?? line } else if !rows.isEmpty { add(line) }
                index += 1
            }
        }
    }

    private typealias Label = (subject: Subject, tokens: Range<Int>, lastLine: Int)

    private func label(at index: Int, _ lines: [PrintedLine], _ tokens: LineTokens) -> Label? {
        let start = tokens.start(of: index)
        let words = tokens.words(start..<tokens.reach(of: index, in: lines))
        for (subject, wording) in Self.labels {
            guard let length = wording.length(in: words), length > 0 else { continue }
            return (subject, start..<start + length, tokens.tokens[start + length - 1].line)
        }
        return nil
    }

    private mutating func open(_ label: Label, _ lines: [PrintedLine], _ tokens: LineTokens) {
        var row = Row(subject: label.subject)
        for token in tokens.tokens[label.tokens] {
            let base = lines[token.line].part.range.lowerBound
            let range = base + token.range.lowerBound..<base + token.range.upperBound
            if let year = Int(token.word), token.word.utf8.count == 4 {
                row.year = year
                claims.append(Claim(range, .repris(.voiesAcces)))
            } else {
                claims.append(Claim(range, .miseEnPage("libellé de tableau")))
            }
        }
        rows.append(row)
        let last = lines[label.lastLine]
        if last.isTabbed {
            addCells(of: last.source)
        } else if let end = tokens.tokens[label.tokens].last?.range.upperBound, let rest = last.rest(from: end) {
            add(rest)
        }
    }

    /// The cells after the label of a tabbed row.
    private mutating func addCells(of source: SourceLine) {
        for (index, cell) in source.cells.enumerated().dropFirst() {
            guard let line = PrintedLine(cell, of: source) else { continue }
            if Self.isMark(line.text), rows[rows.count - 1].mark == nil {
                rows[rows.count - 1].mark = Mark(open: columns.answer(inCell: index))
                claims.append(Claim(line.part.range, .miseEnPage("case à cocher")))
            } else {
                rows[rows.count - 1].jury.append(line)
            }
        }
    }

    /// A line, or the rest of one, of the current row: its mark, then its jury.
    private mutating func add(_ line: PrintedLine) {
        let last = rows.count - 1
        let word = line.part.text.prefix { $0 != " " && $0 != "\u{A0}" && $0 != "\t" }
        guard rows[last].mark == nil, rows[last].jury.isEmpty, Self.isMark(String(word)) else {
            rows[last].jury.append(line)
            return
        }
        rows[last].mark = Mark(
            open: columns.answer(at: line.part.range.lowerBound - line.source.range.lowerBound, in: line.source.text))
        claims.append(
            Claim(
                line.part.range.lowerBound..<line.part.range.lowerBound + word.utf8.count, .miseEnPage("case à cocher"))
        )
        if let rest = line.rest(from: word.utf8.count) { rows[last].jury.append(rest) }
    }

    static func isMark(_ text: String) -> Bool {
        text == "X" || text == "x" || text == "☒" || text == "✓" || text == "✔"
    }

    private static let juryHead = WordPattern("composition des|du jurys|jury")

    /// The labels of the rows, as the old and the current form word them.
    static let labels: [(Subject, WordPattern)] = [
        (.voie(.fi), WordPattern("apres un parcours de formation sous statut d eleve ou d? etudiant s?")),
        (.voie(.fc), WordPattern("apres un parcours de formation continue")),
        (.voie(.ca), WordPattern("en contrat d apprentissage")),
        (.voie(.cq), WordPattern("en contrat de professionnalisation")),
        (.voie(.cl), WordPattern("par candidature individuelle|libre")),
        (.voie(.vae), WordPattern("par experience dispositif? vae? prevu? en? #?")),
        (.nouvelleCaledonie, WordPattern("inscrite au cadre de la nouvelle caledonie")),
        (.polynesieFrancaise, WordPattern("inscrite au cadre de la polynesie francaise")),
        (.nouvelleCaledonie, WordPattern("accessible en nouvelle caledonie")),
        (.polynesieFrancaise, WordPattern("accessible en polynesie francaise?")),
    ]
}

/// The columns OUI and NON of a table, where the text keeps them apart.
struct AnswerColumns {
    static let names: Set<String> = ["oui", "non", "ouinon", "inon"]

    private var cells: [Int: Bool] = [:]
    private var offsets: (oui: Int, non: Int)?
    /// How far from the middle of its column a mark may stand.
    private var reach = 2

    init(_ head: PrintedLine) {
        if head.isTabbed {
            for (index, cell) in head.source.cells.enumerated() {
                switch Folding.key(cell.text) {
                case "oui": cells[index] = true
                case "non", "inon": cells[index] = false
                default: break
                }
            }
            if Set(cells.values).count < 2 { cells = [:] }
            return
        }
        let bytes = Array(head.source.text.utf8)
        let words = WordScanner.ranges(in: bytes).map {
            (Folding.folded(String(decoding: bytes[$0], as: UTF8.self)), $0.lowerBound)
        }
        guard let oui = words.last(where: { $0.0 == "oui" })?.1, let non = words.last(where: { $0.0 == "non" })?.1,
            non - oui >= 4
        else { return }
        let columns = (oui: Self.column(oui, in: head.source.text), non: Self.column(non, in: head.source.text))
        guard non - oui == 4 else {
            offsets = columns
            return
        }
        // One blank between them: only runs of blanks before tell that the line keeps the columns of the page.
        guard head.source.text.utf8.prefix(oui).suffix(3).allSatisfy({ $0 == 0x20 }) else { return }
        (offsets, reach) = ((columns.oui + 1, columns.non + 1), 1)
    }

    func answer(inCell index: Int) -> Bool? { cells[index] }

    /// The answer that a mark stands under, in a text that keeps the columns of the page.
    func answer(at offset: Int, in line: String) -> Bool? {
        guard let offsets else { return nil }
        let column = Self.column(offset, in: line)
        if abs(column - offsets.oui) <= reach { return true }
        return abs(column - offsets.non) <= reach ? false : nil
    }

    private static func column(_ offset: Int, in line: String) -> Int {
        String(decoding: Array(line.utf8).prefix(offset), as: UTF8.self).unicodeScalars.count
    }
}
