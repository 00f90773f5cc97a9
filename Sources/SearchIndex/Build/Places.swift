import FicheModel
import FrenchText

/// The order of all fiches: by title, so that fiches that answer one question are shown from few files and their places lie close
/// together; then by register, number and identifiant.
struct Places: Sendable {
    /// The place of each entry.
    let ofEntry: [Int32]
    /// The entry at each place.
    let entries: [Int]

    init(_ fiches: [IndexedFiche], _ workers: IndexWorkers) {
        let length = 1_024
        let pieces = stride(from: 0, to: fiches.count, by: length).map { fiches[$0..<min($0 + length, fiches.count)] }
        let keys = workers.map(pieces) { $0.map { Collation.key($0.document.intitule) } }.flatMap(\.self)
        entries = fiches.indices.sorted {
            if keys[$0] != keys[$1] { return keys[$0].lexicographicallyPrecedes(keys[$1]) }
            let (left, right) = (fiches[$0].document, fiches[$1].document)
            if left.register != right.register { return left.register < right.register }
            if left.numero != right.numero { return left.numero < right.numero }
            return left.identifiant.utf8.lexicographicallyPrecedes(right.identifiant.utf8)
        }
        var ofEntry = [Int32](repeating: 0, count: fiches.count)
        for (place, entry) in entries.enumerated() { ofEntry[entry] = Int32(place) }
        self.ofEntry = ofEntry
    }
}

extension SearchDocument {
    /// 0 for the RNCP, 1 for the RS, 2 for fiches without a number.
    var register: Int {
        switch repertoire {
        case .rncp: 0
        case .rs: 1
        case nil: 2
        }
    }

    /// The number with its prefix; empty where there is none.
    var numeroFiche: String { repertoire.map { $0.rawValue + String(numero) } ?? "" }
}
