import FrenchText
import Markdown

/// The document as elements, whatever its form, and what is frame around them.
struct PageContent {
    private(set) var elements: [Element] = []
    private(set) var claims: [Claim] = []
    /// Tags and references: to be claimed last, over whatever holds them.
    private(set) var markup: [Claim] = []
    let isHTML: Bool

    init(_ source: SourceText) {
        isHTML = Self.isHTML(source)
        if isHTML { readHTML(source) } else { readText(source) }
    }

    /// True for a document that begins with a tag.
    static func isHTML(_ source: SourceText) -> Bool {
        guard let first = source.bytes.firstIndex(where: { $0 > 0x20 }), source.bytes[first] == UInt8(ascii: "<") else {
            return false
        }
        let head = Folding.folded(String(decoding: source.bytes[first...].prefix(2000), as: UTF8.self))
        return ["<!doctype html", "<html", "<head", "<body", "<main", "<div", "<!--", "<h1", "<h2", "<section"]
            .contains { head.contains($0) }
    }

    // MARK: Text

    private mutating func readText(_ source: SourceText) {
        let pages = PrintedPages(source, keepsAddresses: true)
        claims = pages.claims
        let rows = BarRow.marks(pages.lines.map(\.source.text))
        for (index, line) in pages.lines.enumerated() {
            let text = line.part.text
            if Self.isRule(text) { continue }
            guard let cells = Self.cells(of: line, isRow: rows[index]) else {
                elements.append(.passage(Passage(line)))
                continue
            }
            elements.append(.row(TableRow(cells: cells, line: line, range: line.part.range)))
        }
    }

    /// "---|---|" below the head of a table.
    private static func isRule(_ text: String) -> Bool {
        text.utf8.contains(UInt8(ascii: "|"))
            && text.utf8.allSatisfy { $0 == UInt8(ascii: "|") || $0 == 0x2D || $0 == 0x20 || $0 == 0x3A }
    }

    /// The cells of a line that pipes or tabs divide; nil for a line of text.
    private static func cells(of line: PrintedLine, isRow: Bool) -> [Passage]? {
        // The blanks at the ends of the source line may be empty cells.
        let source = line.source
        let bytes = Array(source.text.utf8)
        var cuts: [Int] = []
        let trimmed = line.part.text
        // A border stands at the edge; behind a blank, the pipe closes an empty cell.
        let isBordered = bytes.first == UInt8(ascii: "|")
        if trimmed.hasSuffix("|") || isBordered || isRow {
            cuts = bytes.indices.filter { bytes[$0] == UInt8(ascii: "|") }
        } else if bytes.contains(0x09), line.part.text.utf8.contains(0x09) {
            cuts = bytes.indices.filter { bytes[$0] == 0x09 }
        }
        guard !cuts.isEmpty else { return nil }
        var parts: [SourceLine] = []
        var start = 0
        if isBordered, let first = cuts.first {
            start = first + 1
            cuts.removeFirst()
        }
        for cut in cuts {
            parts.append(source.part(start..<cut))
            start = cut + 1
        }
        if !trimmed.hasSuffix("|") { parts.append(source.part(start..<bytes.count)) }
        return parts.map { part in
            PrintedLine(part, of: source).map(Passage.init)
                ?? Passage(blankAt: part.range.lowerBound, line: source.number)
        }
    }

    // MARK: HTML

    private mutating func readHTML(_ source: SourceText) {
        let page = HTMLPage(source.bytes)
        for frame in page.frames { claims.append(Claim(frame, .miseEnPage("cadre de la page"))) }
        for range in HTMLFragment.tagRanges(in: source.bytes) {
            markup.append(Claim(range, .miseEnPage("balise HTML")))
        }
        for part in page.parts {
            switch part {
            case .text(let text):
                var passage = Passage(html: text.range, of: source)
                guard !passage.isBlank else { continue }
                (passage.element, passage.attributes) = (text.element, text.attributes)
                elements.append(.passage(passage))
            case .row(let cells, _):
                guard let first = cells.first, let last = cells.last else { continue }
                let passages = cells.map { Passage(html: $0.range, of: source) }
                guard passages.contains(where: { !$0.isBlank }) else { continue }
                elements.append(
                    .row(
                        TableRow(
                            cells: passages, line: nil, range: first.range.lowerBound..<last.range.upperBound)))
            }
        }
    }
}
