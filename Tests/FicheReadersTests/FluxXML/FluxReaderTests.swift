import Diagnostics
import FicheModel
import Testing

@testable import FicheReaders

@Suite struct FluxReaderTests {
    @Test func everyElementFindsItsField() throws {
        let result = FluxFixture.read(FluxFixture.complete, path: "exports/export_fiches_RNCP_V4_1_2026-08-16.xml")
        #expect(result.diagnostics == [])
        let fiche = try #require(result.fiches.first?.fiche)
        #expect(fiche.identifiant == "rncp99001")
        #expect(fiche.numeroFiche == "RNCP99001")
        #expect(fiche.repertoire == .rncp)
        #expect(fiche.intitule == "Facteur de cerfs-volants (option acrobatique)")
        #expect(fiche.abrege == CodeLibelle(code: "TP", libelle: "Titre professionnel"))
        #expect(fiche.etatFiche == "Publiée")
        #expect(fiche.actif == true)
        #expect(fiche.niveau == Niveau(europe: 4))
        #expect(fiche.formacodes == [CodeLibelle(code: "45012", libelle: "Toile & voile")])
        #expect(fiche.codesNSF.map(\.code) == ["240", "251w"])
        #expect(fiche.codesROME.map(\.libelle) == ["Réalisation d'articles en cuir"])
        #expect(fiche.conventions == [CodeLibelle(code: "3105", libelle: "Jeux et jouets")])
        #expect(fiche.codesIDCC == [CodeLibelle(code: "1607", libelle: "Industrie des jeux")])
        #expect(fiche.nouvellesCertifications.map(\.numeroFiche) == ["RNCP99500"])
        #expect(fiche.anciennesCertifications.map(\.numeroFiche) == ["RNCP98001", "RNCP98002"])
        #expect(
            fiche.certificateurs == [
                Certificateur(
                    nom: "ATELIER DES VENTS", nomCommercial: "Les Vents", siret: "01234567890128",
                    siteInternet: "https://vents.example/", etat: "Actif",
                    dateDerniereModificationEtat: CalendarDate(year: 2024, month: 3, day: 2))
            ])
        #expect(
            fiche.partenaires == [
                Partenaire(
                    nom: "ÉCOLE DU FIL", siret: "98765432109875", habilitation: "HABILITATION_ORGA_FORM", etat: "Actif",
                    dateActif: CalendarDate(year: 2025, month: 5, day: 5),
                    dateDerniereModificationEtat: CalendarDate(year: 2025, month: 5, day: 6))
            ])
        #expect(fiche.source.idFiche == "41001")
        #expect(fiche.source.versionFlux == "4.1")
        #expect(fiche.source.dateDesDonnees == CalendarDate(year: 2026, month: 8, day: 16))
    }

    @Test func textsBlocsAndJuries() throws {
        let fiche = try #require(FluxFixture.read(FluxFixture.complete).fiches.first?.fiche)
        #expect(
            fiche.activitesVisees
                == "Les activités sont :\n\n- Dessiner la voile\n- Couper la toile\n  - au couteau\n  - à chaud\n- Brider"
        )
        #expect(fiche.capacitesAttestees == "C1. Choisir une toile (< 40 g/m²) & un fil\n\nC2. Régler la bride")
        #expect(fiche.typeEmploiAccessibles == "Facteur - Régleur")
        #expect(fiche.reglementationsActivites == nil)
        #expect(fiche.objectifsContexte == "Un métier d’art.\n\nIl s’exerce dehors.")
        #expect(fiche.prerequisEntreeFormation == "Avoir 16 ans")
        #expect(fiche.prerequisValidationCertification == "Valider deux blocs")
        #expect(fiche.blocsCompetences.map(\.numero) == [1, 2])
        #expect(fiche.blocsCompetences.map(\.code) == ["RNCP99001BC01", "RNCP99001BC01"])
        let bloc = try #require(fiche.blocsCompetences.first)
        #expect(bloc.libelle == "Concevoir la voile")
        #expect(bloc.competences == ["Tracer un patron", "Choisir une toile", "Calculer la portance"])
        #expect(bloc.listeCompetences == "- Tracer un patron\n- Choisir une toile\n- Calculer la portance")
        #expect(bloc.modalitesEvaluation == ["Étude de cas", "Entretien avec le jury"])
        #expect(bloc.modalitesEvaluationTexte == "Étude de cas\n\nEntretien avec le jury")
        #expect(bloc.prerequisEntree == "Savoir coudre")
        #expect(bloc.prerequisValidation == nil)
        #expect(fiche.blocsCompetences[1].listeCompetences == "1. Brider\n2. Essayer")
        #expect(fiche.blocsCompetences[1].competences == ["1\\. Brider", "2\\. Essayer"])
        #expect(fiche.voiesAcces.ouvertes == [.fi, .ca, .vae])
        #expect(fiche.voiesAcces[.ca].compositionJury == "- un facteur\n- un pilote")
        #expect(fiche.voiesAcces[.vae].dateDerniereModification == CalendarDate(year: 2022, month: 6, day: 7))
        #expect(fiche.voiesAcces[.fc] == VoieAcces(ouverte: false))
        #expect(fiche.accessibleNouvelleCaledonie == true)
        #expect(fiche.accessiblePolynesieFrancaise == false)
    }

    @Test func legalTextsRegistrationAndLinks() throws {
        let fiche = try #require(FluxFixture.read(FluxFixture.complete).fiches.first?.fiche)
        #expect(fiche.baseLegale.map(\.categories) == [[.decretGeneral], [.creation, .autre], [.autre]])
        #expect(fiche.baseLegale[1].datePublicationJO == CalendarDate(year: 2021, month: 5, day: 9))
        #expect(fiche.baseLegale[1].dateTexte == CalendarDate(year: 2021, month: 5, day: 3))
        var expected = Enregistrement()
        expected.type = "Enregistrement sur demande"
        expected.dateDecision = CalendarDate(year: 2022, month: 3, day: 28)
        expected.dateEffet = CalendarDate(year: 2022, month: 4, day: 1)
        expected.dateFin = CalendarDate(year: 2027, month: 3, day: 28)
        expected.dateLimiteDelivrance = CalendarDate(year: 2031, month: 3, day: 28)
        expected.dateDernierJO = CalendarDate(year: 2021, month: 5, day: 9)
        expected.dateDePublication = CalendarDate(year: 2021, month: 12, day: 15)
        expected.annees = 5
        expected.anneesPromotionsNiveau = [2019, 2020]
        #expect(fiche.enregistrement == expected)
        #expect(fiche.lienURLDescription == ["https://vents.example/titre?a=1&b=2"])
        #expect(fiche.autresSources == "Plaquette sur demande")
        #expect(fiche.statistiquesPromotions.first?.tauxInsertionGlobal6Mois == 85.5)
        #expect(fiche.statistiquesPromotions.first?.nombreCertifiesVAE == 0)
        #expect(
            fiche.correspondances == [
                Correspondance(
                    blocs: ["RNCP99001BC01"], ficheCible: "RNCP98001", blocsCibles: ["RNCP98001BC02", "RNCP98001BC03"]),
                Correspondance(blocs: [], ficheCible: "RS9002", blocsCibles: []),
            ])
    }

    @Test func aFicheOfTheRepertoireSpecifique() throws {
        let result = FluxFixture.read(
            FluxFixture.flux(
                FluxFixture.fiche(
                    numero: "RS9002", titre: "Piloter au vent",
                    """
                    <SI_JURY_FC><ACTIF>Oui</ACTIF></SI_JURY_FC>
                    <NIVEAU_MAITRISE_COMPETENCES>sans objet</NIVEAU_MAITRISE_COMPETENCES>
                    <MODALITES_RENOUVELLEMENT>Un essai en vol</MODALITES_RENOUVELLEMENT>
                    <DUREE_VALIDITE>3 ans</DUREE_VALIDITE>
                    <VALIDATION_PARTIELLE>Oui</VALIDATION_PARTIELLE>
                    <VALIDATION_PARTIELLE_PERIMETRE>* le pilotage      * le réglage</VALIDATION_PARTIELLE_PERIMETRE>
                    """)))
        #expect(result.diagnostics == [])
        let fiche = try #require(result.fiches.first?.fiche)
        #expect(fiche.repertoire == .rs)
        #expect(fiche.identifiant == "rs9002")
        #expect(fiche.niveau == nil)
        #expect(fiche.niveauMaitriseCompetences == nil)
        #expect(fiche.modalitesRenouvellement == "Un essai en vol")
        #expect(fiche.dureeValidite == "3 ans")
        #expect(
            fiche.validationPartielle == ValidationPartielle(possible: true, perimetre: "- le pilotage\n- le réglage"))
        #expect(fiche.voiesAcces[.ca].ouverte == nil)
    }

    @Test(arguments: ["REPRISE", "AUCUN"]) func noLevelIsNoLevel(_ code: String) {
        let fiche = FluxFixture.only(
            "<NOMENCLATURE_EUROPE><NIVEAU>\(code)</NIVEAU><LIBELLE>Sans niveau</LIBELLE></NOMENCLATURE_EUROPE>")
        #expect(fiche != nil)
        #expect(fiche?.niveau == nil)
        #expect(fiche?.source.couverture.nonReconnus == 0)
    }

    @Test func typeAutreIsNoType() {
        let fiche = FluxFixture.only("<ABREGE><CODE>Autre</CODE><LIBELLE>Autre</LIBELLE></ABREGE>")
        #expect(fiche?.abrege == nil)
        #expect(fiche?.source.couverture.miseEnPage.contains { $0 == (nature: "valeur vide", mots: 2) } == true)
    }

    /// The spellings and nestings of the flows V2 and V3.
    @Test func olderFlowsAreRead() throws {
        let fiche = try #require(
            FluxFixture.read(
                FluxFixture.flux(
                    version: "3.0",
                    FluxFixture.fiche(
                        """
                        <NOMENCLATURE_EUROPE><NIVEAU>NIV5</NIVEAU><INTITULE>Niveau 5</INTITULE></NOMENCLATURE_EUROPE>
                        <CODES_NSF><NSF><CODE>240</CODE><INTITULE>Matériaux souples</INTITULE></NSF></CODES_NSF>
                        <ANCIENNES_CERTIFICATIONS><ANCIENNE_CERTIFICATION>RNCP77</ANCIENNE_CERTIFICATION><ANCIENNE_CERTIFICATION>RNCP77</ANCIENNE_CERTIFICATION></ANCIENNES_CERTIFICATIONS>
                        <SI_JURY_FI>Oui</SI_JURY_FI><JURY_FI>Deux pilotes</JURY_FI>
                        <CAPACITES_ATTESTEES>&lt;p&gt;Il sait :&lt;/p&gt;&lt;ul&gt;&lt;li&gt;tracer&lt;/li&gt;&lt;li&gt;coudre&lt;/li&gt;&lt;/ul&gt;</CAPACITES_ATTESTEES>
                        """))
            ).fiches.first?.fiche)
        #expect(fiche.niveau == Niveau(europe: 5))
        #expect(fiche.codesNSF == [CodeLibelle(code: "240", libelle: "Matériaux souples")])
        #expect(fiche.anciennesCertifications.map(\.numeroFiche) == ["RNCP77"])
        #expect(fiche.voiesAcces[.fi] == VoieAcces(ouverte: true, compositionJury: "Deux pilotes"))
        #expect(fiche.capacitesAttestees == "Il sait :\n\n- tracer\n- coudre")
        #expect(fiche.source.couverture.nonReconnus == 0)
    }

    @Test func htmlThatIsNotEscapedIsReadToo() throws {
        let result = FluxFixture.read(
            FluxFixture.flux(FluxFixture.fiche("<SECTEURS_ACTIVITE><p>Ateliers</p><p>Écoles</p></SECTEURS_ACTIVITE>")))
        #expect(result.diagnostics == [])
        #expect(result.fiches.first?.fiche.secteursActivite == "Ateliers\n\nÉcoles")
    }
}
