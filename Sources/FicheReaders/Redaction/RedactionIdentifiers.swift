import Diagnostics

extension Diagnostic.Identifier {
    public static let enTeteIllisible: Self = "en-tete-illisible"
    public static let enTeteNonFermee: Self = "en-tete-non-ferme"
    public static let cleInconnue: Self = "cle-inconnue"
    public static let cleEnDouble: Self = "cle-en-double"
    public static let rubriqueInconnue: Self = "rubrique-inconnue"
    public static let rubriqueEnDouble: Self = "rubrique-en-double"
    public static let titreDeBloc: Self = "titre-de-bloc"
    public static let voieInconnue: Self = "voie-inconnue"
    public static let htmlDansTexte: Self = "html-dans-texte"
    public static let commentaireNonFerme: Self = "commentaire-non-ferme"
    public static let numeroInvalide: Self = "numero-invalide"
    public static let identifiantInvalide: Self = "identifiant-invalide"
}
