/// The facets and the orders of a list: `Documentation/recherche-format.md`, 4.6.
struct Facets {
    /// Their names, in the order in which they are offered.
    static let names = ["niveau", "etat", "type", "voie", "nsf", "rome", "certificateur", "convention"]
    /// Those whose column has one value a place.
    private static let single: Set<String> = ["niveau", "etat", "type"]

    /// One facet: its values, and the ranks of those of each place.
    private struct Facet {
        let name: String
        let values: [[String]]
        let ranks: [[Int]]
        /// Nil where nothing is asked of it.
        let wanted: Set<Int>?
        var counts: [Int]

        func holds(_ place: Int) -> Bool {
            guard let wanted else { return true }
            return ranks.indices.contains(place) && ranks[place].contains(where: wanted.contains)
        }
    }

    /// The places that hold all filters, in the same order, and the counts of the facets asked for and filtered by: a facet counts
    /// what is in the list under the filters of all others.
    static func filter(
        _ ranked: [(place: Int, score: Int)], _ filters: [String: [String]], counting asked: [String],
        _ files: inout IndexFiles
    ) throws -> (ranked: [(place: Int, score: Int)], counts: [FacetCount]) {
        var facets: [Facet] = []
        for name in names where filters[name] != nil || asked.contains(name) {
            guard let column = try files.column(name), let values = column.valeurs else { continue }
            let wanted = filters[name].map { own in Set(values.indices.filter { own.contains(values[$0].first ?? "") })
            }
            facets.append(
                Facet(
                    name: name, values: values, ranks: single.contains(name) ? one(column) : several(column),
                    wanted: wanted, counts: Array(repeating: 0, count: values.count)))
        }
        // A facet that no fiche has: nothing holds a filter on it.
        guard filters.keys.allSatisfy({ name in facets.contains { $0.name == name } }) else { return ([], []) }
        var kept: [(place: Int, score: Int)] = []
        for entry in ranked {
            let missed = facets.indices.filter { !facets[$0].holds(entry.place) }
            if missed.isEmpty { kept.append(entry) }
            for index in facets.indices where missed.isEmpty || missed == [index] {
                guard facets[index].ranks.indices.contains(entry.place) else { continue }
                for rank in facets[index].ranks[entry.place] where facets[index].counts.indices.contains(rank) {
                    facets[index].counts[rank] += 1
                }
            }
        }
        let counts = facets.map { facet in
            FacetCount(
                facette: facet.name,
                valeurs: facet.values.indices.compactMap { rank in
                    guard facet.counts[rank] > 0 || facet.wanted?.contains(rank) == true else { return nil }
                    let value = facet.values[rank]
                    return .init(
                        valeur: value.first ?? "", libelle: value.last ?? "", nombre: facet.counts[rank])
                })
        }
        return (kept, counts)
    }

    /// The places of one value or another of a facet.
    static func places(of name: String, having values: Set<String>, _ files: inout IndexFiles) throws -> Set<Int> {
        guard let column = try files.column(name), let list = column.valeurs else { return [] }
        let wanted = Set(list.indices.filter { values.contains(list[$0].first ?? "") })
        let ranks = single.contains(name) ? one(column) : several(column)
        return Set(ranks.indices.filter { ranks[$0].contains(where: wanted.contains) })
    }

    /// The entries in another order than that of scores.
    ///
    /// - Parameter today: the day that parts dates to come from those that have passed, as a number.
    static func sort(
        _ ranked: [(place: Int, score: Int)], by sort: SearchSort, today: Int, _ files: inout IndexFiles
    ) throws -> [(place: Int, score: Int)] {
        switch sort {
        case .pertinence: return ranked
        case .intitule: return ranked.sorted { $0.place < $1.place }
        case .echeance:
            var days: [Int] = []
            var reader = CompactNumberReader(try files.column("echeance")?.colonne ?? "")
            while let day = reader.next() { days.append(day) }
            func key(_ place: Int) -> (Int, Int) {
                let day = days.indices.contains(place) ? days[place] : 0
                if day == 0 { return (2, 0) }
                return day - 1 >= today ? (0, day) : (1, -day)
            }
            return ranked.map { (key($0.place), $0) }.sorted {
                $0.0 != $1.0 ? $0.0 < $1.0 : $0.1.place < $1.1.place
            }.map(\.1)
        }
    }

    private static func one(_ column: IndexFiles.Column) -> [[Int]] {
        let width = max(1, column.largeur ?? 1)
        let bytes = Array(column.colonne.utf8)
        return stride(from: 0, to: bytes.count - width + 1, by: width).map { start in
            let number = bytes[start..<start + width].reduce(0) {
                $0 << 6 | Int(CompactNumbers.values[Int($1)] & 63)
            }
            return number == 0 ? [] : [number - 1]
        }
    }

    private static func several(_ column: IndexFiles.Column) -> [[Int]] {
        var reader = CompactNumberReader(column.colonne)
        var ranks: [[Int]] = []
        while let count = reader.next() {
            var own: [Int] = []
            for _ in 0..<count {
                guard let rank = reader.next() else { break }
                own.append(rank)
            }
            ranks.append(own)
        }
        return ranks
    }
}

/// How a list is ordered.
public enum SearchSort: String, CaseIterable, Sendable {
    /// The best first.
    case pertinence
    /// Dates to come first, the next one at the head; then those that have passed, the last one at the head; then fiches without one.
    case echeance
    /// In the French order of titles.
    case intitule
}

/// How many fiches of a list have each value of a facet.
public struct FacetCount: Equatable, Sendable {
    /// One value: what addresses name, what is shown, and how many fiches have it.
    public struct Valeur: Equatable, Sendable {
        public let valeur: String
        public let libelle: String
        public let nombre: Int
    }

    public let facette: String
    /// In the order of the column; values that no fiche of the list has are left out, unless the list is filtered by them.
    public let valeurs: [Valeur]
}
