import FicheModel
import FrenchText
import JSONText

/// The columns of the index: what ranking, facets and sorting need to know of every fiche.
enum IndexColumns {
    /// Writes the files and returns their names by the name of the column.
    static func write(_ fiches: [IndexedFiche], _ places: Places, to files: inout [String: [UInt8]]) -> JSONValue {
        let rows = places.entries.map { $0.map { fiches[$0] } }
        var columns: [(String, JSONValue?)] = [
            ("rang", rank(rows)),
            ("niveau", single(rows, order: (1...8).map(String.init)) { fiche in
                let niveau = fiche.document.niveau
                return niveau > 0 ? .init(valeur: String(niveau), libelle: "Niveau\u{A0}\(niveau)") : nil
            }),
            ("etat", single(rows, order: etats.map(\.0)) { fiche in
                .init(valeur: fiche.facette, libelle: etats.first { $0.0 == fiche.facette }?.1 ?? fiche.facette)
            }),
            ("type", single(rows) { $0.document.type }),
        ]
        columns += [
            ("voie", several(rows) { $0.document.voies.map { .init(valeur: $0.rawValue, libelle: $0.libelle) } }),
            ("nsf", several(rows) { $0.document.nsf }), ("rome", several(rows) { $0.document.rome }),
            ("certificateur", several(rows) { $0.document.certificateurs.map { .init(valeur: $0, libelle: $0) } }),
            ("convention", several(rows) { $0.document.conventions }), ("echeance", deadlines(rows)), ("intitule", titles(rows)),
        ]
        return .object(
            columns.compactMap { name, column in
                guard let column else { return nil }
                let bytes = JSONWriter.bytes(of: column)
                let hash = ContentName.of(bytes)
                files["colonnes/\(name)-\(hash).json"] = bytes
                return JSONValue.Member(name, .string(hash))
            })
    }

    /// The states of the facet with their names.
    private static let etats = [
        ("en-vigueur", "En vigueur"), ("remplacee", "Remplacée"), ("echue", "Échue"), ("depubliee", "Dépubliée"),
        ("declaree-active", "Déclarée active"), ("declaree-inactive", "Déclarée inactive"), ("non-precisee", "Non précisée"),
    ]

    private static func rank(_ rows: [IndexedFiche?]) -> JSONValue {
        let text = rows.map { row in
            CompactNumbers.alphabet[row.map { 16 * $0.standing + min(15, $0.document.titleLength) } ?? 0]
        }
        return ["colonne": .string(String(decoding: text, as: UTF8.self))]
    }

    private static func deadlines(_ rows: [IndexedFiche?]) -> JSONValue {
        var text: [UInt8] = []
        for row in rows { CompactNumbers.append(max(0, (row?.document.dateFin?.dayNumber ?? -1) + 1), to: &text) }
        return ["colonne": .string(String(decoding: text, as: UTF8.self))]
    }

    private static func titles(_ rows: [IndexedFiche?]) -> JSONValue {
        let keys = rows.map { $0.map { Collation.key($0.document.intitule) } ?? [] }
        let order = rows.indices.sorted {
            keys[$0] == keys[$1] ? $0 < $1 : keys[$0].lexicographicallyPrecedes(keys[$1])
        }
        var ranks = [Int](repeating: 0, count: rows.count)
        for (rank, place) in order.enumerated() { ranks[place] = rank }
        var text: [UInt8] = []
        for rank in ranks { CompactNumbers.append(rank, to: &text) }
        return ["colonne": .string(String(decoding: text, as: UTF8.self))]
    }

    /// A facet of which a fiche has one value at most; nil when none has one. Values are in `order`, else by frequency.
    private static func single(
        _ rows: [IndexedFiche?], order: [String]? = nil, _ value: (IndexedFiche) -> SearchDocument.Valeur?
    ) -> JSONValue? {
        let values = rows.map { $0.flatMap(value) }
        let list = FacetValues(values.map { $0.map { [$0] } ?? [] }, order: order)
        guard !list.values.isEmpty else { return nil }
        let width = list.values.count < 64 ? 1 : 2
        var text: [UInt8] = []
        for value in values {
            let number = value.flatMap { list.ranks[$0.valeur] }.map { min($0 + 1, 4095) } ?? 0
            if width == 2 { text.append(CompactNumbers.alphabet[number >> 6]) }
            text.append(CompactNumbers.alphabet[number & 63])
        }
        return ["valeurs": list.json, "largeur": .int(width), "colonne": .string(String(decoding: text, as: UTF8.self))]
    }

    /// A facet of which a fiche may have several values; nil when none has one.
    private static func several(_ rows: [IndexedFiche?], _ values: (IndexedFiche) -> [SearchDocument.Valeur]) -> JSONValue? {
        let values = rows.map { $0.map(values) ?? [] }
        let list = FacetValues(values, order: nil)
        guard !list.values.isEmpty else { return nil }
        var text: [UInt8] = []
        for row in values {
            let ranks = Set(row.compactMap { list.ranks[$0.valeur] }).sorted()
            CompactNumbers.append(ranks.count, to: &text)
            for rank in ranks { CompactNumbers.append(rank, to: &text) }
        }
        return ["valeurs": list.json, "colonne": .string(String(decoding: text, as: UTF8.self))]
    }
}

/// The values of a facet in their order.
private struct FacetValues {
    let values: [SearchDocument.Valeur]
    let ranks: [String: Int]

    init(_ rows: [[SearchDocument.Valeur]], order: [String]?) {
        var counts: [String: Int] = [:]
        var labels: [String: String] = [:]
        for value in rows.joined() {
            counts[value.valeur, default: 0] += 1
            // Of several labels of one code the shortest that says more than the code.
            let label = labels[value.valeur] ?? value.valeur
            let isBetter =
                label == value.valeur
                || (value.libelle != value.valeur
                    && (value.libelle.utf8.count, value.libelle) < (label.utf8.count, label))
            labels[value.valeur] = isBetter ? value.libelle : label
        }
        let names: [String]
        if let order {
            names = order.filter { counts[$0] != nil }
        } else {
            names = counts.sorted {
                $0.value != $1.value ? $0.value > $1.value : $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
            }.map(\.key)
        }
        values = names.map { SearchDocument.Valeur(valeur: $0, libelle: labels[$0] ?? $0) }
        ranks = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    }

    var json: JSONValue {
        .array(values.map { $0.valeur == $0.libelle ? .strings([$0.valeur]) : .strings([$0.valeur, $0.libelle]) })
    }
}
