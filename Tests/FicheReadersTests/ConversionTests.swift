import FicheDocument
import FicheModel
import FicheReaders
import Foundation
import Testing

/// Every fixture of every layout: written as authoring Markdown and read again, it is the same fiche.
@Suite("Conversion en fiche rédigée")
struct ConversionTests {
    /// The documents of the corpus beside the tests; goldens are left out, and CSV exports that hold no fiche by themselves.
    private static let corpus: [(name: String, text: String)] = {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Corpus")
        let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        let documents = paths.filter {
            $0.contains(".") && !$0.hasSuffix(".json") && (!$0.hasSuffix(".csv") || $0.contains("Standard"))
        }
        return documents.sorted().compactMap { path in
            FileManager.default.contents(atPath: folder.appendingPathComponent(path).path)
                .map { (path, String(decoding: $0, as: UTF8.self)) }
        }
    }()

    @Test("Le corpus est là") func corpusIsThere() { #expect(Self.corpus.count >= 8) }

    private static let fixtures: [(name: String, text: String)] = [
        ("texte du PDF", AncienneFicheFixtures.pdf), ("Markdown tabulé", AncienneFicheFixtures.markdown),
        ("page web collée", AncienneFicheFixtures.web), ("cahier, tabulations", CahierFixture.atelierCycle),
        ("cahier, barres", CahierFixture.barres), ("cahier, trois colonnes", CahierFixture.troisColonnes),
        ("flux", FluxFixture.complete), ("modèle rédigé", FicheModele.texte),
    ]

    private static var documents: [(name: String, text: String)] { fixtures + corpus }

    @Test("Convertir puis relire rend la même fiche", arguments: documents.map(\.name))
    func identity(name: String) throws {
        let document = try #require(Self.documents.first { $0.name == name })
        // Some layouts give their number by the name of the file only.
        let path = name.split(separator: "/").last.map(String.init) ?? name
        let fiches = ReaderCatalogue().read(Array(document.text.utf8), path: path).fiches.map(\.fiche)
        #expect(!fiches.isEmpty)
        for fiche in fiches {
            let texte = FicheMarkdown.text(of: fiche, documents: true)
            let retour = ReaderCatalogue().read(Array(texte.utf8), path: "a.md")
            #expect(retour.diagnostics.filter { $0.severity == .error } == [])
            var relue = try #require(retour.fiches.first?.fiche)
            #expect(relue.source.format == .markdown)
            #expect(relue.source.couverture.nonReconnus == fiche.source.couverture.nonReconnus)
            relue.source = fiche.source
            for champ in Champ.allCases {
                #expect(relue.json(of: champ) == fiche.json(of: champ), "\(name) \(champ.rawValue)")
            }
            #expect(relue == fiche)
            #expect(FicheMarkdown.text(of: relue, documents: true) == texte)
        }
    }

    /// A fiche with a document of these elements.
    private func avec(_ change: (inout DocumentReference) -> Void) -> Fiche {
        var document = DocumentReference(identifiant: "cahier", titre: "Le cahier", nature: "Cahier des charges")
        change(&document)
        var fiche = Fiche(identifiant: "a", intitule: "A", source: SourceFiche(fichier: "a", format: .cahierDesCharges))
        fiche.documents = [
            DocumentLie(nature: "Cahier des charges", titre: "Le cahier", url: "documents/cahier/", contenu: document)
        ]
        return fiche
    }

    private func expectIdentity(_ fiche: Fiche, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let texte = FicheMarkdown.text(of: fiche, documents: true)
        let retour = ReaderCatalogue().read(Array(texte.utf8), path: "a.md")
        let relue = try #require(retour.fiches.first?.fiche, sourceLocation: sourceLocation)
        #expect(relue.documents == fiche.documents, "\(texte)", sourceLocation: sourceLocation)
        #expect(relue.source.couverture.passages == [], sourceLocation: sourceLocation)
    }

    @Test(
        "Un texte quelconque du document revient tel quel",
        arguments: [
            "# Un\n\n## Deux", "  ### Indenté", "| a | b |", " | a", "[^1]: note", "{suite}", "{fin de la couverture}",
            "un\n\ndeux", "- a\n  - b\n\n    | c", "1\\. pas une liste", "```\n# code\n| x\n```", "Fin {document: x}",
            "\\<br>", "ligne  \nsuite", "Néant", "\\",
        ])
    func anyText(texte: String) throws {
        try expectIdentity(
            avec {
                $0.couverture = ["Couverture", texte]
                $0.elements = [
                    .texte(texte), .texte("suite"), .titre(niveau: 1, numero: nil, texte: "T", ancre: "t"),
                    .texte(texte),
                ]
                $0.notes = [.init(numero: 1, texte: texte), .init(numero: 12, texte: "fin")]
            })
        // Spaces around a cell say nothing.
        let cell = texte.trimmingCharacters(in: .whitespaces)
        try expectIdentity(avec { $0.elements = [.tableau(entete: ["a", cell], lignes: [[cell, "b"], ["|", ""]])] })
    }

    @Test("Un titre quelconque revient tel quel")
    func anyHeading() throws {
        let titles: [(Int, String?, String)] = [
            (1, "1", "Un"), (2, "1.2", "Deux"), (3, "1.2.", "Trois"), (1, "Annexe 2", "Grille"),
            (1, nil, "2019 en bref"),
            (1, nil, "3.2"), (7, nil, "Profond"), (6, "1.2.3.4.5.6", "Plus"), (1, "IV", "Romain"), (2, nil, "Fin {x}"),
            (2, nil, "Fin #"), (1, "1", "2 fois"),
        ]
        try expectIdentity(
            avec {
                $0.elements = titles.enumerated().map {
                    .titre(niveau: $1.0, numero: $1.1, texte: $1.2, ancre: "ancre-\($0)")
                }
            })
    }

    @Test("Un tableau sans tête, un tableau de plusieurs lignes par cellule, deux tableaux de suite")
    func tables() throws {
        try expectIdentity(
            avec {
                $0.elements = [
                    .tableau(entete: [], lignes: [["a", "b"], ["c"]]), .tableau(entete: ["x"], lignes: []),
                    .tableau(entete: ["", ""], lignes: [["- un\n- deux", "a\n\nb"], ["---", "---"]]),
                ]
            })
    }

    @Test("Un auteur peut écrire un document sans ancre ni entrée dans l’en-tête")
    func handwritten() throws {
        let lue = try #require(
            fiche(
                rediger(
                    corps: """
                        ## Historique

                        Un texte.

                        # Référentiel {document: le-referentiel, nature: Référentiel}

                        ## 1 Le métier

                        Relier[^1].

                        | Unité | Compétence |
                        |---|---|
                        | Un | Coudre<br>Plier |

                        [^1]: À la main.
                        """)))
        #expect(lue.historique == "Un texte.")
        let document = try #require(lue.documents.first)
        #expect(document.nature == "Référentiel")
        #expect(document.url == "documents/le-referentiel/")
        #expect(
            document.contenu?.elements == [
                .titre(niveau: 1, numero: "1", texte: "Le métier", ancre: "section-1"), .texte("Relier[^1]."),
                .tableau(entete: ["Unité", "Compétence"], lignes: [["Un", "Coudre\nPlier"]]),
            ])
        #expect(document.contenu?.notes == [.init(numero: 1, texte: "À la main.")])
        #expect(lue.source.couverture.nonReconnus == 0)
    }
}
