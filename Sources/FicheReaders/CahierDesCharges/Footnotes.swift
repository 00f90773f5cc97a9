import FrenchText

/// Takes the footnotes out of the flow of blocks, so that what they broke can be joined again.
struct Footnotes: Sendable {
    /// A note as read: its blocks are its own line, then the items that belong to it.
    struct Note: Equatable, Sendable {
        var numero: Int
        var text: String
        var items: [CahierBlock] = []
        var lines: [SourceLine]
    }

    private(set) var notes: [Note] = []
    /// The blocks of the text, without the notes.
    private(set) var flow: [CahierBlock] = []
    /// Items that a page break had put into another list, with the note that they belong to.
    private(set) var recovered: [(note: Int, item: CahierBlock)] = []

    init(_ blocks: [CahierBlock]) {
        var index = 0
        while index < blocks.count {
            let block = blocks[index]
            index += 1
            guard case .note(let numero) = block.kind else {
                flow.append(block)
                continue
            }
            var note = Note(numero: numero, text: block.text, lines: block.lines)
            // A note that announces a list takes the items of the paragraph that follows it, up to the next blank line.
            if Self.announcesList(note.text) {
                var last = block.lines.last?.number ?? 0
                while index < blocks.count, blocks[index].isItem,
                    Self.isNear(blocks[index], after: last, first: note.items.isEmpty)
                {
                    note.items.append(blocks[index])
                    note.lines += blocks[index].lines
                    last = blocks[index].lines.last?.number ?? last
                    index += 1
                }
            }
            notes.append(note)
        }
        recoverStrayItems()
    }

    var numbers: Set<Int> { Set(notes.map(\.numero)) }

    private static func announcesList(_ text: String) -> Bool { Folding.squeezed(text).hasSuffix(":") }

    /// The first item may stand after a blank line; the others follow it at once.
    private static func isNear(_ item: CahierBlock, after line: Int, first: Bool) -> Bool {
        item.firstLine <= line + (first ? 2 : 1)
    }

    /// A note that announces a number of items and has fewer was cut by the page: the missing ones stand further on, as
    /// items with the note's marker inside a list with another marker that goes on after them.
    private mutating func recoverStrayItems() {
        for index in notes.indices {
            guard let wanted = Self.announcedNumber(notes[index].text),
                let marker = Self.marker(notes[index].items.first),
                !notes[index].items.isEmpty, notes[index].items.count < wanted,
                let end = notes[index].lines.last?.number
            else { continue }
            while notes[index].items.count < wanted, recovered.count < Self.mostRecovered,
                let stray = strayItem(marker, after: end)
            {
                let item = flow.remove(at: stray)
                notes[index].items.append(item)
                notes[index].lines += item.lines
                recovered.append((notes[index].numero, item))
            }
        }
    }

    /// How many items pages may have moved, and how many blocks further on: bounds that no document comes near.
    private static let (mostRecovered, reach) = (100, 500)

    private func strayItem(_ marker: String, after line: Int) -> Int? {
        // The flow stands in the order of its lines.
        var (low, high) = (0, flow.count)
        while low < high {
            let middle = (low + high) / 2
            if flow[middle].firstLine <= line { low = middle + 1 } else { high = middle }
        }
        let end = min(flow.count, low + Self.reach)
        return (low..<end).first { index in
            guard Self.marker(flow[index]) == marker, index > 0, index + 1 < flow.count,
                let before = Self.marker(flow[index - 1]), before != marker
            else { return false }
            var next = index + 1
            while next < end, Self.marker(flow[next]) == marker { next += 1 }
            return next < flow.count && Self.marker(flow[next]) == before
        }
    }

    private static func marker(_ block: CahierBlock?) -> String? {
        guard case .item(let marker)? = block?.kind else { return nil }
        return marker.printed
    }

    /// "Trois niveaux de contrôle ont été définis :" announces 3.
    private static func announcedNumber(_ text: String) -> Int? {
        let words = WordScanner.words(in: text).prefix(6)
        return words.lazy.compactMap { FrenchCalendar.number(named: $0) }.first { (2...12).contains($0) }
    }
}
