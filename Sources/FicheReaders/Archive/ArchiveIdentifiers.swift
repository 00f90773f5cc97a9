import Diagnostics

extension Diagnostic.Identifier {
    public static let archiveIllisible: Self = "archive-illisible"
    public static let archiveChiffree: Self = "archive-chiffree"
    public static let archiveTropGrande: Self = "archive-trop-grande"
    public static let archiveNomInterdit: Self = "archive-nom-interdit"
    public static let archiveZip64: Self = "archive-zip64"
    public static let archiveEntreeIgnoree: Self = "archive-entree-ignoree"
    public static let archiveSansFiche: Self = "archive-sans-fiche"
    public static let lectureImpossible: Self = "lecture-impossible"
}
