import FicheModel
import FicheReaders
import JSONText

/// From which lines of the document each field of a fiche comes, and the parts of the fields that have parts.
struct ProvenanceReport {
    private let accounts: [FicheProvenance]

    /// - Parameter text: what the lines are those of; without it the parts of the fields are not told apart.
    init(_ result: ReadResult, text: SourceText?) {
        accounts = result.fiches.map { FicheProvenance($0, text: text) }
    }

    var json: JSONValue { .array(accounts.map(\.json)) }
    var text: String { accounts.map(\.text).joined(separator: "\n") }
}

/// The same for one fiche.
private struct FicheProvenance {
    private let read: ReadFiche
    private let source: SourceText?

    init(_ read: ReadFiche, text: SourceText?) {
        self.read = read
        source = text
    }

    var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("identifiant", .string(read.fiche.identifiant)),
            .init("format", .string(read.fiche.source.format.rawValue)),
            .init("champs", .object(fields.map { .init($0.rawValue, .array(lines(of: $0).map(JSONValue.int))) })),
        ]
        if !read.files.isEmpty {
            let files = fields.map { JSONValue.Member($0.rawValue, .optional(read.files[$0])) }
            members.append(.init("fichiers", .object(files)))
        }
        members.append(
            .init(
                "details",
                .object(
                    DetailedProvenance.champs.map { champ in
                        .init(
                            champ.rawValue,
                            .array(
                                parts(of: champ).map { part in
                                    [
                                        "cle": .string(part.cle), "libelle": .string(part.libelle),
                                        "lignes": .array(part.lignes.map(JSONValue.int)),
                                    ]
                                }))
                    })))
        members.append(
            .init(
                "deduits",
                .object(derived.map { .init($0.rawValue, .optional(origin(of: $0)?.rawValue)) })))
        members.append(
            .init(
                "non_reconnus",
                .array(
                    read.fiche.source.couverture.passages.map {
                        ["ligne": .int($0.ligne), "texte": .string($0.texte)]
                    })))
        return .object(members)
    }

    var text: String {
        let fiche = read.fiche
        var text = "\(fiche.numeroFiche ?? fiche.identifiant) — \(fiche.intitule)\n"
        text += "forme reconnue : \(fiche.source.format.libelle)\n"
        for champ in Champ.allCases {
            if fields.contains(champ) {
                let file = read.files[champ].map { " de \($0)" } ?? ""
                text += TextTable.padded(champ.rawValue, to: 36) + Self.words(for: lines(of: champ)) + file + "\n"
                for part in parts(of: champ) { text += row(part, of: champ) }
            } else if derived.contains(champ) {
                let origin =
                    origin(of: champ).map { "déduit de « \($0.rawValue) »" } ?? "sans ligne qui lui soit propre"
                text += TextTable.padded(champ.rawValue, to: 36) + origin + "\n"
            }
        }
        let passages = fiche.source.couverture.passages
        if !passages.isEmpty { text += "non reconnus\n" }
        for passage in passages { text += "  ligne \(passage.ligne) : \(passage.texte)\n" }
        return text
    }

    private func row(_ part: DetailedProvenance.Part, of champ: Champ) -> String {
        let name = champ == .voiesAcces ? part.cle : "\(part.cle). \(part.libelle)"
        return TextTable.padded("  " + Self.shortened(name, to: 32), to: 36)
            + (part.lignes.isEmpty ? "sans ligne qui lui soit propre" : Self.words(for: part.lignes)) + "\n"
    }

    /// The fields that have lines, in the order of the contract.
    private var fields: [Champ] { Champ.allCases.filter { read.provenance[$0]?.isEmpty == false } }

    /// The fields that say something and have no line.
    private var derived: [Champ] {
        Champ.allCases.filter { read.fiche.states($0) && read.provenance[$0]?.isEmpty != false }
    }

    /// The field that one without lines follows from, where the contract says so.
    private func origin(of champ: Champ) -> Champ? {
        let candidates: [Champ] =
            switch champ {
            case .identifiant: [.numeroFiche, .intitule]
            case .repertoire: [.numeroFiche]
            case .enregistrement: read.fiche.enregistrement.deriveDeLaBaseLegale ? [.baseLegale] : []
            case .anciennesCertifications: [.historique]
            case .abrege: [.intitule]
            default: []
            }
        return candidates.first { read.provenance[$0]?.isEmpty == false }
    }

    private func lines(of champ: Champ) -> [Int] { Set(read.provenance[champ] ?? []).sorted() }

    /// The parts that say something.
    private func parts(of champ: Champ) -> [DetailedProvenance.Part] {
        guard DetailedProvenance.champs.contains(champ) else { return [] }
        return DetailedProvenance.parts(of: champ, in: read, text: source).filter { part in
            guard champ == .voiesAcces, let code = CodeVoieAcces(rawValue: part.cle) else { return true }
            let voie = read.fiche.voiesAcces[code]
            return voie.ouverte != nil || voie.compositionJury != nil || !part.lignes.isEmpty
        }
    }

    private static func shortened(_ text: String, to width: Int) -> String {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.count <= width ? line : line.prefix(width - 1) + "…"
    }

    private static func words(for lines: [Int]) -> String {
        (lines.count == 1 ? "ligne " : "lignes ") + spans(of: lines)
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
