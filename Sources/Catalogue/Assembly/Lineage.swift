/// What comes before and after each fiche, seen from both sides.
///
/// A link is often declared by one of the two fiches only: the other then learns of it here. Nothing is added to the
/// fiche itself, which says what its source says.
public struct Lineage: Equatable, Sendable {
    private var avant: [String: [String]] = [:]
    private var apres: [String: [String]] = [:]

    /// - Parameter fiches: in the order in which their links are listed.
    public init(_ fiches: [FicheSummary]) {
        for fiche in fiches {
            guard let numero = fiche.numeroFiche else { continue }
            for ancienne in fiche.anciennes where ancienne != numero { apres[ancienne, default: []].append(numero) }
            for nouvelle in fiche.nouvelles where nouvelle != numero { avant[nouvelle, default: []].append(numero) }
        }
    }

    /// Numbers of the fiches that declare to be followed by `numero`.
    public func anciennes(declaringNext numero: String) -> [String] { avant[numero] ?? [] }

    /// Numbers of the fiches that declare to follow `numero`.
    public func nouvelles(declaringPrevious numero: String) -> [String] { apres[numero] ?? [] }
}
