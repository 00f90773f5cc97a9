import FicheDocument
import FicheModel
import FicheReaders
import JSONText
import Testing

/// The fiche that its published Markdown gives, with the diagnostics of reading it.
private func relire(_ fiche: Fiche) -> (fiche: Fiche?, diagnostics: [String], couverture: Couverture) {
    let texte = FicheMarkdown.text(of: fiche)
    let lu = ReaderCatalogue(readers: [FicheRedigeeReader()]).read(Array(texte.utf8), path: "index.md")
    let diagnostics = lu.diagnostics.map { "\($0.position?.line ?? 0): \($0.message)" }
    return (lu.fiches.first?.fiche, diagnostics, lu.fiches.first?.fiche.source.couverture ?? Couverture())
}

/// The fiche with what its Markdown does not carry taken from `autre`.
private func sansSource(_ fiche: Fiche, comme autre: Fiche) -> Fiche {
    var fiche = fiche
    fiche.source = autre.source
    return fiche
}

@Suite("Markdown publié d’une fiche")
struct RoundTripTests {
    @Test("Une fiche complète se relit telle quelle, sans diagnostic ni mot perdu")
    func complete() throws {
        let fiche = FicheEssai.complete
        let (relue, diagnostics, couverture) = relire(fiche)
        #expect(diagnostics == [])
        #expect(couverture.nonReconnus == 0)
        let retour = sansSource(try #require(relue), comme: fiche)
        for champ in Champ.allCases { #expect(retour.json(of: champ) == fiche.json(of: champ), "\(champ.rawValue)") }
        #expect(retour == fiche)
    }

    @Test("Une fiche presque vide aussi")
    func minimal() throws {
        let fiche = Fiche(
            identifiant: "essai", intitule: "# Titre: \"étrange\" {x}",
            source: SourceFiche(fichier: "index.md", format: .markdown))
        let (relue, diagnostics, _) = relire(fiche)
        #expect(diagnostics == [])
        #expect(sansSource(try #require(relue), comme: fiche) == fiche)
    }

    @Test(
        "Un texte quelconque revient tel quel",
        arguments: [
            "# Un\n\n## Deux\n\n### Trois\n\n###### Six", "  ## Indenté", "---\n\nfilet", "```\n## code\n```",
            "a\n\n\n\nb",
            "Fin {RNCP1BC01}", "- a\n  - b\n\n    ## c", "> citation\n> suite", "1\\. pas une liste", "\\<b>",
            "ligne  \nsuite",
            "* * *", "Titre\n===", "|a|b|\n|-|-|",
        ])
    func anyText(texte: String) throws {
        var fiche = Fiche(
            identifiant: "essai", intitule: "Essai", source: SourceFiche(fichier: "index.md", format: .markdown))
        fiche.historique = texte
        fiche.objectifsContexte = texte
        fiche.voiesAcces[.fc].compositionJury = texte
        fiche.baseLegale = [TexteLegal(categories: [.autre], texte: texte), TexteLegal(categories: [], texte: texte)]
        var bloc = BlocDeCompetences(numero: 1, libelle: "Bloc #")
        bloc.listeCompetences = texte
        bloc.competences = ["un", "deux"]
        fiche.blocsCompetences = [bloc]
        let (relue, _, _) = relire(fiche)
        let retour = sansSource(try #require(relue), comme: fiche)
        for champ in Champ.allCases { #expect(retour.json(of: champ) == fiche.json(of: champ), "\(champ.rawValue)") }
    }

    @Test(
        "Une valeur quelconque de l’en-tête revient telle quelle",
        arguments: [
            "oui", "null", "~", "2018-07-30", "0012", "a: b", "a #b", "- a", "[a]", "{a}", "a, b", "*a", "&a", "!a",
            "%a", "@a",
            "'a'", "\"a\"", "a\\b", "« a »", "é", "a:", "?", "#a", "| a", "> a", "a\u{2028}b", "a\u{85}b",
            "https://exemple.fr/?a=1#b",
        ])
    func anyScalar(texte: String) throws {
        var fiche = Fiche(
            identifiant: "essai", intitule: texte, source: SourceFiche(fichier: "index.md", format: .markdown))
        fiche.siteInternetAutorite = texte
        fiche.codesNSF = [CodeLibelle(code: texte, libelle: texte), CodeLibelle(code: "a", libelle: nil)]
        fiche.lienURLDescription = [texte]
        fiche.correspondances = [Correspondance(blocs: [texte], ficheCible: texte, blocsCibles: [], intituleCible: nil)]
        let (relue, _, _) = relire(fiche)
        let retour = sansSource(try #require(relue), comme: fiche)
        if texte.contains("\u{2028}") || texte.contains("\u{85}") {
            // One-line fields are one line: a line end within becomes a space.
            #expect(!retour.intitule.isEmpty)
        } else {
            #expect(retour == fiche)
        }
    }

    @Test("Ce que le lecteur n’a pas reconnu est écrit et reste non reconnu")
    func unplaced() throws {
        var fiche = Fiche(
            identifiant: "essai", intitule: "Essai", source: SourceFiche(fichier: "index.md", format: .markdown))
        fiche.source.couverture.passages = [.init(ligne: 4, texte: "Mots perdus"), .init(ligne: 9, texte: "## Autres")]
        let (_, _, couverture) = relire(fiche)
        #expect(couverture.passages.map(\.texte) == ["Mots perdus", "Autres"])
    }

    @Test("Le modèle commenté se lit sans aucun diagnostic et chaque mot est compté")
    func modele() throws {
        let lu = ReaderCatalogue().read(Array(FicheModele.texte.utf8), path: "modele.md")
        #expect(lu.diagnostics == [])
        let fiche = try #require(lu.fiches.first?.fiche)
        #expect(fiche.source.format == .markdown)
        #expect(fiche.source.couverture.nonReconnus == 0)
        #expect(fiche.blocsCompetences.count == 2)
        #expect(fiche.voiesAcces.ouvertes == [.ca, .fc, .cq, .vae])
        #expect(fiche.baseLegale.first?.annees == 3)
        let (relue, diagnostics, _) = relire(fiche)
        #expect(diagnostics == [])
        #expect(sansSource(try #require(relue), comme: fiche) == fiche)
    }

    @Test("Le modèle cite toutes les clés qu’un auteur peut écrire dans l’en-tête")
    func modeleKeys() {
        let texts = Fiche.champsTexte.map(\.champ)
        let others: [Champ] = [
            .repertoire, .dureeValidite, .validationPartielle, .blocsCompetences, .baseLegale, .source,
        ]
        for champ in Champ.allCases where !texts.contains(champ) && !others.contains(champ) {
            #expect(FicheModele.texte.contains("\(champ.rawValue):"), "\(champ.rawValue)")
        }
    }
}
