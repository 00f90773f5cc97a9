import FicheModel
import FrenchText

/// Reads the table of the blocs.
enum BlocsReader {
    static func read(_ section: Section, into lecture: inout Lecture) {
        let rows = rows(of: section.lines, isWrapped: lecture.isWrapped, into: &lecture)
        let column = Column(rows.flatMap(\.cell), isWrapped: lecture.isWrapped)
        for row in rows {
            guard let label = BlocLabel(row.labelText) else { continue }
            var bloc = BlocDeCompetences(
                numero: lecture.fiche.blocsCompetences.count + 1, code: code(label, lecture.fiche), codeDerive: true,
                libelle: label.libelle)
            check(label, of: row, into: &lecture)
            if let cell = row.tabbedCell {
                TabbedBlocCell.read(cell, into: &bloc, &lecture)
                claimTabbed(row, label, into: &lecture)
            } else {
                for (index, token) in LineTokens(row.label).tokens.enumerated() {
                    let fate: CoverageLedger.Fate =
                        index < label.wordsBefore ? .miseEnPage("titre de bloc") : .repris(.blocsCompetences)
                    lecture.claim(token, of: row.label, fate)
                }
                WrappedBlocCell.read(row.cell, column: column, into: &bloc, &lecture)
            }
            lecture.fiche.blocsCompetences.append(bloc)
        }
    }

    private static func code(_ label: BlocLabel, _ fiche: Fiche) -> String? {
        guard let number = label.numero, let prefix = fiche.numeroFiche ?? label.fiche.map({ "RNCP" + $0 }) else {
            return nil
        }
        return prefix + "BC" + (number < 10 ? "0" : "") + String(number)
    }

    private static func check(_ label: BlocLabel, of row: Row, into lecture: inout Lecture) {
        guard let line = row.label.first else { return }
        if label.libelle.isEmpty {
            lecture.report(
                .warning, .blocSansLibelle, "Le bloc n° \(label.numero.map { String($0) } ?? "?") n’a pas de libellé",
                at: line)
        }
        guard let numero = lecture.fiche.numeroFiche, let fiche = label.fiche, !numero.hasSuffix(fiche) else { return }
        lecture.report(
            .warning, .numeroDifferent,
            "Ce bloc porte le numéro de la fiche \(fiche), alors que le document est la fiche \(numero)",
            at: line, hint: "Vérifiez qu’il n’a pas été copié d’une autre fiche")
    }

    /// One row: its label, and its cell as lines or as one tabbed cell.
    struct Row {
        var label: [PrintedLine]
        var labelText: String
        var cell: [PrintedLine] = []
        var tabbedCell: SourceLine?
    }

    private static func rows(of lines: [PrintedLine], isWrapped: Bool, into lecture: inout Lecture) -> [Row] {
        var rows: [Row] = []
        var afterHead = true
        var inLabel = false
        for (index, var line) in lines.enumerated() {
            let words = line.words
            if isHead(words) {
                lecture.claim(line, .miseEnPage("en-tête de tableau"))
                afterHead = true
                continue
            }
            let next = index + 1 < lines.count && lines[index + 1].blanksBefore == 0 ? lines[index + 1].words : []
            if let row = tabbedRow(line) {
                rows.append(row)
                inLabel = false
            } else if BlocLabel.opens(words + next),
                afterHead || !line.follows || line.pageBreakBefore || namesFiche(index, lines, lecture)
            {
                rows.append(Row(label: [line], labelText: line.text))
                inLabel = isWrapped
            } else if !rows.isEmpty {
                let last = rows.count - 1
                if inLabel, line.blanksBefore == 0, BlocHeading(words) == nil, Bullet(line) == nil,
                    isNarrow(line, rows[last].label)
                {
                    rows[last].label.append(line)
                    rows[last].labelText = BlockBuilder.joined(rows[last].labelText, line.text)
                } else {
                    inLabel = false
                    // The head that the table repeats on a new page stands between two lines of a cell.
                    if afterHead { line.pageBreakBefore = true }
                    rows[last].cell.append(line)
                }
            }
            afterHead = false
        }
        return rows
    }

    /// True when the label names the fiche of the document: it needs no blank line before it to be one.
    private static func namesFiche(_ index: Int, _ lines: [PrintedLine], _ lecture: Lecture) -> Bool {
        let end = lines[(index + 1)...].prefix(2).prefix { $0.blanksBefore == 0 }.endIndex
        guard let text = BlockBuilder.wholeText(Array(lines[index..<end])), let fiche = BlocLabel(text)?.fiche else {
            return false
        }
        return lecture.fiche.numeroFiche?.hasSuffix(fiche) ?? false
    }

    /// True when a line is no wider than the column of the labels can be.
    private static func isNarrow(_ line: PrintedLine, _ label: [PrintedLine]) -> Bool {
        let widest = label.map { LineWidth.proportional.width(of: $0.text) }.max() ?? 0
        return LineWidth.proportional.width(of: line.text) * 4 <= widest * 6
    }

    private static func tabbedRow(_ line: PrintedLine) -> Row? {
        guard line.isTabbed else { return nil }
        let cells = line.source.cells
        guard let first = cells.first, cells.count > 1 else { return nil }
        let text = TabbedBlocCell.plainText(first)
        guard BlocLabel(text) != nil, let label = PrintedLine(first, of: line.source) else { return nil }
        let body = cells.dropFirst().first { !$0.text.allSatisfy(\.isWhitespace) }
        return Row(label: [label], labelText: text, tabbedCell: body ?? cells[1])
    }

    private static func claimTabbed(_ row: Row, _ label: BlocLabel, into lecture: inout Lecture) {
        guard let part = row.label.first?.part else { return }
        let markup = TabbedBlocCell.claimMarkup(of: part, into: &lecture)
        let tokens = WordScanner.ranges(in: Array(part.text.utf8)).filter { token in
            !markup.contains { $0.overlaps(token) }
        }
        for (index, token) in tokens.enumerated() {
            let range = part.range.lowerBound + token.lowerBound..<part.range.lowerBound + token.upperBound
            lecture.claims.append(
                Claim(range, index < label.wordsBefore ? .miseEnPage("titre de bloc") : .repris(.blocsCompetences)))
        }
    }

    private static func isHead(_ words: [String]) -> Bool {
        heads.contains { $0.isWhole(words) }
    }

    private static let heads = [
        "intitule descriptif et modalites d evaluation", "descriptif et modalites d evaluation", "intitule",
        "intitule descriptif et", "intitule descriptif et modalites", "modalites d evaluation descriptif",
    ].map(WordPattern.init)
}

/// A cell whose lines stand one under the other.
enum WrappedBlocCell {
    static func read(
        _ lines: [PrintedLine], column: Column?, into bloc: inout BlocDeCompetences, _ lecture: inout Lecture
    ) {
        var parts: [BlocHeading: [PrintedLine]] = [:]
        var current = BlocHeading.competences
        for line in lines {
            // "… la grille de / compétences" is a wrapped sentence.
            let goesOn = parts[current]?.last.map { LineEnds.endsInLink($0.text) } ?? false
            guard Bullet(line) == nil, !goesOn, let (heading, length) = BlocHeading.opening(line.words) else {
                parts[current, default: []].append(line)
                continue
            }
            let tokens = LineTokens([line]).tokens
            let end = tokens[length - 1].range.upperBound
            let after = line.part.text.utf8.dropFirst(end).first { $0 != 0x20 && $0 != 0xC2 && $0 != 0xA0 }
            // "Modalités d'évaluation des acquis …" is a sentence: it opens its part and belongs to it.
            let isHeading = tokens.count == length || after == UInt8(ascii: ":")
            guard isHeading || (heading == .modalites && line.text.hasSuffix(":")) else {
                parts[current, default: []].append(line)
                continue
            }
            current = heading
            guard isHeading else {
                parts[current, default: []].append(line)
                continue
            }
            for token in tokens.prefix(length) { lecture.claim(token, of: [line], .miseEnPage("titre de rubrique")) }
            let colon = end + line.part.text.utf8.dropFirst(end).prefix { $0 != UInt8(ascii: ":") }.count
            if tokens.count > length, let rest = line.rest(from: colon + 1) { parts[current, default: []].append(rest) }
        }
        let competences = BlockBuilder.blocks(parts[.competences] ?? [], column: column, itemsBeginLines: true)
        let modalites = BlockBuilder.blocks(parts[.modalites] ?? [], column: column, itemsBeginLines: true)
        bloc.competences = BlockWriter.items(competences)
        bloc.modalitesEvaluation = BlockWriter.items(modalites)
        bloc.listeCompetences = lecture.text(ImpliedLists.everyLine(competences), for: .blocsCompetences)
        bloc.modalitesEvaluationTexte = lecture.text(ImpliedLists.everyLine(modalites), for: .blocsCompetences)
    }
}
