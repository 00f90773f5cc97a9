import FicheModel
import FrenchText
import JSONText

/// Tells the lines of a field apart by its parts: which lines gave which bloc, which route, which text of law.
///
/// A line goes to the part in which most of its words are found, each word of a part found once; of two that have as many,
/// to the one that the line before went to, else to the first.
public struct DetailedProvenance: Sendable {
    /// A part of a field with its lines.
    public struct Part: Equatable, Sendable {
        /// The number of the bloc, the key of the route, the rank of the text (from 1).
        public let cle: String
        public let libelle: String
        /// The lines from 1, in order; none where the source has none of its own ("Idem").
        public let lignes: [Int]
    }

    /// The fields that have parts.
    public static let champs: [Champ] = [.certificateurs, .blocsCompetences, .voiesAcces, .baseLegale]

    /// The parts of a field; empty where it has none.
    public static func parts(of champ: Champ, in read: ReadFiche, text: SourceText) -> [Part] {
        let named = named(champ, in: read.fiche)
        guard !named.isEmpty else { return [] }
        var stocks = named.map { WordStock(of: $0.value) }
        var lines = [[Int]](repeating: [], count: named.count)
        var before = 0
        for number in Set(read.provenance[champ] ?? []).sorted() {
            guard text.lines.indices.contains(number - text.firstLine) else { continue }
            let words = words(of: text.lines[number - text.firstLine].text)
            let counts = stocks.map { stock in
                var left = stock
                return words.count { left.take($0) }
            }
            guard let most = counts.max(), most > 0 else { continue }
            let place = counts[before] == most ? before : counts.firstIndex(of: most) ?? before
            for word in words { _ = stocks[place].take(word) }
            lines[place].append(number)
            before = place
        }
        return named.enumerated().map { Part(cle: $1.cle, libelle: $1.libelle, lignes: lines[$0]) }
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
            return voies.map { ($0.key, "", $0.value) }
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
