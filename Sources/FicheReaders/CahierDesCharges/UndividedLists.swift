import FicheModel
import Markdown

/// The activités, compétences and modalités of a référentiel whose tables are not divided into blocs.
struct UndividedLists {
    private var found: [TableColumns.Kind: (blocks: [HTMLFragment.Block], lines: [SourceLine])] = [:]

    init(_ blocks: [CahierBlock]) {
        for block in blocks {
            guard case .table(let table) = block.kind, ReferentielHead.isHead(table.entete) else { continue }
            for (column, kind) in TableColumns.of(table) {
                for row in table.rows where column < row.cells.count && !row.cells[column].isEmpty {
                    let cell = row.cells[column]
                    found[kind, default: ([], [])].blocks +=
                        kind == .modalites ? SourceMarkup.blocks(cell) : SourceMarkup.items(cell)
                    found[kind, default: ([], [])].lines.append(row.line)
                }
            }
        }
    }

    /// Fills the fields of the whole certification that nothing else gave; the lines of each.
    func fill(_ fiche: inout Fiche) -> [(Champ, [SourceLine])] {
        let fields: [(TableColumns.Kind, Champ, WritableKeyPath<Fiche, String?>)] = [
            (.activites, .activitesVisees, \.activitesVisees),
            (.competences, .capacitesAttestees, \.capacitesAttestees),
            (.modalites, .modalitesEvaluation, \.modalitesEvaluation),
        ]
        return fields.compactMap { kind, champ, path in
            guard let list = found[kind], fiche[keyPath: path] == nil else { return nil }
            fiche[keyPath: path] = HTMLFragment.commonMark(list.blocks)
            return (champ, list.lines)
        }
    }
}
