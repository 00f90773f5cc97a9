import FicheModel
import FrenchText

/// The figures of the promotions: the latest first, a figure that is not given is said so and is never 0.
enum StatistiquesPage {
    /// What is counted of each promotion, in the order of the table.
    static let taux: [(titre: String, valeur: @Sendable (StatistiquesPromotion) -> Double?)] = [
        ("Insertion à 6\u{A0}mois, tous métiers", { $0.tauxInsertionGlobal6Mois }),
        ("Insertion à 6\u{A0}mois dans le métier visé", { $0.tauxInsertionMetier6Mois }),
        ("Insertion à 2\u{A0}ans dans le métier visé", { $0.tauxInsertionMetier2Ans }),
    ]

    /// `[{annee, chiffres: [{valeur, absent}]}]`: graduates, of them by VAE, then the rates.
    static func data(_ promotions: [StatistiquesPromotion]) -> [PageData] {
        latestFirst(promotions).map { promotion in
            [
                "annee": String(promotion.annee),
                "chiffres": [
                    cell(promotion.nombreCertifies.map(Typography.grouped)),
                    cell(promotion.nombreCertifiesVAE.map(Typography.grouped)),
                ] + taux.map { cell($0.valeur(promotion).map(Phrases.rate)) },
            ]
        }
    }

    /// The same in words: the latest promotion, then for each rate the latest that is given, with its year and its number
    /// of people.
    static func phrases(_ promotions: [StatistiquesPromotion]) -> [String] {
        let sorted = latestFirst(promotions)
        guard let latest = sorted.first else { return [] }
        let rates = taux.map { taux -> String in
            guard let promotion = sorted.first(where: { taux.valeur($0) != nil }), let rate = taux.valeur(promotion)
            else {
                return "\(taux.titre)\u{A0}: non communiqué."
            }
            return
                "\(taux.titre)\u{A0}: \(Phrases.rate(rate)) pour la promotion \(promotion.annee), \(people(promotion))."
        }
        return ["Promotion \(latest.annee)\u{A0}: \(people(latest))\(byVAE(latest))."] + rates
    }

    /// "18 personnes certifiées".
    static func people(_ promotion: StatistiquesPromotion) -> String {
        promotion.nombreCertifies.map { Phrases.count($0, "personne certifiée", "personnes certifiées") }
            ?? "nombre de personnes certifiées non communiqué"
    }

    /// ", dont 3 par la VAE"; nothing where nobody was certified, or where that is not known.
    static func byVAE(_ promotion: StatistiquesPromotion) -> String {
        guard let all = promotion.nombreCertifies, all > 0 else { return "" }
        guard let some = promotion.nombreCertifiesVAE else { return ", part de la VAE non communiquée" }
        return some == 0 ? ", aucune par la VAE" : ", dont \(Typography.grouped(some)) par la VAE"
    }

    private static func latestFirst(_ promotions: [StatistiquesPromotion]) -> [StatistiquesPromotion] {
        promotions.sorted { $0.annee > $1.annee }
    }

    private static func cell(_ value: String?) -> PageData {
        ["valeur": value ?? "Non communiqué", "absent": value == nil]
    }
}
