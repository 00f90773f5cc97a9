import CCmark

/// CommonMark to HTML through cmark, in safe mode: raw HTML in the text never passes through.
public enum CommonMark {
    /// The HTML of a CommonMark text.
    public static func html(_ text: String) -> String {
        var text = text
        let html = text.withUTF8 { buffer -> String in
            let start = UnsafeRawPointer(buffer.baseAddress)?.assumingMemoryBound(to: CChar.self)
            guard let start, let result = cmark_markdown_to_html(start, buffer.count, CMARK_OPT_DEFAULT) else {
                return ""
            }
            defer { cmark_get_default_mem_allocator().pointee.free(result) }
            return String(cString: result)
        }
        return html
    }
}
