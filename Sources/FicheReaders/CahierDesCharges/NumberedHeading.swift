import FrenchText

/// The heading of a numbered section: "3.2.1 – Titre", "II - Titre", "Article 4 : Titre", "Annexe 1 – Titre".
struct NumberedHeading: Equatable, Sendable {
    /// How the number is written; sections of one style nest by their dots only.
    enum Style: Hashable, Sendable {
        case decimal
        case roman
        /// "article", "annexe", "chapitre", …
        case word(String)
    }

    /// As printed: "3.2.1", "II", "Article 4".
    var numero: String
    var titre: String
    var style: Style
    /// The numbers between the dots.
    var path: [Int]
    /// A dash after the number, or several numbers: hardly anything but a heading.
    var isStrong: Bool

    /// The heading that a line (without its Markdown markup) reads as; whether it is one depends on its neighbours.
    init?(_ line: String) {
        var rest = Substring(line)
        if let word = Self.leadingWord(rest) {
            rest = rest.dropFirst(word.count)
            let blank = rest.prefix(while: \.isWhitespace)
            rest = rest.dropFirst(blank.count)
            guard !blank.isEmpty, let (printed, path) = Self.decimal(&rest) ?? Self.roman(&rest),
                let (title, separated) = Self.title(after: rest), separated || title.isEmpty
            else { return nil }
            (numero, titre, isStrong) = ("\(word) \(printed)", title.isEmpty ? "\(word) \(printed)" : title, true)
            (style, self.path) = (.word(Folding.key(String(word))), path)
            return
        }
        if let (printed, path) = Self.decimal(&rest) {
            guard let (title, _) = Self.title(after: rest), Self.beginsTitle(title) else { return nil }
            (numero, titre, style, self.path) = (printed, title, .decimal, path)
            isStrong = path.count > 1 || Self.hasDash(rest)
        } else if let (printed, path) = Self.roman(&rest) {
            guard let (title, separated) = Self.title(after: rest), separated, Self.beginsTitle(title) else {
                return nil
            }
            (numero, titre, style, self.path) = (printed, title, .roman, path)
            isStrong = Self.hasDash(rest)
        } else {
            return nil
        }
    }

    /// True when this heading may come after `previous`: its next sibling, its first child, or the next of one of its
    /// ancestors. One number may be missing: a heading lost by an extraction must not cost all the others.
    func follows(_ previous: [Int]?) -> Bool {
        guard let previous else { return path.allSatisfy { $0 <= 1 } }
        if path.count > previous.count {
            return path.starts(with: previous) && path[previous.count...].allSatisfy { $0 == 1 }
        }
        let parent = path.dropLast()
        guard previous.starts(with: parent), let last = path.last else { return false }
        let step = last - previous[path.count - 1]
        return step == 1 || (step == 2 && isStrong && path.count > 1)
    }

    private static func leadingWord(_ line: Substring) -> Substring? {
        let word = line.prefix(while: \.isLetter)
        let key = Folding.key(String(word))
        return ["article", "annexe", "chapitre", "partie", "titre", "section"].contains(key) ? word : nil
    }

    private static func decimal(_ rest: inout Substring) -> (printed: String, path: [Int])? {
        var path: [Int] = []
        var end = rest.startIndex
        var scan = rest
        while true {
            let digits = scan.prefix { $0.isASCII && $0.isNumber }
            guard (1...2).contains(digits.count), let number = Int(digits) else { break }
            path.append(number)
            scan = scan.dropFirst(digits.count)
            end = scan.startIndex
            guard scan.first == ".", path.count < 6 else { break }
            scan = scan.dropFirst()
        }
        guard !path.isEmpty else { return nil }
        let printed = String(rest[..<end])
        rest = rest[end...]
        return rest.first?.isLetter == true || rest.first?.isNumber == true ? nil : (printed, path)
    }

    private static func roman(_ rest: inout Substring) -> (printed: String, path: [Int])? {
        let letters = rest.prefix { "IVX".contains($0) }
        let numerals = [
            "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI",
            "XVII",
            "XVIII", "XIX", "XX",
        ]
        guard let value = numerals.firstIndex(of: String(letters)) else { return nil }
        let after = rest.dropFirst(letters.count)
        guard let next = after.first, !next.isLetter, !next.isNumber, next != "'", next != "’" else { return nil }
        rest = after
        return (String(letters), [value + 1])
    }

    /// What follows the number and its separator (dash, colon, bracket, full stop, blank).
    private static func title(after rest: Substring) -> (title: String, separated: Bool)? {
        let separators: Set<Character> = ["-", "–", "—", ":", ".", ")", "°", "/", "\u{2010}", "\u{2212}"]
        let body = rest.drop { $0.isWhitespace || separators.contains($0) }
        let gap = rest[..<body.startIndex]
        guard body.isEmpty || !gap.isEmpty else { return nil }
        // "29-31 rue …": a dash glued between a number and a word or number is no separator.
        if let first = gap.first, first == "-" || first == "/", body.first?.isNumber == true { return nil }
        return (Folding.squeezed(String(body)), gap.contains { separators.contains($0) })
    }

    private static func hasDash(_ rest: Substring) -> Bool {
        rest.prefix(4).contains { $0 == "-" || $0 == "–" || $0 == "—" || $0 == "\u{2212}" }
    }

    private static func beginsTitle(_ title: String) -> Bool {
        guard let first = title.first(where: { !"«\"“'’([ \u{A0}".contains($0) }) else { return false }
        return first.isUppercase
    }
}
