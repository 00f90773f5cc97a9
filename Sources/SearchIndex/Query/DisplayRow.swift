import FicheModel

/// One row of a file of rows: `Documentation/recherche-format.md`, 3.5.
struct DisplayRow {
    /// The number without its prefix; 0 where the fiche has none.
    let number: Int
    let fiche: FoundFiche

    /// The states in the order of their numbers.
    static let etats = [
        "non-precisee", "en-vigueur", "echeance-proche", "echue", "depubliee", "declaree-active", "declaree-inactive",
    ]

    /// Names that rows of many files have.
    struct Names: Decodable {
        let types: [String]
        let certificateurs: [String]

        static let none = Names(types: [], certificateurs: [])
    }

    /// The columns of a file as they stand in it.
    struct File: Decodable {
        let titles: [String]
        /// Numbers, states, natures, holders, ends, limits, successors.
        let columns: [String]
        let types: [String]
        let certifiers: [String]
        /// By row: identifiant, then number, identifiant and title of the successor, then number.
        let exceptions: [Int: [String]]
        /// Empty in a file in the order of places.
        let places: String

        init(from decoder: any Decoder) throws {
            var list = try decoder.unkeyedContainer()
            titles = try list.decode([String].self)
            var columns: [String] = []
            for _ in 0..<7 { columns.append(try list.decode(String.self)) }
            self.columns = columns
            types = try list.decode([String].self)
            certifiers = try list.decode([String].self)
            var rows = try list.nestedUnkeyedContainer()
            var exceptions: [Int: [String]] = [:]
            while !rows.isAtEnd {
                var row = try rows.nestedUnkeyedContainer()
                let number = try row.decode(Int.self)
                while !row.isAtEnd { exceptions[number, default: []].append(try row.decode(String.self)) }
            }
            self.exceptions = exceptions
            places = list.isAtEnd ? "" : try list.decode(String.self)
        }
    }

    static func rows(_ file: File, _ names: Names) -> [DisplayRow] {
        let types = names.types + file.types
        let certifiers = names.certificateurs + file.certifiers
        let codes = [file.columns[0], file.columns[6]].map { Array($0.utf8) }
        let states = Array(file.columns[1].utf8)
        let numbers = [2, 3, 4].map { Self.numbers(file.columns[$0]) }
        let places = Self.numbers(file.places)
        return CompactNumbers.texts(file.titles).enumerated().map { row, title in
            let exception = file.exceptions[row] ?? []
            func exceptional(_ index: Int) -> String { exception.indices.contains(index) ? exception[index] : "" }
            func named(_ list: [String], _ column: Int) -> String? {
                let rank = numbers[column].indices.contains(row) ? numbers[column][row] : 0
                return list.indices.contains(rank - 1) ? list[rank - 1] : nil
            }
            let number = exceptional(4).isEmpty ? FicheNumber(code: code(codes[0], row)).text : exceptional(4)
            let successor = FicheNumber(code: code(codes[1], row)).text
            let state = states.indices.contains(row) ? Int(CompactNumbers.values[Int(states[row])]) : 0
            let end = numbers[2].indices.contains(row) ? numbers[2][row] : 0
            let fiche = FoundFiche(
                place: places.indices.contains(row) ? places[row] : 0,
                identifiant: exceptional(0).isEmpty ? number.lowercased() : exceptional(0), numero: number,
                intitule: title, type: named(types, 0), niveau: state / etats.count, etat: etats[state % etats.count],
                fin: end == 0 ? nil : CalendarDate(dayNumber: end), certificateur: named(certifiers, 1),
                suite: [successor, exceptional(1), exceptional(3)].first { !$0.isEmpty }, score: 0)
            return DisplayRow(number: Int(number.drop { !$0.isNumber }) ?? 0, fiche: fiche)
        }
    }

    private static func code(_ text: [UInt8], _ row: Int) -> Int {
        guard text.indices.contains(3 * row + 2) else { return 0 }
        return text[(3 * row)...(3 * row + 2)].reduce(0) { $0 << 6 | Int(CompactNumbers.values[Int($1)] & 63) }
    }

    private static func numbers(_ text: String) -> [Int] {
        var reader = CompactNumberReader(text)
        var numbers: [Int] = []
        while let number = reader.next() { numbers.append(number) }
        return numbers
    }
}
