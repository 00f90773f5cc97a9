import FicheModel
import FrenchText
import Threads

/// Which fiches are published, and in which order: by their places in a list of summaries. It follows from what the summaries
/// say, wherever they were found.
public struct AssemblyOrder: Equatable, Sendable {
    /// A fiche that is not published because another has its number, or its address.
    struct Twin: Equatable, Sendable {
        var second: Int
        var first: Int
        var isNumber: Bool
    }

    /// The fiches that are published, in the order of their titles.
    private(set) var places: [Int] = []
    /// The initial of the title of each of them.
    private(set) var initiales: [Initial] = []
    private(set) var twins: [Twin] = []

    /// For a description of fields to fill.
    public init() {}

    /// - Parameters:
    ///   - summaries: in the order of precedence: by source, then by path.
    ///   - drafts: whether drafts count.
    ///   - threads: on how many the order is found.
    public init(_ summaries: [FicheSummary], drafts: Bool, threads: Int = 1) {
        var byNumber: [String: Int] = [:]
        var byIdentifier: [String: Int] = [:]
        byNumber.reserveCapacity(summaries.count)
        byIdentifier.reserveCapacity(summaries.count)
        var kept: [Int] = []
        kept.reserveCapacity(summaries.count)
        for place in summaries.indices where drafts || !summaries[place].brouillon {
            let (numero, identifiant) = (summaries[place].numeroFiche, summaries[place].identifiant)
            if let numero, let other = byNumber[numero] {
                twins.append(Twin(second: place, first: other, isNumber: true))
                continue
            }
            if let other = byIdentifier.updateValue(place, forKey: identifiant) {
                byIdentifier[identifiant] = other
                twins.append(Twin(second: place, first: other, isNumber: false))
                continue
            }
            if let numero { byNumber[numero] = place }
            kept.append(place)
        }
        sort(kept, of: summaries, threads)
    }

    private mutating func sort(_ kept: [Int], of summaries: [FicheSummary], _ threads: Int) {
        let length = 2048
        let parts = stride(from: 0, to: kept.count, by: length).map { kept[$0..<min($0 + length, kept.count)] }
        var keys = ByteOrder()
        for part in ParallelMap.map(parts, threads: threads, { Self.keys($0, of: summaries) }) { keys.append(part) }
        let order = keys.places
        places = order.map { kept[$0] }
        initiales = order.map { Initial(ofKey: keys.first(at: $0)) }
    }

    private static func keys(_ places: ArraySlice<Int>, of summaries: [FicheSummary]) -> ByteOrder {
        var keys = ByteOrder()
        for place in places {
            keys.append(Collation.key(summaries[place].intitule) + [0] + Array(summaries[place].identifiant.utf8))
        }
        return keys
    }

    /// Its fields, for `Packing`.
    public mutating func carry(_ packing: inout Packing) {
        packing.list(&places, 0) { $0.number(&$1) }
        packing.list(&initiales, .aucune) { packing, initiale in
            var code = initiale.code
            packing.number(&code)
            if packing.isReading { initiale = Initial(code: code) ?? .aucune }
        }
        packing.list(&twins, Twin(second: 0, first: 0, isNumber: false)) { packing, twin in
            packing.number(&twin.second)
            packing.number(&twin.first)
            packing.truth(&twin.isNumber)
        }
    }

    /// Whether all places are those of a list of so many.
    public func fits(_ count: Int) -> Bool {
        let known = 0..<count
        return places.count == initiales.count && places.allSatisfy(known.contains)
            && twins.allSatisfy { known.contains($0.first) && known.contains($0.second) }
    }

    /// How many fiches are published.
    public var count: Int { places.count }
}
