import FrenchText

/// What the lines of a cahier des charges are before they are read: cover, contents, body, and furniture of the pages.
struct CahierLayout: Sendable {
    /// The lines before the contents or, without contents, before the first section.
    var cover: [SourceLine] = []
    /// The heading "SOMMAIRE" and its entries.
    var contents: [SourceLine] = []
    /// The entries that read as numbered headings.
    var entries: [NumberedHeading] = []
    /// The lines of `entries`, one for each.
    var entryLines: [SourceLine] = []
    var body: [SourceLine] = []
    /// Page numbers and running titles, by kind.
    var furniture: [(kind: String, line: SourceLine)] = []

    init(_ lines: [SourceLine]) {
        let running = PageFurniture(lines)
        var rest: [SourceLine] = []
        for line in lines {
            if let kind = running.kind(of: line) { furniture.append((kind, line)) } else { rest.append(line) }
        }
        if let start = rest.firstIndex(where: Self.opensContents) {
            let end = Self.endOfContents(rest, after: start)
            let text = rest[..<start].firstIndex(where: Self.opensText) ?? start
            cover = Array(rest[..<text])
            contents = rest[start..<end].filter { !Folding.squeezed($0.text).isEmpty }
            for line in contents.dropFirst() {
                guard let heading = Self.entry(line)?.heading else { continue }
                entries.append(heading)
                entryLines.append(line)
            }
            body = Array(rest[text..<start] + rest[end...])
        } else {
            let start =
                rest.indices.first { index in
                    Self.opensBody(rest[index]) || Self.opensText(rest[index]) || Self.headsProse(rest, index)
                } ?? 0
            cover = Array(rest[..<start])
            body = Array(rest[start...])
        }
    }

    private static func opensContents(_ line: SourceLine) -> Bool {
        ["sommaire", "sommaire :", "table des matieres", "table des matieres :"].contains(
            Folding.key(SourceMarkup.bare(line.text)))
    }

    private static func opensBody(_ line: SourceLine) -> Bool {
        let text = SourceMarkup.bare(line.text)
        if let heading = NumberedHeading(text), heading.follows(nil), !line.text.hasPrefix("\t") { return true }
        return CompetenceHeading(text) != nil
    }

    /// A heading of a section without a number: one that a field is read under, or a Markdown heading over a sentence.
    private static func headsProse(_ lines: [SourceLine], _ index: Int) -> Bool {
        let text = SourceMarkup.bare(lines[index].text)
        guard !text.isEmpty, let next = lines[(index + 1)...].first(where: { !Folding.squeezed($0.text).isEmpty })
        else { return false }
        if CahierFields.isKnownTitle(text) { return true }
        guard lines[index].text.hasPrefix("##"), !CoverPage.namesDocument(text), !CoverPage.namesCertificateur(text)
        else { return false }
        return SourceMarkup.bare(next.text).hasSuffix(".") || ListMarker(next.text) != nil
    }

    /// Prose and tables, which no cover holds.
    private static func opensText(_ line: SourceLine) -> Bool {
        line.text.unicodeScalars.count > 220 || line.cells.filter { !Folding.squeezed($0.text).isEmpty }.count > 1
            || line.text.hasPrefix("|")
    }

    /// An entry of the contents: its heading, where it is numbered, and whether it ends with a page number.
    private static func entry(_ line: SourceLine) -> (heading: NumberedHeading?, isPaged: Bool)? {
        var text = Folding.squeezed(line.text)
        for sign in ["- ", "* ", "+ "] where text.hasPrefix(sign) { text.removeFirst(2) }
        text = SourceMarkup.bare(text)
        guard !text.isEmpty else { return nil }
        let digits = text.reversed().prefix { $0.isASCII && $0.isNumber }.count
        let head = text.dropLast(digits)
        let leaders: Set<Character> = [".", "…", "_", "·", " ", "\u{A0}"]
        let title = String(head.reversed().drop { leaders.contains($0) }.reversed())
        // A number at the end is a page number when leaders or a tab stand before it, or at least a blank.
        let isPaged = (1...3).contains(digits) && !title.isEmpty && title.count < head.count
        let heading = NumberedHeading(isPaged || head.count > title.count ? title : text)
        return (heading, isPaged)
    }

    /// Where the contents end: at the line that repeats an entry as a heading, else after the last paged entry.
    private static func endOfContents(_ lines: [SourceLine], after start: Int) -> Int {
        var seen: Set<String> = []
        var end = start + 1
        var index = start + 1
        while index < lines.count {
            let line = lines[index]
            index += 1
            guard let entry = entry(line) else { continue }
            let key = entry.heading.map { $0.numero + " " + Folding.key($0.titre) } ?? Folding.key(line.text)
            if !entry.isPaged {
                if seen.contains(key) { return index - 1 }
                // Prose and tables are no entries; a wrapped or unpaged entry is short.
                if line.text.utf8.count > 250 { break }
                if entry.heading == nil, line.text.contains("\t") { break }
            } else {
                end = index
            }
            seen.insert(key)
        }
        return end
    }
}
