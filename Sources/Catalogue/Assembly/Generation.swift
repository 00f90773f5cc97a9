/// Two fiches of the catalogue of which the second follows the first.
public struct Generation: Equatable, Sendable {
    /// The places of the fiches in the model.
    public let avant: Int
    public let apres: Int

    public init(avant: Int, apres: Int) {
        self.avant = avant
        self.apres = apres
    }

    /// The address at which the two are compared, from the root of the site.
    ///
    /// - Parameters: the identifiants of the two fiches.
    public static func adresse(avant: String, apres: String) -> String { "versions/?avant=\(avant)&apres=\(apres)" }
}

extension CatalogueModel {
    /// Whether fiches can be put side by side: the pages read the JSON of two fiches at least.
    public var aComparer: Bool {
        configuration.outputs.comparaison && configuration.outputs.json && fiches.count > 1
    }

    /// The generations of which both fiches are here, in the order of the later one; empty where they are not compared.
    public var generations: [Generation] { aComparer ? fiches.indices.flatMap(generations) : [] }

    /// Whether there is one at all.
    var hasGenerations: Bool { aComparer && fiches.indices.contains { !generations(to: $0).isEmpty } }

    /// Those whose later fiche is the one at a place.
    private func generations(to index: Int) -> [Generation] {
        guard let numero = fiches[index].numeroFiche else { return [] }
        let earlier = fiches[index].anciennes + lineage.anciennes(declaringNext: numero)
        guard !earlier.isEmpty else { return [] }
        var seen: Set<Int> = [index]
        return earlier.compactMap { autre in
            guard let avant = self.index(ofNumero: autre), seen.insert(avant).inserted else { return nil }
            return Generation(avant: avant, apres: index)
        }
    }
}
