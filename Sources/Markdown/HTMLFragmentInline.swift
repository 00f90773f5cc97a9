/// The text of one block under construction: pieces with their emphasis, written out as inline CommonMark.
struct HTMLInline {
    struct Style: Equatable {
        var bold = false
        var italic = false
        var link: String?
    }

    private var pieces: [(text: String, style: Style)] = []

    private(set) var isBlank = true

    mutating func append(_ text: String, _ style: Style) {
        isBlank = isBlank && text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
        if let last = pieces.indices.last, pieces[last].style == style {
            pieces[last].text += text
        } else {
            pieces.append((text, style))
        }
    }

    /// A line break that the source asks for.
    mutating func appendBreak() { append("\n", Style()) }

    /// The text as CommonMark on one line for each line break, without blanks at its ends.
    ///
    /// Emphasis that CommonMark could not read back (no word inside, glued to a word on both sides) is left out: words
    /// come before looks.
    var commonMark: String {
        var result = ""
        let pieces = squeezed
        for (index, piece) in pieces.enumerated() {
            let next = index + 1 < pieces.count ? pieces[index + 1].text.unicodeScalars.first : nil
            result += written(piece, after: result.unicodeScalars.last, before: next)
        }
        let lines = result.split(separator: "\n", omittingEmptySubsequences: true)
            .map(Self.trimmed).filter { !$0.isEmpty }
        return lines.joined(separator: "\\\n")
    }

    /// The pieces with runs of blanks as one space (HTML knows no others), across pieces.
    private var squeezed: [(text: String, style: Style)] {
        var result: [(text: String, style: Style)] = []
        var afterBlank = true
        for piece in pieces {
            var text = String.UnicodeScalarView()
            for scalar in piece.text.unicodeScalars {
                let isBreak = scalar == "\n"
                let isBlank = scalar == " " || scalar == "\t" || scalar == "\r"
                if isBlank && afterBlank { continue }
                text.append(isBlank ? " " : scalar)
                afterBlank = isBlank || isBreak
            }
            if !text.isEmpty { result.append((String(text), piece.style)) }
        }
        return result
    }

    private func written(
        _ piece: (text: String, style: Style), after previous: Unicode.Scalar?, before next: Unicode.Scalar?
    ) -> String {
        let style = piece.style
        guard style != Style() else { return Self.escaped(piece.text) }
        let core = Self.trimmed(piece.text)
        guard core.unicodeScalars.contains(where: Self.isWordScalar), let first = core.unicodeScalars.first,
            let last = core.unicodeScalars.last
        else { return Self.escaped(piece.text) }
        let lead = piece.text.unicodeScalars.first == " " ? " " : ""
        let tail = piece.text.unicodeScalars.last == " " ? " " : ""
        var inner = Self.escaped(core)
        if let link = style.link { inner = "[\(inner)](\(link))" }
        // The rules of flanking, made stricter: a word or a marker outside and a sign inside do not open emphasis.
        let opens =
            !lead.isEmpty || Self.mayTouch(previous)
            || (previous != "*" && Self.isWordScalar(first) && style.link == nil)
        let closes =
            !tail.isEmpty || Self.mayTouch(next) || (next != "*" && Self.isWordScalar(last) && style.link == nil)
        let marker = (style.bold ? "**" : "") + (style.italic ? "*" : "")
        if opens, closes, !core.contains("\n") { inner = marker + inner + String(marker.reversed()) }
        return lead + inner + tail
    }

    /// True for the neighbours beside which emphasis always opens and closes: none, a blank, or a sign that is no marker.
    private static func mayTouch(_ scalar: Unicode.Scalar?) -> Bool {
        guard let scalar else { return true }
        return !isWordScalar(scalar) && scalar != "*" && scalar != "\\" && scalar != "_"
    }

    private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        var scalars = text.unicodeScalars[...]
        while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        return String(String.UnicodeScalarView(scalars))
    }

    /// A piece goes on a line already begun: the blank before it counts.
    private static func escaped(_ text: String) -> String {
        (text.unicodeScalars.first == " " ? " " : "") + MarkdownEscaping.escaped(text)
    }
}
