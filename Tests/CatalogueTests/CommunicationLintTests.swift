import Catalogue
import Diagnostics
import Foundation
import Testing

/// What is not to be said of a certification.
struct CommunicationLintTests {
    private func found(_ text: String, file: String = "pages/a.md") -> [String] {
        CommunicationLint.diagnostics(in: text, file: file).map {
            "\($0.position?.line ?? 0):\($0.position?.column ?? 0) \($0.identifier.rawValue)"
        }
    }

    @Test(arguments: [
        ("Un titre de niveau bac+5.", "1:20 niveau-en-annees"),
        ("Accessible après un Bac + 2", "1:21 niveau-en-annees"),
        ("Notre Master en vente", "1:7 grade-usurpe"), ("un mastère spécialisé", "1:4 grade-usurpe"),
        ("Une formation RNCP complète", "1:5 formation-pour-certification"),
        ("Cette formation enregistrée au RNCP", "1:7 formation-pour-certification"),
        ("Obtenez un diplôme RNCP", "1:12 formation-pour-certification"),
        ("Les équivalences de blocs", "1:5 equivalence"), ("Ce titre est équivalent à une licence", "1:14 equivalence"),
        ("Un titre reconnu par l’État", "1:10 reconnaissance"), ("validé par France compétences", "1:1 reconnaissance"),
        ("Bien dit.\n\nBac+3 !", "3:1 niveau-en-annees"),
    ])
    func whatMisleadsIsFoundWithItsPlace(_ text: String, _ expected: String) {
        #expect(found(text) == [expected])
    }

    @Test(arguments: [
        "La certification de niveau 7 est enregistrée au RNCP sous le numéro RNCP12345.",
        "Une formation qui prépare à la certification RNCP12345.", "Une correspondance est déclarée entre deux blocs.",
        "On ne dit pas « Bac+5 » mais « niveau 7 », ni « équivalence ».", "Voyez https://exemple.fr/master-equivalence",
        "Sous Licence Ouverte 2.0, le bac à sable et le masterclass.", "équivalent à trois jours de travail",
    ])
    func whatIsWellSaidPasses(_ text: String) { #expect(found(text).isEmpty) }

    @Test func aNoteOfTheSettingsIsNotPublished() {
        #expect(found("# pas de bac+5 ici\ntitre: bac+5", file: "catalogue.yaml") == ["2:8 niveau-en-annees"])
        #expect(found("# Le bac+5").count == 1)
    }

    @Test func theHintNamesTheLevelThatIsMeant() {
        for (years, niveau) in [("2", 5), ("3", 6), ("5", 7)] {
            let hint = CommunicationLint.diagnostics(in: "bac+\(years)", file: "a.md").first?.hint
            #expect(hint?.contains("niveau \(niveau)") == true)
        }
    }

    /// The words of the program’s own pages keep the rules that it holds others to.
    @Test func theThemeKeepsTheRules() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Themes/parchemin")
        let files = try #require(FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
        var count = 0
        for case let file as URL in files where ["mustache", "js", "txt"].contains(file.pathExtension) {
            let text = try String(contentsOf: file, encoding: .utf8)
            #expect(CommunicationLint.diagnostics(in: text, file: file.lastPathComponent).isEmpty)
            count += 1
        }
        #expect(count > 30)
    }
}
