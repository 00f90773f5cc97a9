import FrenchText

/// A line of the printed form, or a part of one, without the blanks at its ends.
struct PrintedLine: Equatable {
    /// The part of the source that holds the text.
    let part: SourceLine
    /// The whole line of the source, with its tabs.
    let source: SourceLine
    /// How many blanks stand before the text.
    var indent: Int
    /// How many blank lines stand before.
    var blanksBefore = 0
    /// True when the page ended before this line: the blanks before it then mean nothing.
    var pageBreakBefore = false
    /// True when the layout cut its last word, which the next line ends.
    var endsInCutWord = false

    /// Nil when the part is blank.
    init?(_ part: SourceLine, of source: SourceLine? = nil) {
        var start = 0
        var indent = 0
        for scalar in part.text.unicodeScalars {
            guard Folding.isBlank(scalar) else { break }
            start += UTF8.width(scalar)
            indent += scalar == "\t" ? 8 : scalar == "\u{0C}" ? 0 : 1
        }
        var end = part.range.count
        for scalar in part.text.unicodeScalars.reversed() {
            guard Folding.isBlank(scalar), end > start else { break }
            end -= UTF8.width(scalar)
        }
        guard start < end else { return nil }
        self.part = part.part(start..<end)
        self.source = source ?? part
        self.indent = indent
    }

    var number: Int { part.number }

    /// The text with single spaces.
    var text: String { Folding.squeezed(part.text) }

    /// The folded words, by which layouts are recognised.
    var words: [String] { WordScanner.words(in: Folding.folded(part.text)) }

    /// True when tabs divide the line into cells.
    var isTabbed: Bool { source.text.utf8.contains(0x09) }

    /// True when nothing stands between this line and the one before on the page.
    var follows: Bool { blanksBefore == 0 || pageBreakBefore }

    /// The rest of the line from a byte of `part` on; nil when it is blank.
    func rest(from offset: Int) -> PrintedLine? {
        guard var rest = PrintedLine(part.part(offset..<part.range.count), of: source) else { return nil }
        rest.indent = 0
        return rest
    }

    /// The address when the line holds nothing else.
    var bareAddress: String? {
        let text = part.text
        guard !text.utf8.contains(where: { $0 <= 0x20 }) else { return nil }
        let key = Folding.folded(text)
        return key.hasPrefix("http://") || key.hasPrefix("https://") || key.hasPrefix("www.") ? text : nil
    }
}

/// What is to be said of a range of the source.
struct Claim {
    let range: Range<Int>
    let fate: CoverageLedger.Fate

    init(_ range: Range<Int>, _ fate: CoverageLedger.Fate) {
        self.range = range
        self.fate = fate
    }
}
