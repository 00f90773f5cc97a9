import Diagnostics
import FicheModel

/// What the readers made of one document, in figures.
public struct DocumentCheck: Equatable, Sendable {
    /// The path from the content folder.
    public let name: String
    /// The layout that was recognised; nil when none was.
    public let format: SourceFormat?
    public let fiches: [String]
    /// The fields that have a value, of the first fiche of the document.
    public let champs: Int
    /// The words of the document, and what became of them.
    public let mots: Int
    public let repris: Int
    public let miseEnPage: Int
    public let nonReconnus: Int
    public let errors: Int
    public let warnings: Int

    init(_ document: ReadDocument) {
        let counts = document.counts
        name = document.name
        format = counts.format
        fiches = document.summaries.map(\.identifiant)
        champs = counts.champs
        mots = counts.mots
        repris = counts.repris
        miseEnPage = counts.miseEnPage
        nonReconnus = counts.nonReconnus
        errors = document.diagnostics.count { $0.severity == .error }
        warnings = document.diagnostics.count { $0.severity == .warning }
    }
}

/// What is counted of the fiches of a document while it is read.
struct DocumentCounts: Equatable, Sendable {
    /// That of the first fiche.
    var format: SourceFormat?
    /// The fields that have a value in the first fiche.
    var champs = 0
    var mots = 0
    var repris = 0
    var miseEnPage = 0
    var nonReconnus = 0

    mutating func add(_ fiche: Fiche) {
        if format == nil {
            format = fiche.source.format
            champs = Champ.allCases.count { fiche.states($0) }
        }
        let couverture = fiche.source.couverture
        mots += couverture.mots
        repris += couverture.repris
        miseEnPage += couverture.motsMiseEnPage
        nonReconnus += couverture.nonReconnus
    }

    /// Adds what was counted of the fiches that follow.
    mutating func add(_ other: DocumentCounts) {
        if format == nil { (format, champs) = (other.format, other.champs) }
        mots += other.mots
        repris += other.repris
        miseEnPage += other.miseEnPage
        nonReconnus += other.nonReconnus
    }
}
