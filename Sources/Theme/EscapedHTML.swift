import Mustache

/// How `{{x}}` is escaped in our templates: on bytes, so that a combining mark after a quote cannot hide the quote, as it does
/// for the escaping of the library, which compares whole characters.
struct EscapedHTML: MustacheContentType {
    static let name = "PARCHEMIN"
    /// What stands before every template.
    static let pragma = "{{%CONTENT_TYPE:\(name)}}"

    /// The library keeps content types in a table of its own; registering again changes nothing.
    static func register() { MustacheContentTypes.register(EscapedHTML(), named: name) }

    func escapeText(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 16)
        for byte in text.utf8 {
            switch byte {
            case 0x26: bytes.append(contentsOf: "&amp;".utf8)
            case 0x3C: bytes.append(contentsOf: "&lt;".utf8)
            case 0x3E: bytes.append(contentsOf: "&gt;".utf8)
            case 0x22: bytes.append(contentsOf: "&quot;".utf8)
            case 0x27: bytes.append(contentsOf: "&#39;".utf8)
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
