import FrenchText

/// The head of a référentiel in columns: activités, compétences, évaluation (Code du travail, art. L. 6113-1).
///
/// The form of the register prints below each name what it means, in the same cell.
enum ReferentielHead {
    /// True for the cells of a row that heads such a table.
    static func isHead(_ cells: [String]) -> Bool {
        let names = cells.map(name)
        func has(_ word: String, without other: String) -> Bool {
            names.contains { $0.utf8.count <= 60 && $0.contains(word) && !$0.contains(other) }
        }
        return has("activite", without: "competence") && has("competence", without: "activite")
            && names.contains { $0.utf8.count <= 60 && $0.contains("evaluation") }
    }

    /// The folded name of a column, without what the form says that it holds; of a divided column that of the part.
    static func name(_ cell: String) -> String {
        let key = Folding.key(SourceMarkup.bare(SourceMarkup.plain(cell)))
        let part = key.ranges(of: " : ").last.map { String(key[$0.upperBound...]) } ?? key
        guard part.hasPrefix("referentiel d") else { return part }
        let words = part.split(separator: " ")
        return words.prefix { !["decrit", "identifie", "definit"].contains($0) }.joined(separator: " ")
    }
}
