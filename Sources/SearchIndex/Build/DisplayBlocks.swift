import FicheModel
import JSONText

/// What the list of results shows of each fiche, 32 places a file.
enum DisplayBlocks {
    /// How many blocks share the part of their address that changes with what they hold.
    private static let group = 16

    /// Writes the files and returns the sections as the manifest has them.
    static func write(_ fiches: [IndexedFiche], _ places: Places, to files: inout [String: [UInt8]]) -> JSONValue {
        let successors = Successors(fiches)
        return .array(
            places.sections.map { section in
                let starts = Array(stride(from: 0, to: section.entries.count, by: Places.block))
                let blocks = starts.map { start in
                    let own = section.entries[start..<min(start + Places.block, section.entries.count)]
                    return JSONWriter.bytes(of: block(own.map { fiches[$0] }, successors))
                }
                var numbers: [UInt8] = []
                var previous = 0
                for start in starts where section.repertoire != nil {
                    let number = fiches[section.entries[start]].document.numero
                    CompactNumbers.append(number - previous, to: &numbers)
                    previous = number
                }
                var groups: [String] = []
                for first in stride(from: 0, to: blocks.count, by: group) {
                    let own = blocks[first..<min(first + group, blocks.count)]
                    let name = ContentName.of(own.joined())
                    groups.append(name)
                    for (offset, bytes) in own.enumerated() { files["fiches/\(name)/\(offset).json"] = bytes }
                }
                return [
                    "prefixe": .string(section.repertoire?.rawValue ?? ""), "nombre": .int(section.entries.count),
                    "premiers": .string(String(decoding: numbers, as: UTF8.self)), "groupes": .string(groups.joined()),
                ]
            })
    }

    private static func block(_ fiches: [IndexedFiche], _ successors: Successors) -> JSONValue {
        var types = Dictionary<String, Int>()
        var certifiers = Dictionary<String, Int>()
        func rank(_ text: String?, in list: inout [String: Int]) -> Int {
            guard let text, !text.isEmpty else { return 0 }
            return list[text] ?? {
                list[text] = list.count + 1
                return list.count
            }()
        }
        let rows = fiches.map { fiche in
            let document = fiche.document
            var row: [JSONValue] = [
                document.repertoire == nil ? .string(document.identifiant) : .int(document.numero),
                .string(document.intitule), .int(rank(document.type?.libelle, in: &types)), .int(document.niveau),
                .int(etats.firstIndex(of: fiche.etat.code) ?? 0), .int(document.dateFin?.dayNumber ?? 0),
                .int(document.dateLimiteDelivrance?.dayNumber ?? 0),
                .int(rank(document.certificateurs.first, in: &certifiers)), successors.value(of: document),
            ]
            if let repertoire = document.repertoire,
                document.identifiant != repertoire.rawValue.lowercased() + String(document.numero)
            {
                row.append(.string(document.identifiant))
            }
            while row.last == .int(0) { row.removeLast() }
            return JSONValue.array(row)
        }
        return ["fiches": .array(rows), "types": list(types), "certificateurs": list(certifiers)]
    }

    private static func list(_ ranks: [String: Int]) -> JSONValue {
        .strings(ranks.sorted { $0.value < $1.value }.map(\.key))
    }

    /// The states in the order of their numbers.
    static let etats = [
        "non-precisee", "en-vigueur", "echeance-proche", "echue", "depubliee", "declaree-active", "declaree-inactive",
    ]
}

/// The fiches that come after others, by their number.
private struct Successors {
    private var identifiants: [String: String] = [:]

    init(_ fiches: [IndexedFiche]) {
        for fiche in fiches {
            guard let repertoire = fiche.document.repertoire else { continue }
            identifiants[repertoire.rawValue + String(fiche.document.numero)] = fiche.document.identifiant
        }
    }

    /// The first successor that is in the catalogue, else the first that is stated; 0 for none.
    func value(of document: SearchDocument) -> JSONValue {
        let stated = document.suites.map { suite in
            let number = suite.numeroFiche.flatMap(Repertoire.parse)?.numero ?? suite.numeroFiche ?? ""
            return (number: number, identifiant: identifiants[number] ?? "", intitule: suite.intitule ?? "")
        }
        guard let first = stated.first(where: { !$0.identifiant.isEmpty }) ?? stated.first else { return .int(0) }
        return .strings([first.number, first.identifiant, first.intitule])
    }
}
