import Catalogue
import Diagnostics
import FicheModel
import Testing

struct ConfigurationTests {
    @Test func everySettingIsRead() {
        let (configuration, diagnostics) = ConfigurationReader.read(
            """
            titre: Pendules
            sous_titre: Un essai
            url: https://Exemple.test/pendules
            editeur: {nom: Maison, courriel: a@exemple.test}
            couleur: "#7B2233"
            logo: ./medias/logo.svg
            demonstration: oui
            indexation: non
            date: 2026-01-31
            sources: [../autres]
            menu:
              - {texte: Accueil, adresse: /}
            outputs: {markdown: non}
            """)
        #expect(diagnostics.isEmpty)
        #expect(configuration.titre == "Pendules")
        #expect(configuration.url?.text == "https://exemple.test/pendules/")
        #expect(configuration.url?.basePath == "/pendules/")
        #expect(configuration.editeur.nom == "Maison")
        #expect(configuration.couleur == "#7b2233")
        #expect(configuration.logo == "medias/logo.svg")
        #expect(configuration.demonstration?.contains("[France compétences](https:") == true)
        #expect(configuration.noindex)
        #expect(configuration.date == CalendarDate(year: 2026, month: 1, day: 31))
        #expect(configuration.sources == [SourceSetting(chemin: "../autres")])
        #expect(configuration.menu == [.init(texte: "Accueil", adresse: "")])
        #expect(!configuration.outputs.markdown)
        #expect(configuration.outputs.json)
    }

    @Test func noSettingsAreGoodSettings() {
        let (configuration, diagnostics) = ConfigurationReader.read("# rien\n")
        #expect(diagnostics.isEmpty)
        #expect(configuration == Configuration())
    }

    @Test func aWrongKeyIsAWarningWithTheNearest() {
        let (_, diagnostics) = ConfigurationReader.read("titre: A\nsoustitre: B\n")
        #expect(diagnostics.count == 1)
        #expect(diagnostics.first?.severity == .warning)
        #expect(diagnostics.first?.position == SourcePosition(line: 2, column: 1))
        #expect(diagnostics.first?.hint == "Vouliez-vous dire « sous_titre » ?")
    }

    @Test(arguments: [
        "url: exemple.fr", "url: \"https://exemple.fr/<script>\"", "couleur: rouge", "date: 2026-02-30",
        "indexation: peut-être", "logo: ../logo.svg", "theme: /etc",
        "menu: [{texte: X, adresse: \"javascript:alert(1)\"}]",
        "menu: [{texte: X}]", "titre: {a: b}", "- liste", "titre: a\ntitre: b",
    ])
    func aWrongValueIsAnErrorWithItsPlace(_ text: String) {
        let (_, diagnostics) = ConfigurationReader.read(text)
        #expect(diagnostics.hasErrors)
        #expect(diagnostics.allSatisfy { $0.file == "catalogue.yaml" && $0.position != nil })
    }

    @Test func referencesDoNotMakeASmallTextHuge() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...8 {
            let row = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(row)]\n"
        }
        let (_, diagnostics) = ConfigurationReader.read(text)
        #expect(diagnostics.contains { $0.identifier == .yamlIllisible })
    }
}
