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
        if let words = CommonMark.plainParagraph(commonMark) { return spaced(words) }
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
        let changed = html.withUTF8 { bytes -> String? in
            let places = places(in: bytes)
            guard !places.isEmpty, let base = bytes.baseAddress else { return nil }
            return String(unsafeUninitializedCapacity: bytes.count + 2 * places.count) { result in
                var (length, copied) = (0, 0)
                func copy(_ source: UnsafePointer<UInt8>, _ count: Int) {
                    result.baseAddress?.advanced(by: length).update(from: source, count: count)
                    length += count
                }
                for (place, space) in places {
                    copy(base + copied, place - copied)
                    let sign: StaticString = space == .noBreak ? "\u{A0}" : "\u{202F}"
                    copy(sign.utf8Start, sign.utf8CodeUnitCount)
                    copied = place + 1
                }
                copy(base + copied, bytes.count - copied)
                return length
            }
        }
        return changed ?? html
    }

    /// The blanks that are to be others.
    private static func places(in bytes: UnsafeBufferPointer<UInt8>) -> [(place: Int, space: Space)] {
        var places: [(Int, Space)] = []
        var codeDepth = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x20, codeDepth == 0 {
                let space = space(bytes, at: index)
                if space != .breaking { places.append((index, space)) }
            } else if byte == 0x3C {
                codeDepth += codeStep(bytes, at: index + 1)
                while index < bytes.count, bytes[index] != 0x3E { index += 1 }
            }
            index += 1
        }
        return places
    }

    /// 1 for a tag that begins code, -1 for one that ends it.
    private static func codeStep(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
        guard start < bytes.count else { return 0 }
        let isEnd = bytes[start] == 0x2F
        let name: StaticString = "code"
        let first = isEnd ? start + 1 : start
        guard first + 4 <= bytes.count else { return 0 }
        for offset in 0..<4 where bytes[first + offset] != name.utf8Start[offset] { return 0 }
        return isEnd ? -1 : 1
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
