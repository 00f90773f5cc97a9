import FicheModel
import FicheReaders
import JSONText

/// From which lines of the document each field of a fiche comes.
struct ProvenanceReport {
    private let fiches: [ReadFiche]

    init(_ fiches: [ReadFiche]) { self.fiches = fiches }

    var json: JSONValue {
        .array(
            fiches.map { read in
                [
                    "identifiant": .string(read.fiche.identifiant),
                    "champs": .object(
                        Self.lines(of: read).map { champ, lines in
                            JSONValue.Member(champ.rawValue, .array(lines.map(JSONValue.int)))
                        }),
                ]
            })
    }

    var text: String {
        fiches.map { read in
            "\(read.fiche.numeroFiche ?? read.fiche.identifiant) — \(read.fiche.intitule)\n"
                + Self.lines(of: read).map { champ, lines in
                    TextTable.padded(champ.rawValue, to: 36) + "lignes \(Self.spans(of: lines))\n"
                }.joined()
        }.joined(separator: "\n")
    }

    /// The fields in the order of the contract.
    private static func lines(of read: ReadFiche) -> [(Champ, [Int])] {
        Champ.allCases.compactMap { champ in read.provenance[champ].map { (champ, Array(Set($0)).sorted()) } }
    }

    /// `[3, 4, 5, 9]` as "3–5, 9".
    private static func spans(of lines: [Int]) -> String {
        var spans: [(first: Int, last: Int)] = []
        for line in lines {
            if let open = spans.last, open.last + 1 == line {
                spans[spans.count - 1].last = line
            } else {
                spans.append((line, line))
            }
        }
        return spans.map { $0.first == $0.last ? "\($0.first)" : "\($0.first)–\($0.last)" }.joined(separator: ", ")
    }
}
