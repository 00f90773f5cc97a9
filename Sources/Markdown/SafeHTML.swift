import CCmark
import MarkupText

extension CommonMark {
    /// The HTML of an untrusted CommonMark text, in which no word is lost.
    ///
    /// Beyond cmark's safe mode: raw HTML is shown as the words that it is (safe mode would drop it), a link or image whose
    /// scheme is not `http`, `https` or `mailto` is reduced to its words with its address in brackets, an image becomes a link
    /// to it, and a bare address becomes a link. The first heading gets level `headings` and none skips a level.
    public static func safeHTML(_ text: String, headings: Int = 3) -> String {
        // cmark is quadratic on some inputs (nested brackets): a text of that size is no prose.
        guard text.utf8.count <= largestText else { return plainParagraphs(text) }
        if let words = plainParagraph(text) { return "<p>\(words)</p>\n" }
        return parsedHTML(text, headings: headings)
    }

    /// The same through the tree of cmark, whatever the text.
    static func parsedHTML(_ text: String, headings: Int = 3) -> String {
        var text = text
        let root = text.withUTF8 { buffer -> OpaquePointer? in
            guard let base = buffer.baseAddress else { return nil }
            return base.withMemoryRebound(to: CChar.self, capacity: buffer.count) {
                cmark_parse_document($0, buffer.count, CMARK_OPT_DEFAULT)
            }
        }
        guard let root else { return "" }
        defer { cmark_node_free(root) }
        SafeTree.mend(root, headings: headings)
        guard let rendered = cmark_render_html(root, CMARK_OPT_DEFAULT) else { return "" }
        defer { cmark_get_default_mem_allocator().pointee.free(rendered) }
        return String(cString: rendered)
    }

    /// Above this number of bytes a text is shown as plain paragraphs.
    static let largestText = 400_000

    private static func plainParagraphs(_ text: String) -> String {
        HTMLText.escaped(text).split(separator: "\n", omittingEmptySubsequences: true).map { "<p>\($0)</p>\n" }.joined()
    }
}
