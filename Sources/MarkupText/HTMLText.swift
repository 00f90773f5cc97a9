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
            guard let base = source.baseAddress else { return }
            var copied = 0
            for index in 0..<source.count where isSpecial(base[index]) {
                bytes.append(contentsOf: UnsafeBufferPointer(start: base + copied, count: index - copied))
                bytes.append(contentsOf: entity(base[index]).utf8)
                copied = index + 1
            }
            bytes.append(contentsOf: UnsafeBufferPointer(start: base + copied, count: source.count - copied))
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

    /// A bit for each of `&`, `<`, `>`, `"` and `'`.
    private static let specials: UInt64 = 1 << 0x26 | 1 << 0x3C | 1 << 0x3E | 1 << 0x22 | 1 << 0x27

    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte < 0x40 && specials >> UInt64(byte) & 1 != 0
    }
}
