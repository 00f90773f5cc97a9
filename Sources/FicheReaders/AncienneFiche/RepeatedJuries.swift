import FrenchText

/// Mends the juries of a table that the extraction damaged at the edges of its cells, where another row of the table
/// prints the same jury whole: forms repeat one jury for most routes.
struct RepeatedJuries {
    /// The lines of each row, without the words that the extraction printed both at the end of a line and at the start
    /// of the next: only where what is left is the jury of another row.
    private(set) var juries: [[PrintedLine]]
    /// The bytes of the words left out.
    private(set) var doubled: [Range<Int>] = []
    private var texts: [String]

    /// The forms have ten rows; of a table with many more nothing is mended, for all rows are held against all others.
    private static let mostRows = 30

    /// How many lines of a jury are tried: each is held whole against the others.
    private static let mostTries = 50

    init(_ juries: [[PrintedLine]]) {
        self.juries = juries
        texts = juries.count <= Self.mostRows ? juries.map { BlockBuilder.wholeText($0) ?? "" } : []
        for row in texts.indices {
            guard let (lines, range) = withoutOverlap(juries[row], others: Set(texts)) else { continue }
            self.juries[row] = lines
            doubled.append(range)
            texts[row] = BlockBuilder.wholeText(lines) ?? ""
        }
    }

    private func withoutOverlap(
        _ lines: [PrintedLine], others: Set<String>
    ) -> (lines: [PrintedLine], doubled: Range<Int>)? {
        var tries = 0
        for index in lines.indices.dropFirst() where tries < Self.mostTries {
            for length in overlaps(lines[index - 1], lines[index]) {
                guard let rest = lines[index].rest(from: length) else { continue }
                tries += 1
                var mended = lines
                mended[index] = rest
                mended[index].indent = lines[index].indent
                guard let text = BlockBuilder.wholeText(mended), others.contains(text) else { continue }
                let start = lines[index].part.range.lowerBound
                return (mended, start..<start + length)
            }
        }
        return nil
    }

    /// The row whose jury begins with all that is left of a jury cut in mid-sentence; nil when none does, or when
    /// several go on in different ways.
    func whole(of row: Int) -> Int? {
        guard texts.indices.contains(row) else { return nil }
        let text = texts[row]
        let shortest = 40
        guard text.utf8.count >= shortest, !LineEnds.closes(text), !text.hasSuffix("»") else { return nil }
        let longer = texts.indices.filter { $0 != row && texts[$0] != text && texts[$0].hasPrefix(text) }
        guard let first = longer.first, longer.allSatisfy({ texts[$0] == texts[first] }) else { return nil }
        // A jury that another one continues by a sentence of its own is not cut.
        let rest = texts[first].dropFirst(text.count).unicodeScalars.drop { $0 == " " }
        let goesOn = rest.first.map { !$0.properties.isUppercase && !Bullet.isDash($0) } ?? false
        return goesOn || text.hasSuffix("-") ? first : nil
    }

    /// The lengths, in bytes, of what begins `next` and also ends `line`, in whole stretches; the longest first.
    private func overlaps(_ line: PrintedLine, _ next: PrintedLine) -> [Int] {
        let words = line.text.split(separator: " ")
        var found: [Int] = []
        for count in (1...4).reversed() where words.count > count {
            let tail = words.suffix(count).joined(separator: " ")
            if next.part.text.hasPrefix(tail + " ") { found.append(tail.utf8.count + 1) }
        }
        return found
    }
}
