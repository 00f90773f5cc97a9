import Diagnostics
import FicheModel
import Testing

@testable import Catalogue

@Suite struct SourceSettingTests {
    @Test func aPathAloneOrWithASelection() {
        let (configuration, diagnostics) = ConfigurationReader.read(
            """
            sources:
              - ../autres
              - chemin: exports/rncp.zip
                codes: [RNCP34762, rs 6232]
                rome: K13
                nsf: ["251w", 33]
                siret: ["130 025 265 00013", "130025265"]
                idcc: ["0016", 1486]
                actives: oui
            """)
        #expect(diagnostics == [])
        var selection = SelectionDeFiches()
        selection.codes = ["RNCP34762", "RS6232"]
        selection.rome = ["K13"]
        selection.nsf = ["251w", "33"]
        selection.siret = ["13002526500013", "130025265"]
        selection.idcc = ["0016", "1486"]
        selection.actives = true
        #expect(
            configuration.sources == [
                SourceSetting(chemin: "../autres"), SourceSetting(chemin: "exports/rncp.zip", selection: selection),
            ])
    }

    @Test func whatCannotBeMeantIsAnError() {
        let (_, diagnostics) = ConfigurationReader.read(
            """
            sources:
              - codes: [RNCP1]
              - chemin: a.xml
                code: RNCP1
                codes: [34762]
                rome: [1304K]
                nsf: [abc]
                siret: ["123"]
                idcc: {a: b}
                actives: peut-être
            """)
        #expect(diagnostics.contains { $0.identifier == .cleInconnue && $0.hint == "Vouliez-vous dire « codes » ?" })
        #expect(
            diagnostics.filter { $0.severity == .error }.compactMap { $0.position?.line } == [2, 5, 6, 7, 8, 9, 10])
    }
}
