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
    ///   - width: the width of the page, where the text was wrapped.
    static func joint(_ text: String, _ line: SourceLine?, _ next: String, width: Int?) -> Joint {
        // In a text that was not wrapped, a bracket on a line of its own was set there ("(pour le compte de …)").
        if continues(text, with: next), width != nil || next.first != "(" { return .sameSentence }
        guard let width, let line, let last = Folding.squeezed(line.text).last else { return .newLine }
        let length = line.text.unicodeScalars.count
        if ".:;!?".contains(last), length < width * 3 / 4 { return .newParagraph }
        return length < width * 6 / 10 ? .newLine : .sameSentence
    }

    /// True when `next` plainly goes on with the sentence that `text` began.
    static func continues(_ text: String, with next: String) -> Bool {
        let first = next.first { !"*«\"“(".contains($0) }
        if hasOpenEmphasis(text) { return true }
        guard let last = text.last(where: { $0 != "*" && $0 != "»" && $0 != " " }), !".:;!?…".contains(last) else {
            return false
        }
        return first?.isLowercase == true || endsOpen(text)
    }

    /// True when the last word cannot end a sentence ("de", "la", "par").
    private static func endsOpen(_ text: String) -> Bool {
        let tail = Folding.folded(String(text.suffix(12)))
        if tail.hasSuffix("'") { return true }
        guard let word = WordScanner.words(in: tail).last, tail.hasSuffix(word) else { return false }
        return openWords.contains(word)
    }

    private static func hasOpenEmphasis(_ text: String) -> Bool {
        text.ranges(of: "**").count % 2 == 1
    }

    private static let openWords: Set<String> = [
        "de", "du", "des", "la", "le", "les", "et", "ou", "a", "au", "aux", "un", "une", "par", "pour", "dans", "sur",
        "avec", "sans", "que", "qui", "dont", "en", "ce", "cette", "ces", "son", "sa", "ses", "leur", "leurs",
    ]
}
