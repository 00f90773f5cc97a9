import FrenchText
import Markdown

/// A stretch of the document that says one thing: a line of text, an element of a page, a cell of a table.
struct Passage {
    enum Form {
        case printed(PrintedLine)
        /// The lines of a cell that stands beside others.
        case cell([PrintedLine])
        /// The bytes, with tags.
        case html
        /// A cell that holds nothing.
        case blank
    }

    let form: Form
    let range: Range<Int>
    /// From 1.
    let number: Int
    /// Plain, with single spaces.
    let text: String
    /// The folded words, by which layouts are recognised.
    let words: [String]
    /// The bytes of each word; empty where the words of the text are not those of the bytes.
    private let wordRanges: [Range<Int>]
    /// The element and the attributes of HTML.
    var element = ""
    var attributes = ""

    init(_ line: PrintedLine) {
        form = .printed(line)
        range = line.part.range
        number = line.number
        text = line.text
        let bytes = Array(line.part.text.utf8)
        let ranges = WordScanner.ranges(in: bytes)
        words = ranges.map { Folding.folded(String(decoding: bytes[$0], as: UTF8.self)) }
        let start = range.lowerBound
        wordRanges = ranges.map { start + $0.lowerBound..<start + $0.upperBound }
    }

    /// A stretch of HTML.
    init(html range: Range<Int>, of source: SourceText) {
        let bytes = source.bytes[range]
        text = Folding.squeezed(HTMLFragment.plainText(String(decoding: bytes, as: UTF8.self)))
        self.range = range
        form = text.isEmpty ? .blank : .html
        words = WordScanner.words(in: Folding.folded(text))
        let tags = HTMLFragment.tagRanges(in: bytes)
        var tag = 0
        var found: [Range<Int>] = []
        for word in WordScanner.ranges(in: bytes) {
            let (lower, upper) = (word.lowerBound - bytes.startIndex, word.upperBound - bytes.startIndex)
            let local = lower >= 0 ? lower..<upper : word
            while tag < tags.count, tags[tag].upperBound <= local.lowerBound { tag += 1 }
            if tag < tags.count, tags[tag].lowerBound < local.upperBound { continue }
            found.append(range.lowerBound + local.lowerBound..<range.lowerBound + local.upperBound)
        }
        wordRanges = found.count == words.count ? found : []
        number = source.line(at: found.first?.lowerBound ?? range.lowerBound)
    }

    /// A cell of several lines; its bytes are those of its lines, for other cells stand between them.
    init(cell lines: [PrintedLine], blankAt offset: Int) {
        let passages = lines.map(Passage.init)
        text = BlockBuilder.wholeText(lines) ?? ""
        words = passages.flatMap(\.words)
        wordRanges = passages.flatMap(\.wordRanges)
        number = passages.first?.number ?? 1
        range =
            passages.first.map { $0.range.lowerBound..<max($0.range.upperBound, passages.last?.range.upperBound ?? 0) }
            ?? offset..<offset
        form = lines.isEmpty ? .blank : .cell(lines)
    }

    /// A cell without text.
    init(blankAt offset: Int, line: Int) {
        (form, range, number) = (.blank, offset..<offset, line)
        (text, words, wordRanges) = ("", [], [])
    }

    private init(text: String, range: Range<Int>, number: Int, words: [String], wordRanges: [Range<Int>]) {
        (form, self.text, self.range, self.number) = (.html, text, range, number)
        (self.words, self.wordRanges) = (words, wordRanges)
    }

    var isBlank: Bool {
        if case .blank = form { return true }
        return false
    }

    /// The printed line; nil in HTML and in cells of several lines.
    var line: PrintedLine? {
        switch form {
        case .printed(let line): line
        case .cell(let lines): lines.count == 1 ? lines.first : nil
        case .html, .blank: nil
        }
    }

    /// The printed lines; none in HTML.
    var lines: [PrintedLine] {
        if case .cell(let lines) = form { return lines }
        return line.map { [$0] } ?? []
    }

    /// All its bytes.
    var ranges: [Range<Int>] {
        if case .cell(let lines) = form { return lines.map(\.part.range) }
        return [range]
    }

    /// True for what stands for nothing: a dash, "Sans objet", a lone bullet.
    var isPlaceholder: Bool { BlockWriter.isPlaceholder(words: words) }

    /// The bytes of some of its words; those of the whole where they cannot be told apart.
    func bytes(ofWords wanted: Range<Int>) -> [Range<Int>] {
        guard !wordRanges.isEmpty, !wanted.isEmpty, wanted.upperBound <= wordRanges.count else { return ranges }
        return Array(wordRanges[wanted])
    }

    /// What follows the first `count` words, without the signs between; nil when nothing does.
    func rest(afterWords count: Int) -> Passage? {
        guard count > 0 else { return self }
        if let line {
            guard wordRanges.count >= count else { return nil }
            let from = wordRanges[count - 1].upperBound - range.lowerBound
            guard let rest = line.rest(from: from) else { return nil }
            let signs = rest.part.text.unicodeScalars.prefix(while: Self.isSeparator)
            return rest.rest(from: signs.reduce(0) { $0 + UTF8.width($1) }).map(Passage.init)
        }
        guard words.count > count else { return nil }
        let bytes = Array(text.utf8)
        let last = WordScanner.ranges(in: bytes)[count - 1].upperBound
        let tail = String(decoding: bytes[last...], as: UTF8.self).unicodeScalars.drop(while: Self.isSeparator)
        let start = wordRanges.isEmpty ? range.lowerBound : wordRanges[count - 1].upperBound
        return Passage(
            text: String(tail), range: start..<range.upperBound, number: number, words: Array(words[count...]),
            wordRanges: wordRanges.isEmpty ? [] : Array(wordRanges[count...]))
    }

    /// The passage without the bullet before it.
    var withoutBullet: Passage {
        guard let line, let bullet = Bullet(line), case .glyph = bullet.mark, let rest = line.rest(from: bullet.length)
        else { return self }
        return Passage(rest)
    }

    /// What follows the dash at its start; nil when none stands there, or nothing behind it.
    var withoutDash: Passage? {
        guard let dash = text.unicodeScalars.first, Bullet.isDash(dash) else { return nil }
        if let line {
            let signs = line.part.text.unicodeScalars.prefix { Bullet.isDash($0) || Folding.isBlank($0) }
            return line.rest(from: signs.reduce(0) { $0 + UTF8.width($1) }).map(Passage.init)
        }
        let tail = text.unicodeScalars.drop { Bullet.isDash($0) || Folding.isBlank($0) }
        guard !tail.isEmpty else { return nil }
        return Passage(text: String(tail), range: range, number: number, words: words, wordRanges: wordRanges)
    }

    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        scalar == ":" || scalar == ")" || scalar == " " || scalar == "\u{A0}" || scalar == "\u{202F}"
    }
}

/// A row of a table whose cells the layout keeps apart.
struct TableRow {
    let cells: [Passage]
    /// The whole line; nil in HTML.
    let line: PrintedLine?
    let range: Range<Int>

    var words: [String] { cells.flatMap(\.words) }
    func cell(_ index: Int) -> Passage? { cells.indices.contains(index) && !cells[index].isBlank ? cells[index] : nil }
}

/// A passage or a row, in the order of the document.
enum Element {
    case passage(Passage)
    case row(TableRow)

    var words: [String] {
        switch self {
        case .passage(let passage): passage.words
        case .row(let row): row.words
        }
    }

    var range: Range<Int> {
        switch self {
        case .passage(let passage): passage.range
        case .row(let row): row.range
        }
    }

    var number: Int {
        switch self {
        case .passage(let passage): passage.number
        case .row(let row): row.cells.first?.number ?? 1
        }
    }

    /// The printed line; nil in HTML.
    var line: PrintedLine? {
        switch self {
        case .passage(let passage): passage.line
        case .row(let row): row.line
        }
    }

    /// The printed lines; none in HTML.
    var lines: [PrintedLine] {
        switch self {
        case .passage(let passage): passage.lines
        case .row(let row): row.line.map { [$0] } ?? row.cells.flatMap(\.lines)
        }
    }

    /// All its bytes.
    var ranges: [Range<Int>] {
        switch self {
        case .passage(let passage): passage.ranges
        case .row(let row): row.line != nil ? [row.range] : row.cells.flatMap(\.ranges)
        }
    }

    /// The passages one by one: a row gives its cells.
    var passages: [Passage] {
        switch self {
        case .passage(let passage): [passage]
        case .row(let row): row.cells.filter { !$0.isBlank }
        }
    }
}
