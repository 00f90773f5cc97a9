import FrenchText
import Markdown

/// A page of the register's old site, saved as HTML, brought to the text that its readers know: a line for each
/// paragraph, a tabbed line for each row of a table.
enum SavedPage {
    /// Nil for a document that is no page.
    static func rewritten(_ source: SourceText) -> RewrittenText? {
        guard PageContent.isHTML(source) else { return nil }
        let page = HTMLPage(source.bytes)
        var lines: [(text: String, number: Int)] = []
        var cells: [Range<Int>] = []
        var wasItem = false
        for part in page.parts {
            switch part {
            case .text(let text):
                let isItem = text.element == "li"
                if !(isItem && wasItem) { lines.append(("", lines.last?.number ?? 1)) }
                for (index, line) in brokenLines(source, text.range).enumerated() where !line.text.isEmpty {
                    lines.append((isItem && index == 0 ? "- " + line.text : line.text, line.number))
                }
                wasItem = isItem
            case .row(let row, _):
                wasItem = false
                cells += row.map(\.range)
                lines.append(Self.row(row.map(\.range), source))
            }
        }
        let framed = outside(cells, page.frames).reduce(0) { $0 + WordScanner.ranges(in: source.bytes[$1]).count }
        let all = WordScanner.ranges(in: source.bytes).count
        return RewrittenText(lines) { text in
            let kept = WordScanner.ranges(in: text.bytes).count
            return [("balise HTML", max(0, all - kept - framed)), ("cadre de la page", framed)].filter { $0.1 > 0 }
        }
    }

    /// What of the frames is in no cell: one that opens in a cell without an end is part of its text. Both in order.
    private static func outside(_ cells: [Range<Int>], _ frames: [Range<Int>]) -> [Range<Int>] {
        var rest: [Range<Int>] = []
        var first = 0
        for frame in frames {
            while first < cells.count, cells[first].upperBound <= frame.lowerBound { first += 1 }
            var (start, index) = (frame.lowerBound, first)
            while index < cells.count, cells[index].lowerBound < frame.upperBound {
                if start < cells[index].lowerBound { rest.append(start..<cells[index].lowerBound) }
                start = max(start, cells[index].upperBound)
                index += 1
            }
            if start < frame.upperBound { rest.append(start..<frame.upperBound) }
        }
        return rest
    }

    /// The lines of a stretch, broken where `<br>` breaks it.
    private static func brokenLines(_ source: SourceText, _ range: Range<Int>) -> [(text: String, number: Int)] {
        let bytes = source.bytes[range]
        var start = range.lowerBound
        var lines: [(text: String, number: Int)] = []
        func close(_ end: Int) {
            let piece = source.bytes[start..<end]
            let first = piece.firstIndex { $0 > 0x20 } ?? start
            lines.append((plain(source.text(start..<end)), source.line(at: first)))
        }
        for tag in HTMLFragment.tagRanges(in: bytes) {
            let place = range.lowerBound + tag.lowerBound..<range.lowerBound + tag.upperBound
            guard source.bytes[place].prefix(3).map({ $0 | 0x20 }) == Array("<br".utf8) else { continue }
            close(place.lowerBound)
            start = place.upperBound
        }
        close(range.upperBound)
        return lines
    }

    /// The cells with tabs between: those of a bloc with their markup, as its reader wants them.
    private static func row(_ cells: [Range<Int>], _ source: SourceText) -> (text: String, number: Int) {
        let first = cells.first.map { plain(source.text($0)) } ?? ""
        let isBloc = cells.count > 1 && BlocLabel(first) != nil
        let texts = cells.enumerated().map { index, cell in
            isBloc && index > 0
                ? Folding.squeezed(spelled(source.text(cell)))
                : plain(source.text(cell).replacing("<li", with: " • <li").replacing("<LI", with: " • <LI"))
        }
        let start = cells.first?.lowerBound ?? 0
        return (texts.joined(separator: "\t"), source.line(at: start))
    }

    /// Markup with its references spelled out, but for those that would become markup themselves.
    private static func spelled(_ html: String) -> String {
        HTMLFragment.decodingReferences(
            html.replacing("&amp;", with: "&amp;amp;").replacing("&lt;", with: "&amp;lt;")
                .replacing("&gt;", with: "&amp;gt;"))
    }

    private static func plain(_ html: String) -> String { Folding.squeezed(HTMLFragment.plainText(html)) }
}
