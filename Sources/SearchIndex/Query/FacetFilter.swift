/// Which places have one of some values of a facet.
enum FacetFilter {
    /// The facets whose column has one value a place.
    static let single: Set<String> = ["niveau", "etat", "type"]

    static func places(of name: String, having values: Set<String>, _ files: inout IndexFiles) throws -> Set<Int> {
        guard let column = try files.column(name), let list = column.valeurs else { return [] }
        let wanted = Set(list.indices.filter { values.contains(list[$0].first ?? "") })
        return single.contains(name) ? one(column, wanted) : several(column, wanted)
    }

    private static func one(_ column: IndexFiles.Column, _ wanted: Set<Int>) -> Set<Int> {
        let width = max(1, column.largeur ?? 1)
        let bytes = Array(column.colonne.utf8)
        var places: Set<Int> = []
        for place in 0..<(bytes.count / width) {
            var number = 0
            for byte in bytes[(place * width)..<(place * width + width)] {
                number = number << 6 | Int(CompactNumbers.values[Int(byte)] & 63)
            }
            if wanted.contains(number - 1) { places.insert(place) }
        }
        return places
    }

    private static func several(_ column: IndexFiles.Column, _ wanted: Set<Int>) -> Set<Int> {
        var reader = CompactNumberReader(column.colonne)
        var places: Set<Int> = []
        var place = 0
        while let count = reader.next() {
            for _ in 0..<count where reader.next().map(wanted.contains) == true { places.insert(place) }
            place += 1
        }
        return places
    }
}
