import FicheModel
import FrenchText

/// One row of a list of fiches.
public enum LigneDeFiche {
    /// `titre`, `adresse` (from the root), `numero`, `type`, `niveau`, `certificateur`, `etat`, `echeance_iso?`.
    public static func data(_ fiche: Fiche, etat: EtatDeValidite) -> PageData {
        let names = fiche.certificateurs.map(\.nom)
        let certificateur =
            names.count > 1 ? "\(names[0]) et \(Phrases.count(names.count - 1, "autre", "autres"))" : names.first
        var data: PageData = [
            "titre": Typography.spaced(fiche.intitule), "adresse": "fiches/\(fiche.identifiant)/",
            "numero": fiche.numeroFiche.map(Phrases.numero) ?? "—",
            "niveau": fiche.niveau.flatMap(niveau) ?? "Sans niveau",
            "certificateur": Typography.spaced(certificateur ?? "Non communiqué"),
            "etat": EtatPage.data(etat, of: fiche),
        ]
        data.set("type", fiche.abrege?.code)
        data.set("echeance_iso", fiche.enregistrement.dateFin?.iso)
        return data
    }

    private static func niveau(_ niveau: Niveau) -> String? {
        niveau.europe.map { "Niveau\u{A0}\($0)" } ?? niveau.nomenclature1969.map { "Niveau\u{A0}\($0) (1969)" }
    }
}
