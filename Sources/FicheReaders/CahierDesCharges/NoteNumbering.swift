import FrenchText

/// Gives each note a number of its own where the pages of a document begin again at 1.
///
/// A note stands at the foot of the page that calls it: a call belongs to the first note of its number that follows.
struct NoteNumbering: Sendable {
    private(set) var blocks: [CahierBlock]
    /// The lines in which a number was changed, with the number that is printed there.
    private(set) var changed: [(line: SourceLine, printed: Int)] = []
    /// The numbers that several notes have.
    let repeated: [Int]

    init(_ blocks: [CahierBlock]) {
        self.blocks = blocks
        var numbers: [Int] = []
        for block in blocks { if case .note(let numero) = block.kind { numbers.append(numero) } }
        repeated = Dictionary(grouping: numbers, by: { $0 }).filter { $0.value.count > 1 }.keys.sorted()
        if !repeated.isEmpty { renumber() }
    }

    private mutating func renumber() {
        // From the end, so that the next note of each number is known at each call.
        var next: [Int: Int] = [:]
        var rank = blocks.filter { if case .note = $0.kind { true } else { false } }.count
        for index in blocks.indices.reversed() {
            if case .note(let printed) = blocks[index].kind {
                next[printed] = rank
                note(index, printed, becomes: rank)
                rank -= 1
            }
            rename(index, next)
        }
        changed.reverse()
    }

    private mutating func note(_ index: Int, _ printed: Int, becomes numero: Int) {
        guard numero != printed else { return }
        blocks[index].kind = .note(numero)
        if let line = blocks[index].lines.first { changed.append((line, printed)) }
    }

    private mutating func rename(_ index: Int, _ next: [Int: Int]) {
        var found: Set<Int> = []
        func renamed(_ text: String) -> String {
            let (result, calls) = NoteCalls.renamed(NoteCalls.normalised(text), next)
            found.formUnion(calls)
            return result
        }
        switch blocks[index].kind {
        case .section(var heading):
            heading.titre = renamed(heading.titre)
            blocks[index].kind = .section(heading)
        case .domaine(var heading):
            heading.printed = renamed(heading.printed)
            blocks[index].kind = .domaine(heading)
        case .unite(var heading):
            heading.printed = renamed(heading.printed)
            blocks[index].kind = .unite(heading)
        case .table(var table):
            table.entete = table.entete.map(renamed)
            for row in table.rows.indices { table.rows[row].cells = table.rows[row].cells.map(renamed) }
            blocks[index].kind = .table(table)
        case .paragraph, .item, .intertitre, .note: break
        }
        blocks[index].text = renamed(blocks[index].text)
        for printed in found.sorted() { for line in blocks[index].lines { changed.append((line, printed)) } }
    }

    /// The places, in the source, of the numbers that were changed: the page prints others.
    var changedRanges: [Range<Int>] {
        changed.flatMap { line, printed -> [Range<Int>] in
            let bytes = Array(line.text.utf8)
            return WordScanner.ranges(in: bytes).compactMap { range in
                let word = String(decoding: bytes[range], as: UTF8.self)
                let isRaised = word.unicodeScalars.allSatisfy { NoteCalls.digit($0) != nil }
                let isMarked = range.lowerBound >= 2 && bytes[range.lowerBound - 1] == UInt8(ascii: "^")
                guard isRaised || isMarked, Int(Folding.folded(word)) == printed else { return nil }
                return line.range.lowerBound + range.lowerBound..<line.range.lowerBound + range.upperBound
            }
        }
    }
}
