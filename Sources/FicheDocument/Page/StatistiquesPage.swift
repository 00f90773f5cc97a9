import FicheModel
import FrenchText

/// The figures of the promotions: the latest first, a figure that is not given is said so and is never 0.
enum StatistiquesPage {
    /// `[{annee, certifies, vae, global_6_mois, metier_6_mois, metier_2_ans}]`, each `{valeur, absent}`.
    static func data(_ promotions: [StatistiquesPromotion]) -> [PageData] {
        promotions.sorted { $0.annee > $1.annee }.map { promotion in
            [
                "annee": String(promotion.annee),
                "chiffres": [
                    cell(promotion.nombreCertifies.map(Typography.grouped)),
                    cell(promotion.nombreCertifiesVAE.map(Typography.grouped)),
                    cell(promotion.tauxInsertionGlobal6Mois.map(Phrases.rate)),
                    cell(promotion.tauxInsertionMetier6Mois.map(Phrases.rate)),
                    cell(promotion.tauxInsertionMetier2Ans.map(Phrases.rate)),
                ],
            ]
        }
    }

    private static func cell(_ value: String?) -> PageData {
        ["valeur": value ?? "Non communiqué", "absent": value == nil]
    }
}
