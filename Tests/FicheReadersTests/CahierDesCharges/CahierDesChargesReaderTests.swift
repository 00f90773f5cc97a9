import Diagnostics
import FicheModel
import Testing

@testable import FicheReaders

@Suite("Cahier des charges")
struct CahierDesChargesReaderTests {
    private static func read(_ text: String) -> ReadResult {
        CahierDesChargesReader().read(SourceDocument(path: "cqp.md", text: SourceText(text)))
    }

    private let result = Self.read(CahierFixture.atelierCycle)
    private var fiche: Fiche? { result.fiches.first?.fiche }
    private var document: DocumentReference? { fiche?.documents.first?.contenu }

    @Test("The cover gives the identity")
    func identity() throws {
        let fiche = try #require(fiche)
        #expect(fiche.identifiant == "cqp-mecanicien-conseil-en-atelier-cycle")
        #expect(fiche.intitule == "Mécanicien conseil en atelier cycle")
        #expect(fiche.abrege == CodeLibelle(code: "CQP", libelle: "Certificat de qualification professionnelle"))
        #expect(
            fiche.certificateurs.map(\.nom) == [
                "Commission Paritaire Nationale de l'Emploi et de la Formation Professionnelle de la branche des ateliers du cycle"
            ])
        #expect(fiche.numeroFiche == nil)
    }

    @Test("Sections and sentences give the fields, and nothing is guessed")
    func fields() throws {
        let fiche = try #require(fiche)
        #expect(fiche.activitesVisees?.hasPrefix("Le mécanicien ou la mécanicienne") == true)
        #expect(fiche.activitesVisees?.hasSuffix("conseille un équipement.") == true)
        #expect(
            fiche.composantes
                == "Le CQP Mécanicien conseil en atelier cycle comporte 2 domaines de compétences, tous à valider.")
        #expect(fiche.validiteComposantes?.annees == 3)
        #expect(fiche.voiesAcces.ouvertes == [.fc, .cl, .vae])
        #expect(fiche.voiesAcces[.fi].ouverte == nil)
        #expect(fiche.voiesAcces[.fc].compositionJury?.hasPrefix("Le jury est composé d'un chef d'atelier") == true)
        #expect(fiche.prerequisEntreeFormation == nil)
        #expect(fiche.modalitesEvaluation == nil)
        #expect(fiche.niveau == nil)
    }

    @Test("Domaines, unités, and their two lists")
    func domaines() throws {
        let blocs = try #require(fiche?.blocsCompetences)
        #expect(blocs.map(\.libelle) == ["Entretien et réparation", "Conseil et vente"])
        #expect(blocs.map(\.numero) == [1, 2])
        #expect(blocs.allSatisfy { $0.competences.isEmpty && $0.code == nil && !$0.codeDerive })
        #expect(blocs[0].unites.map(\.libelle) == ["Diagnostic d'un vélo", "Remise en état"])
        #expect(blocs[0].unites[0].activites == ["Examen du vélo", "Essai sur route", "Devis"])
        #expect(
            blocs[0].unites[0].competences
                == ["Repérer les pièces usées en suivant une grille de contrôle", "Proposer une réparation adaptée"])
        #expect(blocs[0].unites[1].activites == ["Remplacement de pièces", "Contrôle final"])
        #expect(blocs[0].unites[1].competences == ["Régler une transmission", "Purger un frein hydraulique"])
        #expect(blocs[1].unites.map(\.numero) == [3])
        #expect(blocs[1].unites[0].competences == ["Écouter une demande", "Reformuler un besoin"])
    }

    @Test("The table of the assessment, with the row that a page cut and the paragraph that slipped out")
    func evaluation() throws {
        let blocs = try #require(fiche?.blocsCompetences)
        #expect(
            blocs[0].modalitesEvaluation == [
                "Mise en situation dans un atelier", "Un vélo à remettre en état", "Une fiche d'atelier à remplir",
                "Durée : 2 heures", "La moyenne est exigée.",
            ])
        #expect(
            blocs[1].modalitesEvaluation
                == [
                    "Jeu de rôle avec un client, suivi d'un entretien sur les conseils donnés",
                    "La moyenne est exigée.",
                ])
        #expect(
            blocs[0].modalitesEvaluationTexte
                == "Mise en situation dans un atelier\n\n- Un vélo à remettre en état\n- Une fiche d'atelier à remplir\n\nDurée : 2 heures\n\nLa moyenne est exigée."
        )
    }

    @Test("The document page has the outline, the tables and the cover")
    func outline() throws {
        let document = try #require(document)
        #expect(document.titre == "Référentiel et cahier des charges des organismes habilités")
        #expect(document.nature == "Référentiel")
        #expect(document.couverture.count == 4)
        #expect(
            document.couverture[2]
                == "**Certificat de qualification professionnelle**\\\n**Mécanicien conseil en atelier cycle**")
        var numbered: [String] = []
        var anchors: [String] = []
        var tables = 0
        for element in document.elements {
            switch element {
            case .titre(let niveau, let numero, let texte, let ancre):
                if let numero { numbered.append("\(niveau) \(numero) \(texte)") }
                anchors.append(ancre)
            case .tableau: tables += 1
            case .texte: break
            }
        }
        #expect(
            numbered == [
                "1 1 Objet du document", "1 2 Présentation du CQP", "2 2.1 Métier visé",
                "2 2.2 Référentiel activités / compétences",
                "1 3 Évaluation dans le cadre d'un accès au CQP par la voie de la formation", "2 3.1 Épreuves",
                "2 3.2 Jury et notes",
            ])
        #expect(tables == 4)
        #expect(Set(anchors).count == anchors.count)
        #expect(anchors.contains("domaine-2") && anchors.contains("unite-3") && anchors.contains("intertitre-1"))
    }

    @Test("Notes leave the text whole: sentences and lists are joined, the slipped item goes home")
    func notes() throws {
        let document = try #require(document)
        #expect(
            document.notes == [
                .init(numero: 1, texte: "Une seule fois"),
                .init(
                    numero: 2,
                    texte:
                        "Deux contrôles sont prévus :\n\n- un contrôle avant les épreuves\n- un contrôle après les épreuves"
                ),
                .init(numero: 3, texte: "Le jury se réunit au moins une fois par an"),
            ])
        guard case .texte(let last)? = document.elements.last else {
            Issue.record("no text at the end")
            return
        }
        #expect(last.contains("depuis deux ans sont remplacés. L'atelier mesure au moins 30 m² et dispose :[^3]"))
        #expect(
            last.hasSuffix(
                "- d'un pied d'atelier,\n- de *l'outillage* courant[^2],\n- d'un banc d'essai,\n- d'un extincteur."))
        #expect(result.diagnostics.map(\.identifier) == [.noteDeplacee])
    }

    @Test("Every word is accounted for")
    func coverage() throws {
        let couverture = try #require(fiche?.source.couverture)
        #expect(couverture.nonReconnus == 0)
        #expect(couverture.passages.isEmpty)
        #expect(couverture.miseEnPage.map(\.nature) == ["balise HTML", "sommaire"])
        #expect(couverture.mots == couverture.repris + couverture.motsMiseEnPage)
        let provenance = try #require(result.fiches.first?.provenance)
        #expect(provenance[.certificateurs] == [5, 6])
        #expect(provenance[.blocsCompetences]?.isEmpty == false)
    }

    @Test("Another hand: bars, Markdown headings, roman numbers, running titles")
    func otherLayout() throws {
        let result = Self.read(CahierFixture.barres)
        let fiche = try #require(result.fiches.first?.fiche)
        #expect(fiche.intitule == "Réparateur de voiles")
        #expect(fiche.certificateurs.map(\.nom) == ["Association des voileries de l'Ouest"])
        #expect(fiche.activitesVisees == "La réparatrice ou le réparateur coud, renforce et contrôle des voiles.")
        #expect(fiche.composantes == "La certification est composée de 2 blocs.")
        #expect(fiche.modalitesEvaluation == "Une épreuve pratique de 4 heures.")
        #expect(fiche.blocsCompetences.map(\.libelle) == ["Couture", "Contrôle"])
        #expect(fiche.blocsCompetences[0].competences == ["Lire un plan de voile", "Couper un tissu enduit"])
        #expect(fiche.blocsCompetences[1].competences == ["Contrôler une couture", "Rédiger un rapport"])
        #expect(fiche.source.couverture.nonReconnus == 0)
        #expect(fiche.source.couverture.miseEnPage.map(\.nature).contains("titre courant"))
        #expect(fiche.source.couverture.miseEnPage.map(\.nature).contains("numéro de page"))
        #expect(result.diagnostics.isEmpty)
    }

    @Test("Three columns with the domaines as rows, routes in a list, no contents")
    func threeColumns() throws {
        let result = Self.read(CahierFixture.troisColonnes)
        let fiche = try #require(result.fiches.first?.fiche)
        #expect(fiche.intitule == "Conducteur de scierie mobile")
        #expect(fiche.niveau?.europe == 4)
        #expect(fiche.certificateurs.map(\.nom) == ["Union des scieries de montagne"])
        #expect(fiche.prerequisEntreeFormation == "Être majeur.")
        #expect(fiche.voiesAcces.ouvertes == [.fc, .cq, .vae])
        #expect(fiche.voiesAcces[.vae].compositionJury?.contains("un salarié et d'un employeur") == true)
        #expect(fiche.validiteComposantes?.annees == 5)
        #expect(fiche.blocsCompetences.map(\.libelle) == ["Préparer le chantier", "Débiter les grumes"])
        #expect(fiche.blocsCompetences[0].competences == ["C1 Repérer les risques du site", "C2 Caler la scie"])
        #expect(fiche.blocsCompetences[0].modalitesEvaluation == ["Étude de cas de 2 heures"])
        #expect(fiche.blocsCompetences[1].listeCompetences == "- C3 Scier une grume selon un plan")
        #expect(fiche.blocsCompetences.flatMap(\.unites).isEmpty)
        #expect(fiche.source.couverture.nonReconnus == 0)
        #expect(result.diagnostics.isEmpty)
    }

    @Test("Headings without numbers: their depth says where a domaine ends")
    func withoutNumbers() throws {
        let result = Self.read(CahierFixture.sansNumeros)
        let fiche = try #require(result.fiches.first?.fiche)
        #expect(fiche.intitule == "AGENT DE TRI")
        #expect(fiche.activitesVisees == "L'agent de tri trie.")
        #expect(fiche.prerequisEntreeFormation == "Savoir lire.")
        #expect(fiche.voiesAcces[.ca].ouverte == false)
        #expect(fiche.voiesAcces.ouvertes == [.fc, .vae])
        let blocs = fiche.blocsCompetences
        #expect(
            blocs.map(\.competences) == [["Trier un flux", "Repérer un refus"], ["Presser une balle", "Étiqueter"]])
        #expect(
            blocs[0].modalitesEvaluation == ["Mise en situation de 30 minutes.", "Grille d'observation", "Entretien"])
        #expect(
            blocs[0].modalitesEvaluationTexte
                == "Mise en situation de 30 minutes.\n\n- Grille d'observation\n- Entretien")
        #expect(blocs[1].modalitesEvaluation == ["Une épreuve commune"])
        #expect(fiche.modalitesEvaluation == nil)
        let document = try #require(fiche.documents.first?.contenu)
        #expect(document.couverture.count == 4)
        let levels = document.elements.compactMap { element -> Int? in
            if case .titre(let niveau, _, _, _) = element { niveau } else { nil }
        }
        #expect(levels == [1, 1, 1, 1, 2, 2, 2, 1, 1])
        #expect(fiche.source.couverture.nonReconnus == 0)
        #expect(result.diagnostics.isEmpty)
    }

    @Test("The same document with Windows line ends reads the same")
    func lineEnds() throws {
        let other = Self.read(CahierFixture.atelierCycle.replacing("\n", with: "\r\n"))
        #expect(other.fiches.first?.fiche == fiche)
    }

    @Test("The catalogue chooses this reader, and not for other documents")
    func recognition() {
        let reader = CahierDesChargesReader()
        func score(_ text: String) -> Int { reader.recognition(of: SourceDocument(path: "x", text: SourceText(text))) }
        #expect(score(CahierFixture.atelierCycle) >= 6)
        #expect(score(CahierFixture.barres) >= 3)
        #expect(score("Résumé descriptif de la certification Code RNCP : 12345\n\nIntitulé\n\nCQP Vendeur") == 0)
        #expect(score("---\nintitule: CQP\n---\n\nCahier des charges\n\nCQP\n\nSOMMAIRE") == 0)
        #expect(score("<?xml version=\"1.0\"?>\n<FICHES>CQP</FICHES>") == 0)
        #expect(score("Une recette de crêpes\n\n1 - Farine\n2 - Œufs") == 0)
    }
}
