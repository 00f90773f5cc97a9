import FrenchText

/// Sentences of a French prose.
enum Sentences {
    /// The sentences of a text: cut after `.`, `!`, `?` before a capital.
    static func split(_ text: String) -> [String] {
        var result: [String] = []
        var current = String.UnicodeScalarView()
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            current.append(scalar)
            guard scalar == "." || scalar == "!" || scalar == "?", index + 2 < scalars.count,
                Folding.isBlank(scalars[index + 1]),
                scalars[index + 2].properties.isUppercase || scalars[index + 2] == "«"
            else { continue }
            result.append(Folding.squeezed(String(current)))
            current = String.UnicodeScalarView()
        }
        let last = Folding.squeezed(String(current))
        return last.isEmpty ? result : result + [last]
    }

    /// A length in years among folded words: "durant 2 ans", "pendant cinq années".
    static func years(_ words: [String]) -> Int? {
        for (index, word) in words.enumerated().dropFirst() where ["ans", "an", "annees", "annee"].contains(word) {
            if let number = FrenchCalendar.number(named: words[index - 1]), number < 100 { return number }
        }
        return nil
    }
}
