import FicheModel
import FrenchText
import JSONText

/// Tells the lines of a field apart by its parts: which lines gave which bloc, which route, which text of law.
///
/// The parts follow each other in a document: of all ways to cut the lines into runs, the one is taken in which most words
/// stand in the part of their run, going on to the next part counting against one word and a leap against two. Parts of the
/// same words (a jury that is repeated) share their lines.
public struct DetailedProvenance: Sendable {
    /// A part of a field with its lines.
    public struct Part: Equatable, Sendable {
        /// The number of the bloc, the key of the route, the rank of the text (from 1).
        public let cle: String
        public let libelle: String
        /// The lines from 1, in order; none where the source has none of its own ("Idem").
        public let lignes: [Int]

        public init(cle: String, libelle: String, lignes: [Int]) {
            (self.cle, self.libelle, self.lignes) = (cle, libelle, lignes)
        }
    }

    /// The fields that have parts.
    public static let champs: [Champ] = [.certificateurs, .blocsCompetences, .voiesAcces, .baseLegale]

    /// The parts of a field, as its reader knows them or else as the words tell; empty where it has none.
    ///
    /// - Parameter text: what the lines of the fiche are those of; nil where there is no such text.
    public static func parts(of champ: Champ, in read: ReadFiche, text: SourceText?) -> [Part] {
        if let known = read.parts[champ] { return known }
        guard let text else { return [] }
        let named = named(champ, in: read.fiche)
        guard !named.isEmpty else { return [] }
        var values: [JSONValue] = []
        for part in named where !values.contains(part.value) { values.append(part.value) }
        let numbers = Set(read.provenance[champ] ?? []).sorted().filter {
            text.lines.indices.contains($0 - text.firstLine)
        }
        let lines = numbers.map { words(of: text.lines[$0 - text.firstLine].text) }
        let stocks = values.map { WordStock(of: $0) }
        let found = lines.map { words in stocks.map { stock in words.count { stock.holds($0) } } }
        var given = [[Int]](repeating: [], count: values.count)
        for (line, part) in runs(found).enumerated() where found[line][part] > 0 { given[part].append(numbers[line]) }
        return named.map { part in
            Part(
                cle: part.cle, libelle: part.libelle,
                lignes: values.firstIndex(of: part.value).map { given[$0] } ?? [])
        }
    }

    /// What going on to the next part costs, and to any other one, in words.
    private static let (next, other) = (1, 2)

    /// The part of each line, from the words of the line that stand in each part.
    private static func runs(_ found: [[Int]]) -> [Int] {
        guard let first = found.first else { return [] }
        var worth = first
        var before: [[Int]] = [Array(first.indices)]
        for counts in found.dropFirst() {
            let best = worth.indices.max { worth[$0] < worth[$1] } ?? 0
            // Staying wins over going on, and going on over a leap, where they are worth as much.
            let ways = worth.indices.map { part in
                var way = (from: part, worth: worth[part])
                if part > 0, worth[part - 1] - next > way.worth { way = (part - 1, worth[part - 1] - next) }
                if worth[best] - other > way.worth { way = (best, worth[best] - other) }
                return way
            }
            before.append(ways.map(\.from))
            worth = worth.indices.map { ways[$0].worth + counts[$0] }
        }
        var part = worth.indices.max { worth[$0] < worth[$1] } ?? 0
        var parts: [Int] = []
        for choices in before.reversed() {
            parts.append(part)
            part = choices[part]
        }
        return parts.reversed()
    }

    private static func named(_ champ: Champ, in fiche: Fiche) -> [(cle: String, libelle: String, value: JSONValue)] {
        let names: [(cle: String, libelle: String)] =
            switch champ {
            case .certificateurs: fiche.certificateurs.enumerated().map { (String($0 + 1), $1.nom) }
            case .blocsCompetences: fiche.blocsCompetences.map { (String($0.numero), $0.libelle) }
            case .baseLegale: fiche.baseLegale.enumerated().map { (String($0 + 1), $1.texte) }
            default: []
            }
        if champ == .voiesAcces, case .object(let voies) = fiche.json(of: champ) {
            // The jury alone has lines that can be told apart: an X has none, and a year may stand in each route.
            return voies.map { voie in
                guard case .object(let members) = voie.value else { return (voie.key, "", .null) }
                return (voie.key, "", members.first { $0.key == "composition_jury" }?.value ?? .null)
            }
        }
        guard case .array(let values) = fiche.json(of: champ), values.count == names.count else { return [] }
        return zip(names, values).map { ($0.cle, $0.libelle, $1) }
    }

    private static func words(of text: String) -> [FoldedHash] {
        var text = text
        return text.withUTF8 { bytes in
            var words: [FoldedHash] = []
            WordScanner.scan(bytes) { words.append(FoldedHash(UnsafeBufferPointer(rebasing: bytes[$0]))) }
            return words
        }
    }
}
