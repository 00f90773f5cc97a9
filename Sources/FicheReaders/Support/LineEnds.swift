/// What the ends of a line say of its neighbours.
enum LineEnds {
    /// True when the text begins with a lower-case letter or with a sign that never opens a sentence.
    static func beginsInLowerCase(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first else { return false }
        if first == "(" { return text.unicodeScalars.dropFirst().first?.properties.isLowercase ?? false }
        return first.properties.isLowercase || first == ";" || first == "," || first == ")" || first == "»"
            || first == ":"
    }

    /// True for "Régler", not for "CPNEFP" nor "d’un".
    static func beginsWithCapitalisedWord(_ text: String) -> Bool {
        let word = text.unicodeScalars.prefix { $0.properties.isAlphabetic }
        guard let first = word.first, first.properties.isUppercase else { return false }
        return word.count == 1 || word.dropFirst().contains { $0.properties.isLowercase }
    }

    /// True after a sign that closes a sentence or an item.
    static func closes(_ text: String) -> Bool {
        guard let last = text.unicodeScalars.last else { return false }
        return last == "." || last == ";" || last == ":" || last == "!" || last == "?" || last == "…"
    }

    /// True when the text cannot end here: after a word such as "de", a comma, an opening parenthesis.
    static func isOpen(_ text: String) -> Bool { endsInLink(text) || text.hasSuffix(",") || hasOpenParenthesis(text) }

    /// True when the last word calls for another: an article, a preposition, a conjunction.
    static func endsInLink(_ text: String) -> Bool {
        if text.hasSuffix("'") || text.hasSuffix("’") || text.hasSuffix("(") || text.hasSuffix("«") { return true }
        let words = text.split(separator: " ")
        // "Ou" alone on its line parts two alternatives.
        guard words.count > 1, let last = words.last else { return false }
        return links.contains(last.lowercased())
    }

    private static func hasOpenParenthesis(_ text: String) -> Bool {
        var depth = 0
        for byte in text.utf8 {
            if byte == UInt8(ascii: "(") { depth += 1 }
            if byte == UInt8(ascii: ")"), depth > 0 { depth -= 1 }
        }
        return depth > 0
    }

    private static let links: Set<String> = [
        "a", "à", "au", "aux", "avec", "ce", "ces", "cette", "chaque", "chez", "dans", "de", "des", "du", "en", "entre",
        "et",
        "la", "le", "les", "leur", "leurs", "ou", "par", "pour", "sa", "sans", "selon", "ses", "son", "sous", "sur",
        "un", "une",
        "vers", "dont", "que", "qui", "n°", "d’un", "d'un", "d’une", "d'une",
    ]
}
