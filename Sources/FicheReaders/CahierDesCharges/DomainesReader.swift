import Diagnostics
import FicheModel
import FrenchText
import Markdown

/// Reads the domaines de compétences with their unités, activités and compétences.
struct DomainesReader {
    /// Something to say about a heading.
    struct Problem {
        var identifier: Diagnostic.Identifier
        var message: String
        var line: Int
        var hint: String
    }

    private(set) var blocs: [BlocDeCompetences] = []
    private(set) var lines: [SourceLine] = []
    private(set) var problems: [Problem] = []
    private let hasDomaines: Bool
    private var domaine: Int?
    private var unite: Int?
    /// The heading that opened the domaine.
    private var opening: CahierBlock?
    /// The blocks of the modalités of each domaine, where they stand in its description.
    private var modalites: [Int: [HTMLFragment.Block]] = [:]
    /// The list that a line of its own announced ("Compétences :").
    private var list: TableColumns.Kind?
    /// The domaines by number and by title, the unités by number: the first of each.
    private var numbered: [Int: Int] = [:]
    private var titled: [String: Int] = [:]
    private var unites: [Int: (Int, Int)] = [:]
    private var nextNumero = 1
    /// The domaines that list competences of their own.
    private var listed: Set<Int> = []

    init(_ blocks: [CahierBlock]) {
        hasDomaines = blocks.contains { block in
            if case .table(let table) = block.kind {
                return table.rows.contains { Self.heading(of: $0)?.rank == .domaine }
            }
            return block.competenceHeading?.rank == .domaine
        }
        for block in blocks {
            if block.closes(opening) { (domaine, unite, list, opening) = (nil, nil, nil, nil) }
            if let heading = block.competenceHeading {
                if heading.rank == .domaine || opening == nil { opening = block }
                open(heading, block.lines)
                continue
            }
            switch block.kind {
            case .section: (domaine, unite, list) = (nil, nil, nil)
            case .table(let table): read(table, block)
            case .intertitre, .paragraph: readText(block)
            case .item: readItem(block)
            case .note, .domaine, .unite: break
            }
        }
        // Once, at the end: a list may grow item by item.
        for (domaine, found) in modalites {
            blocs[domaine].modalitesEvaluationTexte = HTMLFragment.commonMark(found)
        }
        for domaine in listed {
            blocs[domaine].listeCompetences = blocs[domaine].competences.map { "- \($0)" }.joined(separator: "\n")
        }
    }

    private mutating func append(_ bloc: BlocDeCompetences, titled title: String) {
        if numbered[bloc.numero] == nil { numbered[bloc.numero] = blocs.count }
        if titled[title] == nil { titled[title] = blocs.count }
        nextNumero = max(nextNumero, bloc.numero + 1)
        blocs.append(bloc)
    }

    private mutating func open(_ heading: CompetenceHeading, _ source: [SourceLine]) {
        list = nil
        switch heading.rank {
        case .domaine: openDomaine(heading, source)
        case .unite: openUnite(heading, source)
        }
    }

    private mutating func openDomaine(_ heading: CompetenceHeading, _ source: [SourceLine]) {
        unite = nil
        // A domaine that comes back (in an annex, in the description of its assessment) is the same one.
        let title = Folding.key(SourceMarkup.plain(heading.libelle))
        if let known = heading.numero.map({ numbered[$0] }) ?? titled[title] {
            domaine = known
            return
        }
        if heading.etiquette == nil {
            report(
                .domaineSansNumero, "Domaine de compétences sans numéro : « \(heading.libelle) »", source,
                "Il prend son rang dans le document ; écrivez « Domaine de compétences 1 : … »")
        }
        append(
            BlocDeCompetences(numero: heading.numero ?? nextNumero, libelle: SourceMarkup.plain(heading.libelle)),
            titled: title)
        lines += source
        domaine = blocs.count - 1
    }

    private mutating func openUnite(_ heading: CompetenceHeading, _ source: [SourceLine]) {
        if let numero = heading.numero, let known = unites[numero] {
            (domaine, unite) = known
            return
        }
        let title = SourceMarkup.plain(heading.libelle)
        let unite = UniteDeCompetences(numero: heading.numero, libelle: title)
        if !hasDomaines {
            // A référentiel of unités only: each unité is acquired by itself, a bloc of its own.
            append(
                BlocDeCompetences(numero: heading.numero ?? blocs.count + 1, libelle: title, unites: [unite]),
                titled: Folding.key(title))
            if let numero = heading.numero { unites[numero] = (blocs.count - 1, 0) }
            lines += source
            (domaine, self.unite) = (blocs.count - 1, 0)
            return
        }
        guard let domaine else {
            self.unite = nil
            report(
                .uniteHorsDomaine, "Unité de compétences hors de tout domaine : « \(heading.libelle) »", source,
                "Placez-la sous une ligne « Domaine de compétences n : … » ; elle reste sur la page du document")
            return
        }
        if heading.etiquette == nil {
            report(
                .uniteSansNumero, "Unité de compétences sans numéro : « \(heading.libelle) »", source,
                "Écrivez « Unité de compétences 1 - … »")
        }
        blocs[domaine].unites.append(unite)
        lines += source
        self.unite = blocs[domaine].unites.count - 1
        if let numero = heading.numero { unites[numero] = (domaine, blocs[domaine].unites.count - 1) }
    }

    private mutating func report(
        _ identifier: Diagnostic.Identifier, _ message: String, _ source: [SourceLine], _ hint: String
    ) {
        problems.append(Problem(identifier: identifier, message: message, line: source.first?.number ?? 1, hint: hint))
    }

    /// A row that only names a domaine or an unité, across the columns.
    private static func heading(of row: CahierTable.Row) -> CompetenceHeading? {
        let filled = row.cells.filter { !$0.isEmpty }
        // A cell over several columns may stand in each of them.
        guard let text = filled.first, filled.allSatisfy({ $0 == text }) else { return nil }
        return CompetenceHeading(SourceMarkup.plain(text))
    }

    /// The lists of a table: its cells are not pairs, an empty one is the trace of merged cells.
    private mutating func read(_ table: CahierTable, _ block: CahierBlock) {
        let columns = TableColumns.of(table)
        guard !columns.isEmpty else { return }
        var rows: [CahierTable.Row] = []
        var isRead = false
        let hasBlocColumn = ReferentielHead.isHead(table.entete) && !columns.contains { $0.index == 0 }
        for row in table.rows {
            if hasBlocColumn, let first = row.cells.first, let heading = CompetenceHeading(SourceMarkup.plain(first)) {
                isRead = read(rows, columns) || isRead
                rows = [row]
                open(heading, [row.line])
                continue
            }
            guard let heading = Self.heading(of: row) else {
                rows.append(row)
                continue
            }
            isRead = read(rows, columns) || isRead
            rows = []
            open(heading, [row.line])
        }
        isRead = read(rows, columns) || isRead
        // A list that was read makes the whole table a source: once, however many headings it has.
        if isRead { lines += block.lines }
    }

    /// True when one of the columns gave a list that was not there.
    private mutating func read(
        _ rows: [CahierTable.Row], _ columns: [(index: Int, kind: TableColumns.Kind)]
    ) -> Bool {
        guard domaine != nil, !rows.isEmpty else { return false }
        var isRead = false
        for (column, kind) in columns {
            var found: [HTMLFragment.Block] = []
            var emphasis = RunningEmphasis()
            for row in rows where column < row.cells.count && !row.cells[column].isEmpty {
                var next =
                    kind == .modalites ? SourceMarkup.blocks(row.cells[column]) : SourceMarkup.items(row.cells[column])
                // The rest of a sentence that a page cut.
                if let last = found.indices.last, let first = next.first, first.text.first?.isLowercase == true,
                    LineWrapping.continues(found[last].text, emphasis.isOpen(in: found[last].text), with: first.text)
                {
                    found[last].text += " " + first.text
                    emphasis.goOn(with: first.text)
                    next.removeFirst()
                }
                if !next.isEmpty { emphasis = RunningEmphasis() }
                found += next
            }
            isRead = add(found, to: kind) || isRead
        }
        return isRead
    }

    /// "Activités :", "Compétences", "Modalités d'évaluation :" as a line of its own before a list.
    private mutating func readText(_ block: CahierBlock) {
        guard domaine != nil else { return }
        var key = Folding.key(SourceMarkup.bare(block.text))
        while let last = key.last, last == ":" || last == " " { key.removeLast() }
        if key.utf8.count <= 45, key.hasPrefix("activite") {
            list = .activites
        } else if key.utf8.count <= 45, key.hasPrefix("competence") {
            list = .competences
        } else if key.utf8.count <= 45,
            key.hasPrefix("modalites d'evaluation") || key.hasPrefix("modalite d'evaluation")
        {
            list = .modalites
        } else if list == .modalites, block.kind == .paragraph {
            extend([.init(.paragraph, SourceMarkup.inline(block.text))], to: .modalites, block.lines)
        } else {
            list = nil
        }
    }

    private mutating func readItem(_ block: CahierBlock) {
        guard let list, case .item(let marker) = block.kind else { return }
        let item = HTMLFragment.Block(.item(level: marker.level, numero: nil), SourceMarkup.inline(block.text))
        extend([item], to: list, block.lines)
    }

    private mutating func extend(
        _ found: [HTMLFragment.Block], to kind: TableColumns.Kind, _ source: [SourceLine]
    ) {
        if add(found, to: kind, extending: true) { lines += source }
    }

    /// Adds to the unité, or to the domaine that has none. A list that is there already is not read twice: false.
    private mutating func add(
        _ found: [HTMLFragment.Block], to kind: TableColumns.Kind, extending: Bool = false
    ) -> Bool {
        guard let domaine, !found.isEmpty else { return false }
        let items = found.map(\.text)
        var isNew = true
        switch (kind, unite) {
        case (.modalites, _):
            isNew = extending || blocs[domaine].modalitesEvaluation.isEmpty
            guard isNew else { break }
            modalites[domaine, default: []] += found
            blocs[domaine].modalitesEvaluation += items
        case (.activites, let unite?):
            isNew = extending || blocs[domaine].unites[unite].activites.isEmpty
            if isNew { blocs[domaine].unites[unite].activites += items }
        case (.competences, let unite?):
            isNew = extending || blocs[domaine].unites[unite].competences.isEmpty
            if isNew { blocs[domaine].unites[unite].competences += items }
        case (.competences, nil):
            isNew = blocs[domaine].unites.isEmpty && (extending || blocs[domaine].competences.isEmpty)
            guard isNew else { break }
            blocs[domaine].competences += items
            listed.insert(domaine)
        // A domaine without unités has no field for its activités: the document page carries them.
        case (.activites, nil): isNew = false
        }
        return isNew
    }
}
