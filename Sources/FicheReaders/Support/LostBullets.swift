import Markdown

/// List items whose bullet the extraction lost: only the blanks after it are left.
enum LostBullets {
    /// The blocks with runs of indented paragraphs that a colon introduces, or that begin in lower case, as items.
    static func restored(_ blocks: [TextBlock]) -> [TextBlock] {
        var blocks = blocks
        var index = 0
        while index < blocks.count {
            var end = index
            while end < blocks.count, blocks[end].isIndented, end == index || !blocks[end].followsBlank { end += 1 }
            if end - index >= 2 {
                let introduced = index > 0 && blocks[index - 1].endsInColon && !blocks[index].followsBlank
                let lowerCase = blocks[index..<end].allSatisfy { LineEnds.beginsInLowerCase($0.text) }
                if introduced || lowerCase {
                    for item in index..<end { blocks[item].kind = .item(level: 0, number: nil) }
                }
            }
            index = max(end, index + 1)
        }
        return blocks
    }
}

/// Items that the layout ran together on one line, parted by a sign that is nothing but a bullet ("… • Bloc 4 …").
enum InlineBullets {
    static func divided(_ line: PrintedLine) -> [PrintedLine] {
        var cuts: [Int] = []
        var offset = 0
        var afterBlank = false
        for scalar in line.part.text.unicodeScalars {
            if afterBlank, GluedItems.isBullet(scalar), !isArrow(scalar) { cuts.append(offset) }
            afterBlank = scalar == " " || scalar == "\u{A0}" || scalar == "\t"
            offset += UTF8.width(scalar)
        }
        guard !cuts.isEmpty else { return [line] }
        var parts: [PrintedLine] = []
        for (start, end) in zip([0] + cuts, cuts + [offset]) {
            guard var part = PrintedLine(line.part.part(start..<end), of: line.source) else { continue }
            part.indent = line.indent
            if start == 0 {
                part.blanksBefore = line.blanksBefore
                part.pageBreakBefore = line.pageBreakBefore
            }
            parts.append(part)
        }
        return parts
    }

    /// Arrows also stand inside sentences.
    private static func isArrow(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "→" || scalar == "⇒" || scalar == "➔" || scalar == "➜"
    }
}
