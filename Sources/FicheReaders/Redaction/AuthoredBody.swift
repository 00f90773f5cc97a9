import FicheModel

/// A heading of an authored fiche with the lines below it.
struct AuthoredSection {
    let level: Int
    /// The heading's text, with its bytes.
    let title: SourceLine
    let content: [SourceLine]
}

/// Cuts the body of an authored fiche at its headings.
///
/// Only a heading that begins in the first column is one of the format's; a heading indented by a space belongs to the
/// text in which it stands.
enum AuthoredBody {
    /// The lines before the first heading of at most `level`, and the sections.
    static func split(_ lines: [SourceLine], level: Int) -> (lead: [SourceLine], sections: [AuthoredSection]) {
        var lead: [SourceLine] = []
        var sections: [AuthoredSection] = []
        var open: (level: Int, title: SourceLine)?
        var content: [SourceLine] = []
        for line in lines {
            if let heading = heading(line), heading.level <= level {
                if let open { sections.append(.init(level: open.level, title: open.title, content: content)) }
                open = heading
                content = []
            } else if open == nil {
                lead.append(line)
            } else {
                content.append(line)
            }
        }
        if let open { sections.append(.init(level: open.level, title: open.title, content: content)) }
        return (lead, sections)
    }

    /// The level and the text of an ATX heading in the first column.
    static func heading(_ line: SourceLine) -> (level: Int, title: SourceLine)? {
        let bytes = Array(line.text.utf8)
        let level = bytes.prefix { $0 == UInt8(ascii: "#") }.count
        guard (1...6).contains(level), bytes.count == level || bytes[level] == 0x20 || bytes[level] == 0x09 else {
            return nil
        }
        var start = level
        var end = bytes.count
        while start < end, bytes[start] <= 0x20 { start += 1 }
        while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
        let closing = bytes[start..<end].reversed().prefix { $0 == UInt8(ascii: "#") }.count
        if closing > 0, closing == end - start || bytes[end - closing - 1] <= 0x20 { end -= closing }
        while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
        return (level, line.part(start..<end))
    }

    /// The lines as one text: blank lines at the ends dropped, and the space that keeps a heading out of the format's way.
    ///
    /// - Parameter level: the deepest heading that the format uses at this place.
    static func text(_ lines: some Sequence<SourceLine>, level: Int) -> String {
        var texts = lines.map { unindented($0.text, level: level) }
        texts.removeSubrange(..<(texts.firstIndex { !isBlank($0) } ?? texts.endIndex))
        while let last = texts.last, isBlank(last) { texts.removeLast() }
        if var last = texts.popLast() {
            while let byte = last.utf8.last, byte == 0x20 || byte == 0x09 { last.removeLast() }
            texts.append(last)
        }
        return texts.joined(separator: "\n")
    }

    static func isBlank(_ text: String) -> Bool { text.utf8.allSatisfy { $0 <= 0x20 } }

    private static func unindented(_ line: String, level: Int) -> String {
        guard line.utf8.first == 0x20 else { return line }
        let rest = line.utf8.drop { $0 == 0x20 }
        let spaces = line.utf8.count - rest.count
        let marks = rest.prefix { $0 == UInt8(ascii: "#") }.count
        let after = rest.dropFirst(marks).first
        guard spaces <= 3, marks >= 1, marks <= level, after == nil || after == 0x20 || after == 0x09 else {
            return line
        }
        return String(line.dropFirst())
    }
}
