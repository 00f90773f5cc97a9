import FrenchText

/// What a question asks for, before any file is read: `Documentation/recherche-format.md`, 4.1.
struct QueryText: Equatable {
    /// A number of a fiche; without a register when only digits were typed.
    struct Numero: Equatable {
        var prefixe: String?
        var chiffres: String
    }

    private(set) var numero: Numero?
    /// Codes of other lists, as words of the body.
    private(set) var codes: [String] = []
    /// Levels that were asked for.
    private(set) var niveaux: [Int] = []
    private(set) var words: [AnalysedWord] = []
    /// Whether the last word may go on.
    private(set) var endsOpen = false

    private static let mostWords = 12

    /// - Parameter numbers: false when a number was looked up in vain and is a word.
    init(_ text: String, numbers: Bool = true) {
        var scanner = CodeScanner(SearchFolding(text, mapped: false).bytes)
        scanner.takeLevels()
        niveaux = scanner.levels
        if numbers { numero = scanner.takeNumber() }
        codes = scanner.takeCodes()
        let rest = scanner.bytes
        endsOpen = rest.last.map(SearchWords.isWordByte) ?? false
        if numbers, numero == nil, codes.isEmpty { numero = scanner.bareNumber() }
        rest.withUnsafeBufferPointer { bytes in
            var last: AnalysedWord?
            var lastPlace = 0
            SearchWords.forEach(in: bytes) { forme, _, place in
                // Of an inclusive form the first word is enough: the other has its lemma.
                guard place != lastPlace else { return }
                lastPlace = place
                let word = AnalysedWord(Array(forme))
                last = word
                if words.count < Self.mostWords, !words.contains(where: { $0.lemme == word.lemme }) { words.append(word) }
            }
            // A word that stands before already is not the one that goes on.
            if last != words.last { endsOpen = false }
        }
    }
}
