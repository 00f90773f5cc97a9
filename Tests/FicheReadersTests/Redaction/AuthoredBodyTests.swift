import Diagnostics
import FicheModel
import FicheReaders
import Testing

@Suite("Corps d’une fiche rédigée")
struct AuthoredBodyTests {
    @Test("Les rubriques se reconnaissent sans accents, au singulier, par leur clé ou leur nom du répertoire")
    func headings() throws {
        let lue = try #require(
            fiche(
                rediger(
                    corps: """

                        ## OBJECTIFS ET CONTEXTE

                        Transmettre le métier.

                        ## Activite visee
                        - Coudre
                        ## type_emploi_accessibles
                        Relieur
                        ## Capacités attestées
                        Coudre un cahier
                        """)))
        #expect(lue.objectifsContexte == "Transmettre le métier.")
        #expect(lue.activitesVisees == "- Coudre")
        #expect(lue.typeEmploiAccessibles == "Relieur")
        #expect(lue.capacitesAttestees == "Coudre un cahier")
    }

    @Test("Une rubrique inconnue est gardée, dite, et son texte reste non reconnu")
    func unknownHeading() throws {
        let lu = lire(rediger(corps: "## Activités vissées\n\nCoudre les cahiers.\n\nDorer."))
        #expect(lu.resume == ["5:1 warning rubrique-inconnue"])
        #expect(lu.diagnostics.first?.hint == "Vouliez-vous dire « ## Activités visées » ?")
        #expect(lu.couverture.passages.map(\.texte) == ["Activités vissées", "Coudre les cahiers", "Dorer"])
        #expect(
            lire(rediger(corps: "## Certificateurs\n\nMoi")).diagnostics.first?.hint?.contains("« certificateurs »")
                == true)
    }

    @Test("Une rubrique écrite deux fois est une erreur")
    func repeatedHeading() {
        let lu = lire(rediger(corps: "## Historique\n\nUn.\n\n## Historique\n\nDeux."))
        #expect(lu.resume == ["9:1 error rubrique-en-double"])
        #expect(lu.fiches.first?.fiche.historique == "Un.")
    }

    @Test("Le texte hors rubrique est dit une fois")
    func strayText() {
        let lu = lire(rediger(corps: "Bonjour.\nEncore.\n\n## Historique\n\nUn."))
        #expect(lu.resume == ["5:1 warning texte-non-reconnu"])
        #expect(lu.couverture.nonReconnus == 2)
    }

    @Test("Un titre de premier niveau donne l’intitulé qui manque, ou le répète")
    func topHeading() {
        #expect(fiche("---\nniveau: 3\n---\n# Relieur\n\n## Historique\n\nUn.")?.intitule == "Relieur")
        #expect(lire(rediger(corps: "# Relieur d'Art\n")).diagnostics.isEmpty)
    }

    @Test("Un titre indenté d’une espace, ou plus profond, appartient au texte")
    func innerHeadings() {
        let lue = fiche(rediger(corps: "## Historique\n\n ## Avant\n\nUn.\n\n### Après\n\nDeux."))
        #expect(lue?.historique == "## Avant\n\nUn.\n\n### Après\n\nDeux.")
    }

    @Test("Les blocs : numéro, code, parties, éléments un à un")
    func blocs() throws {
        let lu = lire(
            rediger(
                corps: """
                    ## Blocs de compétences

                    ### 1. Préparer les cahiers {RNCP4242BC01}

                    #### Compétences

                    - Plier
                      - à la main
                    - Coudre

                    #### Modalités d’évaluation

                    Devant le jury :

                    - épreuve d’atelier

                    ### Bloc n° 2 : Couvrir {code dérivé: RNCP4242BC02}

                    #### Prérequis à l’entrée

                    Le bloc 1.
                    """))
        #expect(lu.diagnostics.isEmpty)
        #expect(lu.couverture.nonReconnus == 0)
        let blocs = try #require(lu.fiches.first?.fiche.blocsCompetences)
        #expect(blocs.map(\.numero) == [1, 2])
        #expect(blocs.map(\.code) == ["RNCP4242BC01", "RNCP4242BC02"])
        #expect(blocs.map(\.codeDerive) == [false, true])
        #expect(blocs.map(\.libelle) == ["Préparer les cahiers", "Couvrir"])
        #expect(blocs[0].competences == ["Plier", "à la main", "Coudre"])
        #expect(blocs[0].modalitesEvaluation == ["Devant le jury :", "épreuve d’atelier"])
        #expect(blocs[0].listeCompetences == "- Plier\n  - à la main\n- Coudre")
        #expect(blocs[1].prerequisEntree == "Le bloc 1.")
    }

    @Test("Le code peut venir en tête, et les compétences suivre le titre")
    func codeFirst() throws {
        let corps = "## Blocs\n### RNCP4242BC02 – Couvrir\n- Parer\n- Coller\n### Bloc 3 : RNCP4242BC03 - Dorer\n"
        let lu = lire(rediger(corps: corps))
        #expect(lu.diagnostics.isEmpty)
        #expect(lu.couverture.nonReconnus == 0)
        let blocs = try #require(lu.fiches.first?.fiche.blocsCompetences)
        #expect(blocs.map(\.numero) == [2, 3])
        #expect(blocs.map(\.code) == ["RNCP4242BC02", "RNCP4242BC03"])
        #expect(blocs.map(\.libelle) == ["Couvrir", "Dorer"])
        #expect(blocs[0].competences == ["Parer", "Coller"])
    }

    @Test("Une unité a ses activités et ses compétences, et le bloc n’en a plus")
    func unites() throws {
        let lue = try #require(
            fiche(
                rediger(
                    corps: """
                        ## Blocs
                        ### 1. Atelier
                        #### Unité 3 : Couture
                        ##### Activités
                        - Coudre
                        ##### Compétences
                        - Tendre le fil
                        - Nouer
                        """)))
        let unite = UniteDeCompetences(
            numero: 3, libelle: "Couture", activites: ["Coudre"], competences: ["Tendre le fil", "Nouer"])
        #expect(lue.blocsCompetences.first?.unites == [unite])
        #expect(lue.blocsCompetences.first?.competences == [])
    }

    @Test(
        "Un titre de bloc ou une partie mal formés sont dits",
        arguments: [
            ("### Préparer", "7:1 warning titre-de-bloc"),
            ("### 1. {RNCP1BC01}", "7:1 error titre-de-bloc"),
            ("### 1. A\n### 1. B", "8:1 error titre-de-bloc"),
            ("### 1. A\n#### Competance\n- x", "8:1 warning rubrique-inconnue"),
            ("### 1. A\nx\n#### Compétences\n- y", "8:1 warning texte-non-reconnu"),
            ("### 1. A\n#### Compétences\n- x\n#### Compétences\n- y", "10:1 error rubrique-en-double"),
            ("#### Compétences\n- x", "7:1 warning texte-non-reconnu"),
        ])
    func malformedBlocs(body: String, expected: String) {
        #expect(lire(rediger(corps: "## Blocs de compétences\n\n" + body)).resume.first == expected)
    }

    @Test("Plusieurs voies partagent un jury ; « Idem » le répète ; une voie inconnue est dite")
    func jury() throws {
        let corps =
            "## Voies d’accès et jury\n\n### Formation continue, En contrat d’apprentissage\n\nTrois pairs.\n\n### Par expérience\n\nIdem\n"
        let lue = try #require(fiche(rediger("voies_acces: {FC: {ouverte: oui}, VAE: {depuis: 2017}}", corps: corps)))
        #expect(lue.voiesAcces[.fc] == VoieAcces(ouverte: true, compositionJury: "Trois pairs."))
        #expect(lue.voiesAcces[.ca] == VoieAcces(compositionJury: "Trois pairs."))
        #expect(lue.voiesAcces[.vae] == VoieAcces(compositionJury: "Trois pairs.", depuis: 2017))
        let lu = lire(rediger(corps: "## Voies d’accès et jury\n\n### VAP\n\nDeux pairs."))
        #expect(lu.resume == ["7:1 warning voie-inconnue"])
        #expect(lu.diagnostics.first?.hint == "Vouliez-vous dire « VAE » ?")
    }

    @Test("Base légale : un élément par texte, faits entre accolades")
    func baseLegale() throws {
        let lu = lire(
            rediger(
                corps: """
                    ## Base légale

                    ### Arrêté de création ou d’enregistrement, Autres références

                    - Arrêté de création de la reliure. {date_texte: 2018-07-30, annees: 5}
                    - Autre texte,
                      sur deux lignes {}
                    """))
        #expect(lu.diagnostics.isEmpty)
        #expect(lu.couverture.nonReconnus == 0)
        let textes = try #require(lu.fiches.first?.fiche.baseLegale)
        #expect(textes.count == 2)
        #expect(textes[0].categories == [.creation, .autre])
        #expect(textes[0].texte == "Arrêté de création de la reliure.")
        #expect(textes[0].dateTexte?.iso == "2018-07-30")
        #expect(textes[0].annees == 5)
        #expect(textes[1] == TexteLegal(categories: [.creation, .autre], texte: "Autre texte,\nsur deux lignes"))
    }

    @Test("Le HTML reste visible et il est dit ; les commentaires ne sont pas publiés")
    func html() throws {
        let lu = lire(
            rediger(
                corps:
                    "## Historique\n\nUn <b>gras</b>.\n\n<!-- note\nde deux lignes -->\n`<i>` et <https://exemple.fr>, 3 < 5."
            ))
        #expect(lu.resume == ["7:1 warning html-dans-texte"])
        #expect(lu.fiches.first?.fiche.historique == "Un \\<b>gras\\</b>.\n\n`<i>` et <https://exemple.fr>, 3 < 5.")
        #expect(lu.couverture.nonReconnus == 0)
        #expect(lu.couverture.miseEnPage.first { $0.nature == "commentaire" }?.mots == 4)
        #expect(
            lire(rediger(corps: "## Historique\n\nUn.\n<!-- sans fin")).resume.first
                == "8:1 error commentaire-non-ferme")
    }

    @Test("Un bloc HTML devient la liste qu’il veut dire, dans le corps et dans l’en-tête")
    func htmlBlocks() throws {
        let liste = "<ul>\n<li>Plier</li>\n<li>Coudre</li></ul>"
        let corps = lire(rediger(corps: "## Activités visées\n\nAvant\n\n\(liste)\n\nAprès\n"))
        #expect(corps.fiches.first?.fiche.activitesVisees == "Avant\n\n- Plier\n- Coudre\n\nAprès")
        #expect(corps.resume == ["9:1 warning html-dans-texte"])
        #expect(corps.couverture.nonReconnus == 0)
        #expect(corps.couverture.miseEnPage.first { $0.nature == "balise HTML" }?.mots == 6)
        let tete = lire(rediger("activites_visees: <ul><li>Plier</li><li>Coudre</li></ul>"))
        #expect(tete.fiches.first?.fiche.activitesVisees == "- Plier\n- Coudre")
        #expect(tete.resume == ["3:19 warning html-dans-texte"])
        #expect(tete.couverture.nonReconnus == 0)
    }

    @Test("Un titre et un élément gardent leurs mots à côté d’un commentaire")
    func commentsBesideText() throws {
        let corps =
            "<!-- un --> ## Historique\n## Historique <!-- deux -->\nAvant <!-- trois --> après <!-- quatre\ncinq --> fin."
        let lu = lire(rediger(corps: corps))
        #expect(lu.fiches.first?.fiche.historique == "Avant  après \n fin.")
        #expect(lu.couverture.miseEnPage.first { $0.nature == "commentaire" }?.mots == 5)
        #expect(lu.couverture.passages.map(\.texte) == ["Historique"])
    }

    @Test("« Sans objet » vaut l’absence")
    func placeholder() throws {
        let lu = lire(rediger(corps: "## Historique\n\nSans objet.\n"))
        #expect(lu.fiches.first?.fiche.historique == nil)
        #expect(lu.couverture.miseEnPage.contains { $0.nature == "valeur vide" && $0.mots == 2 })
    }
}
