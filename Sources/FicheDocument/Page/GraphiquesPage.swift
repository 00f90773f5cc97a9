import FicheModel
import FrenchText

/// Small static charts of the promotions: one bar a year, its value in words beside it. The template draws them.
enum GraphiquesPage {
    /// `[{ancre, titre, description, hauteur, barres: [{annee, y, y_texte, largeur?, x_valeur, valeur, absent}]}]`, one chart
    /// for the people and one for each rate that is given at least once. Lengths are in units of a view box `largeurDeVue` wide.
    static func data(_ promotions: [StatistiquesPromotion]) -> [PageData] {
        let shown = promotions.sorted { $0.annee < $1.annee }.suffix(shownYears)
        var charts: [PageData] = []
        let most = shown.compactMap(\.nombreCertifies).max() ?? 0
        if shown.contains(where: { $0.nombreCertifies != nil }) {
            charts.append(
                chart(
                    "graphique-certifies", "Personnes certifiées, par promotion",
                    shown.map { promotion in
                        let words = promotion.nombreCertifies.map {
                            Typography.grouped($0)
                                + (promotion.nombreCertifiesVAE.map { ", dont \(Typography.grouped($0)) par la VAE" }
                                    ?? "")
                        }
                        let share = promotion.nombreCertifies.map { Double($0) / Double(max(most, 1)) }
                        return (promotion.annee, share, words)
                    }))
        }
        for (rank, taux) in StatistiquesPage.taux.enumerated() {
            guard shown.contains(where: { taux.valeur($0) != nil }) else { continue }
            charts.append(
                chart(
                    "graphique-taux-\(rank + 1)", taux.titre,
                    shown.map { promotion in
                        let rate = taux.valeur(promotion)
                        return (promotion.annee, rate.map { $0 / 100 }, rate.map { words($0, promotion) })
                    }))
        }
        return charts
    }

    /// The width of the view box that the template draws in.
    static let largeurDeVue = 340
    private static let shownYears = 6
    private static let rowHeight = 26
    private static let labelWidth = 44
    private static let longest = 150.0

    private static func words(_ rate: Double, _ promotion: StatistiquesPromotion) -> String {
        let people = promotion.nombreCertifies.map { ", \(Phrases.count($0, "personne", "personnes"))" } ?? ""
        return Phrases.rate(rate) + people
    }

    private static func chart(_ ancre: String, _ titre: String, _ rows: [(annee: Int, share: Double?, words: String?)])
        -> PageData
    {
        let bars = rows.enumerated().map { rank, row -> PageData in
            var bar: PageData = [
                "annee": String(row.annee), "y": rank * rowHeight + 4, "y_texte": rank * rowHeight + 18,
                "valeur": row.words ?? "non communiqué", "absent": row.share == nil, "x_valeur": labelWidth,
            ]
            if let share = row.share {
                // A value of 0 is told by its figure alone.
                let width = Int((min(max(share, 0), 1) * longest).rounded())
                bar["x_valeur"] = labelWidth + width + 6
                bar["largeur"] = width
            }
            return bar
        }
        let said = rows.map { "\($0.annee)\u{A0}: \($0.words ?? "non communiqué")" }.joined(separator: "\u{202F}; ")
        return [
            "ancre": ancre, "titre": titre, "description": "\(titre). \(said).", "hauteur": rows.count * rowHeight,
            "barres": bars,
        ]
    }
}
