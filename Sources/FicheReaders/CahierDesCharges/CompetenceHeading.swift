import FrenchText

/// The heading of a domaine (or bloc) or of an unité de compétences: "Domaine de compétences 1 : Vente".
struct CompetenceHeading: Equatable, Sendable {
    enum Rank: Equatable, Sendable { case domaine, unite }

    var rank: Rank
    /// Nil where the source prints none, or one that is no plain number ("1.2", "A").
    var numero: Int?
    /// The number as printed; nil where there is none.
    var etiquette: String?
    /// Without the label and the number; may be empty where the title stands on the next line.
    var libelle: String
    /// The whole line as printed, without markup.
    var printed: String

    /// The heading that a line (without its markup) reads as.
    ///
    /// After the number a separator is needed: "Domaine de compétences 1 et 2" heads nothing.
    init?(_ line: String) {
        guard let label = Self.label(of: line) else { return nil }
        var rest = line.dropFirst(label.length)
        rest = rest.drop(while: \.isWhitespace)
        for prefix in ["n°", "N°", "nº", "no ", "No "] where rest.hasPrefix(prefix) {
            rest = rest.dropFirst(prefix.count)
        }
        rest = rest.drop(while: \.isWhitespace)
        let etiquette = Self.etiquette(rest)
        rest = rest.dropFirst(etiquette.count)
        let numero = Int(etiquette)
        let body = rest.drop { $0.isWhitespace || Self.separators.contains($0) }
        let gap = rest[..<body.startIndex]
        let separated = gap.contains { Self.separators.contains($0) }
        guard separated || (body.isEmpty && !etiquette.isEmpty) else { return nil }
        // An abbreviation or a bare word names a domaine only with its number.
        guard !etiquette.isEmpty || label.isWhole else { return nil }
        self.rank = label.rank
        self.numero = numero
        self.etiquette = etiquette.isEmpty ? nil : etiquette
        libelle = Folding.squeezed(String(body))
        printed = Folding.squeezed(line)
    }

    /// The numbers of all domaines (or unités) that a text names: "Domaine de compétences 1 Vente (Unités de compétences 1, 2 et 4)".
    static func numbers(of rank: Rank, in text: String) -> [Int] {
        let words = WordScanner.words(in: Folding.key(text))
        let names = rank == .domaine ? ["domaine", "domaines", "bloc", "blocs"] : ["unite", "unites", "uc"]
        var found: [Int] = []
        for index in words.indices where names.contains(words[index]) {
            var next = index + 1
            while next < words.count, ["de", "competence", "competences", "n"].contains(words[next]) { next += 1 }
            while next < words.count {
                if let number = Int(words[next]), number < 100 {
                    found.append(number)
                } else if words[next] != "et" {
                    break
                }
                next += 1
            }
        }
        return found
    }

    /// "1", "1.2", "A", "II": the number of a domaine or unité as printed; empty where a word stands.
    private static func etiquette(_ rest: Substring) -> String {
        let mark = rest.prefix { $0.isASCII && ($0.isNumber || $0.isUppercase || $0 == ".") }
        let text = String(mark.last == "." ? mark.dropLast() : mark)
        let after = rest.dropFirst(text.count).first
        guard after == nil || after?.isLetter == false else { return "" }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let areNumbers = parts.allSatisfy { (1...2).contains($0.count) && Int($0) != nil }
        let isLetter =
            parts.count == 1
            && (text.count == 1 && text.first?.isLetter == true || ["II", "III", "IV", "VI", "VII"].contains(text))
        return areNumbers || isLetter ? text : ""
    }

    private static let separators: Set<Character> = [":", "-", "–", "—", ".", "\u{2212}", ")"]

    /// The label that opens the line, with the number of its characters.
    private static func label(of line: String) -> (rank: Rank, length: Int, isWhole: Bool)? {
        let key = Folding.folded(line)
        // Folding keeps one character for one, but for ligatures, which no label holds.
        for (label, rank) in labels where key.hasPrefix(label) {
            let next = key.dropFirst(label.count).first
            if let next, next.isLetter { continue }
            return (rank, label.count, label.contains(" de "))
        }
        return nil
    }

    private static let labels: [(String, Rank)] = [
        ("domaine de competences", .domaine), ("domaine de competence", .domaine), ("bloc de competences", .domaine),
        ("bloc de competence", .domaine), ("domaine", .domaine), ("bloc", .domaine),
        ("unite de competences", .unite), ("unite de competence", .unite), ("unite", .unite), ("uc", .unite),
    ]
}
