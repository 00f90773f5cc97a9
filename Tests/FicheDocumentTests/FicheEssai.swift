import FicheModel

/// Fiches for tests, with a value in every field.
enum FicheEssai {
    static var complete: Fiche {
        var fiche = Fiche(
            identifiant: "rncp4242", intitule: "Relieur d’art : « tradition »",
            source: SourceFiche(fichier: "fiches/relieur.md", format: .markdown))
        fiche.numeroFiche = "RNCP4242"
        fiche.repertoire = .rncp
        fiche.alias = ["relieur", "cqp-relieur"]
        fiche.brouillon = true
        fiche.abrege = CodeLibelle(code: "CQP", libelle: "Certificat de qualification professionnelle")
        fiche.etatFiche = "Publiée"
        fiche.actif = false
        fiche.niveau = Niveau(europe: 5, nomenclature1969: "III", deriveDe: "III")
        fiche.codesNSF = [
            CodeLibelle(code: "322t", libelle: "Techniques de l’imprimerie, reliure"),
            CodeLibelle(code: "230", libelle: nil),
            CodeLibelle(code: "134", libelle: "Dérivé", libelleDerive: true),
        ]
        fiche.codesROME = [CodeLibelle(code: "B1402", libelle: "Reliure et restauration de livres et archives")]
        fiche.formacodes = [CodeLibelle(code: "46312", libelle: "Reliure")]
        fiche.conventions = [CodeLibelle(code: "3138", libelle: "Imprimerie [labeur]")]
        fiche.codesIDCC = [CodeLibelle(code: "0184", libelle: "Imprimerie: labeur")]
        fiche.certificateurs = [
            Certificateur(
                nom: "Chambre du papier, Paris", nomCommercial: "CDP", siret: "00012345600014",
                qualiteSignataire: "Délégué général", siteInternet: "https://papier.example/", etat: "Actif",
                dateDerniereModificationEtat: CalendarDate(year: 2020, month: 1, day: 2)),
            Certificateur(nom: "Ministère de l’atelier"),
        ]
        fiche.partenaires = [
            Partenaire(
                nom: "École de la couture", siret: "12345678900015", habilitation: "HABILITATION_ORGA_FORM",
                etat: "Actif",
                dateActif: CalendarDate(year: 2021, month: 3, day: 4),
                dateDerniereModificationEtat: CalendarDate(year: 2022, month: 5, day: 6))
        ]
        for (rang, texte) in Fiche.champsTexte.enumerated() {
            fiche[keyPath: texte.chemin] = "Texte \(rang) du champ.\n\n- élément *un*\n  - sous-élément\n- élément deux"
        }
        fiche.dureeValidite = "3 ans"
        fiche.validationPartielle = ValidationPartielle(possible: true, perimetre: "Chaque bloc\n\nséparément.")
        fiche.validiteComposantes = ValiditeComposantes(texte: "5 an(s)", annees: 5)
        fiche.blocsCompetences = blocs
        fiche.voiesAcces[.fi] = VoieAcces(ouverte: false)
        fiche.voiesAcces[.fc] = VoieAcces(
            ouverte: true, compositionJury: "Trois pairs :\n\n- un relieur\n- deux doreurs")
        fiche.voiesAcces[.cq] = VoieAcces(compositionJury: "Trois pairs :\n\n- un relieur\n- deux doreurs")
        fiche.voiesAcces[.vae] = VoieAcces(
            ouverte: true, compositionJury: "Deux pairs", depuis: 2017,
            dateDerniereModification: CalendarDate(year: 2019, month: 9, day: 30))
        fiche.accessibleNouvelleCaledonie = true
        fiche.accessiblePolynesieFrancaise = false
        fiche.correspondances = [
            Correspondance(
                blocs: ["RNCP4242BC01"], ficheCible: "RNCP5353", blocsCibles: ["RNCP5353BC01", "RNCP5353BC02"],
                intituleCible: "Doreur"),
            Correspondance(blocs: [], ficheCible: "RNCP6464", blocsCibles: [], intituleCible: nil),
        ]
        fiche.baseLegale = [
            TexteLegal(categories: [], texte: "Texte sans rubrique"),
            TexteLegal(
                categories: [.creation, .autre],
                texte: "Arrêté du 30 juillet 2018.\n\n- qui modifie\n- celui de 2013 {note}",
                dateTexte: CalendarDate(year: 2018, month: 7, day: 30),
                datePublicationJO: CalendarDate(year: 2018, month: 8, day: 7),
                dateEffet: CalendarDate(year: 2018, month: 8, day: 8),
                dateFin: CalendarDate(year: 2023, month: 8, day: 7), annees: 5),
            TexteLegal(categories: [.vae], texte: "Décret du 3 mars 2004"),
            TexteLegal(categories: [.creation], texte: "Arrêté du 1er avril 2010"),
        ]
        fiche.enregistrement = enregistrement
        fiche.statistiquesPromotions = [promotion]
        fiche.lienURLDescription = ["https://papier.example/relieur?a=1&b=2#c"]
        fiche.siteInternetAutorite = "papier.example"
        fiche.anciennesCertifications = [
            CertificationLiee(numeroFiche: "RNCP1111", intitule: "Relieur, doreur"),
            CertificationLiee(intitule: "Brocheur"),
        ]
        fiche.nouvellesCertifications = [CertificationLiee(numeroFiche: "RS2222")]
        fiche.documents = [DocumentLie(nature: "Cahier des charges", titre: "Le cahier", url: "documents/relieur/")]
        return fiche
    }

    private static var blocs: [BlocDeCompetences] {
        [
            BlocDeCompetences(
                numero: 1, code: "RNCP4242BC01", libelle: "Préparer {les} cahiers", competences: ["Plier", "Coudre"],
                modalitesEvaluation: ["Devant le jury :", "épreuve"], listeCompetences: "- Plier\n- Coudre",
                modalitesEvaluationTexte: "Devant le jury :\n\n- épreuve", prerequisEntree: "Aucun",
                prerequisValidation: "Avoir seize ans"),
            BlocDeCompetences(
                numero: 3, code: "RNCP4242BC03", codeDerive: true, libelle: "2. Couvrir : cuir",
                competences: ["Parer", "Coller"],
                listeCompetences: "Parer et coller"),
            BlocDeCompetences(
                numero: 4, libelle: "Restaurer {}",
                unites: [
                    UniteDeCompetences(
                        numero: 1, libelle: "Papier", activites: ["Laver"], competences: ["Doser", "1. Sécher"]),
                    UniteDeCompetences(libelle: "3 cuirs"),
                ]),
        ]
    }

    private static var enregistrement: Enregistrement {
        var value = Enregistrement()
        value.type = "Enregistrement sur demande"
        value.dateDecision = CalendarDate(year: 2018, month: 7, day: 30)
        value.dateEffet = CalendarDate(year: 2018, month: 8, day: 7)
        value.dateFin = CalendarDate(year: 2023, month: 8, day: 7)
        value.dateLimiteDelivrance = CalendarDate(year: 2027, month: 8, day: 7)
        value.datePublicationJO = CalendarDate(year: 2018, month: 8, day: 7)
        value.dateDernierJO = CalendarDate(year: 2018, month: 8, day: 8)
        value.dateDePublication = CalendarDate(year: 2018, month: 8, day: 9)
        value.annees = 5
        value.anneesPromotionsNiveau = [2019, 2020]
        value.deriveDeLaBaseLegale = true
        return value
    }

    private static var promotion: StatistiquesPromotion {
        var value = StatistiquesPromotion(annee: 2020)
        value.nombreCertifies = 12
        value.nombreCertifiesVAE = 0
        value.tauxInsertionGlobal6Mois = 87.5
        value.tauxInsertionMetier6Mois = 75
        value.tauxInsertionMetier2Ans = 100
        return value
    }
}
