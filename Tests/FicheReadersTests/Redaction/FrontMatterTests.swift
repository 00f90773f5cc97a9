import Diagnostics
import FicheModel
import FicheReaders
import Foundation
import FrenchText
import Testing

@Suite("En-tête d’une fiche rédigée")
struct FrontMatterTests {
    @Test("Les scalaires restent des textes : un SIRET garde ses zéros, une date n’a pas d’heure")
    func scalars() throws {
        let lue = try #require(
            fiche(
                rediger(
                    """
                    numero_fiche: RNCP 31387
                    niveau: 5
                    actif: oui
                    certificateurs:
                      - nom: Chambre des métiers du papier
                        siret: 00123456700012
                    enregistrement: {date_decision: 2018-07-30, date_fin: 07/08/2023, annees: 5}
                    """)))
        #expect(lue.numeroFiche == "RNCP31387")
        #expect(lue.repertoire == .rncp)
        #expect(lue.identifiant == "rncp31387")
        #expect(lue.niveau == Niveau(europe: 5))
        #expect(lue.actif == true)
        #expect(lue.certificateurs.first?.siret == "00123456700012")
        #expect(lue.enregistrement.dateDecision?.iso == "2018-07-30")
        #expect(lue.enregistrement.dateFin?.iso == "2023-08-07")
        #expect(lue.enregistrement.annees == 5)
    }

    @Test("Un code seul, un nom seul et un numéro seul valent un objet")
    func bareValues() throws {
        let lue = try #require(
            fiche(
                rediger(
                    """
                    abrege: CQP
                    codes_nsf: [322t, {code: 251w, libelle: Mécanique}]
                    certificateurs: Chambre des métiers du papier
                    anciennes_certifications: [RNCP1234, {intitule: Doreur}]
                    """)))
        #expect(lue.abrege?.code == "CQP")
        #expect(lue.codesNSF.map(\.code) == ["322t", "251w"])
        #expect(lue.codesNSF.last?.libelle == "Mécanique")
        #expect(lue.certificateurs == [Certificateur(nom: "Chambre des métiers du papier")])
        #expect(
            lue.anciennesCertifications
                == [CertificationLiee(numeroFiche: "RNCP1234"), CertificationLiee(intitule: "Doreur")])
        #expect(lue.identifiant == "cqp-relieur-d-art")
    }

    @Test("Une clé inconnue est dite avec sa place et la clé la plus proche")
    func unknownKey() throws {
        let lu = lire(rediger("certificteurs:\n  - nom: Chambre du papier"))
        #expect(lu.resume == ["3:1 warning cle-inconnue"])
        let hint = try #require(lu.diagnostics.first?.hint)
        #expect(hint == "Vouliez-vous dire « certificateurs » ?")
        #expect(lu.couverture.passages.map(\.ligne) == [3, 4])
    }

    @Test("Une clé inconnue dans un objet est dite à sa place")
    func unknownMember() throws {
        let lu = lire(rediger("certificateurs:\n  - nom: Chambre du papier\n    siren: 123456789"))
        #expect(lu.resume == ["5:5 warning cle-inconnue"])
        #expect(lu.diagnostics.first?.hint == "Vouliez-vous dire « siret » ?")
    }

    @Test(
        "Une valeur d’un autre type est une erreur à sa place",
        arguments: [
            ("niveau: cinq", "3:9 error valeur-illisible"),
            ("niveau: 9", "3:9 error valeur-illisible"),
            ("actif: peut-être", "3:8 error valeur-illisible"),
            ("enregistrement: {date_fin: 2023-02-30}", "3:28 error valeur-illisible"),
            ("enregistrement:\n  date_effet: 31 juin 2020", "4:15 error valeur-illisible"),
            ("enregistrement: bientôt", "3:17 error valeur-illisible"),
            ("intitule_bis: x", "3:1 warning cle-inconnue"),
            ("certificateurs: [{siret: 12345678900012}]", "3:18 error valeur-illisible"),
            ("certificateurs: [{nom: A, siret: 123}]", "3:34 warning siret-invalide"),
            ("numero_fiche: RNCP12A", "3:15 error numero-invalide"),
            ("numero_fiche: 31387", "3:15 error numero-invalide"),
            ("identifiant: Relieur d’art", "3:14 error identifiant-invalide"),
            ("voies_acces: {FX: {ouverte: oui}}", "3:15 warning cle-inconnue"),
            ("base_legale: [{texte: Arrêté, categories: [decret]}]", "3:44 error valeur-illisible"),
            ("statistiques_promotions: [{nombre_certifies: 3}]", "3:27 error valeur-illisible"),
        ])
    func wrongType(line: String, expected: String) {
        #expect(lire(rediger(line)).resume.first == expected)
    }

    @Test(
        "Un YAML mal formé est dit en français avec sa ligne et sa colonne",
        arguments: [
            ("historique: ancien titre : doreur", "3:26 error en-tete-illisible"),
            ("codes_nsf: [322t", "3:12 error en-tete-illisible"),
            ("etat_fiche: \"Publiée", "3:13 error en-tete-illisible"),
            ("\tniveau: 5", "3:1 error en-tete-illisible"),
            ("certificateurs:\n  - nom: X\n     siret: 1", "5:11 error en-tete-illisible"),
            ("niveau: 5\nniveau: 4", "4:1 error cle-en-double"),
            ("certificateurs:\n  - nom: A\n    nom: B", "5:5 error cle-en-double"),
            ("a: &x [1]\nb: [*x, *x]", "4:1 error en-tete-illisible"),
            ("a: \(String(repeating: "[", count: 60))", "3:1 error en-tete-illisible"),
        ])
    func badYAML(lines: String, expected: String) {
        let lu = lire(rediger(lines))
        #expect(lu.resume == [expected])
        #expect(lu.fiches.isEmpty)
    }

    @Test("Un en-tête non fermé, une fiche sans titre")
    func incomplete() {
        let ouvert = lire("---\nintitule: Relieur\nniveau: 3\n\n## Activités visées\n\nRelier.")
        #expect(ouvert.resume == ["4:1 error en-tete-non-ferme"])
        #expect(ouvert.fiches.isEmpty)
        let sansTitre = lire("---\nniveau: 3\n---\n## Historique\n\nAncien.")
        #expect(sansTitre.resume == ["2:1 error fiche-sans-titre"])
        #expect(sansTitre.fiches.isEmpty)
    }

    @Test("Blocs et textes peuvent aussi s’écrire dans l’en-tête, avec les clés du contrat")
    func everythingInFront() throws {
        let lu = lire(
            rediger(
                """
                activites_visees: |
                  - Plier
                  - Coudre
                blocs_competences:
                  - libelle: Préparer
                    code: RNCP4242BC01
                    competences: [Plier, Coudre]
                    modalites_evaluation_texte: Épreuve
                  - {numero: 4, libelle: Couvrir, unites: [{numero: 1, libelle: Cuir, activites: [Parer]}]}
                base_legale:
                  - {categories: [creation], texte: "Arrêté du 3 mai 2019, pour cinq ans"}
                  - {categories: [vae], texte: Décret, date_texte: 2004-03-03}
                """))
        #expect(lu.diagnostics.isEmpty)
        #expect(lu.couverture.nonReconnus == 0)
        let lue = try #require(lu.fiches.first?.fiche)
        #expect(lue.activitesVisees == "- Plier\n- Coudre")
        #expect(lue.blocsCompetences.map(\.numero) == [1, 4])
        #expect(lue.blocsCompetences[0].listeCompetences == "- Plier\n- Coudre")
        #expect(lue.blocsCompetences[0].modalitesEvaluation == ["Épreuve"])
        #expect(lue.blocsCompetences[1].unites.first?.activites == ["Parer"])
        #expect(lue.baseLegale.map(\.annees) == [5, nil])
        #expect(lue.baseLegale.map(\.dateTexte?.iso) == ["2019-05-03", "2004-03-03"])
        let double = lire(rediger("blocs_competences: [A]", corps: "## Blocs\n### 1. B\n"))
        #expect(double.resume.first == "5:1 error rubrique-en-double")
    }

    @Test("Un code seul reçoit son libellé de la liste officielle, et un code inconnu est dit")
    func codeLists() throws {
        let lue = try #require(
            fiche(rediger("codes_rome: [D1214, {code: D1401, libelle: null}, {code: D1402, libelle: Autre}]")))
        let rome = lue.codesROME
        #expect(rome.map(\.libelleDerive) == [true, false, false])
        #expect(rome[0].libelle == CodeLists().rome("D1214"))
        #expect(rome[0].libelle != nil)
        #expect(rome[1].libelle == nil)
        #expect(rome[2].libelle == "Autre")
        let lu = lire(rediger("codes_rome: [D12149]"))
        #expect(lu.resume == ["3:14 warning code-inconnu"])
        #expect(lu.diagnostics.first?.hint?.contains("D1214") == true)
    }

    @Test("Fins de ligne de Windows, marque d’ordre des octets, texte en Windows-1252")
    func encodings() {
        let texte = rediger("niveau: 3", corps: "\n## Historique\n\nUn *été*.\n\nDeux.\n")
        let windows = lire(
            "\u{FEFF}" + texte.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n"))
        #expect(windows.diagnostics.isEmpty)
        #expect(windows.fiches.first?.fiche.historique == "Un *été*.\n\nDeux.")
        let latin = ReaderCatalogue().read(
            texte.replacingOccurrences(of: "’", with: "'").unicodeScalars.map { UInt8($0.value) }, path: "a.md")
        #expect(latin.fiches.first?.fiche.historique == "Un *été*.\n\nDeux.")
        #expect(latin.diagnostics.map(\.identifier) == [.encodageSuppose])
    }

    @Test("Un texte coupé ou abîmé n’arrête rien, et chaque mot reste compté")
    func damaged() {
        let octets = Array(
            rediger(
                "abrege: {code: CQP, libelle: \"Cert\"}\nenregistrement:\n  date_fin: 2028-01-01 # fin\nhistorique: |\n  texte",
                corps:
                    "## Blocs\n### 1. A {B}\n#### Unité 1 : C\n##### Activités\n- D\n## Base légale\n- E {annees: 2}\n<!-- f -->\n<p>g</p>"
            ).utf8)
        for coupe in octets.indices {
            for remplacement in [
                nil, UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "#"), 0x0A, UInt8(ascii: "<"),
            ] as [UInt8?] {
                var essai = octets
                if let remplacement { essai[coupe] = remplacement } else { essai.removeLast(octets.count - coupe) }
                let source = SourceText(String(decoding: essai, as: UTF8.self))
                let lu = FicheRedigeeReader().read(SourceDocument(path: "a.md", text: source))
                guard let couverture = lu.fiches.first?.fiche.source.couverture else { continue }
                #expect(couverture.mots == WordScanner.ranges(in: source.bytes).count)
            }
        }
    }

    @Test("Chaque mot de l’en-tête est compté : clés, valeurs, codes, commentaires")
    func coverage() {
        let lu = lire(
            """
            --- 
            # un commentaire de cinq mots
            intitule: Relieur d’art # et trois mots
            actif: oui
            niveau: 3
            etat_fiche: "Publiée # sans commentaire"
            validite_composantes: >-
              # ceci est du texte
              plié
            # fin
            ---
            """)
        let couverture = lu.couverture
        #expect(lu.diagnostics.isEmpty)
        #expect(couverture.nonReconnus == 0)
        #expect(couverture.miseEnPage.map(\.nature) == ["clé", "commentaire", "valeur codée"])
        #expect(couverture.miseEnPage.map(\.mots) == [7, 9, 1])
        #expect(couverture.repris == 3 + 1 + 3 + 5)
    }
}
