extension AncienneFicheFixtures {
    /// A page pasted from the web: a line for each paragraph, marks apart from their columns.
    static let web = """
        Imprimer

        Le Répertoire National des Certifications Professionnelles (RNCP)

        Résumé descriptif de la certification Code RNCP : 99102

        Intitulé

        Guide conférencier des canaux

        Autorité responsable de la certification Qualité du(es) signataire(s) de la certification
        Voies et Ponts - Réseau des guides Présidente
        Ecole des Eclusiers Le directeur général

        Niveau et/ou domaine d'activité

        IV (Nomenclature de 1969)

        4 (Nomenclature Europe)

        Convention(s) :

        Code(s) NSF :

        334 Accueil, hôtellerie, tourisme

        Formacode(s) :

        42627 Guide touristique

        Résumé du référentiel d'emploi ou éléments de compétence acquis

        Le guide conférencier des canaux accompagne des groupes de voyageurs à bord de bateaux ou le long des chemins de halage, raconte l'histoire des ouvrages et veille à la sécurité de chacun pendant toute la durée de la visite.
        2017. Année où le métier a été décrit pour la première fois.

        capacités attestées :
        \u{A0}\u{A0}\u{A0} Bloc 1 - Préparer une visite
        Principales activités :
        Le choix d'un parcours
        La lecture des horaires d'écluses
        Le chiffrage du prix
        \u{A0}\u{A0}\u{A0} Bloc 2 - Conduire une visite
        Principales activités :
        L'accueil du groupe
        Le récit

        Secteurs d'activité ou types d'emplois accessibles par le détenteur de ce diplôme, ce titre ou ce certificat

        Offices de tourisme, compagnies de bateaux et associations.

        Les emplois occupés peuvent être :
        - Guide conférencier
        - Accompagnateur fluvial *

        Codes des fiches ROME les plus proches :

          • G1201 : Accompagnement de voyages, d'activités culturelles ou sportives
          • G1202 : Animation d'activités culturelles ou ludiques

        Modalités d'accès à cette certification

        Descriptif des composantes de la certification :

        La certification est composée de 2 blocs de compétences :
        Bloc A - Préparer
        Bloc B - Conduire

        Bloc de compétence :

        Intitulé Descriptif et modalités d'évaluation
        Bloc de compétence n°1 de la fiche n° 99102 - Préparer une visite

        Descriptif :
        Choisir un parcours en tenant compte des horaires d'écluses, de la saison et des attentes du groupe
        Chiffrer le prix de la visite
        Modalités d’évaluation :
        \u{A0}\u{A0}\u{A0} En formation initiale
        Dossier écrit
        Ou
        Etude de cas portant sur :
        - un parcours
        - un budget

        Bloc de compétence n°2 de la fiche n° 99102 - Conduire une visite

        Descriptif :
        Accueillir un groupe
        Modalités d’évaluation :
        Visite guidée devant deux examinateurs

        Validité des composantes acquises : illimitée

        Conditions d'inscription à la certification Oui Non Composition des jurys
        Après un parcours de formation sous statut d'élève ou d'étudiant X

        Le jury compte trois personnes :
        Un représentant du réseau
        Un guide en exercice
        Un représentant des salariés

        En contrat d'apprentissage X

        Idem

        Après un parcours de formation continue X

        Idem

        En contrat de professionnalisation X

        Par candidature individuelle

        Néant

        Par expérience dispositif VAE prévu en 2009 X

        Deux guides et un formateur

        Oui Non
        Accessible en Nouvelle Calédonie X
        Accessible en Polynésie Française X
        Liens avec d'autres certifications Accords européens ou internationaux

        Base légale

        Référence du décret général :

        Néant

        Référence arrêté création (ou date 1er arrêté enregistrement) :

        Arrêté du 4 mai 2009 publié au Journal Officiel du 8 mai 2009 portant enregistrement. Enregistrement pour cinq ans, au niveau IV, avec effet au 8 mai 2009, jusqu'au 8 mai 2014.

        Référence du décret et/ou arrêté VAE :

        Références autres :

        Arrêté du 2 juillet 2014 publié au Journal Officiel le 10 juillet 2014 portant enregistrement. Enregistrement pour deux ans, avec effet au 8 mai 2014, jusqu'au 10 juillet 2016.

        - Arrêté du 6 février 1998 publié au Journal Officiel du 14 février 1998 portant homologation, modifié par les arrêtés du - 8 mars 1999 publié au Journal Officiel du 16 mars 1999
        - 5 avril 2000 publié au Journal Officiel du 12 avril 2000

        Arrêté du 4 mai 2009 publié au Journal Officiel du 8 mai 2009 portant enregistrement. Enregistrement pour cinq ans, au niveau IV, avec effet au 8 mai 2009, jusqu'au 8 mai 2014.

        Pour plus d'informations

        Statistiques :

        25 certifiés par an

        Autres sources d'information :

        Voies et Ponts : www.voies-et-ponts.example.org

        Lieu(x) de certification :

        Voies et Ponts : Bourgogne - Dijon ( 21) [Dijon]

        Lieu(x) de préparation à la certification déclarés par l'organisme certificateur :

        Réseau des guides :
        -  Centre d'Auxerre
        -   Centre de Dole

        Historique de la certification :

        Ancien libellé de la certification : - Batelier conteur\u{20}\u{20}\u{20}\u{20}

        Certification précédente :  Guide des écluses

        """
}
