import FrenchText

/// Whether lines end where the page does or where the author ended them.
enum LineWrapping {
    /// True when the text was wrapped at a page's width: many lines of nearly the same length, none much longer.
    static func isWrapped(_ lines: [SourceLine]) -> Bool {
        let lengths = lines.map { $0.text.unicodeScalars.count }.filter { $0 > 0 }
        guard let longest = lengths.max(), longest <= 160 else { return false }
        return lengths.filter { $0 > longest * 7 / 10 }.count * 4 > lengths.count
    }

    /// In a wrapped text: a line well short of the width, closed by a full stop or a colon, ends its paragraph.
    static func endsParagraph(_ line: SourceLine?, in lines: [SourceLine]) -> Bool {
        guard let line, let last = Folding.squeezed(line.text).last else { return false }
        let width = lines.map { $0.text.unicodeScalars.count }.max() ?? 0
        return ".:;!?".contains(last) && line.text.unicodeScalars.count < width * 3 / 4
    }

    /// True when `next` plainly goes on with the sentence that `text` began.
    static func continues(_ text: String, with next: String) -> Bool {
        let first = next.first { !"*«\"“(".contains($0) }
        if hasOpenEmphasis(text) { return true }
        guard let last = text.last(where: { $0 != "*" && $0 != "»" && $0 != " " }), !".:;!?…".contains(last) else { return false }
        if first?.isLowercase == true { return true }
        return last == "," && !next.isEmpty || endsOpen(text)
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
