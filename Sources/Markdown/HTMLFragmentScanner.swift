/// Cuts hostile HTML into text, tags and what is dropped, on UTF-8 bytes.
///
/// A small scanner of our own and not libxml2's parser: every byte must be traced to its place for the account of words,
/// and cells hold broken pieces (a list never closed, a tag cut by the end of the cell) that a tree builder would move or
/// swallow. What is not surely a tag stays text: "< 5 ans" and "<inconnu>" lose nothing, for text is escaped on the way out.
struct HTMLFragmentScanner {
    enum Token: Equatable {
        case text(Range<Int>)
        /// A known element; the name is lower case. `attributes` are the bytes between the name and the end of the tag.
        case tag(name: String, closing: Bool, attributes: Range<Int>, range: Range<Int>)
        /// A comment, a declaration, or a script or style with its content.
        case removed(Range<Int>)
    }

    private let bytes: [UInt8]
    private var tokens: [Token] = []
    private var textStart = 0
    /// Elements of code of which no end tag is left: looked for once.
    private var neverClosed: Set<String> = []

    static func tokens(of bytes: [UInt8]) -> [Token] {
        var scanner = HTMLFragmentScanner(bytes: bytes)
        scanner.run()
        return scanner.tokens
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func run() {
        var index = 0
        // Once one end of comment or of a tag was not found, none is there: asking again at each "<" would be quadratic.
        var commentsMayEnd = true
        var tagsMayEnd = true
        while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            var end: Int?
            if hasPrefix("<!--", at: open) {
                end = commentsMayEnd ? find("-->", from: open + 4) : nil
                commentsMayEnd = end != nil
                if let end { emit(.removed(open..<end), open..<end) }
            } else if hasPrefix("<!doctype", at: open) || hasPrefix("<?xml", at: open) {
                end = tagsMayEnd ? bytes[open...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } : nil
                tagsMayEnd = end != nil
                if let end { emit(.removed(open..<end), open..<end) }
            } else if let tag = tag(at: open) {
                end = consume(tag)
            }
            index = end ?? open + 1
        }
        flushText(to: bytes.count)
    }

    private struct Tag {
        var name: String
        var closing: Bool
        var attributes: Range<Int>
        var range: Range<Int>
    }

    /// Emits a tag, or the whole element where its content is code; gives the place after it.
    private mutating func consume(_ tag: Tag) -> Int {
        if !tag.closing, HTMLElementNames.dropped.contains(tag.name) {
            // An element of code that is never closed loses its tag only: its words stay text, and text is harmless.
            var end = tag.range.upperBound
            if !neverClosed.contains(tag.name) {
                if let close = find("</" + tag.name, from: end) {
                    end = bytes[close...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? close
                } else {
                    neverClosed.insert(tag.name)
                }
            }
            emit(.removed(tag.range.lowerBound..<end), tag.range.lowerBound..<end)
            return end
        }
        emit(.tag(name: tag.name, closing: tag.closing, attributes: tag.attributes, range: tag.range), tag.range)
        return tag.range.upperBound
    }

    /// The tag that begins at `open`, if it is one of a known element and closed by `>` before the next `<`.
    private func tag(at open: Int) -> Tag? {
        var index = open + 1
        let closing = index < bytes.count && bytes[index] == UInt8(ascii: "/")
        if closing { index += 1 }
        let nameStart = index
        while index < bytes.count, isNameByte(bytes[index]) { index += 1 }
        guard index > nameStart, index - nameStart <= 24 else { return nil }
        let name = String(decoding: bytes[nameStart..<index].map(lower), as: UTF8.self)
        guard HTMLElementNames.isKnown(name) else { return nil }
        guard index < bytes.count,
            bytes[index] == UInt8(ascii: ">") || bytes[index] == UInt8(ascii: "/")
                || bytes[index] <= 0x20
        else { return nil }
        guard let close = closingBracket(from: index) else { return nil }
        return Tag(name: name, closing: closing, attributes: index..<close, range: open..<close + 1)
    }

    /// The `>` that ends a tag: outside quotes, or the first one where the quotes do not pair.
    private func closingBracket(from start: Int) -> Int? {
        var quote: UInt8?
        var first: Int?
        for index in start..<min(bytes.count, start + 4096) {
            let byte = bytes[index]
            if byte == UInt8(ascii: ">"), first == nil { first = index }
            if let open = quote {
                if byte == open { quote = nil }
                continue
            }
            switch byte {
            case UInt8(ascii: ">"): return index
            case UInt8(ascii: "<"): return first
            // An apostrophe opens a value only after "=": a tag cut in two is followed by French text.
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                if index > start, bytes[index - 1] == UInt8(ascii: "=") { quote = byte }
            default: break
            }
        }
        return first
    }

    private mutating func emit(_ token: Token, _ range: Range<Int>) {
        flushText(to: range.lowerBound)
        tokens.append(token)
        textStart = range.upperBound
    }

    private mutating func flushText(to end: Int) {
        if textStart < end { tokens.append(.text(textStart..<end)) }
        textStart = max(textStart, end)
    }

    private func isNameByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: ":")
    }

    private func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

    /// True when `prefix` (lower case) stands at `index`, in any case.
    private func hasPrefix(_ prefix: String, at index: Int) -> Bool {
        let wanted = prefix.utf8
        guard index + wanted.count <= bytes.count else { return false }
        return zip(bytes[index...], wanted).allSatisfy { lower($0) == $1 }
    }

    /// The place of `needle`; after it for `-->`.
    private func find(_ needle: String, from start: Int) -> Int? {
        let first = needle.utf8.first
        var index = start
        while index + needle.utf8.count <= bytes.count {
            if bytes[index] == first, hasPrefix(needle, at: index) {
                return needle == "-->" ? index + 3 : index
            }
            index += 1
        }
        return nil
    }
}

/// The elements of HTML that the scanner takes for tags.
enum HTMLElementNames {
    /// Elements whose content is code or another document, never words for a reader.
    static let dropped: Set<String> = [
        "script", "style", "iframe", "object", "noembed", "noframes", "template", "svg", "math",
    ]

    /// Elements that begin and end a paragraph.
    static let blocks: Set<String> = [
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "div", "dl", "dt", "fieldset",
        "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend",
        "main", "nav", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr",
    ]

    static let lists: Set<String> = ["ul", "ol", "menu", "dir"]

    private static let others: Set<String> = [
        "a", "abbr", "acronym", "applet", "area", "audio", "b", "base", "bdi", "bdo", "big", "br", "button", "canvas",
        "cite", "code", "col", "colgroup", "data", "datalist", "del", "details", "dfn", "dialog", "em", "embed", "font",
        "frame", "frameset", "head", "hgroup", "i", "img", "input", "ins", "kbd", "label", "li", "link", "map", "mark",
        "marquee", "meta", "meter", "nobr", "noscript", "optgroup", "option", "output", "param", "picture", "progress",
        "q", "rp", "rt", "ruby", "s", "samp", "search", "select", "slot", "small", "source", "span", "strike", "strong",
        "sub", "summary", "sup", "textarea", "time", "title", "track", "tt", "u", "var", "video", "wbr",
    ]

    /// True for elements inside a line of text, which separate no words.
    static func isInline(_ name: String) -> Bool {
        !blocks.contains(name) && !lists.contains(name) && name != "li" && name != "br"
    }

    /// Also the namespaced elements of word processors (`o:p`), but not an address in angle brackets (`https:`).
    static func isKnown(_ name: String) -> Bool {
        if dropped.contains(name) || blocks.contains(name) || lists.contains(name) || others.contains(name) {
            return true
        }
        let parts = name.split(separator: ":", omittingEmptySubsequences: false)
        return parts.count == 2 && ["o", "w", "v", "m", "st1", "x"].contains(parts[0]) && !parts[1].isEmpty
    }
}
