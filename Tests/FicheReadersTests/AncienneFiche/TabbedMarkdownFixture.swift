extension AncienneFicheFixtures {
    /// Tabbed Markdown with HTML in its cells.
    static let markdown = """

        Le Répertoire National des Certifications Professionnelles (RNCP)

        Résumé descriptif de la certification **Code RNCP : 99103**

        Intitulé

        Technicien(ne) en fontainerie

        AUTORITÉ RESPONSABLE DE LA CERTIFICATION\tQUALITÉ DU(ES) SIGNATAIRE(S) DE LA CERTIFICATION
        Centre d'études des fontaines (CEF)\tDirectrice

        Niveau et/ou domaine d'activité

        III (Nomenclature de 1969)

        Convention(s) :

        Code(s) NSF :

        227 Energie, génie climatique

        Formacode(s) :

        Résumé du référentiel d'emploi ou éléments de compétence acquis

        Le technicien entretient des fontaines publiques :

        1. Surveillance
         - Relevé des débits
         - Contrôle de l'eau
        2. Réparation
         - Changement des pompes

        Le titulaire de la certification est capable de :

        1. Surveillance
         - Lire un plan de réseau

        Secteurs d'activité ou types d'emplois accessibles par le détenteur de ce diplôme, ce titre ou ce certificat

        Communes et entreprises de l'eau.

        Les emplois occupés peuvent être :

        - Fontainier
        - Agent de réseau

        Codes des fiches ROME les plus proches :

        K2301 : Distribution et assainissement d'eau

        Modalités d'accès à cette certification

        Descriptif des composantes de la certification :

        Deux épreuves en situation.

        Bloc de compétence :

        INTITULÉ\t\tDESCRIPTIF ET MODALITÉS D'ÉVALUATION
        Bloc de compétence n°1 de la fiche n° 99103 - Surveiller une fontaine\t<p>Compétences évaluées :</p> <ul style="list-style-type: none">- Relever un débit- Contrôler l'eau (dureté, clarté - trouble)- Utiliser les outils N+1 de la commune <p>Modalités d'évaluation :</p> <ul style="list-style-type: none">- Dossier écrit- Grille codée de 0 (absent) à 4 (acquis)

        INTITULÉ\t\tDESCRIPTIF ET MODALITÉS D'ÉVALUATION
        <p>Bloc de compétence n°2 de la fiche n° 99103 - Réparer une pompe &amp; son moteur</p>\t<p>Compétences évaluées :</p> <ul style="list-style-type: none"> - Démonter une pompe - Changer un joint <p>Nettoyer le bassin.</p> <ul style="list-style-type: none"> - Remettre en eau - Classer les travaux selon la grille de compétences <p>Modalités d'évaluation :</p> <ul style="list-style-type: none"> - Mise en situation - Entretien suivant la grille de compétences : clarté, ordre

        Validité des composantes acquises : 5 an(s)

        CONDITIONS D'INSCRIPTION À LA CERTIFICATION\tOUINON\tCOMPOSITION DES JURYS
        Après un parcours de formation sous statut d'élève ou d'étudiant\tX\tDeux fontainiers et un élu
        En contrat d'apprentissage\tX\tIdem
        Après un parcours de formation continue\tX\tIdem
        En contrat de professionnalisation\tX\t
        Par candidature individuelle\tX\tIdem
        Par expérience dispositif VAE prévu en 2012\tX\tIdem

        \tOUI\tINON
        Accessible en Nouvelle Calédonie\tX\t
        Accessible en Polynésie Française\t\tX

        LIENS AVEC D'AUTRES CERTIFICATIONS

        ACCORDS EUROPÉENS OU INTERNATIONAUX

        Base légale

        Référence du décret général :

        Référence arrêté création (ou date 1er arrêté enregistrement) :

        Arrêté du 6 juin 2012 publié au Journal Officiel du 12 juin 2012 portant enregistrement. Enregistrement pour cinq ans, avec effet au 12 juin 2012, jusqu'au 12 juin 2017.

        Référence du décret et/ou arrêté VAE :

        Références autres :

        Pour plus d'informations

        Statistiques :

        Autres sources d'information :

        Lieu(x) de certification :

        3 place des Puits 69009 Lyon

        Lieu(x) de préparation à la certification déclarés par l'organisme certificateur :

        CEF - 3 place des Puits - 69009 LYON

        Historique de la certification :

        Certification précédente : Agent fontainier

        """
}
