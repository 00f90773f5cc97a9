import Diagnostics

extension Diagnostic.Identifier {
    public static let fichierVide: Self = "fichier-vide"
    public static let fichierBinaire: Self = "fichier-binaire"
    public static let fichierPDF: Self = "fichier-pdf"
    public static let encodageSuppose: Self = "encodage-suppose"
    public static let formatInconnu: Self = "format-inconnu"
    public static let ficheSansTitre: Self = "fiche-sans-titre"
    public static let texteNonReconnu: Self = "texte-non-reconnu"
    public static let valeurIllisible: Self = "valeur-illisible"
}

extension Diagnostic.Identifier {
    public static let blocSansLibelle: Self = "bloc-sans-libelle"
    public static let numeroDifferent: Self = "numero-different"
    public static let colonneIncertaine: Self = "colonne-incertaine"
    public static let juryCoupe: Self = "jury-coupe"
}
