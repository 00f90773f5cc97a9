import Diagnostics

extension Diagnostic.Identifier {
    /// A domaine de compétences without its number.
    public static let domaineSansNumero: Self = "domaine-sans-numero"
    /// An unité de compétences without its number.
    public static let uniteSansNumero: Self = "unite-sans-numero"
    /// An unité that stands before any domaine.
    public static let uniteHorsDomaine: Self = "unite-hors-domaine"
    /// A cahier des charges in which no domaine was found.
    public static let domainesAbsents: Self = "domaines-absents"
    /// A cover that does not say who awards the CQP.
    public static let certificateurAbsent: Self = "certificateur-absent"
    /// An entry of the contents without its section.
    public static let sectionAbsente: Self = "section-absente"
    /// A note without its call, two notes with one number, or an item put back into its note.
    public static let noteDeplacee: Self = "note-deplacee"
    public static let noteSansAppel: Self = "note-sans-appel"
    public static let noteEnDouble: Self = "note-en-double"
}
