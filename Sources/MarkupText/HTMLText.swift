/// Plain text inside HTML or XML.
public enum HTMLText {
    /// The text with `&`, `<`, `>`, `"` and `'` as entities: fit for element content and for quoted attributes.
    ///
    /// On bytes, so that a combining mark after a quote cannot hide it.
    public static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: isSpecial) else { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 32)
        append(escaped: text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Adds the text to bytes, escaped in the same way.
    public static func append(escaped text: String, to bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { source in
            var copied = 0
            for index in source.indices where isSpecial(source[index]) {
                bytes.append(contentsOf: source[copied..<index])
                bytes.append(contentsOf: entity(source[index]).utf8)
                copied = index + 1
            }
            bytes.append(contentsOf: source[copied...])
        }
    }

    private static func entity(_ byte: UInt8) -> String {
        switch byte {
        case 0x26: "&amp;"
        case 0x3C: "&lt;"
        case 0x3E: "&gt;"
        case 0x22: "&quot;"
        default: "&#39;"
        }
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0x22 || byte == 0x27
    }
}
