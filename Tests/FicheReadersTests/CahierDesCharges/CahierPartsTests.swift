import Testing

@testable import FicheReaders

@Suite("Lignes d’un cahier des charges")
struct CahierPartsTests {
    private static func line(_ text: String) -> SourceLine {
        SourceLine(number: 1, range: 0..<text.utf8.count, text: text)
    }

    @Test(
        "Headings with their numbers",
        arguments: [
            ("3.2.1 – Multimodalité", "3.2.1", "Multimodalité"), ("2.1. Métier visé", "2.1", "Métier visé"),
            ("1 - Finalités", "1", "Finalités"), ("II - Évaluation", "II", "Évaluation"),
            ("Article 4 : Objet", "Article 4", "Objet"), ("Annexe 1 – Grille", "Annexe 1", "Grille"),
            ("4) « Voies » d'accès", "4", "« Voies » d'accès"),
        ])
    func headings(text: String, numero: String, titre: String) throws {
        let heading = try #require(NumberedHeading(text))
        #expect(heading.numero == numero)
        #expect(heading.titre == titre)
    }

    @Test(
        "Lines that begin with a number and head nothing",
        arguments: [
            "29-31 rue Haute", "75002 Paris", "2 domaines sont à valider", "80 % des points", "15 jours ouvrés",
            "3e étage", "Article 4 du règlement", "Il va de soi", "1", "2019 - Année de création",
        ])
    func notHeadings(text: String) {
        #expect(NumberedHeading(text) == nil)
    }

    @Test("Numbers follow each other as in an outline")
    func sequence() {
        func follows(_ text: String, _ previous: [Int]?) -> Bool {
            NumberedHeading(text + " - Titre")?.follows(previous) ?? false
        }
        #expect(follows("1", nil))
        #expect(follows("1.1", [1]))
        #expect(follows("1.2", [1, 1]))
        #expect(follows("2", [1, 4, 2]))
        #expect(follows("3.4", [3, 2]))
        for (text, previous) in [("2", nil), ("3", [1]), ("2.1", [1, 4]), ("1", [1])] as [(String, [Int]?)] {
            #expect(NumberedHeading(text + " - Titre") != nil)
            #expect(!follows(text, previous))
        }
    }

    @Test(
        "Domaines and unités",
        arguments: [
            ("Domaine de compétences 1 : Vente", 1, "Vente"), ("Bloc de compétences n° 2 – Coupe", 2, "Coupe"),
            ("UC3 - Accueil", 3, "Accueil"), ("UNITÉ DE COMPÉTENCES 4 – POSE", 4, "POSE"),
            ("Domaine de compétences 5", 5, ""), ("Unité de compétences 1.2 - Pose", nil, "Pose"),
            ("Bloc A : Pose", nil, "Pose"),
        ] as [(String, Int?, String)])
    func competenceHeadings(text: String, numero: Int?, libelle: String) throws {
        let heading = try #require(CompetenceHeading(text))
        #expect(heading.numero == numero)
        #expect(heading.libelle == libelle)
        #expect(heading.etiquette != nil)
        #expect(heading.printed == text)
    }

    @Test(
        "Sentences that speak of domaines",
        arguments: [
            "Domaine de compétences 1 et 2", "Domaines de compétences : liste", "Domaine d'activité", "Bloc opératoire",
            "Unité mobile : présentation", "Uccle - Belgique",
        ])
    func notCompetenceHeadings(text: String) {
        #expect(CompetenceHeading(text) == nil)
    }

    @Test("Numbers of domaines and unités in the first cell of a row")
    func numbers() {
        let text = "Domaine de compétences 1 Vente en 3 temps (Unités de compétences 1, 2 et 4)"
        #expect(CompetenceHeading.numbers(of: .domaine, in: text) == [1])
        #expect(CompetenceHeading.numbers(of: .unite, in: text) == [1, 2, 4])
        #expect(CompetenceHeading.numbers(of: .domaine, in: "Blocs n° 2 et 3") == [2, 3])
    }

    @Test(
        "Markers of items",
        arguments: [
            ("- Lire", 1, "-", "Lire"), ("  • Lire", 2, "•", "Lire"), ("- ➔ Lire", 1, "- ➔", "Lire"),
            ("▪Lire", 1, "▪", "Lire"), ("a) Lire", 1, "a)", "a) Lire"), ("2. Lire", 1, "2.", "Lire"),
            ("\u{F0B7}\tLire", 1, "\u{F0B7}", "Lire"),
        ])
    func markers(text: String, level: Int, printed: String, rest: String) throws {
        let marker = try #require(ListMarker(text))
        #expect(marker.level == level)
        #expect(marker.printed == printed)
        #expect(marker.rest == rest)
    }

    @Test(
        "Dashes and signs that mark no item", arguments: ["-5 % de remise", "**gras** puis non", "*ital*", "Lire", "-"])
    func notMarkers(text: String) {
        #expect(ListMarker(text) == nil)
    }

    @Test("Calls of notes, and raised digits that are none")
    func noteCalls() {
        #expect(NoteCalls.marked("charte¹ et 30 m² ; CV ¹²", known: [1, 2, 12]) == "charte[^1] et 30 m² ; CV[^12]")
        #expect(NoteCalls.marked("charte³", known: [1]) == "charte³")
        #expect(NoteCalls.removed(from: "Offre VAE ⁴", known: [4]).text == "Offre VAE")
        #expect(NoteCalls.definition("² Trois niveaux")?.numero == 2)
        #expect(NoteCalls.definition("[^10]: Trois niveaux")?.rest == "Trois niveaux")
        #expect(NoteCalls.definition("2 Trois niveaux") == nil)
    }

    @Test(
        "Sentences that a page cut go on",
        arguments: [
            ("les évaluateurs qui exercent une activité", "d'évaluation", true), ("remis à la", "CPNEFP", true),
            ("un dossier,", "Un oral", false), ("**Certificat de", "Vendeur**", true), ("Fin.", "suite", false),
            ("Maison du cycle", "12 rue Haute", false), ("au choix :", "un oral", false),
        ])
    func joints(text: String, next: String, continues: Bool) {
        #expect(LineWrapping.continues(text, with: next) == continues)
    }

    @Test("Rows in tabs and bars, indents and separators")
    func rows() {
        func isRow(_ text: String, inTable: Bool = false) -> Bool {
            TableLine.isRow(Self.line(text), before: nil, after: nil, inTable: inTable)
        }
        #expect(isRow("Activités\tCompétences"))
        #expect(isRow("| a | b |"))
        #expect(!isRow("\tUn alinéa"))
        #expect(isRow("\tUn alinéa", inTable: true))
        #expect(TableLine.isSeparator(Self.line("--\t---")))
        #expect(TableLine.isSeparator(Self.line("|---|:--:|")))
        #expect(!TableLine.isSeparator(Self.line("| - | a |")))
        #expect(TableLine.cells(Self.line("| a |  | b |")) == ["a", "", "b"])
        #expect(TableLine.cells(Self.line("\ta\t")) == ["", "a", ""])
    }

    @Test("Emphasis of the source is kept, other markup is text")
    func sourceMarkup() {
        #expect(SourceMarkup.inline("le **guide** et *intuitu personae*") == "le **guide** et *intuitu personae*")
        #expect(SourceMarkup.inline("3 * 4 = 12 et 5*6") == "3 * 4 = 12 et 5\\*6")
        #expect(SourceMarkup.inline("<script>x</script>a [b](javascript:c)") == "a [b\\](javascript:c)")
        #expect(SourceMarkup.inline("voir [le site](https://exemple.fr/a)") == "voir [le site](https://exemple.fr/a)")
        #expect(SourceMarkup.inline("![Logo](media/image1.png) Titre") == "Logo Titre")
        #expect(SourceMarkup.bare("## **2.1 – Métier visé** ##") == "2.1 – Métier visé")
        #expect(SourceMarkup.plain("**Offre** de<br>formation") == "Offre de formation")
    }
}
