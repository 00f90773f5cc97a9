/// Finds fiches by their number, with the manifest and the blocks that may hold it.
enum NumberSearch {
    private static let exact = 1_000_000
    private static let prefix = 900_000
    /// Digits of a number of today.
    private static let usual = 5

    /// Exact numbers first, then those that begin so.
    static func places(_ numero: QueryText.Numero, _ files: inout IndexFiles) throws -> [(place: Int, score: Int)] {
        guard let value = Int(numero.chiffres) else { return [] }
        var found: [(place: Int, score: Int)] = []
        var longer: [(place: Int, score: Int)] = []
        var first = 0
        for section in files.manifest.sections {
            let blocks = (section.nombre + Places.block - 1) / Places.block
            defer { first += blocks }
            guard !section.prefixe.isEmpty, numero.prefixe == nil || numero.prefixe == section.prefixe, blocks > 0
            else {
                continue
            }
            var starts: [Int] = []
            var reader = CompactNumberReader(section.premiers)
            while let next = reader.next() { starts.append((starts.last ?? 0) + next) }
            found += try numbers(value...value, starts, first, &files).map { ($0, exact) }
            // A number that begins with a nought begins no other.
            guard numero.chiffres.utf8.count >= 3, value > 0, String(value) == numero.chiffres else { continue }
            var (low, high) = (value * 10, value * 10 + 9)
            // Longer numbers than the register gives are not looked for: that would take a file more.
            let longest = max(usual, String(starts.last ?? 0).utf8.count)
            for _ in numero.chiffres.utf8.count..<max(longest, numero.chiffres.utf8.count) {
                longer += try numbers(low...high, starts, first, &files).map { ($0, prefix) }
                (low, high) = (low * 10, high * 10 + 9)
            }
        }
        return found + longer.sorted { $0.place < $1.place }
    }

    private static func numbers(
        _ range: ClosedRange<Int>, _ starts: [Int], _ first: Int, _ files: inout IndexFiles
    ) throws -> [Int] {
        var block = max(0, starts.firstIndex(inSorted: { $0 > range.lowerBound }) - 1)
        var places: [Int] = []
        while block < starts.count, starts[block] <= range.upperBound {
            for (offset, row) in try files.block(first + block).fiches.enumerated() where range.contains(row.numero) {
                places.append((first + block) * Places.block + offset)
            }
            block += 1
        }
        return places
    }
}
