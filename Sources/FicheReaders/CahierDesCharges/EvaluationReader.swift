import FicheModel
import FrenchText
import Markdown

/// Reads the modalités d'évaluation of the domaines out of the tables that have a row for each domaine.
struct EvaluationReader {
    private let blocks: [CahierBlock]
    private(set) var lines: [SourceLine] = []

    init(_ blocks: [CahierBlock]) { self.blocks = blocks }

    /// Sets the modalités of the blocs. The table of the access by training comes first; one for the VAE only fills what
    /// no other says.
    mutating func fill(_ blocs: inout [BlocDeCompetences]) {
        guard !blocs.isEmpty else { return }
        var tables: [(index: Int, table: CahierTable, isVAE: Bool)] = []
        var path: [Int: String] = [:]
        for (index, block) in blocks.enumerated() {
            if case .section(let heading) = block.kind {
                path = path.filter { $0.key < heading.path.count }
                path[heading.path.count] = heading.titre
            } else if case .table(let table) = block.kind, Self.isEvaluation(table, of: blocs) {
                tables.append((index, table, path.values.contains(where: Self.speaksOfVAE)))
            }
        }
        let all = tables.map(\.table)
        for (index, table, _) in tables.filter({ !$0.isVAE }) + tables.filter({ $0.isVAE }) {
            fill(&blocs, from: table, at: index, all: all)
        }
    }

    static func speaksOfVAE(_ title: String) -> Bool {
        let words = WordScanner.words(in: Folding.key(title))
        let isVAE = words.contains("vae") || Folding.key(title).contains("validation des acquis")
        return isVAE && !words.contains("formation")
    }

    /// A row names a domaine (or its unités) and says how it is assessed.
    private static func isEvaluation(_ table: CahierTable, of blocs: [BlocDeCompetences]) -> Bool {
        guard table.width >= 2 else { return false }
        let head = table.entete.map { Folding.key(SourceMarkup.bare($0)) }
        if head.contains(where: { $0.hasPrefix("activite") }) { return false }
        guard head.contains(where: { $0.contains("evaluation") || $0.contains("epreuve") || $0.contains("modalite") })
        else { return false }
        return table.rows.contains { !Self.blocs(named: SourceMarkup.plain($0.cells.first ?? ""), in: blocs).isEmpty }
    }

    private mutating func fill(
        _ blocs: inout [BlocDeCompetences], from table: CahierTable, at index: Int, all: [CahierTable]
    ) {
        var cells: [(bloc: Int, text: String)] = []
        var pieces = 0
        let columns = Self.columns(table)
        for row in table.rows {
            let first = SourceMarkup.plain(row.cells.first ?? "")
            let text = columns.compactMap { $0 < row.cells.count ? row.cells[$0] : nil }.filter {
                !$0.isEmpty
            }
            .joined(separator: "<p></p>")
            guard !text.isEmpty else { continue }
            let named = Self.blocs(named: first, in: blocs)
            for bloc in named {
                if let known = cells.firstIndex(where: { $0.bloc == bloc }) {
                    cells[known].text += "<p></p>" + text
                } else {
                    cells.append((bloc, text))
                }
            }
            if named.isEmpty, first.isEmpty, let last = cells.indices.last {
                // A row without its domaine goes on with the domaine above: the page came between.
                pieces += 1
                if pieces <= TableShape.mostPieces,
                    LineWrapping.continues(SourceMarkup.plain(cells[last].text), with: SourceMarkup.plain(text))
                {
                    cells[last].text = TableShape.joined(cells[last].text, text)
                } else {
                    cells[last].text += "<p></p>" + text
                }
            } else {
                pieces = 0
            }
        }
        var used = false
        for (position, cell) in cells.enumerated() where blocs[cell.bloc].modalitesEvaluation.isEmpty {
            var found = SourceMarkup.blocks(cell.text)
            if position == cells.count - 1 { found += slipped(after: index, from: found, all: all) }
            blocs[cell.bloc].modalitesEvaluation = found.map(\.text)
            blocs[cell.bloc].modalitesEvaluationTexte = HTMLFragment.commonMark(found)
            used = true
        }
        if used { lines += blocks[index].lines }
    }

    /// The columns that say how: those whose names speak of assessment, or all but the first.
    private static func columns(_ table: CahierTable) -> [Int] {
        let named = table.entete.indices.dropFirst().filter { index in
            let key = Folding.key(SourceMarkup.bare(table.entete[index]))
            return key.contains("modalite") || key.contains("epreuve") || key.contains("evaluation")
        }
        return named.isEmpty ? Array(1..<max(2, table.width)) : Array(named)
    }

    /// Rows are held against so many blocs: more than any certification has, and few enough for a document of nothing else.
    private static let mostBlocs = 200

    /// The blocs that the first cell of a row names: by their numbers, by those of their unités, or by their title.
    private static func blocs(named first: String, in blocs: [BlocDeCompetences]) -> [Int] {
        let blocs = blocs.prefix(mostBlocs)
        let numbers = Set(CompetenceHeading.numbers(of: .domaine, in: first))
        if !numbers.isEmpty { return blocs.indices.filter { numbers.contains(blocs[$0].numero) } }
        let unites = Set(CompetenceHeading.numbers(of: .unite, in: first))
        if !unites.isEmpty {
            return blocs.indices.filter { index in
                blocs[index].unites.contains { $0.numero.map(unites.contains) ?? false }
            }
        }
        let key = Folding.key(first)
        guard !key.isEmpty else { return [] }
        return blocs.indices.filter { key.contains(Folding.key(blocs[$0].libelle)) }
    }

    /// A paragraph straight after the table that closes the cells of other rows in these very words belongs to the last
    /// row, which lacks it: it slipped out of the table.
    private func slipped(
        after index: Int, from found: [HTMLFragment.Block], all: [CahierTable]
    ) -> [HTMLFragment.Block] {
        guard index + 1 < blocks.count, blocks[index + 1].kind == .paragraph else { return [] }
        let text = SourceMarkup.inline(blocks[index + 1].text)
        let key = Folding.key(text)
        if found.contains(where: { Folding.key($0.text) == key }) { return [] }
        let closings = all.flatMap(\.rows).compactMap { row in
            row.cells.last.flatMap { SourceMarkup.blocks($0).last?.text }
        }
        return closings.contains { Folding.key($0) == key } ? [.init(.paragraph, text)] : []
    }
}
