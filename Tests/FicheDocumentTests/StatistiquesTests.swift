import FicheDocument
import FicheModel
import Testing

/// Figures in words and as charts: what is not given is said, and never 0.
struct StatistiquesTests {
    private func page(_ promotions: [StatistiquesPromotion]) throws -> PageProbe {
        var fiche = FicheEssai.complete
        fiche.statistiquesPromotions = promotions
        return try PageProbe(fiche)
    }

    private func promotion(_ annee: Int, _ change: (inout StatistiquesPromotion) -> Void = { _ in })
        -> StatistiquesPromotion
    {
        var promotion = StatistiquesPromotion(annee: annee)
        change(&promotion)
        return promotion
    }

    @Test("Each rate is said with its year and the number of people")
    func words() throws {
        let page = try page([
            promotion(2021) {
                $0.nombreCertifies = 18
                $0.tauxInsertionGlobal6Mois = 83
            }, promotion(2022) { $0.nombreCertifies = 1 },
        ])
        #expect(page.text.contains("Promotion 2022\u{A0}: 1\u{A0}personne certifiée, part de la VAE non communiquée."))
        #expect(
            page.text.contains(
                "Insertion à 6\u{A0}mois, tous métiers\u{A0}: 83\u{A0}% pour la promotion 2021, 18\u{A0}personnes certifiées."
            ))
        #expect(page.text.contains("Insertion à 2\u{A0}ans dans le métier visé\u{A0}: non communiqué."))
    }

    @Test("A bar for what is given, words for what is not, no chart for what never is")
    func charts() throws {
        let page = try page([
            promotion(2020) { $0.nombreCertifies = 10 }, promotion(2021),
            promotion(2022) {
                $0.nombreCertifies = 40
                $0.nombreCertifiesVAE = 0
            },
        ])
        #expect(page.html.components(of: "<svg ") == 1)
        #expect(page.html.components(of: "<rect ") == 2)
        #expect(page.html.contains("width=\"150\" height=\"18\""))
        #expect(page.html.contains("width=\"38\" height=\"18\""))
        #expect(page.html.contains(">non communiqué</text>"))
        #expect(page.text.contains("2021\u{A0}: non communiqué"))
        #expect(page.text.contains("40, dont 0 par la VAE"))
    }

    @Test("Without figures there is no section, and the page says what the source lacks")
    func none() throws {
        var fiche = FicheEssai.complete
        fiche.statistiquesPromotions = []
        fiche.statistiques = nil
        let page = try PageProbe(fiche)
        #expect(!page.html.contains("id=\"statistiques\""))
        #expect(page.text.contains("Ce que la source ne donne pas\u{A0}: statistiques d’insertion."))
    }

    @Test("Promotions without any figure have no chart")
    func silent() throws {
        let page = try page([promotion(2021)])
        #expect(page.html.components(of: "<svg ") == 0)
        #expect(page.text.contains("nombre de personnes certifiées non communiqué"))
    }
}
