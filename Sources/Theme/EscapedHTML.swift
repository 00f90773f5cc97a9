import MarkupText
import Mustache

/// How `{{x}}` is escaped in our templates: on bytes, so that a combining mark after a quote cannot hide the quote, as it does
/// for the escaping of the library, which compares whole characters.
struct EscapedHTML: MustacheContentType {
    static let name = "PARCHEMIN"
    /// What stands before every template.
    static let pragma = "{{%CONTENT_TYPE:\(name)}}"

    /// The library keeps content types in a table of its own; registering again changes nothing.
    static func register() { MustacheContentTypes.register(EscapedHTML(), named: name) }

    func escapeText(_ text: String) -> String { HTMLText.escaped(text) }
}
