import Diagnostics
import FicheModel
import FrenchText
import Markdown

/// Reads the domaines de compétences with their unités, activités and compétences.
struct DomainesReader {
    private(set) var blocs: [BlocDeCompetences] = []
    private(set) var lines: [SourceLine] = []
    private(set) var problems: [(Diagnostic.Severity, Diagnostic.Identifier, String, SourceLine?, String)] = []
    private var domaine: Int?
    private var unite: Int?
    private var list: Column?

    private enum Column { case activites, competences }

    init(_ blocks: [CahierBlock]) {
        let hasDomaines = blocks.contains { if case .domaine = $0.kind { true } else { false } }
        for (index, block) in blocks.enumerated() {
            switch block.kind {
            case .domaine(let heading): openDomaine(heading, block, next: blocks.dropFirst(index + 1).first)
            case .unite(let heading): openUnite(heading, block, hasDomaines: hasDomaines)
            case .section: (domaine, unite, list) = (nil, nil, nil)
            case .table(let table): read(table, block)
            case .intertitre, .paragraph: readLabel(block)
            case .item: readItem(block)
            case .note: break
            }
        }
    }

    private mutating func openDomaine(_ heading: CompetenceHeading, _ block: CahierBlock, next: CahierBlock?) {
        (unite, list) = (nil, nil)
        // A domaine that comes back (in an annex, in the description of its assessment) is the same one.
        if let numero = heading.numero, let known = blocs.firstIndex(where: { $0.numero == numero }) {
            domaine = known
            return
        }
        if heading.numero == nil {
            problems.append(
                (.warning, .domaineSansNumero, "Domaine de compétences sans numéro : « \(heading.libelle) »", block.lines.first,
                    "Il prend son rang dans le document ; écrivez « Domaine de compétences 1 : … »"))
        }
        let numero = heading.numero ?? (blocs.map(\.numero).max() ?? 0) + 1
        blocs.append(BlocDeCompetences(numero: numero, libelle: Self.title(heading.libelle)))
        lines += block.lines
        domaine = blocs.count - 1
    }

    private mutating func openUnite(_ heading: CompetenceHeading, _ block: CahierBlock, hasDomaines: Bool) {
        list = nil
        if let numero = heading.numero, let known = place(ofUnite: numero) {
            (domaine, unite) = known
            return
        }
        let title = Self.title(heading.libelle)
        if !hasDomaines {
            // A référentiel of unités only: each unité is acquired by itself, a bloc of its own.
            let unite = UniteDeCompetences(numero: heading.numero, libelle: title)
            blocs.append(BlocDeCompetences(numero: heading.numero ?? blocs.count + 1, libelle: title, unites: [unite]))
            lines += block.lines
            (domaine, self.unite) = (blocs.count - 1, 0)
            return
        }
        guard let domaine else {
            unite = nil
            problems.append(
                (.warning, .uniteHorsDomaine, "Unité de compétences hors de tout domaine : « \(heading.libelle) »", block.lines.first,
                    "Placez-la sous une ligne « Domaine de compétences n : … » ; elle reste sur la page du document"))
            return
        }
        if heading.numero == nil {
            problems.append(
                (.warning, .uniteSansNumero, "Unité de compétences sans numéro : « \(heading.libelle) »", block.lines.first,
                    "Écrivez « Unité de compétences 1 - … »"))
        }
        blocs[domaine].unites.append(UniteDeCompetences(numero: heading.numero, libelle: title))
        lines += block.lines
        unite = blocs[domaine].unites.count - 1
    }

    private func place(ofUnite numero: Int) -> (Int, Int)? {
        for (index, bloc) in blocs.enumerated() {
            if let unite = bloc.unites.firstIndex(where: { $0.numero == numero }) { return (index, unite) }
        }
        return nil
    }

    private static func title(_ text: String) -> String { SourceMarkup.plain(text) }

    /// The two lists of a table: its cells are not pairs, an empty one is the trace of merged cells.
    private mutating func read(_ table: CahierTable, _ block: CahierBlock) {
        guard domaine != nil else { return }
        let columns = Self.columns(table)
        for (column, kind) in columns {
            var items: [String] = []
            for row in table.rows where column < row.cells.count {
                let cell = row.cells[column]
                guard !cell.isEmpty else { continue }
                let found = Self.items(cell)
                // The rest of a sentence that a page cut.
                if let last = items.last, let first = found.first, first.first?.isLowercase == true,
                    LineWrapping.continues(last, with: first)
                {
                    items[items.count - 1] += " " + first
                    items += found.dropFirst()
                } else {
                    items += found
                }
            }
            add(items, to: kind, block.lines)
        }
    }

    private static func items(_ cell: String) -> [String] { SourceMarkup.blocks(cell).map(\.text) }

    /// The columns of activités and of compétences by the head; beside one that is known, the other of two is the other.
    private static func columns(_ table: CahierTable) -> [(Int, Column)] {
        var found: [(Int, Column)] = []
        for (index, name) in table.entete.enumerated() {
            let key = Folding.key(SourceMarkup.bare(name))
            if key.contains("modalite") || key.contains("critere") || key.contains("indicateur") { continue }
            if key.hasPrefix("activite") || key.hasPrefix("tache"), !found.contains(where: { $0.1 == .activites }) {
                found.append((index, .activites))
            } else if key.contains("competence"), !found.contains(where: { $0.1 == .competences }) {
                found.append((index, .competences))
            }
        }
        if table.width == 2, found.count == 1, let known = found.first {
            let other = 1 - known.0
            let isUnnamed = table.entete.indices.contains(other) ? table.entete[other].isEmpty : true
            if isUnnamed { found.append((other, known.1 == .activites ? .competences : .activites)) }
        }
        return found.sorted { $0.0 < $1.0 }
    }

    /// "Activités :", "Compétences" as a line of its own before a list.
    private mutating func readLabel(_ block: CahierBlock) {
        guard domaine != nil else { return }
        var key = Folding.key(SourceMarkup.bare(block.text))
        while let last = key.last, last == ":" || last == " " { key.removeLast() }
        if key.hasPrefix("activite"), key.utf8.count <= 40 {
            list = .activites
        } else if key.hasPrefix("competence"), key.utf8.count <= 40 {
            list = .competences
        } else {
            list = nil
        }
    }

    private mutating func readItem(_ block: CahierBlock) {
        guard let list else { return }
        add([SourceMarkup.inline(block.text)], to: list, block.lines, extending: true)
    }

    /// Adds to the unité, or to the domaine that has none. A list that is there already is not read twice.
    private mutating func add(_ items: [String], to column: Column, _ source: [SourceLine], extending: Bool = false) {
        guard let domaine, !items.isEmpty else { return }
        lines += source
        if let unite {
            switch column {
            case .activites where extending || blocs[domaine].unites[unite].activites.isEmpty:
                blocs[domaine].unites[unite].activites += items
            case .competences where extending || blocs[domaine].unites[unite].competences.isEmpty:
                blocs[domaine].unites[unite].competences += items
            default: break
            }
        } else if column == .competences, blocs[domaine].unites.isEmpty, extending || blocs[domaine].competences.isEmpty {
            blocs[domaine].competences += items
            blocs[domaine].listeCompetences = blocs[domaine].competences.map { "- \($0)" }.joined(separator: "\n")
        }
    }
}
