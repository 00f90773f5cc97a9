/// French typography of a text that is shown.
public enum Typography {
    static let noBreak: Unicode.Scalar = "\u{A0}"
    static let narrowNoBreak: Unicode.Scalar = "\u{202F}"

    /// The text with the blank before `; : ? ! » %` and after `«` made unbreakable (narrow before `; ? !`).
    ///
    /// Only blanks that stand in the text are changed: no word, sign or blank is added, so that a quoted title stays exact.
    public static func spaced(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: " ")) else { return text }
        var result = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            if previous == " ", let space = space(before: scalar) {
                result.removeLast()
                result.append(space)
            }
            result.append(previous == "«" && scalar == " " ? noBreak : scalar)
            previous = scalar
        }
        return String(result)
    }

    private static func space(before scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar {
        case ":", "»", "%", "€": noBreak
        case ";", "?", "!": narrowNoBreak
        default: nil
        }
    }

    /// A number with its thousands apart: 30475 gives "30 475" (narrow no-break space).
    public static func grouped(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var result = number < 0 ? "−" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { result.unicodeScalars.append(narrowNoBreak) }
            result.append(digit)
        }
        return result
    }
}
