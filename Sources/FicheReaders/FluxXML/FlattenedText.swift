import Markdown

/// A text of the flow, whose line breaks were flattened to runs of blanks, made a structure again.
///
/// V4.1 writes a line break as a run of two or more spaces (mostly four) and an item as `* `, `- `, `• `, `o ` or `1. `
/// behind such a run. Runs of two or three spaces also stand inside sentences, where a wrapped line was joined. No word
/// is lost or reworded: blocks hold the text as it stands, without bullets and with single blanks.
struct FlattenedText: Equatable, Sendable {
    /// A paragraph or an item, in the order of the text.
    struct Block: Equatable, Sendable {
        enum Kind: Equatable, Sendable {
            case paragraph
            /// An item with a bullet; the level counts from 0.
            case bullet(level: Int)
            /// An item "1." or "1)"; `delimiter` is the sign behind the number.
            case number(Int, delimiter: UInt8, level: Int)
        }

        var kind: Kind
        /// Plain text with single blanks.
        var text: String
        /// The text as inline CommonMark.
        var escaped: String

        init(kind: Kind, text: String) {
            self.kind = kind
            self.text = text
            escaped = MarkdownEscaping.escaped(text)
        }
    }

    let blocks: [Block]
    /// Where bullets that are letters (`o`) stand in the bytes that were given: words of the source, but no text.
    let letterBullets: [Int]

    init(_ bytes: [UInt8]) { self = bytes.withUnsafeBufferPointer { FlattenedText($0) } }

    /// - Parameter bytes: UTF-8 without markup.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        let pieces = FlattenedPieces.pieces(of: bytes)
        var arranger = FlattenedArranger()
        for piece in pieces { arranger.add(piece) }
        blocks = arranger.blocks
        letterBullets = pieces.compactMap { $0.letterBullet }
    }

    init(_ text: String) { self.init(Array(text.utf8)) }

    /// The blocks one by one as inline CommonMark, sub-items after their parent. A number stays before its item.
    var items: [String] {
        blocks.map { block in
            guard case .number(let number, let delimiter, _) = block.kind else { return block.escaped }
            return "\(number)\\\(String(UnicodeScalar(delimiter))) \(block.escaped)"
        }
    }

    /// The whole text as CommonMark; nil when it has no text.
    var commonMark: String? {
        guard !blocks.isEmpty else { return nil }
        if blocks.count == 1, blocks[0].kind == .paragraph { return blocks[0].escaped }
        var text = ""
        text.reserveCapacity(blocks.reduce(0) { $0 + $1.escaped.utf8.count + 8 })
        // The width of the marker at each level: what stands below an item is indented by it.
        var widths: [Int] = []
        var previous: Block.Kind?
        for block in blocks {
            switch block.kind {
            case .paragraph:
                if previous != nil { text += "\n\n" }
                widths = []
            case .bullet(let level), .number(_, _, let level):
                if previous != nil { text += previous == .paragraph ? "\n\n" : "\n" }
                widths.removeLast(max(0, widths.count - level))
                for _ in 0..<widths.reduce(0, +) { text += " " }
                let marker = block.marker
                text += marker
                widths.append(marker.utf8.count)
            }
            text += block.escaped
            previous = block.kind
        }
        return text
    }
}

extension FlattenedText.Block {
    /// What CommonMark puts before an item.
    fileprivate var marker: String {
        guard case .number(let number, let delimiter, _) = kind else { return "- " }
        return "\(number)\(String(UnicodeScalar(delimiter))) "
    }
}

/// Puts pieces in their place: which are items, how deep, which numbers really count.
struct FlattenedArranger {
    private(set) var blocks: [FlattenedText.Block] = []
    /// The markers of the open list, outermost first.
    private var open: [FlattenedPieces.Marker.Family] = []
    /// The last number at each level of the open list.
    private var numbers: [Int: Int] = [:]

    mutating func add(_ piece: FlattenedPieces.Piece) {
        guard !piece.text.isEmpty else { return }
        switch piece.marker {
        case nil: addPlain(piece.text)
        case .bullet(let glyph, _):
            let level = open(.bullet(glyph))
            blocks.append(.init(kind: .bullet(level: level), text: piece.text))
        case .number(let number, let delimiter, let written):
            addNumber(number, delimiter, piece.text, written: written)
        }
    }

    private mutating func addPlain(_ text: String) {
        // "4.1 …" below "4. …" is an item of it.
        if let level = open.firstIndex(of: .number), let number = numbers[level], text.hasPrefix("\(number)."),
            text.utf8.dropFirst(String(number).utf8.count + 1).first.map({ $0 >= 0x30 && $0 <= 0x39 }) == true
        {
            open.removeLast(open.count - level - 1)
            open.append(.subnumber)
            blocks.append(.init(kind: .bullet(level: level + 1), text: text))
            return
        }
        open = []
        numbers = [:]
        blocks.append(.init(kind: .paragraph, text: text))
    }

    private mutating func addNumber(_ number: Int, _ delimiter: UInt8, _ text: String, written: String) {
        let wasOpen = open.contains(.number)
        let before = open
        let level = open(.number)
        let last = wasOpen ? numbers[level] : nil
        // CommonMark counts on from the first number by itself, and begins below an item with 1 only: other numbers
        // are text.
        if last.map({ number == $0 + 1 }) ?? (level == 0 || number == 1) {
            numbers[level] = number
            for deeper in numbers.keys where deeper > level { numbers[deeper] = nil }
            blocks.append(.init(kind: .number(number, delimiter: delimiter, level: level), text: text))
        } else if before.isEmpty || level == 0 {
            open = []
            numbers = [:]
            blocks.append(.init(kind: .paragraph, text: written + " " + text))
        } else {
            blocks.append(.init(kind: .bullet(level: level), text: written + " " + text))
        }
    }

    /// Opens or continues the list of a marker; gives its level.
    private mutating func open(_ family: FlattenedPieces.Marker.Family) -> Int {
        if let level = open.firstIndex(of: family) {
            open.removeLast(open.count - level - 1)
        } else if open.isEmpty || (open.count < 3 && isBelow(family)) {
            open.append(family)
        } else {
            open[open.count - 1] = family
        }
        return open.count - 1
    }

    /// A new kind of marker goes below the item before it when it is a bullet of the second level, when that item
    /// announces it with a colon, or when that item is numbered.
    private func isBelow(_ family: FlattenedPieces.Marker.Family) -> Bool {
        guard family != .number else { return blocks.last?.text.utf8.last == UInt8(ascii: ":") }
        if open.last == .number { return true }
        if case .bullet(let glyph) = family, FlattenedPieces.secondLevelGlyphs.contains(glyph) { return true }
        return blocks.last?.text.utf8.last == UInt8(ascii: ":")
    }
}
