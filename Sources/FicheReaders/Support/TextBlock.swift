/// A paragraph or a list item of a section, put together from the lines over which the layout spread it.
struct TextBlock {
    enum Kind: Equatable {
        case paragraph
        /// `level` from 0; `number` in a numbered list.
        case item(level: Int, number: Int?)
    }

    var kind: Kind
    /// Plain text, single spaces.
    var text: String
    var lines: [PrintedLine]
    /// True when a blank line (not a page break) stands before.
    let followsBlank: Bool
    /// True when blanks stand before its first line, where other lines have none.
    let isIndented: Bool

    var isItem: Bool { kind != .paragraph }
    var endsInColon: Bool { text.hasSuffix(":") }
}

/// Puts lines together into blocks.
struct BlockBuilder {
    /// Nil where each line is a paragraph of its own.
    let column: Column?
    /// True where each entry begins on a line of its own (the competences of a bloc): a capital then begins another.
    let itemsBeginLines: Bool
    private var blocks: [TextBlock] = []
    private var levels = ListLevels()
    private var current: [PrintedLine] = []
    private var text = ""
    private var kind = TextBlock.Kind.paragraph
    private var baseIndent = 0

    private init(column: Column?, itemsBeginLines: Bool) {
        self.column = column
        self.itemsBeginLines = itemsBeginLines
    }

    static func blocks(_ lines: [PrintedLine], column: Column?, itemsBeginLines: Bool = false) -> [TextBlock] {
        var builder = BlockBuilder(column: column, itemsBeginLines: itemsBeginLines)
        return builder.build(lines)
    }

    private mutating func build(_ lines: [PrintedLine]) -> [TextBlock] {
        let lines = lines.flatMap(InlineBullets.divided)
        baseIndent = lines.map(\.indent).min() ?? 0
        for line in lines {
            if let bullet = Bullet(line) {
                close()
                begin(line, bullet)
            } else if let last = current.last, continues(last, line) {
                Self.append(line.text, to: &text, joiningWord: last.endsInCutWord)
                current.append(line)
            } else {
                close()
                begin(line, nil)
            }
        }
        close()
        return LostBullets.restored(blocks)
    }

    private mutating func begin(_ line: PrintedLine, _ bullet: Bullet?) {
        current = [line]
        if let bullet {
            kind = levels.kind(of: bullet, indent: line.indent)
            text = line.rest(from: bullet.length)?.text ?? ""
        } else {
            kind = .paragraph
            levels = ListLevels()
            text = line.text
        }
    }

    private mutating func close() {
        if let first = current.first, !text.isEmpty {
            blocks.append(
                TextBlock(
                    kind: kind, text: text, lines: current,
                    followsBlank: first.blanksBefore > 0 && !first.pageBreakBefore,
                    isIndented: kind == .paragraph && first.indent > baseIndent))
        }
        current = []
        text = ""
    }

    /// True when `line` goes on with the block whose last line is `last`.
    private func continues(_ last: PrintedLine, _ line: PrintedLine) -> Bool {
        // A bullet that stands alone on its line has its text on the next.
        if text.isEmpty { return true }
        let text = Self.tail(of: text)
        let lowerCase = LineEnds.beginsInLowerCase(line.text)
        guard line.follows else {
            // A cell may hold a blank in mid-sentence, where its row is as high as its label.
            return column != nil && lowerCase && (LineEnds.endsInLink(text) || text.hasSuffix(","))
        }
        if line.indent > baseIndent, !line.pageBreakBefore, !(kind != .paragraph && line.indent > current[0].indent) {
            return false
        }
        guard let column else { return lowerCase && LineEnds.endsInLink(text) }
        if column.hasRoom(after: last, for: line) {
            if LineEnds.endsInLink(text) { return true }
            guard lowerCase, !LineEnds.closes(text) else { return false }
            return kind != .paragraph || LineEnds.isOpen(text) || !LineEnds.beginsInLowerCase(current[0].text)
        }
        if LineEnds.closes(text) {
            return (lowerCase || kind != .paragraph) && !text.hasSuffix(";") && !text.hasSuffix(":")
        }
        if itemsBeginLines, kind == .paragraph, LineEnds.beginsWithCapitalisedWord(line.text) {
            return LineEnds.isOpen(text)
        }
        return true
    }

    /// Adds the next line to a text: a hyphen that ends the line keeps the word together.
    ///
    /// - Parameter joiningWord: true where the hyphen is the layout's own.
    static func append(_ next: String, to text: inout String, joiningWord: Bool = false) {
        // Only its last two signs are looked at: a text may be put together of thousands of lines.
        let isCut =
            text.utf8.last == UInt8(ascii: "-")
            && text.unicodeScalars.suffix(2).first?.properties.isAlphabetic == true
            && next.unicodeScalars.first?.properties.isLowercase == true
        if isCut, joiningWord || cutEndings.contains(String(next.unicodeScalars.prefix { $0.properties.isAlphabetic }))
        {
            text.removeLast()
        } else if !text.isEmpty, !isCut {
            text += " "
        }
        text += next
    }

    /// Ends of words that follow no hyphen in French: before them it is the layout that cut the word.
    private static let cutEndings: Set<String> = [
        "tion", "tions", "sion", "sions", "ment", "ments", "teur", "teurs", "trice", "trices", "tive", "tives", "té",
        "tés", "ence", "ences", "ance", "ances", "logie", "logies", "logique", "logiques",
    ]

    /// The end of a text, so that a paragraph of any length is put together in linear time.
    private static func tail(of text: String) -> String {
        let longest = 600
        return text.utf8.count <= longest ? text : String(decoding: text.utf8.suffix(longest), as: UTF8.self)
    }
}

/// The levels of a list, by the marks and the indents of its items.
struct ListLevels {
    private var stack: [(mark: Bullet.Mark, indent: Int)] = []

    mutating func kind(of bullet: Bullet, indent: Int) -> TextBlock.Kind {
        if let level = stack.lastIndex(where: { Self.alike($0.mark, bullet.mark) && abs($0.indent - indent) <= 1 }) {
            stack.removeSubrange((level + 1)...)
        } else if let top = stack.last,
            indent > top.indent || Self.isNumber(top.mark) || bullet.mark == .glyph("o")
                || bullet.mark == .letter
        {
            stack.append((bullet.mark, indent))
        } else {
            while let top = stack.last, stack.count > 1, top.indent > indent { stack.removeLast() }
            if !stack.isEmpty { stack.removeLast() }
            stack.append((bullet.mark, indent))
        }
        if case .number(let number) = bullet.mark { return .item(level: stack.count - 1, number: number) }
        return .item(level: stack.count - 1, number: nil)
    }

    private static func isNumber(_ mark: Bullet.Mark) -> Bool {
        if case .number = mark { return true }
        return false
    }

    private static func alike(_ left: Bullet.Mark, _ right: Bullet.Mark) -> Bool {
        switch (left, right) {
        case (.number, .number), (.letter, .letter): true
        case (.glyph(let one), .glyph(let other)): one == other || (Bullet.isDash(one) && Bullet.isDash(other))
        default: false
        }
    }
}

extension BlockBuilder {
    /// All lines as one text: a cell that holds one value, however it was broken. Nil when there is none.
    static func wholeText(_ lines: [PrintedLine]) -> String? {
        var text = ""
        var isCut = false
        for line in lines {
            append(line.text, to: &text, joiningWord: isCut)
            isCut = line.endsInCutWord
        }
        return text.isEmpty ? nil : text
    }
}
