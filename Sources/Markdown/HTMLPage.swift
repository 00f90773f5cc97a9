/// A saved web page, cut into the texts and the table rows that a visitor sees, each with its bytes.
///
/// Built on the scanner of `HTMLFragment`, for the same reason: every byte must be traced to its place.
public struct HTMLPage: Sendable {
    /// A text of the page: a heading, a paragraph, an item, a button, a cell.
    public struct Text: Equatable, Sendable {
        /// The bytes with the tags around: the ranges of neighbouring texts touch, so that a run of them is a fragment.
        public var range: Range<Int>
        /// The name of the innermost block element around, and the bytes of its attributes as text.
        public var element: String
        public var attributes: String
    }

    /// What the page shows, in its order.
    public enum Part: Equatable, Sendable {
        case text(Text)
        /// The cells of a table row; `isHead` where they are `<th>`.
        case row([Text], isHead: Bool)
    }

    public private(set) var parts: [Part] = []
    /// The title of the window, navigation and footers: frame around the content.
    public private(set) var frames: [Range<Int>] = []

    private var cursor = 0
    private var hasText = false
    private var element = ""
    private var attributes = ""
    private var frameStart: Int?
    private var frameDepth = 0
    private var row: [Text]?
    private var rowIsHead = false
    private var cell: Text?

    public init(_ bytes: [UInt8]) {
        for token in HTMLFragmentScanner.tokens(of: bytes) {
            switch token {
            case .removed: break
            case .text(let range): if frameDepth == 0, Self.isVisible(bytes[range]) { turnWords(range) }
            case .tag(let name, let closing, let found, let range):
                if Self.frameNames.contains(name) { turnFrame(closing, range) }
                guard frameDepth == 0 else { continue }
                let opened = String(decoding: bytes[found], as: UTF8.self)
                if !turnTable(name, closing, opened, range) { turnText(name, closing, opened, range) }
            }
        }
        endRow(at: bytes.count)
        flush(to: bytes.count)
        if let frameStart { frames.append(frameStart..<bytes.count) }
    }

    private static let frameNames: Set<String> = ["title", "nav", "footer", "noscript", "select", "dialog"]

    private static func isVisible(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.contains { $0 > 0x20 } }

    private mutating func turnFrame(_ closing: Bool, _ range: Range<Int>) {
        if !closing {
            if frameDepth == 0 {
                // What stands before it in a row is in the cells of that row.
                if row == nil { flush(to: range.lowerBound) }
                frameStart = range.lowerBound
            }
            frameDepth += 1
        } else if frameDepth > 0 {
            frameDepth -= 1
            if frameDepth == 0, let start = frameStart {
                frames.append(start..<range.upperBound)
                frameStart = nil
                cursor = range.upperBound
            }
        }
    }

    /// Words of the page: those of a row that are in none of its cells belong to the cell before, or stand before the row.
    private mutating func turnWords(_ range: Range<Int>) {
        guard row != nil, cell == nil else {
            hasText = hasText || row == nil
            return
        }
        // In place: a row may hold thousands of cells.
        if let last = row?.indices.last, let start = row?[last].range.lowerBound {
            row?[last].range = start..<range.upperBound
        } else {
            hasText = true
            flush(to: range.upperBound)
        }
    }

    /// True when the tag belongs to a row that is open or that it opens.
    private mutating func turnTable(_ name: String, _ closing: Bool, _ attributes: String, _ range: Range<Int>) -> Bool
    {
        switch name {
        case "tr":
            endRow(at: range.lowerBound)
            flush(to: closing ? range.upperBound : range.lowerBound)
            if closing {
                cursor = range.upperBound
            } else {
                row = []
                rowIsHead = false
            }
            return true
        case "td", "th":
            guard row != nil else { return false }
            endCell(at: range.lowerBound)
            if !closing {
                cell = Text(range: range.upperBound..<range.upperBound, element: name, attributes: attributes)
                rowIsHead = rowIsHead || name == "th"
            }
            return true
        case "table", "tbody", "thead", "tfoot":
            // A table inside a cell is part of that cell; the end of this one ends the row that was never closed.
            if cell != nil, !closing { return true }
            endRow(at: range.lowerBound)
            return false
        default: return row != nil
        }
    }

    private mutating func endCell(at end: Int) {
        guard var text = cell else { return }
        text.range = text.range.lowerBound..<end
        row?.append(text)
        cell = nil
    }

    private mutating func endRow(at end: Int) {
        endCell(at: end)
        if let cells = row, !cells.isEmpty { parts.append(.row(cells, isHead: rowIsHead)) }
        if row != nil {
            cursor = end
            hasText = false
        }
        row = nil
    }

    private mutating func turnText(_ name: String, _ closing: Bool, _ opened: String, _ range: Range<Int>) {
        guard !HTMLElementNames.isInline(name) && name != "br" || name == "button" || name == "option" else { return }
        flush(to: closing ? range.upperBound : range.lowerBound)
        if !closing { (element, attributes) = (name, opened) }
    }

    private mutating func flush(to end: Int) {
        guard hasText, end > cursor else { return }
        parts.append(.text(Text(range: cursor..<end, element: element, attributes: attributes)))
        cursor = end
        hasText = false
    }
}
