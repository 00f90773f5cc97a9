/// Fiches written for the tests, in the authoring format.
public enum FichesEcrites {
    /// A small fiche with all that lists and pages need.
    public static func fiche(
        numero: String = "RNCP90001", intitule: String = "Réparateur de pendules", niveau: String = "4",
        rome: String = "B1604", nsf: String = "201", certificateur: String = "Chambre des pendules",
        siret: String? = nil,
        fin: String = "2028-06-30", plus: String = "", corps: String = ""
    ) -> String {
        """
        ---
        numero_fiche: \(numero)
        intitule: \(intitule)
        abrege: CQP
        niveau: \(niveau)
        codes_nsf: [\(nsf)]
        codes_rome: [\(rome)]
        certificateurs:
          - nom: \(certificateur)
        \(siret.map { "    siret: \"\($0)\"" } ?? "")
        enregistrement: {date_decision: 2023-06-30, date_fin: \(fin)}
        voies_acces:
          FC: {ouverte: oui}
          VAE: {ouverte: oui}
        \(plus)
        ---

        ## Activités visées

        Remettre en marche les pendules anciennes.

        ## Types d’emplois accessibles

        - Pendulier
        - Pendulière

        ## Blocs de compétences

        ### 1. Démonter une pendule

        #### Compétences

        - Démonter le mouvement
        - Nettoyer les rouages

        #### Modalités d’évaluation

        - Mise en situation

        \(corps)
        """
    }
}
