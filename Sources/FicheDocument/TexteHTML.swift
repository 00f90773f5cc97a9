import Markdown
import MarkupText

/// The texts of a fiche as HTML: the only way from CommonMark to a page.
public enum TexteHTML {
    /// The safe HTML of a CommonMark text with French no-break spaces; its first heading gets level `titres`.
    public static func html(_ commonMark: String, titres: Int = 3) -> String {
        spaced(CommonMark.safeHTML(commonMark, headings: titres))
    }

    /// The same for a text of one paragraph, without its `<p>`; a longer text keeps its blocks.
    public static func enLigne(_ commonMark: String) -> String {
        let html = html(commonMark)
        let (open, close) = ("<p>", "</p>\n")
        guard html.hasPrefix(open), html.hasSuffix(close) else { return html }
        let inner = html.dropFirst(open.count).dropLast(close.count)
        return inner.utf8.contains(0x3C) && inner.contains(open) ? html : String(inner)
    }

    /// Plain text as HTML, with French no-break spaces.
    public static func echappe(_ text: String) -> String { spaced(HTMLText.escaped(text)) }

    /// A link when the address is one that a page may link to, else the text with the address after it.
    public static func lien(_ adresse: String, texte: String? = nil) -> String {
        let words = echappe(texte ?? adresse)
        guard LinkScheme.isAllowed(adresse) else {
            return texte == nil ? words : "\(words) (\(echappe(adresse)))"
        }
        return "<a href=\"\(HTMLText.escaped(adresse))\">\(words)</a>"
    }

    /// The HTML with the blank before `; : ? ! » % €` and after `«` made unbreakable, in text only (not in tags nor code).
    ///
    /// No word, sign or blank is added.
    static func spaced(_ html: String) -> String {
        var html = html
        return html.withUTF8 { bytes -> String in
            var result: [UInt8] = []
            result.reserveCapacity(bytes.count + 64)
            var index = 0
            var codeDepth = 0
            while index < bytes.count {
                let byte = bytes[index]
                if byte == 0x3C {
                    let start = index
                    while index < bytes.count, bytes[index] != 0x3E { index += 1 }
                    index = min(index + 1, bytes.count)
                    let tag = UnsafeBufferPointer(rebasing: bytes[start..<index])
                    if tag.starts(with: "<code".utf8) { codeDepth += 1 }
                    if tag.starts(with: "</code".utf8) { codeDepth -= 1 }
                    result.append(contentsOf: tag)
                    continue
                }
                if byte == 0x20, codeDepth == 0 {
                    switch space(bytes, at: index) {
                    case .breaking: result.append(byte)
                    case .noBreak: result.append(contentsOf: [0xC2, 0xA0])
                    case .narrowNoBreak: result.append(contentsOf: [0xE2, 0x80, 0xAF])
                    }
                } else {
                    result.append(byte)
                }
                index += 1
            }
            return String(decoding: result, as: UTF8.self)
        }
    }

    private enum Space { case breaking, noBreak, narrowNoBreak }

    private static func space(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Space {
        if index >= 2, bytes[index - 2] == 0xC2, bytes[index - 1] == 0xAB { return .noBreak }
        guard index + 1 < bytes.count else { return .breaking }
        switch bytes[index + 1] {
        case 0x3A, 0x25: return .noBreak
        case 0x3B, 0x3F, 0x21: return .narrowNoBreak
        case 0xC2 where index + 2 < bytes.count && bytes[index + 2] == 0xBB: return .noBreak
        case 0xE2 where index + 3 < bytes.count && bytes[index + 2] == 0x82 && bytes[index + 3] == 0xAC: return .noBreak
        default: return .breaking
        }
    }
}
