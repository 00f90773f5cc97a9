/// Abbreviations, spelled out the first time that a page uses them.
enum Sigles {
    static let significations: [String: String] = [
        "RNCP": "Répertoire national des certifications professionnelles",
        "RS": "Répertoire spécifique",
        "NSF": "nomenclature des spécialités de formation",
        "ROME": "répertoire opérationnel des métiers et des emplois",
        "VAE": "validation des acquis de l’expérience",
        "CQP": "certificat de qualification professionnelle",
        "IDCC": "identifiant de convention collective",
    ]

    /// The abbreviation as an HTML element that carries its meaning.
    static func abbr(_ sigle: String) -> String {
        guard let meaning = significations[sigle] else { return sigle }
        return "<abbr title=\"\(meaning)\">\(sigle)</abbr>"
    }
}
