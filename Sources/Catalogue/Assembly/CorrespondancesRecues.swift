import FicheDocument
import FicheModel

/// The correspondances that other fiches declare towards each fiche. Nothing is added to the fiche itself, which says
/// what its source says.
public struct CorrespondancesRecues: Sendable {
    private var byTarget: [String: [CorrespondanceRecue]] = [:]

    /// - Parameter fiches: in the order in which those that declare are listed.
    public init(_ fiches: [FicheSummary]) {
        for index in fiches.indices where !fiches[index].correspondances.isEmpty {
            guard let numero = fiches[index].numeroFiche else { continue }
            for link in fiches[index].correspondances where link.ficheCible != numero {
                byTarget[link.ficheCible, default: []].append(
                    CorrespondanceRecue(fiche: numero, blocsDeLAutre: link.blocs, blocsIci: link.blocsCibles))
            }
        }
    }

    /// What others declare towards the fiche of this number.
    public subscript(numero: String) -> [CorrespondanceRecue] { byTarget[numero] ?? [] }
}
