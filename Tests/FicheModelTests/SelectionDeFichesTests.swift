import Testing

@testable import FicheModel

@Suite struct SelectionDeFichesTests {
    private static let fiche: Fiche = {
        var fiche = Fiche(identifiant: "rncp1", intitule: "Voilier", source: SourceFiche(fichier: "a", format: .csv))
        fiche.numeroFiche = "RNCP1"
        fiche.actif = true
        fiche.codesROME = [CodeLibelle(code: "K1304", libelle: nil)]
        fiche.codesNSF = [CodeLibelle(code: "251w", libelle: nil)]
        fiche.codesIDCC = [CodeLibelle(code: "0016", libelle: nil)]
        fiche.certificateurs = [Certificateur(nom: "A", siret: "13002526500013")]
        return fiche
    }()

    private func takes(_ change: (inout SelectionDeFiches) -> Void) -> Bool {
        var selection = SelectionDeFiches()
        change(&selection)
        return selection.contains(Self.fiche)
    }

    @Test func eachCriterionMustBeMet() {
        #expect(takes { _ in })
        #expect(takes { $0.codes = ["RNCP1", "RNCP2"] })
        #expect(!takes { $0.codes = ["RNCP11"] })
        #expect(takes { $0.rome = ["k13"] })
        #expect(!takes { $0.rome = ["K14", "L"] })
        #expect(takes { $0.nsf = ["251"] })
        #expect(!takes { $0.nsf = ["251x"] })
        #expect(takes { $0.siret = ["130025265"] })
        #expect(!takes { $0.siret = ["13002526500021"] })
        #expect(takes { $0.idcc = ["16"] })
        #expect(!takes { $0.idcc = ["160"] })
        #expect(takes { $0.actives = true })
        #expect(!takes { ($0.actives, $0.rome) = (true, ["A"]) })
        var silent = Self.fiche
        silent.actif = nil
        var selection = SelectionDeFiches()
        selection.actives = true
        #expect(!selection.contains(silent))
    }
}
