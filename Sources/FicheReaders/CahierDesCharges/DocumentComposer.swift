import FicheModel
import FrenchText
import Markdown

/// Writes the blocks of a cahier des charges as the text of its document page.
struct DocumentComposer {
    private let notes: Set<Int>
    private var elements: [DocumentReference.Element] = []
    private var pending: [HTMLFragment.Block] = []
    private var anchors = UniqueAnchors()
    private var level = 0
    private var domaineLevel: Int?
    /// The heading that opened the domaine, and how deep the last heading in it stands.
    private var opening: CahierBlock?
    private var innerLevel = 0
    private var styles: [NumberedHeading.Style] = []
    private var intertitres = 0
    /// Calls of notes that stood in a heading: they go to the end of the first paragraph under it.
    private var waitingCalls: [Int] = []

    static func elements(of blocks: [CahierBlock], notes: Set<Int>) -> [DocumentReference.Element] {
        var composer = DocumentComposer(notes: notes)
        for block in blocks { composer.add(block) }
        composer.flush()
        composer.placeWaitingCalls()
        return composer.elements
    }

    private init(notes: Set<Int>) { self.notes = notes }

    /// A text of the source as CommonMark with its calls of notes.
    static func commonMark(_ text: String, notes: Set<Int>) -> String {
        NoteCalls.marked(SourceMarkup.inline(NoteCalls.normalised(text)), known: notes)
    }

    /// Items and paragraphs as one CommonMark text.
    static func text(of blocks: [CahierBlock], notes: Set<Int>) -> String {
        var composer = DocumentComposer(notes: notes)
        for block in blocks { composer.addText(block) }
        return HTMLFragment.commonMark(composer.pending)
    }

    private mutating func add(_ block: CahierBlock) {
        if block.closes(opening) { (opening, domaineLevel) = (nil, nil) }
        switch block.kind {
        case .section(let heading):
            flush()
            level = niveau(of: heading)
            domaineLevel = nil
            addHeading(heading.titre, level, numero: heading.numero, anchor: "section-" + Slug.make(heading.numero))
        case .domaine(let heading):
            flush()
            (domaineLevel, opening, innerLevel) = (level + 1, block, level + 1)
            addHeading(heading.printed, level + 1, anchor: "domaine" + (heading.numero.map { "-\($0)" } ?? ""))
        case .unite(let heading):
            flush()
            innerLevel = (domaineLevel ?? level) + 1
            if opening == nil { opening = block }
            addHeading(
                heading.printed, (domaineLevel ?? level) + 1, anchor: "unite" + (heading.numero.map { "-\($0)" } ?? ""))
        case .intertitre:
            flush()
            intertitres += 1
            // Inside a domaine only by its depth: without one it may head what comes after.
            let isInside = opening != nil && (block.depth != nil || TableShape.looksLikeHead([block.text]))
            addHeading(block.text, (isInside ? innerLevel : level) + 1, anchor: "intertitre-\(intertitres)")
        case .table(let table):
            flush()
            placeWaitingCalls()
            elements.append(.tableau(entete: table.entete.map(cell), lignes: table.rows.map { $0.cells.map(cell) }))
        case .paragraph, .item, .note: addText(block)
        }
    }

    private mutating func niveau(of heading: NumberedHeading) -> Int {
        if !styles.contains(heading.style) { styles.append(heading.style) }
        let above: Int
        switch heading.style {
        // Annexes and articles stand beside the parts of the document, not in them.
        case .word, .roman: above = 0
        case .decimal: above = styles.first == .roman ? 1 : 0
        }
        return above + heading.path.count
    }

    private mutating func addHeading(_ text: String, _ niveau: Int, numero: String? = nil, anchor: String) {
        let (title, calls) = NoteCalls.removed(from: SourceMarkup.plain(NoteCalls.normalised(text)), known: notes)
        let unique = anchors.take(anchor)
        placeWaitingCalls()
        waitingCalls = calls
        elements.append(.titre(niveau: niveau, numero: numero, texte: title, ancre: unique))
    }

    /// Where no paragraph follows the heading, its calls stand under it.
    private mutating func placeWaitingCalls() {
        if !waitingCalls.isEmpty { elements.append(.texte(Self.calls(waitingCalls))) }
        waitingCalls = []
    }

    private static func calls(_ numbers: [Int]) -> String { numbers.map { "[^\($0)]" }.joined() }

    private mutating func addText(_ block: CahierBlock) {
        if case .item(let marker) = block.kind {
            let text = Self.commonMark(block.text, notes: notes)
            pending.append(.init(.item(level: marker.level, numero: marker.numero), text))
            return
        }
        var blocks = SourceMarkup.prose(NoteCalls.normalised(block.text))
        for index in blocks.indices { blocks[index].text = NoteCalls.marked(blocks[index].text, known: notes) }
        if let first = blocks.indices.first, !waitingCalls.isEmpty {
            blocks[first].text += Self.calls(waitingCalls)
            waitingCalls = []
        }
        pending += blocks
    }

    private mutating func flush() {
        if !pending.isEmpty { elements.append(.texte(HTMLFragment.commonMark(pending))) }
        pending = []
    }

    /// A cell of a table as CommonMark.
    private func cell(_ text: String) -> String {
        NoteCalls.marked(HTMLFragment.commonMark(SourceMarkup.blocks(NoteCalls.normalised(text))), known: notes)
    }
}
