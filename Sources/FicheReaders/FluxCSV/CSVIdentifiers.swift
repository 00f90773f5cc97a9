import Diagnostics

extension Diagnostic.Identifier {
    public static let csvGuillemet: Self = "csv-guillemet"
    public static let csvColonneInconnue: Self = "csv-colonne-inconnue"
    public static let csvColonneAbsente: Self = "csv-colonne-absente"
    public static let csvLigneSansFiche: Self = "csv-ligne-sans-fiche"
    public static let csvSansFiche: Self = "csv-sans-fiche"
    public static let csvTableAbsente: Self = "csv-table-absente"
    public static let csvTableRepetee: Self = "csv-table-repetee"
    public static let csvFicheRepetee: Self = "csv-fiche-repetee"
    public static let csvCelluleEnTrop: Self = "csv-cellule-en-trop"
}
