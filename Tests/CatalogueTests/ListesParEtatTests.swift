import Catalogue
import FicheModel
import Testing

/// The lists by state and by type, on 21 November 2026.
struct ListesParEtatTests {
    private func fiche(_ numero: String, fin: String?, change: (inout Fiche) -> Void = { _ in }) -> FicheSummary {
        Summaries.fiche("Titre \(numero)", numero: numero) {
            $0.enregistrement.dateFin = fin.flatMap { CalendarDate($0) }
            change(&$0)
        }
    }

    private func lists(_ fiches: [FicheSummary]) throws -> [String: [String]] {
        let model = try Summaries.model(fiches)
        var lists: [String: [String]] = [:]
        for value in model.taxonomies[.etat]?.values ?? [] {
            lists[value.slug] = value.fiches.compactMap { model.fiches[$0].numeroFiche }
        }
        return lists
    }

    @Test func theDayOfTheEcheanceIsStillADayOfValidity() throws {
        let found = try lists([fiche("RNCP1", fin: "2026-11-21"), fiche("RNCP2", fin: "2026-11-20")])
        #expect(found["en-vigueur"] == ["RNCP1"])
        #expect(found["echeance-proche"] == ["RNCP1"])
        #expect(found["echues"] == ["RNCP2"])
    }

    @Test func eachStateHasItsListAndAnEmptyOneHasNone() throws {
        let found = try lists([
            fiche("RNCP1", fin: "2030-01-01"), fiche("RNCP2", fin: "2020-01-01"),
            fiche("RNCP3", fin: "2025-01-01") {
                $0.enregistrement.dateLimiteDelivrance = CalendarDate("2028-01-01")
                $0.nouvellesCertifications = [CertificationLiee(numeroFiche: "RNCP1")]
            }, fiche("RNCP4", fin: "2030-01-01") { $0.etatFiche = "Dépubliée/Archivée" }, fiche("RNCP5", fin: nil),
            fiche("RNCP6", fin: nil) { $0.actif = true },
        ])
        #expect(found["en-vigueur"] == ["RNCP1"])
        #expect(found["echues"] == ["RNCP2", "RNCP3"])
        #expect(found["delivrance-encore-possible"] == ["RNCP3"])
        #expect(found["remplacees"] == ["RNCP3"])
        #expect(found["depubliees"] == ["RNCP4"])
        #expect(found["validite-non-precisee"] == ["RNCP5"])
        #expect(found["declarees-actives"] == ["RNCP6"])
        #expect(found["echeance-proche"] == nil)
        #expect(found["declarees-inactives"] == nil)
    }

    @Test func typesAreSortedByTheirNamesAndCounted() throws {
        let model = try Summaries.model([
            fiche("RNCP1", fin: nil) { $0.abrege = CodeLibelle(code: "TP", libelle: "Titre professionnel") },
            fiche("RNCP2", fin: nil) { $0.abrege = CodeLibelle(code: "BTS", libelle: "Brevet") },
            fiche("RNCP3", fin: nil) { $0.abrege = CodeLibelle(code: "TP", libelle: nil) }, fiche("RNCP4", fin: nil),
        ])
        let values = try #require(model.taxonomies[.type]?.values)
        #expect(values.map(\.titre) == ["Brevet", "Titre professionnel"])
        #expect(values.map(\.fiches.count) == [1, 2])
        #expect(values.map(\.slug) == ["bts", "tp"])
        #expect(model.taxonomies[.type]?.adresse(ofKey: "TP") == "types/tp/")
    }
}
