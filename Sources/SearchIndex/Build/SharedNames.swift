import JSONText

/// Names that the rows of many files have: all types, and the certifiers with the most fiches. Read once, they need not stand in each.
struct SharedNames {
    private static let most = 512

    /// Ranks from 1 on.
    let types: [String: Int]
    let certificateurs: [String: Int]
    let bytes: [UInt8]

    static let none = SharedNames(types: [], certificateurs: [])

    init(_ fiches: [IndexedFiche]) {
        var counts: [String: Int] = [:]
        var types: Set<String> = []
        for fiche in fiches {
            if let name = fiche.document.certificateurs.first { counts[name, default: 0] += 1 }
            if let type = fiche.document.type?.libelle, !type.isEmpty { types.insert(type) }
        }
        let frequent = counts.filter { $0.value > 1 && !$0.key.isEmpty }.sorted {
            $0.value != $1.value ? $0.value > $1.value : $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
        }
        self.init(types: Array(types), certificateurs: frequent.prefix(Self.most).map(\.key))
    }

    /// In the order of bytes, so that a fiche more leaves the ranks of others as they are.
    private init(types: [String], certificateurs: [String]) {
        let sorted = [types, certificateurs].map { $0.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
        let ranks = sorted.map { Dictionary(uniqueKeysWithValues: $0.enumerated().map { ($1, $0 + 1) }) }
        (self.types, self.certificateurs) = (ranks[0], ranks[1])
        bytes = JSONWriter.bytes(of: ["types": .strings(sorted[0]), "certificateurs": .strings(sorted[1])])
    }
}
