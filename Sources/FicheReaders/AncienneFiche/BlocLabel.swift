import FrenchText

/// The label of a row of the bloc table: "Bloc de compétence n°1 de la fiche n° 31313 - Assurer la relation client".
struct BlocLabel: Equatable {
    /// The number behind "n°".
    let numero: Int?
    /// The number of the fiche, digits only.
    let fiche: String?
    let libelle: String
    /// How many words stand before the libellé.
    let wordsBefore: Int

    /// Nil when the text does not begin as a label does.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        let ranges = WordScanner.ranges(in: bytes)
        let words = ranges.map { Folding.folded(String(decoding: bytes[$0], as: UTF8.self)) }
        guard let found = Self.read(words) else { return nil }
        (numero, fiche, wordsBefore) = found
        let rest = String(decoding: bytes[ranges[found.wordsBefore - 1].upperBound...], as: UTF8.self)
        libelle = Folding.squeezed(
            String(
                rest.unicodeScalars.drop { $0 == " " || $0 == ":" || $0 == "." || Bullet.isDash($0) || $0 == "\u{A0}" })
        )
    }

    /// True when the words begin as a label does.
    static func opens(_ words: [String]) -> Bool { read(words) != nil }

    private static func read(_ words: [String]) -> (numero: Int?, fiche: String?, wordsBefore: Int)? {
        guard let opening = opening.length(in: words) else { return nil }
        var index = opening
        let numero = number(words, &index)
        var fiche: Int?
        if let length = ofFiche.length(in: words[index...]) {
            var after = index + length
            if let found = number(words, &after) {
                fiche = found
                index = after
            }
        }
        guard numero != nil else { return nil }
        return (numero, fiche.map { String($0) }, index)
    }

    /// A number behind "n°", "no", "nº" or nothing.
    private static func number(_ words: [String], _ index: inout Int) -> Int? {
        guard index < words.count else { return nil }
        var word = words[index]
        var next = index + 1
        if ["n", "no", "nº", "numero"].contains(word), next < words.count {
            word = words[next]
            next += 1
        }
        let digits = word.drop { !("0"..."9").contains($0) }
        guard let value = Int(digits), word.count - digits.count <= 2 else { return nil }
        index = next
        return value
    }

    private static let opening = WordPattern("bloc|blocs de? competence|competences s?")
    private static let ofFiche = WordPattern("de la fiche n? rncp?")
}

/// The sub-headings inside the cell of a bloc.
enum BlocHeading {
    case competences, modalites

    private static let competencesWordings = [
        "descriptif des? competence|competences? evaluee|evaluees?", "competence|competences evaluee|evaluees",
        "competences visees",
        "competences", "description", "descriptif et competences evaluees",
    ].map(WordPattern.init)
    private static let modalitesWordings = [
        "modalite|modalites s? d evaluation|evaluations", "modalites d evaluation et de certification",
    ].map(WordPattern.init)

    /// The sub-heading that the words are, and nothing else.
    init?(_ words: [String]) {
        if Self.competencesWordings.contains(where: { $0.isWhole(words) }) {
            self = .competences
        } else if Self.modalitesWordings.contains(where: { $0.isWhole(words) }) {
            self = .modalites
        } else {
            return nil
        }
    }

    /// The sub-heading at the start of the words, with the number of its words.
    static func opening(_ words: some Collection<String>) -> (heading: BlocHeading, length: Int)? {
        if let length = modalitesWordings.compactMap({ $0.length(in: words) }).max() { return (.modalites, length) }
        if let length = competencesWordings.compactMap({ $0.length(in: words) }).max() { return (.competences, length) }
        return nil
    }
}
