import FrenchText

/// What the columns of a table of a référentiel hold, by its head.
enum TableColumns {
    enum Kind: Equatable, Sendable { case activites, competences, modalites }

    /// The known columns in order. Beside one that is known, the other of two whose name was lost is the other list.
    static func of(_ table: CahierTable) -> [(index: Int, kind: Kind)] {
        var found: [(index: Int, kind: Kind)] = []
        for (index, name) in table.entete.enumerated() {
            let key = ReferentielHead.name(name)
            guard let kind = kind(key), !found.contains(where: { $0.kind == kind }) else { continue }
            found.append((index, kind))
        }
        if table.width == 2, found.count == 1, let known = found.first, known.kind != .modalites {
            let other = 1 - known.index
            let isUnnamed = table.entete.indices.contains(other) ? table.entete[other].isEmpty : true
            if isUnnamed { found.append((other, known.kind == .activites ? .competences : .activites)) }
        }
        return found.sorted { $0.index < $1.index }
    }

    /// Heads of the third column of a référentiel in three: activités, compétences, évaluation.
    private static let evaluations: Set<String> = [
        "evaluation", "evaluations", "referentiel d'evaluation", "referentiel d’evaluation", "modes d'evaluation",
        "moyens d'evaluation", "evaluation des competences", "evaluation associee", "evaluations associees",
    ]

    private static func kind(_ key: String) -> Kind? {
        if key.contains("critere") || key.contains("indicateur") { return nil }
        if key.contains("modalite") && key.contains("evaluation") || key.contains("epreuve") { return .modalites }
        if key.contains("evaluation") { return evaluations.contains(key) ? .modalites : nil }
        if key.contains("competence") && !key.contains("activite") { return .competences }
        return key.contains("activite") && !key.contains("competence") || key.hasPrefix("tache") ? .activites : nil
    }
}
