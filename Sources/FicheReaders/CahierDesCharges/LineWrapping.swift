import FrenchText

/// Whether lines end where the page does or where the author ended them.
enum LineWrapping {
    /// The width at which a text was wrapped: many lines of nearly the same length, none much longer. Nil where each
    /// paragraph is one line.
    static func width(of lines: [SourceLine]) -> Int? {
        // Rows of tables are as long as their cells.
        let prose = lines.filter { !$0.text.contains("\t") && !$0.text.contains("|") && !$0.text.contains("<") }
        let lengths = prose.map { $0.text.unicodeScalars.count }.filter { $0 > 0 }
        guard let longest = lengths.max(), (60...160).contains(longest) else { return nil }
        return lengths.filter { $0 > longest * 7 / 10 }.count * 4 > lengths.count ? longest : nil
    }

    /// How the next line of a paragraph is joined to the line before it.
    enum Joint { case sameSentence, newLine, newParagraph }

    /// - Parameters:
    ///   - text: the paragraph so far; `line`, its last line; `next`, the line that follows at once.
    ///   - isEmphasised: whether an emphasis of the paragraph is open at its end.
    ///   - width: the width of the page, where the text was wrapped.
    static func joint(
        _ text: String, _ isEmphasised: Bool, _ line: SourceLine?, _ next: String, width: Int?
    ) -> Joint {
        // In a text that was not wrapped, a bracket on a line of its own was set there ("(pour le compte de …)").
        if continues(text, isEmphasised, with: next), width != nil || next.first != "(" { return .sameSentence }
        guard let width, let line, let last = Folding.squeezed(line.text).last else { return .newLine }
        let length = line.text.unicodeScalars.count
        if ".:;!?".contains(last), length < width * 3 / 4 { return .newParagraph }
        return length < width * 6 / 10 ? .newLine : .sameSentence
    }

    /// True when `next` plainly goes on with the sentence that `text` began.
    ///
    /// - Parameter isEmphasised: whether an emphasis of `text` is open at its end; looked for when nil.
    static func continues(_ text: String, _ isEmphasised: Bool? = nil, with next: String) -> Bool {
        if isEmphasised ?? hasOpenEmphasis(text) { return true }
        // Only the end of a text tells, so that a paragraph of any length is put together in linear time.
        let tail = String(decoding: text.utf8.suffix(400), as: UTF8.self)
        guard let last = tail.last(where: { $0 != "*" && $0 != "»" && $0 != " " }), !".:;!?…".contains(last) else {
            return false
        }
        let first = next.first { !"*«\"“(".contains($0) }
        return first?.isLowercase == true || endsOpen(tail)
    }

    /// True when the last word cannot end a sentence ("de", "la", "par").
    private static func endsOpen(_ text: String) -> Bool {
        let tail = Folding.folded(String(text.suffix(12)))
        if tail.hasSuffix("'") { return true }
        guard let word = WordScanner.words(in: tail).last, tail.hasSuffix(word) else { return false }
        return openWords.contains(word)
    }

    /// True when `**` stands an odd number of times in the text.
    static func hasOpenEmphasis(_ text: String) -> Bool {
        var isOpen = false
        var isHalf = false
        for byte in text.utf8 {
            if byte == UInt8(ascii: "*"), isHalf { isOpen.toggle() }
            isHalf = byte == UInt8(ascii: "*") && !isHalf
        }
        return isOpen
    }

    private static let openWords: Set<String> = [
        "de", "du", "des", "la", "le", "les", "et", "ou", "a", "au", "aux", "un", "une", "par", "pour", "dans", "sur",
        "avec", "sans", "que", "qui", "dont", "en", "ce", "cette", "ces", "son", "sa", "ses", "leur", "leurs",
    ]
}

/// Whether an emphasis is open at the end of a text that is put together line by line: counted once a line.
struct RunningEmphasis {
    private var isOpen: Bool?

    mutating func isOpen(in text: String) -> Bool {
        let known = isOpen ?? LineWrapping.hasOpenEmphasis(text)
        isOpen = known
        return known
    }

    /// The text goes on behind a blank or a line end.
    mutating func goOn(with next: String) {
        isOpen = isOpen.map { $0 != LineWrapping.hasOpenEmphasis(next) }
    }
}
