import FicheDocument
import FicheModel
import FrenchText

/// One row of a list of fiches, made from its summary: the same keys as `LigneDeFiche` makes from a whole fiche.
public enum RowData {
    /// All keys that a row may have.
    public static let keys: Set<String> = [
        "titre", "adresse", "numero", "niveau", "certificateur", "etat", "type", "echeance_iso",
    ]

    /// The data of the row of a fiche.
    public static func data(_ fiche: FicheSummary, etat: EtatDeValidite) -> PageData {
        var data: PageData = [
            "titre": Typography.spaced(fiche.intitule), "adresse": fiche.adresse,
            "numero": fiche.numeroFiche.map(numero) ?? "—", "niveau": niveau(fiche.niveau),
            "certificateur": certificateur(fiche.certificateurs),
            "etat": EtatPage.data(etat, fin: fiche.dateFin, limite: fiche.dateLimiteDelivrance),
        ]
        data["type"] = fiche.abrege?.code
        data["echeance_iso"] = fiche.dateFin?.iso
        return data
    }

    /// "RNCP 31387": the number as people read it.
    static func numero(_ numero: String) -> String {
        guard let known = Repertoire.parse(numero) else { return numero }
        let prefix = known.repertoire.rawValue
        return "\(prefix)\u{A0}\(known.numero.dropFirst(prefix.count))"
    }

    static func niveau(_ niveau: Niveau?) -> String {
        if let europe = niveau?.europe { return "Niveau\u{A0}\(europe)" }
        if let ancien = niveau?.nomenclature1969 { return "Niveau\u{A0}\(ancien) (1969)" }
        return "Sans niveau"
    }

    private static func certificateur(_ certifiers: [FicheSummary.Certifier]) -> String {
        guard let first = certifiers.first?.nom else { return "Non communiqué" }
        let others = certifiers.count - 1
        let name = Typography.spaced(first)
        return others == 0 ? name : "\(name) et \(FrenchCount.text(others, "autre", "autres"))"
    }
}

/// Counts in words.
enum FrenchCount {
    /// "1 fiche", "7 fiches": the French plural begins at two.
    static func text(_ number: Int, _ one: String, _ many: String) -> String {
        "\(Typography.grouped(number))\u{A0}\(number >= 2 ? many : one)"
    }

    static func fiches(_ number: Int) -> String { number == 0 ? "Aucune fiche" : text(number, "fiche", "fiches") }
}
