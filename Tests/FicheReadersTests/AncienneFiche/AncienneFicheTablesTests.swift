import FicheModel
import Testing

@testable import FicheReaders

@Suite("Old printed form: tables as extractions give them")
struct AncienneFicheTablesTests {
    private static let head = """
        Résumé descriptif de la certification Code RNCP : 99104
        Intitulé
        Souffleur de verre

        """

    private func fiche(_ text: String) throws -> Fiche { try #require(readAncienneFiche(Self.head + text).fiche) }

    @Test("columns side by side are unfolded, over a page break too")
    func sideBySide() throws {
        let fiche = try fiche(
            """
            AUTORITÉ RESPONSABLE DE LA                    QUALITÉ DU(ES) SIGNATAIRE(S) DE LA
            CERTIFICATION                                 CERTIFICATION
            Chambre des métiers du verre - Réseau         Délégué Général
            des ateliers
            Bloc de compétence :
            INTITULÉ                    DESCRIPTIF ET MODALITÉS D'ÉVALUATION
            Bloc de compétence n°1      Descriptif des compétences évaluées :
            de la fiche n° 99104 -      - Cueillir le verre au bout de la canne en gardant sa
            Souffler une pièce          température
                                        - Souffler dans un moule
            \u{0C}INTITULÉ                 DESCRIPTIF ET MODALITÉS D'ÉVALUATION
                                     Modalités d'évaluation :
                                     - épreuve pratique
            Bloc de compétence n°2 Descriptif des compétences évaluées :
            de la fiche n° 99104 -   - Polir un bord
            Finir une pièce soufflée - Graver une signature
                                     Modalités d'évaluation :
                                     - étude d'un défaut
            Validité des composantes acquises : illimitée
            CONDITIONS D'INSCRIPTION À OUI NON COMPOSITION DES JURYS
            LA CERTIFICATION
            Après un parcours de formation       X
            sous statut d'élève ou d'étudiant
            En contrat d'apprentissage         X   Deux souffleurs et un
                                                   formateur
            Par expérience dispositif VAE      X   Idem
            prévu en 2011
                                                 OUI                     NON
            Accessible en Nouvelle Calédonie     X
            Accessible en Polynésie Française                            X
            Base légale
            """)
        #expect(
            fiche.certificateurs == [
                Certificateur(
                    nom: "Chambre des métiers du verre - Réseau des ateliers", qualiteSignataire: "Délégué Général")
            ])
        #expect(fiche.blocsCompetences.map(\.libelle) == ["Souffler une pièce", "Finir une pièce soufflée"])
        #expect(
            fiche.blocsCompetences.map(\.competences) == [
                ["Cueillir le verre au bout de la canne en gardant sa température", "Souffler dans un moule"],
                ["Polir un bord", "Graver une signature"],
            ])
        #expect(fiche.blocsCompetences.map(\.modalitesEvaluation) == [["épreuve pratique"], ["étude d'un défaut"]])
        #expect(fiche.voiesAcces[.fi] == VoieAcces())
        #expect(fiche.voiesAcces[.ca] == VoieAcces(ouverte: true, compositionJury: "Deux souffleurs et un formateur"))
        #expect(fiche.voiesAcces[.vae].depuis == 2011)
        #expect(fiche.voiesAcces[.vae].compositionJury == "Deux souffleurs et un formateur")
        #expect(fiche.accessibleNouvelleCaledonie == true)
        #expect(fiche.accessiblePolynesieFrancaise == false)
        #expect(fiche.source.couverture.nonReconnus == 0)
    }

    @Test("text without blank lines: labels that name the fiche, cells that follow at once")
    func withoutBlankLines() throws {
        let fiche = try fiche(
            """
            AUTORITÉ RESPONSABLE DE LA
            CERTIFICATION
            QUALITÉ DU(ES) SIGNATAIRE(S) DE LA
            CERTIFICATION
            Chambre des métiers du verre - Réseau
            des ateliers
            Délégué Général
            Bloc de compétence :
            INTITULÉ DESCRIPTIF ET MODALITÉS D'ÉVALUATION
            Bloc de compétence n°1
            de la fiche n° 99104 -
            Souffler une pièce
            Descriptif des compétences évaluées :
            - Cueillir le verre au bout de la canne en gardant sa
            température
            Modalités d'évaluation :
            - épreuve pratique
            Bloc de compétence n°2
            de la fiche n° 99104 -
            Finir une pièce
            Descriptif des compétences évaluées :
            - Polir un bord
            CONDITIONS D'INSCRIPTION À
            LA CERTIFICATION
            OUI NONCOMPOSITION DES JURYS
            Après un parcours de formation
            continue
            X Deux souffleurs et un
            formateur
            En contrat de professionnalisation X Idem
            Base légale
            """)
        #expect(fiche.certificateurs.map(\.qualiteSignataire) == ["Délégué Général"])
        #expect(fiche.blocsCompetences.map(\.libelle) == ["Souffler une pièce", "Finir une pièce"])
        #expect(
            fiche.blocsCompetences.first?.competences == [
                "Cueillir le verre au bout de la canne en gardant sa température"
            ])
        #expect(fiche.blocsCompetences.last?.competences == ["Polir un bord"])
        #expect(fiche.voiesAcces.ouvertes == [.fc, .cq])
        #expect(fiche.source.couverture.nonReconnus == 0)
    }

    @Test("a page read column by column: cells find their labels; juries that lost theirs are not attributed")
    func columnByColumn() throws {
        let (read, diagnostics) = readAncienneFiche(
            Self.head
                + """
                Bloc de compétence :

                INTITULÉ

                DESCRIPTIF ET MODALITÉS D'ÉVALUATION

                Bloc de compétence
                n°1 de la fiche n°
                99104 - Souffler

                Descriptif des compétences évaluées :
                - Cueillir le verre

                INTITULÉ

                Bloc de compétence
                n°2 de la fiche n°
                99104 - Finir

                Bloc de compétence
                n°3 de la fiche n°
                99104 - Vendre

                DESCRIPTIF ET MODALITÉS D'ÉVALUATION
                - Souffler dans un moule
                Descriptif des compétences évaluées :
                - Polir un bord
                Descriptif des compétences évaluées :
                - Accueillir un client

                CONDITIONS D'INSCRIPTION
                À LA CERTIFICATION

                OUI

                NON

                En contrat d'apprentissage

                X

                En contrat de professionnalisation

                X

                COMPOSITION DES JURYS

                Deux souffleurs

                Base légale
                """)
        let fiche = try #require(read)
        #expect(fiche.blocsCompetences.map(\.libelle) == ["Souffler", "Finir", "Vendre"])
        #expect(
            fiche.blocsCompetences.map(\.competences) == [
                ["Cueillir le verre", "Souffler dans un moule"], ["Polir un bord"], ["Accueillir un client"],
            ])
        #expect(fiche.voiesAcces == VoiesAcces())
        #expect(fiche.source.couverture.passages.map(\.texte) == ["Deux souffleurs"])
        #expect(diagnostics.map(\.identifier) == [.colonneIncertaine, .texteNonReconnu])
    }

    @Test("two headings over one text: the words tell which, and a note says so")
    func sharedColumns() throws {
        let (read, diagnostics) = readAncienneFiche(
            Self.head
                + "Autorité responsable de la certification Qualité du(es) signataire(s) de la certification\nCFV Président\n"
                + "Liens avec d'autres certifications Accords européens ou internationaux\n\nSupplément Europass délivré\n\nBase légale\n"
        )
        #expect(read?.certificateurs == [Certificateur(nom: "CFV", qualiteSignataire: "Président")])
        #expect(
            read?.liensAutresCertifications == "Supplément Europass délivré"
                || read?.accordsEuropeensInternationaux == "Supplément Europass délivré")
        #expect(diagnostics.map(\.identifier) == [.colonneIncertaine])
        #expect(diagnostics.first?.severity == .note)
    }
}

@Suite("Old printed form: wordings")
struct AncienneFicheWordingTests {
    @Test(
        "the type before a title",
        arguments: [
            ("CQP : Certificat de qualification professionnelle Relieur", "CQP", "Relieur", 5),
            ("MASTER : MASTER Droit des canaux", "MASTER", "Droit des canaux", 2),
            ("BTS - Métiers de l’eau", "BTS", "Métiers de l’eau", 1),
            ("TP : Titre professionnel Fontainier", "TP", "Fontainier", 3),
            ("Attaché(e) commercial(e)", nil, "Attaché(e) commercial(e)", 0),
            ("CQPM Relieur", nil, "CQPM Relieur", 0),
        ] as [(String, String?, String, Int)])
    func titles(printed: String, code: String?, intitule: String, words: Int) {
        let titre = TitreDeCertification(printed)
        #expect(titre.abrege?.code == code)
        #expect(titre.intitule == intitule)
        #expect(titre.wordsOfAbrege == words)
    }

    @Test(
        "labels of blocs",
        arguments: [
            ("Bloc de compétence n°1 de la fiche n° 99101 - Assurer", 1, "99101", "Assurer"),
            ("Bloc de compétences nº 12 de la fiche n° RNCP 99101 : Bloc 12 – Vendre", 12, "99101", "Bloc 12 – Vendre"),
            ("Bloc de compétence n°2 - Vendre", 2, nil, "Vendre"),
        ] as [(String, Int, String?, String)])
    func labels(text: String, numero: Int, fiche: String?, libelle: String) throws {
        let label = try #require(BlocLabel(text))
        #expect(label.numero == numero)
        #expect(label.fiche == fiche)
        #expect(label.libelle == libelle)
    }

    @Test(
        "sentences about blocs are no labels",
        arguments: ["Bloc de compétences relatif à l’accueil", "Bloc A - Vendre", "Blocs de compétences :"])
    func noLabels(text: String) { #expect(BlocLabel(text) == nil) }

    @Test(
        "a capacity at the end of a line",
        arguments: [
            ("CCI du Canal - Réseau Président", "CCI du Canal - Réseau", "Président"),
            ("Ecole des Eclusiers Le directeur général", "Ecole des Eclusiers", "Le directeur général"),
            (
                "Ministère chargé des canaux Secrétaire général adjoint", "Ministère chargé des canaux",
                "Secrétaire général adjoint"
            ),
        ])
    func capacities(text: String, nom: String, qualite: String) throws {
        let split = try #require(QualiteDeSignataire.split(text))
        #expect(split.nom == nom)
        #expect(split.qualite == qualite)
    }

    @Test(
        "names without a capacity",
        arguments: ["Conférence des présidents d’école", "Direction générale des canaux", "Président"])
    func noCapacity(text: String) { #expect(QualiteDeSignataire.split(text) == nil) }

    @Test(
        "what begins a list item",
        arguments: [
            ("- item", true), ("-item", true), ("-10 %", false), ("• item", true), ("o item", true), ("option", false),
            ("1. item", true),
            ("2017. Année", false), ("1.1 item", false), ("12) item", true), ("* item", true), ("*item*", false),
            ("\u{F0B7}item", true),
        ])
    func bullets(text: String, isBullet: Bool) throws {
        let line = try #require(PrintedLine(SourceText(text).lines[0]))
        #expect((Bullet(line) != nil) == isBullet)
    }

    @Test(
        "codes with their labels",
        arguments: [
            ("312t Négociation et vente", "312t", "Négociation et vente"),
            ("312 t Négociation et vente", "312t", "Négociation et vente"),
            ("251 Mécanique générale", "251", "Mécanique générale"), ("31 Echanges", "31", "Echanges"),
        ])
    func nsf(line: String, code: String, libelle: String) throws {
        let text =
            "Résumé descriptif de la certification Code RNCP : 99104\nIntitulé\nVerrier\nCode(s) NSF :\n\(line)\n"
        let fiche = try #require(readAncienneFiche(text).fiche)
        #expect(fiche.codesNSF == [CodeLibelle(code: code, libelle: libelle)])
        #expect(fiche.source.couverture.nonReconnus == 0)
    }
}
