/// A cahier des charges of our own: an invented branch, with the accidents of real layouts (cells with HTML never closed, a
/// table cut by a page, notes in the middle of sentences and lists, an item that slipped out of its note).
enum CahierFixture {
    static let atelierCycle = """

        **CERTIFICATS DE QUALIFICATION PROFESSIONNELLE DE LA BRANCHE DES
        ATELIERS DU CYCLE**

        **Commission Paritaire Nationale de l'Emploi et de la Formation Professionnelle de la
        branche des ateliers du cycle**

        **Certificat de qualification professionnelle
        Mécanicien conseil en atelier cycle**

        **Référentiel et cahier des charges
        des organismes habilités**

        SOMMAIRE

        1 - Objet du document\t2
        2 - Présentation du CQP.....\t3
        2.1 - Métier visé\t3
        2.2 – Référentiel activités / compétences\t4

        3 – Évaluation dans le cadre d'un accès au CQP par la voie de la
        formation.....\t6
        3.1 – Épreuves\t6
        3.2 - Jury et notes\t8

        1 - Objet du document

        Ce document présente le CQP aux ateliers. Il est adressé à :

        Maison du cycle
        (secrétariat de la branche)
        12 rue des Pignons,
        38000 Grenoble

        2 - Présentation du CQP

        2.1 - Métier visé

        Le mécanicien ou la mécanicienne conseil entretient et répare des vélos, y compris à assistance électrique.

        Il ou elle accueille la clientèle et lui conseille un équipement.

        2.2 – Référentiel activités / compétences

        Le CQP Mécanicien conseil en atelier cycle comporte 2 domaines de compétences, tous à valider.

        Le CQP est accessible par la voie de la formation et de la VAE.

        Domaine de compétences 1 : Entretien et réparation

        Unité de compétences 1 - Diagnostic d'un vélo

        Activités\tCompétences
        Examen du vélo\tRepérer les pièces usées en suivant
        \tune grille de contrôle
        Essai sur route\tProposer une réparation adaptée
        Devis\t

        Unité de compétences 2 - Remise en état

        \tCompétences
        Remplacement de pièces\tRégler une transmission
        \tPurger un frein hydraulique
        Contrôle final\t

        Domaine de compétences 2 : Conseil et vente

        Unité de compétences 3 - Accueil de la clientèle

        Activités\tCompétences
        Accueil\t- Écouter une demande- Reformuler un besoin

        3 – Évaluation dans le cadre d'un accès au CQP par la voie de la formation

        3.1 – Épreuves

        Mise en œuvre des épreuves

        Les épreuves se tiennent en atelier :

        Modalités d'évaluation\t
        <p style="text-align: center;">Domaine de compétences 1 Entretien et réparation</p> <p>(Unités de compétences 1 et 2)</p>\t<p>Mise en situation dans un atelier</p> <ul style="list-style-type: none"> ▪ Un vélo à remettre en état ▪ Une fiche d'atelier à remplir <p>Durée : 2 heures</p> <p>La moyenne est exigée.</p>
        <p>Domaine de compétences 2 Conseil et vente</p>\t<p>Jeu de rôle avec un client, suivi d'un entretien sur

        \t<p>les conseils donnés</p>
        --\t---

        La moyenne est exigée.

        Lorsqu'un candidat valide un seul domaine, il en conserve le bénéfice pendant trois ans. Les absents sont reconvoqués¹.

        3.2 - Jury et notes ³

        Le jury est composé d'un chef d'atelier et d'un formateur. Les candidatures individuelles sont admises. Les membres qui n'ont pas siégé depuis

        ¹ Une seule fois

        deux ans sont remplacés. L'atelier mesure au moins 30 m² et dispose :

        - ➔ d'un pied d'atelier,
        - ➔ de *l'outillage* courant²,

        ² Deux contrôles sont prévus :

        - un contrôle avant les épreuves

        - ➔ d'un banc d'essai,

        - un contrôle après les épreuves

        - ➔ d'un extincteur.

        ³ Le jury se réunit au moins une fois par an
        """

    /// Another hand: Markdown headings, tables with bars, roman numbers, no contents, running titles and page numbers.
    static let barres = """
        # Référentiel du CQP « Réparateur de voiles »

        Organisme certificateur : Association des voileries de l'Ouest

        ## I - Le métier visé

        La réparatrice ou le réparateur coud, renforce et contrôle des voiles.

        Référentiel du CQP Réparateur de voiles 2

        ## II - Blocs de compétences

        La certification est composée de 2 blocs.

        ### Bloc de compétences n° 1 – Couture

        | Activités | Tâches | Compétences |
        |---|---|---|
        | Lecture du plan | Repérage | Lire un plan de voile |
        | Coupe | Traçage<br>Découpe | Couper un tissu enduit |

        Référentiel du CQP Réparateur de voiles 3

        - 3 -

        ### Bloc de compétences n° 2 – Contrôle

        Compétences :

        1. Contrôler une couture
        2. Rédiger un rapport

        Référentiel du CQP Réparateur de voiles 4

        ## III - Modalités d'évaluation

        Une épreuve pratique de 4 heures.

        Référentiel du CQP Réparateur de voiles 5
        """

    /// The three columns of today's référentiels, domaines as rows of the table, routes in a list, no contents.
    static let troisColonnes = """
        Branche du bois de montagne

        CQP Conducteur de scierie mobile

        Cahier des charges

        Niveau 4

        1. Présentation

        1.1. Le métier

        Le conducteur de scierie mobile débite des grumes chez le client.

        1.2. Voies d'accès

        - Après un parcours de formation continue
        - En contrat de professionnalisation
        - Par expérience (VAE)

        1.3. Pré-requis

        Être majeur.

        2. Référentiels

        RÉFÉRENTIEL D'ACTIVITÉS\tRÉFÉRENTIEL DE COMPÉTENCES\tRÉFÉRENTIEL D'ÉVALUATION\t
        \t\tMODALITÉS D'ÉVALUATION\tCRITÈRES D'ÉVALUATION
        Bloc 1 – Préparer le chantier\t\t\t
        A1 Repérage du site\tC1 Repérer les risques du site\tÉtude de cas de 2 heures\tLes risques sont cités
        A2 Mise en station\tC2 Caler la scie\t\tLa scie est de niveau
        Bloc 2 – Débiter les grumes\t\t\t
        A3 Sciage\tC3 Scier une grume selon un plan\tMise en situation\tLes cotes sont tenues

        3. Évaluation

        Organisme certificateur : Union des scieries de montagne

        Le jury paritaire est composé d'un salarié et d'un employeur de la branche.

        La validité d'un bloc acquis est de cinq ans.

        Annexe 1 – Grille

        Domaine\tPoints
        Sécurité\t10
        """

    /// Markdown headings without any number; two blocs assessed together.
    static let sansNumeros = """
        # Certificat de Qualification Professionnelle

        # AGENT DE TRI

        ## Référentiel de certification

        **CPNEFP de la branche du tri**

        ## Métier(s) visé(s)

        L'agent de tri trie.

        ## Prérequis

        Savoir lire.

        ## Voies d'accès

        Le CQP n'est pas accessible par la voie de l'apprentissage. Il peut être obtenu par la formation continue ou par la VAE.

        ## Bloc 1 : Trier

        ### Activités

        - Tri manuel
        - Tri optique

        ### Compétences

        - Trier un flux
        - Repérer un refus

        ### Modalités d'évaluation

        Mise en situation de 30 minutes.

        - Grille d'observation
        - Entretien

        ## Bloc 2 : Conditionner

        Compétences :
        - Presser une balle
        - Étiqueter

        ## Modalités d'évaluation des domaines

        | Blocs | Épreuves |
        |---|---|
        | Blocs 1 et 2 | Une épreuve commune |
        """
}
