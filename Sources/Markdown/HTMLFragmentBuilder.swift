/// Turns the tokens of a fragment into blocks.
///
/// Rules for broken HTML: a `<p>` straight inside a list without an open item ends that list (it was never closed); a block
/// ends the emphasis that is open in it; what is never closed ends with the text.
struct HTMLFragmentBuilder {
    private struct List {
        var ordered: Bool
        var next = 1
    }

    private let bytes: [UInt8]
    private var blocks: [HTMLFragment.Block] = []
    private var inline = HTMLInline()
    private var kind = HTMLFragment.Block.Kind.run
    private var lists: [List] = []
    private var inItem = false
    private var bold = 0
    private var italic = 0
    private var links: [String?] = []
    private var raised = 0

    init(_ html: String) { bytes = Array(html.utf8) }

    mutating func build() -> [HTMLFragment.Block] {
        for token in HTMLFragmentScanner.tokens(of: bytes) {
            switch token {
            case .text(let range): append(Self.decoded(bytes, range))
            case .removed: append(" ")
            case .tag(let name, let closing, let attributes, _):
                if closing { close(name) } else { open(name, attributes) }
            }
        }
        endBlock()
        return blocks
    }

    private mutating func append(_ text: String) {
        var style = HTMLInline.Style(bold: bold > 0, italic: italic > 0)
        if let link = links.last { style.link = link }
        // Line ends of the source are blanks in HTML.
        let flowing = String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\n" || $0 == "\r" ? " " : $0 }))
        inline.append(raised > 0 ? Self.superscript(flowing) : flowing, style)
    }

    private mutating func open(_ name: String, _ attributes: Range<Int>) {
        switch name {
        case "b", "strong": bold += 1
        case "i", "em", "cite", "dfn", "var": italic += 1
        case "sup": raised += 1
        case "br": inline.appendBreak()
        case "a": links.append(HTMLLink.address(in: bytes, attributes))
        case "li": startItem()
        case _ where HTMLElementNames.lists.contains(name):
            endBlock()
            if lists.count < 6 { lists.append(List(ordered: name == "ol")) }
            inItem = false
            kind = .listRun(level: lists.count)
        case _ where HTMLElementNames.blocks.contains(name): startParagraph()
        default: break
        }
    }

    private mutating func close(_ name: String) {
        switch name {
        case "b", "strong": bold = max(0, bold - 1)
        case "i", "em", "cite", "dfn", "var": italic = max(0, italic - 1)
        case "sup": raised = max(0, raised - 1)
        case "a": _ = links.popLast()
        case "li":
            endBlock()
            inItem = false
            kind = lists.isEmpty ? .run : .listRun(level: lists.count)
        case _ where HTMLElementNames.lists.contains(name):
            endBlock()
            _ = lists.popLast()
            // What follows an inner list still belongs to the item that holds it.
            inItem = !lists.isEmpty
            kind = lists.isEmpty ? .run : .item(level: lists.count, numero: nil)
        case _ where HTMLElementNames.blocks.contains(name):
            let keepsItem = inItem
            endBlock()
            if !keepsItem { kind = lists.isEmpty ? .run : .listRun(level: lists.count) }
        default: break
        }
    }

    private mutating func startItem() {
        endBlock()
        if lists.isEmpty { lists.append(List(ordered: false)) }
        let last = lists.count - 1
        let numero = lists[last].ordered ? lists[last].next : nil
        lists[last].next += 1
        inItem = true
        kind = .item(level: lists.count, numero: numero)
    }

    private mutating func startParagraph() {
        if inItem {
            // A paragraph that opens an item is that item; a further one is a line of its own in it.
            if !inline.isBlank { inline.appendBreak() }
            return
        }
        endBlock()
        lists = []
        kind = .paragraph
    }

    private mutating func endBlock() {
        let text = inline.commonMark
        if !text.isEmpty { blocks.append(.init(kind, text)) }
        inline = HTMLInline()
        (bold, italic, raised) = (0, 0, 0)
        links = []
    }

    /// The text of a range, character references replaced.
    static func decoded(_ bytes: [UInt8], _ range: Range<Int>) -> String {
        guard bytes[range].contains(UInt8(ascii: "&")) else { return String(decoding: bytes[range], as: UTF8.self) }
        var result: [UInt8] = []
        var index = range.lowerBound
        while index < range.upperBound {
            if bytes[index] == UInt8(ascii: "&"),
                let reference = HTMLEntities.reference(in: bytes, at: index, limit: range.upperBound)
            {
                result.append(contentsOf: String(reference.scalar).utf8)
                index = reference.range.upperBound
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Raised digits as the characters that texts without markup use ("note<sup>1</sup>" → "note¹").
    private static func superscript(_ text: String) -> String {
        let raised = Array("⁰¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars)
        return String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    guard (0x30...0x39).contains(scalar.value) else { return scalar }
                    return raised[Int(scalar.value - 0x30)]
                }))
    }
}
