import FicheModel

/// The order of all fiches: by register and number, each section beginning a block of its own.
struct Places: Sendable {
    /// How many places one file of results holds.
    static let block = 32

    /// One register, or the fiches without a number.
    struct Section: Sendable {
        let repertoire: Repertoire?
        /// The first place; a multiple of `block`.
        let first: Int
        /// Numbers of entries, in the order of places.
        let entries: [Int]
    }

    let sections: [Section]
    /// The place of each entry.
    let ofEntry: [Int]
    /// The entry at each place; nil where none is.
    let entries: [Int?]

    init(_ fiches: [IndexedFiche]) {
        var sections: [Section] = []
        var ofEntry = [Int](repeating: 0, count: fiches.count)
        var entries: [Int?] = []
        for repertoire in [Repertoire.rncp, .rs, nil] {
            let own = fiches.indices.filter { fiches[$0].document.repertoire == repertoire }.sorted {
                let (left, right) = (fiches[$0].document, fiches[$1].document)
                if left.numero != right.numero { return left.numero < right.numero }
                return left.identifiant.utf8.lexicographicallyPrecedes(right.identifiant.utf8)
            }
            sections.append(Section(repertoire: repertoire, first: entries.count, entries: own))
            for entry in own {
                ofEntry[entry] = entries.count
                entries.append(entry)
            }
            while entries.count % Self.block != 0 { entries.append(nil) }
        }
        self.sections = sections
        self.ofEntry = ofEntry
        self.entries = entries
    }
}
