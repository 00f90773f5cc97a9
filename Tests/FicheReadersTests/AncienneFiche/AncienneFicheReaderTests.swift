import Diagnostics
import FicheModel
import Testing

@testable import FicheReaders

/// The fiche of a form, read as a file would be.
func readAncienneFiche(_ text: String) -> (fiche: Fiche?, diagnostics: [Diagnostic]) {
    let result = AncienneFicheReader().read(SourceDocument(path: "fiche.txt", text: SourceText(text)))
    return (result.fiches.first?.fiche, result.diagnostics)
}

@Suite("Old printed form: the text of a PDF")
struct AncienneFichePDFTests {
    let fiche: Fiche

    init() throws { fiche = try #require(readAncienneFiche(AncienneFicheFixtures.pdf).fiche) }

    @Test("identity, with the type printed before the title, and wrapped cells joined")
    func identity() {
        #expect(fiche.identifiant == "rncp99101")
        #expect(fiche.numeroFiche == "RNCP99101")
        #expect(fiche.abrege == CodeLibelle(code: "CQP", libelle: "Certificat de qualification professionnelle"))
        #expect(fiche.intitule == "Relieur réparateur")
        #expect(fiche.niveau == nil)
        #expect(fiche.conventions == [CodeLibelle(code: "9152", libelle: "Reliure et dorure")])
        #expect(fiche.codesNSF == [CodeLibelle(code: "322u", libelle: "Techniques de l'imprimerie et de l'édition")])
        #expect(fiche.codesROME.map(\.code) == ["E1304", "B1801"])
        #expect(
            fiche.certificateurs == [
                Certificateur(
                    nom: "Commission paritaire nationale de l'emploi des métiers du livre ancien - Union des relieurs",
                    qualiteSignataire: "Déléguée générale")
            ])
    }

    @Test("the résumé and the sectors are divided, wrapped lines joined, authors' lines kept apart")
    func prose() {
        #expect(fiche.activitesVisees?.components("\n\n").count == 2)
        #expect(
            fiche.activitesVisees?.hasSuffix(
                "\n\nEn 2016. il peut aussi conseiller une bibliothèque sur la conservation de ses fonds.") == true)
        #expect(fiche.capacitesAttestees?.hasPrefix("Les compétences attestées par le CQP") == true)
        #expect(fiche.capacitesAttestees?.components("\n- ").count == 3)
        #expect(fiche.secteursActivite?.hasSuffix("qui emploient moins de dix personnes") == true)
        #expect(fiche.typeEmploiAccessibles == "- Relieur\n- Relieur réparateur\n- Ouvrier de restauration")
    }

    @Test("what the page break put inside a sentence is taken out of it")
    func pageBreak() {
        #expect(fiche.composantes?.hasSuffix("- réparation d'un ouvrage") == true)
        #expect(fiche.modalitesEvaluation?.hasSuffix("avec le jury sur les choix techniques retenus") == true)
        #expect(
            fiche.lieuxPreparation
                == "- Atelier-école du Parchemin / Vitré (35)\n- Lycée des métiers du livre / Fougères (35)")
        #expect(fiche.autresSources == "http://relieurs.example.org/metier")
        #expect(fiche.siteInternetAutorite == "http://www.relieurs.example.org")
    }

    @Test("blocs in the order of the table, items with and without bullets")
    func blocs() {
        #expect(fiche.blocsCompetences.map(\.numero) == [1, 2])
        #expect(fiche.blocsCompetences.map(\.code) == ["RNCP99101BC02", "RNCP99101BC01"])
        #expect(fiche.blocsCompetences.map(\.codeDerive) == [true, true])
        #expect(
            fiche.blocsCompetences.map(\.libelle) == [
                "Démonter, recoudre et couvrir un ouvrage abîmé", "Examiner un ouvrage",
            ])
        #expect(
            fiche.blocsCompetences.first?.competences == [
                "Repérer l'ordre des cahiers et consigner chaque étape du démontage",
                "Recoudre les cahiers sur des supports choisis selon l'époque du livre (rubans, ficelles, septains)",
                "Couvrir les plats",
            ])
        #expect(
            fiche.blocsCompetences.first?.modalitesEvaluation == [
                "Epreuve pratique : recoudre un ouvrage de huit cahiers et refaire son dos",
                "Entretien avec deux membres du jury",
            ])
        #expect(fiche.blocsCompetences.last?.modalitesEvaluationTexte == "- étude de cas")
    }

    @Test("a mark without a jury says nothing; Idem repeats the last jury")
    func routes() {
        let jury = fiche.voiesAcces[.fc].compositionJury
        #expect(
            jury
                == "Un jury habilité par la commission, composé ainsi :\n\n- deux relieurs ayant cinq ans de métier et un atelier à leur nom\n- un formateur extérieur à la formation suivie\n\nLe jury se réunit une fois par an."
        )
        #expect(fiche.voiesAcces[.cq].compositionJury == jury)
        #expect(fiche.voiesAcces[.vae] == VoieAcces(ouverte: true, compositionJury: jury, depuis: 2015))
        for code in [CodeVoieAcces.fi, .ca, .cl] { #expect(fiche.voiesAcces[code] == VoieAcces()) }
        #expect(fiche.accessibleNouvelleCaledonie == nil)
        #expect(fiche.accessiblePolynesieFrancaise == nil)
        #expect(fiche.validiteComposantes == ValiditeComposantes(texte: "4 an(s)", annees: 4))
    }

    @Test("legal texts with their amendments, the registration, the history")
    func law() {
        #expect(fiche.baseLegale.map(\.categories) == [[.creation], [.autre]])
        #expect(
            fiche.baseLegale.last?.texte.hasSuffix("du :\n\n- 2 juin 2012 publié au Journal Officiel du 9 juin 2012")
                == true)
        #expect(fiche.enregistrement.dateFin?.iso == "2019-04-01")
        #expect(fiche.enregistrement.annees == 3)
        #expect(
            fiche.anciennesCertifications == [CertificationLiee(numeroFiche: "RNCP99001", intitule: "Ouvrier relieur")])
        #expect(fiche.lieuxCertification?.hasSuffix("Union des relieurs  \n12 quai des Cuirs  \n35000 Rennes") == true)
    }
}

@Suite("Old printed form: a page pasted from the web")
struct AncienneFicheWebTests {
    let fiche: Fiche

    init() throws { fiche = try #require(readAncienneFiche(AncienneFicheFixtures.web).fiche) }

    @Test("two columns on one line are name and capacity")
    func certifiers() {
        #expect(
            fiche.certificateurs == [
                Certificateur(nom: "Voies et Ponts - Réseau des guides", qualiteSignataire: "Présidente"),
                Certificateur(nom: "Ecole des Eclusiers", qualiteSignataire: "Le directeur général"),
            ])
        #expect(fiche.niveau == Niveau(europe: 4, nomenclature1969: "IV"))
        #expect(fiche.formacodes.map(\.code) == ["42627"])
    }

    @Test("lists without bullets become lists; a year does not")
    func prose() {
        #expect(fiche.activitesVisees?.contains("\n\n2017\\. Année") == true)
        #expect(
            fiche.capacitesAttestees?.contains("Principales activités :\n\n- Le choix d'un parcours\n- La lecture")
                == true)
        #expect(
            fiche.typeEmploiAccessibles
                == "Les emplois occupés peuvent être :\n\n- Guide conférencier\n- Accompagnateur fluvial *")
        #expect(
            fiche.composantes
                == "La certification est composée de 2 blocs de compétences :\n\n- Bloc A - Préparer\n- Bloc B - Conduire"
        )
        #expect(fiche.modalitesEvaluation == nil)
    }

    @Test("each line of a bloc is an item, its headings too")
    func blocs() {
        #expect(
            fiche.blocsCompetences.first?.modalitesEvaluation == [
                "En formation initiale", "Dossier écrit", "Ou", "Etude de cas portant sur :", "un parcours",
                "un budget",
            ])
        #expect(fiche.blocsCompetences.first?.competences.count == 2)
        #expect(fiche.blocsCompetences.last?.libelle == "Conduire une visite")
    }

    @Test("juries, Idem and placeholders")
    func routes() {
        let jury =
            "Le jury compte trois personnes :\n\n- Un représentant du réseau\n- Un guide en exercice\n- Un représentant des salariés"
        for code in [CodeVoieAcces.fi, .ca, .fc] {
            #expect(fiche.voiesAcces[code] == VoieAcces(ouverte: true, compositionJury: jury))
        }
        #expect(fiche.voiesAcces[.cq] == VoieAcces())
        #expect(fiche.voiesAcces[.cl] == VoieAcces())
        #expect(
            fiche.voiesAcces[.vae]
                == VoieAcces(ouverte: true, compositionJury: "Deux guides et un formateur", depuis: 2009))
    }

    @Test("a text under two headings is one entry; the latest end gives the registration")
    func law() {
        #expect(fiche.baseLegale.map(\.categories) == [[.creation, .autre], [.autre], [.autre]])
        #expect(fiche.baseLegale.last?.texte.hasPrefix("Arrêté du 6 février 1998") == true)
        #expect(fiche.baseLegale.last?.texte.components("\n- ").count == 3)
        #expect(fiche.enregistrement.dateFin?.iso == "2016-07-10")
        #expect(fiche.anciennesCertifications.map(\.intitule) == ["Batelier conteur", "Guide des écluses"])
        #expect(fiche.statistiques == "25 certifiés par an")
    }
}

@Suite("Old printed form: tabbed Markdown")
struct AncienneFicheMarkdownTests {
    let fiche: Fiche

    init() throws { fiche = try #require(readAncienneFiche(AncienneFicheFixtures.markdown).fiche) }

    @Test("tabs keep the columns")
    func columns() {
        #expect(
            fiche.certificateurs == [
                Certificateur(nom: "Centre d'études des fontaines (CEF)", qualiteSignataire: "Directrice")
            ])
        #expect(fiche.accessibleNouvelleCaledonie == true)
        #expect(fiche.accessiblePolynesieFrancaise == false)
        #expect(fiche.voiesAcces[.fi] == VoieAcces(ouverte: true, compositionJury: "Deux fontainiers et un élu"))
        #expect(fiche.voiesAcces[.cq] == VoieAcces())
        #expect(fiche.voiesAcces[.vae].depuis == 2012)
    }

    @Test("the level known by its old numeral alone")
    func level() { #expect(fiche.niveau == Niveau(europe: 5, nomenclature1969: "III", deriveDe: "III")) }

    @Test("HTML in cells becomes items, glued ones apart, sub-headings dropped")
    func cells() {
        let blocs = fiche.blocsCompetences
        #expect(blocs.map(\.libelle) == ["Surveiller une fontaine", "Réparer une pompe & son moteur"])
        #expect(
            blocs.first?.competences == [
                "Relever un débit", "Contrôler l'eau (dureté, clarté - trouble)",
                "Utiliser les outils N+1 de la commune",
            ])
        #expect(blocs.first?.modalitesEvaluation == ["Dossier écrit", "Grille codée de 0 (absent) à 4 (acquis)"])
        #expect(
            blocs.last?.competences == [
                "Démonter une pompe", "Changer un joint", "Nettoyer le bassin.", "Remettre en eau",
                "Classer les travaux selon la grille de compétences",
            ])
        #expect(
            blocs.last?.modalitesEvaluationTexte
                == "- Mise en situation\n- Entretien suivant la grille de compétences : clarté, ordre")
    }

    @Test("numbered lists with lists inside")
    func lists() {
        #expect(
            fiche.activitesVisees
                == "Le technicien entretient des fontaines publiques :\n\n1. Surveillance\n   - Relevé des débits\n   - Contrôle de l'eau\n2. Réparation\n   - Changement des pompes"
        )
        #expect(
            fiche.capacitesAttestees
                == "Le titulaire de la certification est capable de :\n\n1. Surveillance\n   - Lire un plan de réseau")
    }
}

extension String {
    /// The parts between occurrences of a separator.
    func components(_ separator: String) -> [String] {
        var parts: [String] = []
        var rest = self[...]
        while let range = rest.firstRange(of: separator) {
            parts.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        return parts + [String(rest)]
    }
}
