/// The commented fiche that `parchemin init` writes: every key of the authoring format, explained.
public enum FicheModele {
    /// A valid authored fiche; its comments are for the author and are never published.
    public static let texte = """
        ---
        # Voici une fiche d’exemple. Remplacez ce qui suit par votre certification.
        # Une ligne qui commence par un dièse est un commentaire : elle n’est jamais publiée.
        # Toute clé que vous ne savez pas remplir peut être supprimée : rien n’est inventé à sa place.

        # Le titre exact, sans le type de certification. C’est la seule clé obligatoire.
        intitule: Conseiller en réparation de vélos

        # Le numéro au répertoire, s’il y en a un : RNCP12345 ou RS1234.
        # numero_fiche: RNCP12345

        # L’adresse de la page : lettres sans accent, chiffres et tirets.
        # Sans cette clé, c’est le numéro ou le titre qui la donne.
        identifiant: cqp-conseiller-en-reparation-de-velos

        # Les anciennes adresses de la page, qui renverront vers elle.
        alias: [cqp-reparateur-de-velos]

        # « oui » : la fiche ne paraît que dans l’aperçu (parchemin serve).
        brouillon: non

        # Le type : CQP, Titre ou TP par exemple, avec son libellé.
        abrege: {code: CQP, libelle: Certificat de qualification professionnelle}

        # Ce que le répertoire déclare, quand il le déclare.
        etat_fiche: Publiée
        actif: oui

        # De 1 à 8. Pour l’ancienne échelle : {europe: 3, nomenclature_1969: V}
        niveau: 3

        # Les codes : avec leur libellé, ou seuls (252r) quand la liste officielle le donne.
        codes_nsf: [252r]
        codes_rome:
          - {code: I1607, libelle: "Réparation de cycles, motocycles et motoculteurs de loisirs"}
        formacodes: []
        conventions: []
        codes_idcc:
          - {code: "1557", libelle: Commerce des articles de sports et des équipements de loisirs}

        # Une entrée par organisme. Le SIRET compte 14 chiffres.
        # Autres clés : nom_commercial, qualite_signataire, etat.
        certificateurs:
          - nom: Commission paritaire de la branche du cycle
            site_internet: https://branche-du-cycle.example/
        partenaires: []

        # Combien de temps les blocs acquis restent valables.
        validite_composantes: illimitée

        # Les six voies : FI (élève ou étudiant), CA (apprentissage), FC (formation continue),
        # CQ (contrat de professionnalisation), CL (candidature individuelle), VAE (expérience).
        # « ouverte » : oui ou non. La composition du jury se trouve plus bas.
        voies_acces:
          FI: {ouverte: non}
          CA: {ouverte: oui}
          FC: {ouverte: oui}
          CQ: {ouverte: oui}
          CL: {ouverte: non}
          VAE: {ouverte: oui, depuis: 2019}
        accessible_nouvelle_caledonie: non
        accessible_polynesie_francaise: non

        # Les dates s’écrivent année-mois-jour. « date_fin » est l’échéance de l’enregistrement.
        enregistrement:
          type: Enregistrement sur demande
          date_decision: 2025-03-12
          date_effet: 2025-03-12
          date_fin: 2028-03-12
          annees: 3

        # Une ligne par promotion. Les taux sont en pour cent.
        statistiques_promotions:
          - {annee: 2024, nombre_certifies: 18, taux_insertion_global_6_mois: 83}

        # Les liens avec d’autres fiches et d’autres documents.
        site_internet_autorite: https://branche-du-cycle.example/
        lien_url_description: [https://branche-du-cycle.example/cqp/]
        anciennes_certifications:
          - {intitule: Réparateur de vélos}
        nouvelles_certifications: []
        correspondances: []
        documents: []
        ---

        <!-- Sous l’en-tête, une rubrique « ## » par texte, en Markdown : une ligne vide sépare deux
             paragraphes, un tiret commence un élément de liste. Supprimez les rubriques sans objet. -->

        ## Objectifs et contexte

        Les ateliers de quartier et les enseignes de sport cherchent des professionnels capables
        d’accueillir un cycliste, d’examiner son vélo et de le remettre en état.

        ## Activités visées

        - Accueil du client et examen du vélo
        - Entretien et réparation
        - Restitution du vélo et conseil

        ## Secteurs d’activité

        Commerce et réparation de cycles, location de vélos, ateliers associatifs.

        ## Types d’emplois accessibles

        - Conseiller technique cycles
        - Mécanicien cycles

        ## Prérequis à l’entrée en formation

        Aucun diplôme n’est demandé. Un entretien vérifie l’intérêt du candidat pour la mécanique.

        ## Blocs de compétences

        <!-- Un « ### numéro. libellé » par bloc ; son code entre accolades, s’il en a un :
             ### 1. Accueillir le client {RNCP12345BC01} -->

        ### 1. Accueillir le client et établir un diagnostic

        #### Compétences

        - Questionner le client sur l’usage de son vélo et sur la panne
        - Examiner le vélo selon une méthode constante :
          - la transmission
          - le freinage
          - les roues
        - Rédiger un devis lisible et l’expliquer

        #### Modalités d’évaluation

        - Mise en situation d’accueil devant le jury, vingt minutes

        ### 2. Réparer le vélo et le rendre au client

        #### Compétences

        - Régler et remplacer les organes usés
        - Contrôler la sécurité du vélo avant de le rendre
        - Conseiller le client sur l’entretien courant

        #### Modalités d’évaluation

        - Épreuve d’atelier sur deux vélos en panne
        - Entretien technique

        ## Voies d’accès et jury

        <!-- Une composition de jury par voie ; plusieurs voies qui ont le même jury se suivent. -->

        ### CA, FC, CQ

        Un professionnel de la branche et un formateur qui n’a pas suivi le candidat.

        ### VAE

        Deux professionnels de la branche.

        ## Base légale

        <!-- Un élément de liste par texte. Ses dates peuvent être précisées entre accolades. -->

        ### Arrêté de création ou d’enregistrement

        - Décision d’enregistrement du 12 mars 2025, pour trois ans. {date_texte: 2025-03-12, date_effet: 2025-03-12, date_fin: 2028-03-12, annees: 3}

        ## Lieux de préparation

        Les centres de formation habilités par la commission paritaire.

        ## Historique

        Certificat créé en 2019 sous le titre « Réparateur de vélos ».

        """
}
