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
        let all = document.fiches.map(\.fiche)
        name = document.name
        format = all.first?.source.format
        fiches = all.map(\.identifiant)
        champs =
            all.first.map { fiche in
                Champ.allCases.count { fiche.states($0) }
            } ?? 0
        mots = all.reduce(0) { $0 + $1.source.couverture.mots }
        repris = all.reduce(0) { $0 + $1.source.couverture.repris }
        miseEnPage = all.reduce(0) { $0 + $1.source.couverture.motsMiseEnPage }
        nonReconnus = all.reduce(0) { $0 + $1.source.couverture.nonReconnus }
        errors = document.diagnostics.count { $0.severity == .error }
        warnings = document.diagnostics.count { $0.severity == .warning }
    }
}
