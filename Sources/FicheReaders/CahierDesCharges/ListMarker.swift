import FrenchText
import Markdown

/// The marker of a list item at the start of a line: a dash, a bullet of any glyph, both ("- ➔"), a letter or a number.
struct ListMarker: Equatable, Sendable {
    /// From 1, by the indentation.
    var level: Int
    /// As printed ("-", "- ➔", "a)").
    var printed: String
    /// What follows; a letter ("a)") stays in it, for CommonMark knows no such lists.
    var rest: String
    /// The number of an ordered item.
    var numero: Int?

    init?(_ line: String) {
        let scalars = Array(line.unicodeScalars)
        var index = 0
        while index < scalars.count, Folding.isBlank(scalars[index]) { index += 1 }
        let indent = index
        var marks: [String] = []
        while index < scalars.count, Self.isMark(scalars[index]) {
            // "-5 %", "–dessus": a dash glued to what follows marks nothing; a bullet may be glued.
            let isBullet = GluedItems.isBullet(scalars[index])
            let isFree = index + 1 < scalars.count && Folding.isBlank(scalars[index + 1])
            guard isBullet || isFree else { break }
            // "**gras**" is emphasis.
            marks.append(String(scalars[index]))
            index += 1
            while index < scalars.count, Folding.isBlank(scalars[index]) { index += 1 }
        }
        var body = Folding.squeezed(String(String.UnicodeScalarView(scalars[index...])))
        guard !body.isEmpty else { return nil }
        if marks.isEmpty {
            guard let ordinal = Self.ordinal(body) else { return nil }
            marks = [ordinal]
            numero = Int(ordinal.dropLast())
            if numero != nil { body = Folding.squeezed(String(body.dropFirst(ordinal.count))) }
        }
        // A row of dashes or a table line is no item.
        guard marks.count <= 3 else { return nil }
        level = min(4, 1 + indent / 2)
        printed = marks.joined(separator: " ")
        rest = body
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        GluedItems.isBullet(scalar) || ["-", "–", "—", "*", "+", "·", "\u{2212}"].contains(scalar)
    }

    /// "a)", "1)", "1.", "1°": the enumerations of a text. Headings of sections are looked for before.
    private static func ordinal(_ text: String) -> String? {
        let head = text.prefix(4)
        guard let close = head.firstIndex(where: { $0 == ")" || $0 == "." || $0 == "°" }), close > head.startIndex
        else { return nil }
        let mark = head[..<close]
        let isNumber = mark.count <= 2 && mark.allSatisfy { $0.isASCII && $0.isNumber }
        let isLetter = mark.count == 1 && text[close] == ")" && mark.allSatisfy { $0.isASCII && $0.isLowercase }
        guard isNumber || isLetter, text[text.index(after: close)...].first?.isWhitespace == true else { return nil }
        return String(mark) + String(text[close])
    }
}
