import MarkupText

/// Plain text inside an XML document.
enum XMLText {
    /// The text escaped, without the characters that XML 1.0 cannot hold (section 2.2).
    static func escaped(_ text: String) -> String {
        let held = text.unicodeScalars.filter { scalar in
            scalar.value >= 0x20 ? scalar.value != 0xFFFE && scalar.value != 0xFFFF : scalar == "\t" || scalar == "\n"
        }
        return HTMLText.escaped(String(String.UnicodeScalarView(held)))
    }
}
