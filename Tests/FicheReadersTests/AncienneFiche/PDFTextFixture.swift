/// Forms in the three shapes of the register before 2019; certifications, bodies and sentences are invented.
enum AncienneFicheFixtures {}

extension AncienneFicheFixtures {
    /// The text of a PDF: wrapped lines, page breaks, a narrow column of labels, addresses at the feet of pages.
    static let pdf = """

        Le Répertoire National des Certifications Professionnelles (RNCP)
        Résumé descriptif de la certification Code RNCP : 99101
        Intitulé
        CQP : Certificat de qualification professionnelle Relieur réparateur

        AUTORITÉ RESPONSABLE DE LA CERTIFICATION QUALITÉ DU(ES) SIGNATAIRE(S) DE
        LA CERTIFICATION

        Commission paritaire nationale de l'emploi des métiers
        du livre ancien - Union des relieurs

        Déléguée générale

        Niveau et/ou domaine d'activité
        Convention(s) :\u{20}
        9152 - Reliure et dorure
        Code(s) NSF :\u{20}
        322u Techniques de l'imprimerie et de l'édition
        Formacode(s) :\u{20}
        Résumé du référentiel d'emploi ou éléments de compétence acquis

        Le relieur réparateur intervient en atelier sur des livres anciens ou récents dont la couture, le dos ou les
        plats sont abîmés. Il examine chaque ouvrage avec son propriétaire, propose une réparation et en estime le
        prix.
             En 2016. il peut aussi conseiller une bibliothèque sur la conservation de ses fonds.

        Les compétences attestées par le CQP sont réparties dans les 2 blocs décrits ci-dessous :
        - examiner un ouvrage et proposer une réparation
        - démonter, recoudre et couvrir un ouvrage dans le respect de ses matériaux d'origine et des souhaits exprimés
        par son propriétaire lors du devis
        Secteurs d'activité ou types d'emplois accessibles par le détenteur de ce diplôme, ce titre ou ce certificat

        Ateliers de reliure, ateliers de restauration des bibliothèques, maisons d'édition d'art et entreprises de
        façonnage qui emploient moins de dix personnes

        Relieur
        Relieur réparateur
        Ouvrier de restauration
        Codes des fiches ROME les plus proches :\u{20}
        E1304 : Façonnage et routage
        B1801 : Réalisation d'articles de chapellerie
        Modalités d'accès à cette certification
        Descriptif des composantes de la certification :\u{20}

        La certification se compose de 2 blocs de compétences :
        - examen d'un ouvrage
        - réparation d'un ouvrage
             Modalités d’évaluation des compétences / accès par la formation :
        - une épreuve pratique en atelier sur un livre dont le dos est à refaire, suivie d'un entretien avec le jury
        sur les choix

        http://recrutement.pole-emploi.fr/fichesrome/ficherome?codeRome=E1304
        http://recrutement.pole-emploi.fr/fichesrome/ficherome?codeRome=B1801


        techniques retenus
        Bloc de compétence :\u{20}

        INTITULÉ DESCRIPTIF ET MODALITÉS D'ÉVALUATION
        Bloc de compétence n°2 de la
        fiche n° 99101 - Démonter,
        recoudre et couvrir un
        ouvrage abîmé

        Descriptif des compétences évaluées :
        -      Repérer l'ordre des cahiers et consigner chaque étape
        du démontage
        -      Recoudre les cahiers sur des supports choisis selon
        l'époque du livre (rubans, ficelles, septains)
        -      Couvrir les plats
        Modalités d'évaluation :
        Epreuve pratique : recoudre un ouvrage de huit cahiers et
        refaire son dos
        Entretien avec deux membres du jury



        INTITULÉ DESCRIPTIF ET MODALITÉS D'ÉVALUATION
        Bloc de compétence n°1 de la
        fiche n° 99101 - Examiner un
        ouvrage

        Descriptif des compétences évaluées :
        - Décrire l'état d'un livre avec les mots du métier
        - Estimer le temps et le prix d'une réparation à partir d'une
        liste de matériaux fournie
        Modalités d'évaluation
        - étude de cas

        Validité des composantes acquises :  4 an(s)

        CONDITIONS D'INSCRIPTION À LA CERTIFICATION OUINON COMPOSITION DES JURYS
        Après un parcours de formation sous statut
        d'élève ou d'étudiant

        X

        En contrat d'apprentissage X
        Après un parcours de formation continue X Un jury habilité par la commission,

        composé ainsi :
           deux relieurs ayant cinq ans de métier et
        un atelier à leur nom
           un formateur extérieur à la formation
        suivie
        Le jury se réunit une fois par an.

        En contrat de professionnalisation X Idem

        Par candidature individuelle X



        Par expérience dispositif VAE prévu en
        2015

        X Idem

        OUI NON
        Accessible en Nouvelle Calédonie X
        Accessible en Polynésie Française X

        LIENS AVEC D'AUTRES CERTIFICATIONS ACCORDS EUROPÉENS OU INTERNATIONAUX

        Base légale
        Référence du décret général :\u{20}
        Référence arrêté création (ou date 1er arrêté enregistrement) :\u{20}

        Arrêté du 3 mars 2016 publié au Journal Officiel du 1er avril 2016 portant enregistrement au répertoire
        national des certifications professionnelles. Enregistrement pour trois ans, sous l'intitulé « Relieur
        réparateur » avec effet du 1er avril 2016, jusqu'au 1er avril 2019.
        Référence du décret et/ou arrêté VAE :\u{20}
        Références autres :\u{20}

        Arrêté du 9 mai 2011 publié au Journal Officiel du 14 mai 2011 portant enregistrement, modifié par les arrêtés
        du :
        - 2 juin 2012 publié au Journal Officiel du 9 juin 2012
        Pour plus d'informations
        Statistiques :\u{20}
        Autres sources d'information :\u{20}

        http://relieurs.example.org/metier
        Site Internet de l'autorité délivrant la certification
        Lieu(x) de certification :\u{20}
        Union des relieurs : Bretagne - Rennes ( 35) [Rennes]

        Union des relieurs
        12 quai des Cuirs
        35000 Rennes
        Lieu(x) de préparation à la certification déclarés par l'organisme certificateur :\u{20}

        - Atelier-école du Parchemin / Vitré (35)

        http://www.relieurs.example.org


        - Lycée des métiers du livre / Fougères (35)
        Historique de la certification :\u{20}

        Certification précédente : RNCP99001 - Ouvrier relieur

        """
}
