/// HTML inside a source (a table cell with `<p>` and `<ul>`) becomes structure, never markup.
///
/// The HTML is hostile and often broken: only words, paragraphs, lists, emphasis, line breaks and links to
/// `http`, `https` and `mailto` come through.
public enum HTMLFragment {
    /// One block of a fragment.
    public struct Block: Equatable, Sendable {
        /// Where the text of a block stood.
        public enum Kind: Equatable, Sendable {
            /// Text inside `<p>`, `<div>`, a heading, a cell.
            case paragraph
            /// Text of one `<li>`; `level` from 1; `numero` in an ordered list.
            case item(level: Int, numero: Int?)
            /// Text that stands in a list without any `<li>`: often several items glued together (see `GluedItems`).
            case listRun(level: Int)
            /// Text outside of any element.
            case run
        }

        public var kind: Kind
        /// Inline CommonMark; a line break of the source is a hard break.
        public var text: String

        public init(_ kind: Kind, _ text: String) {
            self.kind = kind
            self.text = text
        }
    }

    /// The blocks of a fragment in their order; blank ones are left out.
    public static func blocks(_ html: String) -> [Block] {
        var builder = HTMLFragmentBuilder(html)
        return builder.build()
    }

    /// The same, with items that the source glued into one run of a list (`- A- B`, `▪ A ▪ B`) or set on lines of their
    /// own (`- A<br>- B`) taken apart.
    public static func separatedBlocks(_ html: String) -> [Block] {
        blocks(html).flatMap { block -> [Block] in
            let level: Int
            switch block.kind {
            case .listRun(let found): level = found
            case .run, .paragraph: level = 1
            case .item: return [block]
            }
            if let lines = markedLines(block, level: level) { return lines }
            if block.kind == .paragraph { return [block] }
            guard let glued = GluedItems(block.text) else {
                return block.kind == .run ? [block] : [Block(.item(level: level, numero: nil), block.text)]
            }
            let lead = glued.lead.map { [Block(.paragraph, $0)] } ?? []
            return lead + glued.items.map { Block(.item(level: level, numero: nil), $0) }
        }
    }

    /// The lines of a block whose hard breaks set items apart, each with its marker; a first line without one leads in.
    private static func markedLines(_ block: Block, level: Int) -> [Block]? {
        let lines = block.text.split(separator: "\n").map { $0.hasSuffix("\\") ? String($0.dropLast()) : String($0) }
        guard lines.count > 1 else { return nil }
        let items = lines.map(GluedItems.init)
        guard items.dropFirst().allSatisfy({ $0 != nil && $0?.lead == nil }) else { return nil }
        return zip(lines, items).flatMap { line, glued -> [Block] in
            guard let glued, glued.lead == nil else { return [Block(.paragraph, line)] }
            return glued.items.map { Block(.item(level: level, numero: nil), $0) }
        }
    }

    /// The fragment as CommonMark: paragraphs apart by a blank line, lists with `-` or numbers.
    public static func commonMark(_ html: String) -> String { commonMark(separatedBlocks(html)) }

    /// Blocks as CommonMark.
    public static func commonMark(_ blocks: [Block]) -> String { BlockWriter.text(blocks) }

    /// The items of a text where dashes mark them, glued (`- A- B`) or apart (`- A - B`); the whole text where none do.
    public static func splitDashItems(_ text: String) -> [String] {
        guard let glued = GluedItems(text) else { return [text] }
        return (glued.lead.map { [$0] } ?? []) + glued.items
    }

    /// What is markup in the bytes of a text: tags, comments, scripts and styles with their content, character references
    /// of signs (`&nbsp;`, `&amp;`). Words inside are layout, not content.
    public static func tagRanges(in bytes: some Collection<UInt8>) -> [Range<Int>] {
        let bytes = Array(bytes)
        guard bytes.contains(UInt8(ascii: "<")) || bytes.contains(UInt8(ascii: "&")) else { return [] }
        var ranges: [Range<Int>] = []
        for token in HTMLFragmentScanner.tokens(of: bytes) {
            switch token {
            case .tag(_, _, _, let range), .removed(let range): ranges.append(range)
            case .text(let range):
                for index in range where bytes[index] == UInt8(ascii: "&") {
                    if let reference = HTMLEntities.reference(in: bytes, at: index, limit: range.upperBound),
                        !reference.scalar.properties.isAlphabetic, reference.scalar.properties.numericType == nil
                    {
                        ranges.append(reference.range)
                    }
                }
            }
        }
        return ranges
    }

    /// The words of a fragment on one line, without any markup: for titles and names.
    public static func plainText(_ html: String) -> String {
        let bytes = Array(html.utf8)
        var scalars = String.UnicodeScalarView()
        for token in HTMLFragmentScanner.tokens(of: bytes) {
            var text = " "
            switch token {
            case .text(let range): text = HTMLFragmentBuilder.decoded(bytes, range)
            case .tag(let name, _, _, _):
                if HTMLElementNames.isInline(name) { text = "" }
            case .removed: break
            }
            for scalar in text.unicodeScalars {
                let isBlank = scalar == " " || scalar == "\n" || scalar == "\r" || scalar == "\t"
                if isBlank, scalars.last == " " || scalars.isEmpty { continue }
                scalars.append(isBlank ? " " : scalar)
            }
        }
        if scalars.last == " " { scalars.removeLast() }
        return String(scalars)
    }

    /// The text with its character references replaced: `caf&eacute;` gives `café`. Tags stay as they are.
    public static func decodingReferences(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        let bytes = Array(text.utf8)
        return HTMLFragmentBuilder.decoded(bytes, 0..<bytes.count)
    }

    /// True when the text holds something that looks like an HTML tag.
    public static func looksLikeHTML(_ text: String) -> Bool {
        guard text.utf8.contains(UInt8(ascii: "<")) else { return false }
        return HTMLFragmentScanner.tokens(of: Array(text.utf8)).contains { token in
            if case .text = token { return false }
            return true
        }
    }
}
