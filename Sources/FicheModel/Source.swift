/// Where a fiche was read, and how its words were accounted for.
public struct SourceFiche: Equatable, Sendable {
    /// Path relative to the content folder.
    public var fichier: String
    public var format: SourceFormat
    /// `ID_FICHE` of the flow.
    public var idFiche: String?
    /// `VERSION_FLUX` of the flow.
    public var versionFlux: String?
    /// The date of the data, where the source states it.
    public var dateDesDonnees: CalendarDate?
    public var couverture: Couverture

    public init(fichier: String, format: SourceFormat, couverture: Couverture = Couverture()) {
        self.fichier = fichier
        self.format = format
        self.couverture = couverture
    }
}

/// The shapes in which a fiche can be read.
public enum SourceFormat: String, Sendable, CaseIterable {
    /// The printed form of the register before 2019, as text or tabbed Markdown.
    case ancienneFiche = "ancienne-fiche"
    /// The fiche of France compétences since 2019, as text or as a saved page.
    case ficheActuelle = "fiche-actuelle"
    /// The official XML flow.
    case fluxXML = "flux-xml"
    /// The set of official CSV exports, joined.
    case csv
    /// A branch's cahier des charges or référentiel.
    case cahierDesCharges = "cahier-des-charges"
    /// Parchemin's own Markdown with front matter.
    case markdown

    /// How a page names it.
    public var libelle: String {
        switch self {
        case .ancienneFiche: "fiche imprimée d’avant 2019"
        case .ficheActuelle: "fiche de France compétences"
        case .fluxXML: "flux XML des répertoires nationaux"
        case .csv: "exports CSV des répertoires nationaux"
        case .cahierDesCharges: "cahier des charges"
        case .markdown: "fiche rédigée pour ce catalogue"
        }
    }
}

/// The account of every word of a source document: `mots = repris + miseEnPage + nonReconnus`.
public struct Couverture: Equatable, Sendable {
    /// Text that no field could take, kept as it stands.
    public struct Passage: Equatable, Sendable {
        /// The line in the source, from 1.
        public var ligne: Int
        public var texte: String

        public init(ligne: Int, texte: String) {
            self.ligne = ligne
            self.texte = texte
        }
    }

    /// Words that went into a field and are found there.
    public var repris = 0
    /// Words of the layout, by kind, in alphabetical order of the kinds.
    public var miseEnPage: [(nature: String, mots: Int)] = []
    public var nonReconnus = 0
    public var passages: [Passage] = []

    public init() {}

    public var motsMiseEnPage: Int { miseEnPage.reduce(0) { $0 + $1.mots } }
    public var mots: Int { repris + motsMiseEnPage + nonReconnus }

    public static func == (left: Couverture, right: Couverture) -> Bool {
        left.repris == right.repris && left.nonReconnus == right.nonReconnus && left.passages == right.passages
            && left.miseEnPage.elementsEqual(right.miseEnPage, by: { $0 == $1 })
    }
}
