/// Where a word stands in a fiche, the best first.
enum CoreField: Int, CaseIterable, Sendable {
    case titre, abrege, libelles, certificateur

    /// What a word found there is worth.
    var points: Int {
        switch self {
        case .titre: 100
        case .abrege: 84
        case .libelles: 40
        case .certificateur: 28
        }
    }
}

/// Where a word stands in the longer texts of a fiche.
enum BodyField: Int, CaseIterable, Sendable {
    case emplois, competences

    var points: Int { self == .emplois ? 68 : 52 }
}
