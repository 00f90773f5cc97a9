import FrenchText

/// Sets a table right: finds its head, and puts the rows that a page cut back together.
enum TableShape {
    static func shaped(_ table: CahierTable) -> CahierTable {
        var result = table
        if result.entete.isEmpty, result.rows.count > 1, let first = result.rows.first, looksLikeHead(first.cells) {
            result.entete = first.cells
            result.rows.removeFirst()
        }
        // A second row of names divides the first ("Référentiel d'évaluation" into modalités and critères).
        if result.rows.count > 1, !result.entete.isEmpty, let second = result.rows.first, looksLikeHead(second.cells) {
            let names = second.cells
            let width = max(names.count, result.entete.count)
            result.entete = (0..<width).map { column in
                let parts = [result.entete, names].compactMap {
                    column < $0.count && !$0[column].isEmpty ? $0[column] : nil
                }
                return parts.joined(separator: " : ")
            }
            result.rows.removeFirst()
        }
        result.rows = joined(result.rows)
        result.entete = aligned(result.entete, over: result.rows)
        return result
    }

    /// True for the head of a table of a référentiel: short names of columns, some of them known.
    static func looksLikeHead(_ cells: [String]) -> Bool {
        let filled = cells.filter { !$0.isEmpty }
        guard !filled.isEmpty else { return false }
        return filled.allSatisfy { cell in
            let key = ReferentielHead.name(cell)
            return key.utf8.count <= 60 && names.contains { key.hasPrefix($0) }
                && CompetenceHeading.numbers(of: .domaine, in: key).isEmpty
                && WordScanner.words(in: key).count <= 6
        }
    }

    private static let names = [
        "activite", "competence", "modalite", "critere", "indicateur", "epreuve", "evaluation", "domaine", "bloc",
        "unite",
        "tache", "savoir", "connaissance", "capacite", "duree", "intitule", "referentiel", "situation", "resultat",
        "nature", "document", "piece", "delai", "responsable", "acteur", "action", "objet", "condition", "contenu",
        "public",
        "libelle", "code", "numero", "n°",
    ]

    /// Pages do not cut a row into more pieces than this; each costs as much as the row is long.
    static let mostPieces = 20

    /// A row whose first cell is empty and that goes on in the middle of a sentence belongs to the row before.
    private static func joined(_ rows: [CahierTable.Row]) -> [CahierTable.Row] {
        var result: [CahierTable.Row] = []
        var pieces = 0
        for row in rows {
            guard pieces < mostPieces, var last = result.last, row.cells.first?.isEmpty == true,
                goesOn(last.cells, row.cells)
            else {
                result.append(row)
                pieces = 1
                continue
            }
            pieces += 1
            for (column, cell) in row.cells.enumerated() where !cell.isEmpty {
                while last.cells.count <= column { last.cells.append("") }
                last.cells[column] = joined(last.cells[column], cell)
            }
            result[result.count - 1] = last
        }
        return result
    }

    private static func goesOn(_ cells: [String], _ next: [String]) -> Bool {
        next.enumerated().contains { column, cell in
            guard column < cells.count, !cell.isEmpty, !cells[column].isEmpty else { return false }
            let before = SourceMarkup.plain(cells[column])
            let after = SourceMarkup.plain(cell)
            return after.first?.isLowercase == true && LineWrapping.continues(before, with: after)
        }
    }

    /// The end of one cell and the rest of its sentence, their paragraphs made one.
    static func joined(_ cell: String, _ rest: String) -> String {
        var head = Folding.squeezed(cell)
        var tail = Folding.squeezed(rest)
        for close in ["</p>", "</li>", "</ul>", "</ol>", "</li>"] where head.hasSuffix(close) {
            head = Folding.squeezed(String(head.dropLast(close.count)))
        }
        if tail.hasPrefix("<"), let end = tail.firstIndex(of: ">"),
            ["<p", "<li", "<ul", "<ol"].contains(where: tail.hasPrefix)
        {
            tail = Folding.squeezed(String(tail[tail.index(after: end)...]))
        }
        return head + " " + tail
    }

    /// A head that lost its place: its only name stands over the column of the domaines.
    private static func aligned(_ head: [String], over rows: [CahierTable.Row]) -> [String] {
        guard head.count == 2, !head[0].isEmpty, head[1].isEmpty, !rows.isEmpty else { return head }
        let overDomaines = rows.allSatisfy { row in
            let first = SourceMarkup.plain(row.cells.first ?? "")
            return first.isEmpty || !CompetenceHeading.numbers(of: .domaine, in: first).isEmpty
                || !CompetenceHeading.numbers(of: .unite, in: first).isEmpty
        }
        let name = Folding.key(SourceMarkup.bare(head[0]))
        return overDomaines && !name.hasPrefix("domaine") && !name.hasPrefix("unite") && !name.hasPrefix("bloc")
            ? ["", head[0]] : head
    }
}
