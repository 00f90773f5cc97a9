import FicheModel
import JSONText

/// The columns of the index: what ranking, facets and sorting need to know of every fiche.
enum IndexColumns {
    /// Writes the files and returns their names by the name of the column.
    static func write(
        _ fiches: [IndexedFiche], _ places: Places, _ workers: IndexWorkers, to files: inout [String: [UInt8]]
    ) -> [Name] {
        let rows = places.entries.map { fiches[$0] }
        let written = workers.map(columns) { column -> (name: String, bytes: [UInt8])? in
            column.make(rows).map { (column.name, JSONWriter.bytes(of: $0)) }
        }
        return written.compactMap(\.self).map { name, bytes in
            let hash = ContentName.of(bytes)
            files["colonnes/\(name)-\(hash).json"] = bytes
            return Name(column: name, hash: hash)
        }
    }

    /// The name of a column with the part of its file's name that changes.
    struct Name: Sendable {
        let column: String
        let hash: String
    }

    /// A column with its way of being made; nil where no fiche has anything to say in it.
    private struct Column: Sendable {
        let name: String
        let make: @Sendable ([IndexedFiche]) -> JSONValue?
    }

    private static let columns = [
        Column(name: "rang") { rank($0) },
        Column(name: "niveau") { rows in
            single(rows, order: (1...8).map(String.init)) { fiche in
                let niveau = fiche.document.niveau
                return niveau > 0 ? .init(valeur: String(niveau), libelle: "Niveau\u{A0}\(niveau)") : nil
            }
        },
        Column(name: "etat") { rows in
            single(rows, order: etats.map(\.0)) { fiche in
                .init(valeur: fiche.facette, libelle: etats.first { $0.0 == fiche.facette }?.1 ?? fiche.facette)
            }
        },
        Column(name: "type") { single($0) { $0.document.type } },
        Column(name: "voie") { rows in
            several(rows) { $0.document.voies.map { .init(valeur: $0.rawValue, libelle: $0.libelle) } }
        },
        Column(name: "nsf") { several($0) { $0.document.nsf } },
        Column(name: "rome") { several($0) { $0.document.rome } },
        Column(name: "certificateur") { rows in
            several(rows) { $0.document.certificateurs.map { .init(valeur: $0, libelle: $0) } }
        },
        Column(name: "convention") { several($0) { $0.document.conventions } },
        Column(name: "echeance") { deadlines($0) },
    ]

    /// The states of the facet with their names.
    private static let etats = [
        ("en-vigueur", "En vigueur"), ("remplacee", "Remplacée"), ("echue", "Échue"), ("depubliee", "Dépubliée"),
        ("declaree-active", "Déclarée active"), ("declaree-inactive", "Déclarée inactive"),
        ("non-precisee", "Non précisée"),
    ]

    private static func rank(_ rows: [IndexedFiche]) -> JSONValue {
        let text = rows.map { row in
            CompactNumbers.alphabet[16 * row.standing + min(15, row.document.titleLength)]
        }
        return ["colonne": .string(String(decoding: text, as: UTF8.self))]
    }

    private static func deadlines(_ rows: [IndexedFiche]) -> JSONValue {
        var text: [UInt8] = []
        for row in rows { CompactNumbers.append(max(0, (row.document.dateFin?.dayNumber ?? -1) + 1), to: &text) }
        return ["colonne": .string(String(decoding: text, as: UTF8.self))]
    }

    /// A facet of which a fiche has one value at most; nil when none has one. Values are in `order`, else by frequency.
    private static func single(
        _ rows: [IndexedFiche], order: [String]? = nil, _ value: (IndexedFiche) -> SearchDocument.Valeur?
    ) -> JSONValue? {
        let values = rows.map(value)
        let list = FacetValues(values.map { $0.map { [$0] } ?? [] }, order: order)
        guard !list.values.isEmpty else { return nil }
        let width = list.values.count < 64 ? 1 : 2
        var text: [UInt8] = []
        for value in values {
            let number = value.flatMap { list.ranks[$0.valeur] }.map { min($0 + 1, 4095) } ?? 0
            if width == 2 { text.append(CompactNumbers.alphabet[number >> 6]) }
            text.append(CompactNumbers.alphabet[number & 63])
        }
        return [
            "valeurs": list.json, "largeur": .int(width), "colonne": .string(String(decoding: text, as: UTF8.self)),
        ]
    }

    /// A facet of which a fiche may have several values; nil when none has one.
    private static func several(_ rows: [IndexedFiche], _ values: (IndexedFiche) -> [SearchDocument.Valeur])
        -> JSONValue?
    {
        let values = rows.map(values)
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
