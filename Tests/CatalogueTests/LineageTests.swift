import Catalogue
import FicheDocument
import FicheModel
import Testing

/// Lines of generations and correspondances, seen from the fiche that does not declare them.
struct LineageTests {
    private func fiche(_ numero: String, after earlier: [String] = [], before later: [String] = []) -> FicheSummary {
        Summaries.fiche("Titre \(numero)", numero: numero) {
            $0.anciennesCertifications = earlier.map { CertificationLiee(numeroFiche: $0) }
            $0.nouvellesCertifications = later.map { CertificationLiee(numeroFiche: $0) }
        }
    }

    @Test func theLineGoesOnBeyondTheNeighbours() {
        let lineage = Lineage([
            fiche("RNCP1"), fiche("RNCP2", after: ["RNCP1"]), fiche("RNCP3", after: ["RNCP2"]),
            fiche("RNCP4", after: ["RNCP3"]),
        ])
        #expect(lineage.lointaines(of: "RNCP4").avant == [["RNCP2"], ["RNCP1"]])
        #expect(lineage.lointaines(of: "RNCP1").apres == [["RNCP3"], ["RNCP4"]])
        #expect(lineage.lointaines(of: "RNCP2").avant.isEmpty)
        #expect(lineage.lointaines(of: "RNCP2").apres == [["RNCP4"]])
    }

    @Test func aCircleEnds() {
        let lineage = Lineage([
            fiche("RNCP1", before: ["RNCP2"]), fiche("RNCP2", before: ["RNCP3"]), fiche("RNCP3", before: ["RNCP1"]),
        ])
        #expect(lineage.lointaines(of: "RNCP1").apres == [["RNCP3"]])
    }

    @Test func aSuccessorDeclaredByEitherSideCounts() {
        let lineage = Lineage([fiche("RNCP1", before: ["RNCP9"]), fiche("RNCP2"), fiche("RNCP3", after: ["RNCP2"])])
        #expect(lineage.hasSuccessor("RNCP1"))
        #expect(lineage.hasSuccessor("RNCP2"))
        #expect(!lineage.hasSuccessor("RNCP3"))
    }

    @Test func aCorrespondanceIsKnownToTheFicheItNames() {
        let declaring = Summaries.fiche("A", numero: "RNCP1") {
            $0.correspondances = [
                Correspondance(blocs: ["RNCP1BC01"], ficheCible: "RNCP2", blocsCibles: ["RNCP2BC03"])
            ]
        }
        let received = CorrespondancesRecues([declaring, fiche("RNCP2")])
        #expect(
            received["RNCP2"] == [
                CorrespondanceRecue(fiche: "RNCP1", blocsDeLAutre: ["RNCP1BC01"], blocsIci: ["RNCP2BC03"])
            ])
        #expect(received["RNCP1"].isEmpty)
    }
}
