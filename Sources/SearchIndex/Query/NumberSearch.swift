/// Finds fiches by their number, with the manifest and the files of rows that may hold it.
enum NumberSearch {
    private static let exact = 1_000_000
    private static let prefix = 900_000
    /// Digits of a number of today.
    private static let usual = 5

    /// Exact numbers first, then those that begin so, in the order of registers and numbers.
    static func places(_ numero: QueryText.Numero, _ files: inout IndexFiles) throws -> [(place: Int, score: Int)] {
        guard let value = Int(numero.chiffres) else { return [] }
        var found: [(place: Int, score: Int)] = []
        var longer: [(place: Int, score: Int)] = []
        for section in files.manifest.sections where numero.prefixe == nil || numero.prefixe == section.prefixe {
            var starts: [Int] = []
            var reader = CompactNumberReader(section.premiers)
            while let next = reader.next() { starts.append((starts.last ?? 0) + next) }
            // After the first number of each file stands the last of all.
            guard let last = starts.popLast() else { continue }
            if value <= last { found += try places(value...value, starts, section, &files).map { ($0, exact) } }
            // A number that begins with a nought begins no other.
            guard numero.chiffres.utf8.count >= 3, value > 0, String(value) == numero.chiffres else { continue }
            var (low, high) = (value * 10, value * 10 + 9)
            // Longer numbers than the register gives are not looked for: that would take a file more.
            let longest = max(usual, String(last).utf8.count)
            for _ in numero.chiffres.utf8.count..<max(longest, numero.chiffres.utf8.count) {
                if low <= last { longer += try places(low...high, starts, section, &files).map { ($0, prefix) } }
                (low, high) = (low * 10, high * 10 + 9)
            }
        }
        return found + longer
    }

    private static func places(
        _ range: ClosedRange<Int>, _ starts: [Int], _ section: IndexFiles.Manifest.Section, _ files: inout IndexFiles
    ) throws -> [Int] {
        var block = max(0, starts.firstIndex(inSorted: { $0 > range.lowerBound }) - 1)
        var places: [Int] = []
        while block < starts.count, starts[block] <= range.upperBound {
            for row in try files.numbers(section, block) where range.contains(row.number) {
                places.append(row.fiche.place)
            }
            block += 1
        }
        return places
    }
}
