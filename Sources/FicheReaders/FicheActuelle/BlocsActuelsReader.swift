import FicheModel
import FrenchText
import Markdown

/// Reads the blocs: a heading "RNCP37488BC01 - libellé", then a table of two cells.
enum BlocsActuelsReader {
    static func read(_ section: PageSection?, into lecture: inout PageLecture) {
        guard let section else { return }
        var blocs: [Bloc] = []
        for element in section.elements {
            if let heading = element.passages.first, let code = BlocCode.opening(heading.text) {
                blocs.append(Bloc(code: code, heading: heading))
            } else if let last = blocs.indices.last {
                blocs[last].add(element)
            }
        }
        for bloc in blocs { add(bloc, into: &lecture) }
    }

    private struct Bloc {
        let code: String
        let heading: Passage
        /// Lines over which the layout broke the heading.
        var headingLines: [Passage] = []
        var content: [Element] = []
        private var hasHead = false

        init(code: String, heading: Passage) { (self.code, self.heading) = (code, heading) }

        mutating func add(_ element: Element) {
            let isHead = BlocsActuelsReader.isHead(element.words)
            if !hasHead, !isHead, content.isEmpty, case .passage(let passage) = element, passage.line?.follows == true {
                headingLines.append(passage)
                return
            }
            hasHead = hasHead || isHead
            content.append(element)
        }
    }

    private static let heads: Set<String> = [
        "liste", "de", "des", "competences", "competence", "modalites", "modalite", "d", "evaluation", "evaluations",
    ]

    static func isHead(_ words: [String]) -> Bool { words.count > 2 && words.allSatisfy(heads.contains) }

    /// The two cells of a table that was given cell by cell, each below its head; the heads are still among them.
    private static func stacked(_ content: [Element]) -> (left: [Element], right: [Element])? {
        guard content.allSatisfy({ if case .passage(let passage) = $0 { passage.line != nil } else { false } }),
            content.first.map({ isHead($0.words) && !$0.words.contains("evaluation") }) ?? false
        else { return nil }
        let second = content.indices.filter { content[$0].words == ["modalites", "d", "evaluation"] }
        guard second.count == 1, let place = second.first, place > 1, place + 1 < content.count else { return nil }
        return (Array(content[..<place]), Array(content[place...]))
    }

    private static func add(_ printed: Bloc, into lecture: inout PageLecture) {
        let numero = lecture.fiche.blocsCompetences.count + 1
        let libelle = libelle(printed, into: &lecture)
        if libelle == nil {
            lecture.report(
                .warning, .blocSansLibelle, "Le bloc \(numero) n’a pas de libellé", line: printed.heading.number)
        }
        var bloc = BlocDeCompetences(numero: numero, code: printed.code, libelle: libelle ?? printed.code)
        if let copied = CopiedCells(printed.content, of: lecture.source, isHead: isHead) {
            for head in copied.heads { lecture.claim(head, .miseEnPage("en-tête de tableau")) }
            competences(copied.left, into: &bloc, &lecture)
            modalites(copied.right, into: &bloc, &lecture)
            lecture.fiche.blocsCompetences.append(bloc)
            return
        }
        if let row = laidOut(printed.content, &lecture) {
            cells(row, into: &bloc, &lecture)
            lecture.fiche.blocsCompetences.append(bloc)
            return
        }
        if let (left, right) = stacked(printed.content) {
            competences(lecture.withoutHeads(left, heads), into: &bloc, &lecture)
            modalites(lecture.withoutHeads(right, heads), into: &bloc, &lecture)
            lecture.fiche.blocsCompetences.append(bloc)
            return
        }
        let content = lecture.withoutHeads(
            lecture.rows(printed.content, heads, anchor: { _, _ in false }, opensHead: isHead), heads)
        let rows = content.compactMap { element -> TableRow? in
            if case .row(let row) = element { return row }
            return nil
        }
        if rows.isEmpty {
            joined(content, into: &bloc, &lecture)
        } else {
            for row in rows { cells(row, into: &bloc, &lecture) }
        }
        lecture.fiche.blocsCompetences.append(bloc)
    }

    /// The table of a text that keeps the places of the page as one row; nil for any other.
    private static func laidOut(_ elements: [Element], _ lecture: inout PageLecture) -> TableRow? {
        let lines = elements.compactMap(\.line)
        guard lines.count == elements.count, let first = lines.first, isHead(first.words),
            PrintedTable.segments(first).count == 2 || TwoColumns.shows(in: Array(lines.dropFirst())),
            !TwoColumns.isScattered(lines)
        else { return nil }
        var columns = TwoColumns()
        var start = 0
        while start < lines.count {
            let end = lines[(start + 1)...].firstIndex { isHead($0.words) } ?? lines.endIndex
            columns.add(Array(lines[(start + 1)..<end]))
            start = end
        }
        guard !columns.left.isEmpty, !columns.right.isEmpty else { return nil }
        for element in elements where isHead(element.words) {
            lecture.claim(element, .miseEnPage("en-tête de tableau"))
        }
        if let line = columns.uncertain.first {
            let others = columns.uncertain.count - 1
            lecture.report(
                .note, .colonneIncertaine,
                "Un seul blanc sépare ici les deux colonnes : la coupe est estimée"
                    + (others > 0
                        ? ", comme sur \(others) \(others > 1 ? "autres lignes" : "autre ligne") de ce bloc" : ""),
                line: line.number, hint: "Enregistrez la page en HTML, ou comparez ces lignes au document")
        }
        let offset = first.part.range.lowerBound
        let cells = [columns.left, columns.right].map { Passage(cell: $0, blankAt: offset) }
        return TableRow(cells: cells, line: nil, range: offset..<offset)
    }

    private static func libelle(_ bloc: Bloc, into lecture: inout PageLecture) -> String? {
        for passage in [bloc.heading] + bloc.headingLines { lecture.claim(passage, .repris(.blocsCompetences)) }
        var text = String(bloc.heading.text.dropFirst(bloc.code.count))
        for line in bloc.headingLines { BlockBuilder.append(line.text, to: &text) }
        let label = text.unicodeScalars.drop { $0 == " " || $0 == ":" || Bullet.isDash($0) }
        return label.isEmpty ? nil : Folding.squeezed(String(label))
    }

    private static func cells(_ row: TableRow, into bloc: inout BlocDeCompetences, _ lecture: inout PageLecture) {
        if let cell = row.cell(0) { competences([.passage(cell)], into: &bloc, &lecture) }
        for cell in row.cells.dropFirst() where !cell.isBlank { modalites([.passage(cell)], into: &bloc, &lecture) }
    }

    private static func competences(
        _ elements: [Element], into bloc: inout BlocDeCompetences, _ lecture: inout PageLecture
    ) {
        guard let texte = lecture.texte(elements, for: .blocsCompetences, as: .competences) else { return }
        bloc.competences += texte.items
        bloc.listeCompetences.grow(with: texte.texte, after: "\n\n")
    }

    private static func modalites(
        _ elements: [Element], into bloc: inout BlocDeCompetences, _ lecture: inout PageLecture
    ) {
        guard let texte = lecture.texte(elements, for: .blocsCompetences, as: .modalites) else { return }
        bloc.modalitesEvaluation += texte.items
        bloc.modalitesEvaluationTexte.grow(with: texte.texte, after: "\n\n")
    }

    /// Cells that the layout ran together.
    private static func joined(
        _ content: [Element], into bloc: inout BlocDeCompetences, _ lecture: inout PageLecture
    ) {
        let lines = content.flatMap(\.lines)
        guard let first = lines.first, let text = BlockBuilder.wholeText(lines) else { return }
        for element in content { lecture.claim(element, .repris(.blocsCompetences)) }
        let parts = ColumnBoundary(text)
        let competences = CellItems.competences(parts.competences)
        bloc.competences = competences.map(\.text)
        bloc.listeCompetences = HTMLFragment.commonMark(competences)
        if let modalites = parts.modalites {
            let blocks = CellItems.modalites(modalites)
            bloc.modalitesEvaluation = blocks.map(\.text)
            bloc.modalitesEvaluationTexte = HTMLFragment.commonMark(blocks)
        }
        let limit =
            parts.modalites.map { "avant « \($0.prefix(40)) »" } ?? "à la fin, tout étant pris pour des compétences"
        lecture.report(
            .note, .colonneIncertaine,
            "Ce texte ne garde pas la limite entre compétences et modalités d’évaluation : elle est placée \(limit)",
            line: first.number, hint: "Enregistrez la page en HTML, ou corrigez cette limite dans le document")
    }
}
