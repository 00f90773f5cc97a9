import FrenchText

/// Finds where the assessment begins in a row of a bloc whose two cells a layout ran together.
///
/// Competences begin with a verb ("Réaliser …", "1.2 Concevoir …"), kinds of assessment with a noun ("Mise en situation",
/// "Étude de cas"): the second cell begins behind the last competence.
struct ColumnBoundary {
    let competences: String
    /// Nil when no boundary shows.
    let modalites: String?

    init(_ text: String) {
        let words = CellWords(text)
        if let again = Self.restart(words) {
            let parts = words.cut(at: [0, again])
            (competences, modalites) = (parts[0], parts[1])
            return
        }
        let last = words.starts.indices.last { words.isVerb($0) && Self.opens($0, words) }
        let first = (last ?? -1) + 1
        let boundary =
            words.starts.indices.first { index in
                index >= max(first, 1) && Self.opensAssessment(index, words, afterVerb: last != nil)
            }
        guard let boundary else {
            (competences, modalites) = (text, nil)
            return
        }
        let parts = words.cut(at: [0, boundary])
        (competences, modalites) = (parts[0], parts[1])
    }

    /// Where labels begin anew: "A1C1. Évaluer … A1C2. Mesurer … A1C1. Note d’alerte …".
    private static func restart(_ words: CellWords) -> Int? {
        guard !words.stretches.isEmpty, let first = words.label(0) else { return nil }
        guard let again = words.stretches.indices.dropFirst().first(where: { words.label($0) == first }) else {
            return nil
        }
        // A sentence on the assessment as a whole may stand before its labels.
        let last = words.stretches.indices.last { $0 < again && words.label($0) != nil } ?? 0
        return ((last + 1)..<again).first { opensAssessment($0, words, afterVerb: false) } ?? again
    }

    /// A capitalised verb opens a competence but inside a quotation or a parenthesis.
    private static func opens(_ index: Int, _ words: CellWords) -> Bool {
        words.stretches[index].unicodeScalars.first?.properties.isUppercase ?? false
    }

    private static func opensAssessment(_ index: Int, _ words: CellWords, afterVerb: Bool) -> Bool {
        let stretch = words.stretches[index]
        if ["-", "–", "*", "•"].contains(stretch), index + 1 < words.stretches.count {
            return isOpening(index + 1, words, afterVerb: afterVerb)
        }
        return isOpening(index, words, afterVerb: afterVerb)
    }

    private static func isOpening(_ index: Int, _ words: CellWords, afterVerb: Bool) -> Bool {
        let stretch = words.stretches[index]
        guard words.beginsWithCapital(index), !words.isVerb(index) else { return false }
        let ends = words.endsSentence(before: index)
        let word = String(Folding.folded(stretch).prefix { $0.isLetter })
        if word == "nb" || (ends && afterVerb) { return true }
        if words.isAcronym(index), !ends { return false }
        if openings.contains(word) { return true }
        return afterVerb && ["tion", "tions", "age", "ages", "ment", "ments"].contains { word.hasSuffix($0) }
    }

    /// True where a capital opens the name of a kind of assessment, in or between sentences.
    static func names(_ index: Int, _ words: CellWords) -> Bool {
        guard words.stretches[index].unicodeScalars.first?.properties.isUppercase == true, !words.isAcronym(index)
        else {
            return false
        }
        return openings.contains(String(Folding.folded(words.stretches[index]).prefix { $0.isLetter }))
    }

    /// The first words of kinds of assessment.
    private static let openings: Set<String> = [
        "mise", "mises", "etude", "etudes", "cas", "projet", "projets", "dossier", "dossiers", "entretien",
        "entretiens",
        "soutenance", "soutenances", "evaluation", "evaluations", "epreuve", "epreuves", "examen", "examens",
        "controle",
        "controles", "qcm", "quiz", "questionnaire", "questionnaires", "rapport", "rapports", "memoire", "oral",
        "ecrit",
        "presentation", "presentations", "production", "productions", "travail", "travaux", "geste", "gestes",
        "simulation", "simulations", "jeu", "jeux", "observation", "observations", "test", "tests", "exercice",
        "exercices", "portfolio", "livrable", "livrables", "modalite", "modalites", "explicitation", "restitution",
    ]
}
