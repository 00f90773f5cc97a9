import Catalogue
import FicheModel
import Testing

/// Which pages the plan has for blocs, comparison and generations.
struct GenerationTests {
    private func fiches() -> [FicheSummary] {
        [
            Summaries.fiche("Pendulier", numero: "RNCP1") {
                $0.nouvellesCertifications = [CertificationLiee(numeroFiche: "RNCP2")]
            },
            Summaries.fiche("Pendulier d’art", numero: "RNCP2") {
                $0.anciennesCertifications = [
                    CertificationLiee(numeroFiche: "RNCP1"), CertificationLiee(numeroFiche: "RNCP0"),
                ]
                $0.blocsCompetences = [3, 1, 3].map { BlocDeCompetences(numero: $0, libelle: "Bloc") }
            },
        ]
    }

    @Test func aGenerationDeclaredFromBothSidesIsOne() throws {
        let model = try Summaries.model(fiches())
        #expect(model.generations == [Generation(avant: 0, apres: 1)])
        #expect(Generation.adresse(avant: "a", apres: "b") == "versions/?avant=a&apres=b")
    }

    @Test func theirPagesAreInThePlan() throws {
        let paths = BuildPlan(try Summaries.model(fiches())).outputs.map(\.path)
        for path in ["comparer/", "versions/", "fiches/rncp2/blocs/1/", "fiches/rncp2/blocs/3/"] {
            #expect(paths.filter { $0 == path + "index.html" }.count == 1, "\(path)")
        }
        #expect(BuildPlan(try Summaries.model(fiches())).diagnostics.isEmpty)
    }

    @Test func theirSwitchesTakeThemOut() throws {
        let (configuration, problems) = ConfigurationReader.read("outputs: {blocs: non, comparaison: non}")
        #expect(problems.isEmpty)
        let model = try Summaries.model(fiches(), configuration: configuration)
        let paths = BuildPlan(model).outputs.map(\.path)
        #expect(!paths.contains { $0.hasPrefix("comparer/") || $0.hasPrefix("versions/") || $0.contains("/blocs/") })
        #expect(model.generations.isEmpty)
    }
}
