/// Plain text inside a style sheet.
public enum CSSText {
    /// The text as a string in double quotes (CSS Syntax, 4.3.5): quotes, backslashes, `<` and control characters as escapes,
    /// so that no text ends the string.
    public static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\", "<", "\u{0}"..."\u{1F}", "\u{7F}":
                // NUL may not be written, even escaped.
                let value = scalar.value == 0 ? 0xFFFD : scalar.value
                result += "\\" + String(value, radix: 16) + " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
