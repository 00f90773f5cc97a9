import Catalogue
import FicheModel
import TestSupport
import Testing

/// Every page of the catalogue hands its template what the documentation says.
struct CatalogueVariablesTests {
    private func model(fiches count: Int, settings: String) throws -> CatalogueModel {
        let (configuration, problems) = ConfigurationReader.read(settings)
        try #require(problems.isEmpty, "\(problems)")
        let fiches = (1...count).map { number in
            Summaries.fiche("Titre \(number)", numero: "RNCP\(number)") {
                $0.niveau = Niveau(europe: 4)
                $0.abrege = CodeLibelle(code: "CQP", libelle: "Certificat")
                $0.codesROME = [CodeLibelle(code: "D1214", libelle: "Vente")]
                $0.certificateurs = [Certificateur(nom: "Chambre")]
                $0.enregistrement.dateFin = CalendarDate("2027-07-31")
                if number == 2 { $0.anciennesCertifications = [CertificationLiee(numeroFiche: "RNCP1")] }
            }
        }
        let (page, _) = ContentPageReader.read("---\ntitre: Page\n---\nTexte", file: "pages/p.md")
        let (home, _) = ContentPageReader.read("---\ntitre: Accueil\n---\nBonjour", file: "pages/accueil.md")
        return try Summaries.model(fiches, configuration: configuration, pages: [page, home])
    }

    @Test(arguments: [2, 130])
    func everyVariableIsDocumented(_ count: Int) throws {
        let documented = try DocumentedVariables()
        let model = try model(
            fiches: count,
            settings: """
                url: https://exemple.test/
                demonstration: oui
                sous_titre: Sous
                editeur: {nom: A, adresse: B, courriel: c@d.test, site_internet: e, directeur: F, hebergeur: G}
                accessibilite: {etat: non, taux: 40, date: 2026-01-01, auditeur: H, non_conformites: [I]}

                """)
        let common = CommonData(model)
        var templates: Set<String> = []
        for output in BuildPlan(model).outputs {
            guard let content = PageContent(output, model: model, common: common) else { continue }
            templates.insert(content.template)
            let undocumented = DocumentedVariables.keys(of: content.data).subtracting(documented.names)
            #expect(undocumented.isEmpty, "\(output.path): \(undocumented.sorted())")
        }
        for template in [
            "accueil", "liste", "listes", "page", "accessibilite", "mentions-legales", "recherche", "comparer",
            "versions", "echeances", "donnees", "plan-du-site", "erreur-404",
        ] {
            #expect(templates.contains(template), "\(template)")
        }
        #expect(templates.contains("echeances-mois") == (count > 100))
    }
}
