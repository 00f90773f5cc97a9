import Diagnostics
import FicheModel
import FrenchText
import Markdown

/// What has been read of a page so far.
struct PageLecture {
    var fiche: Fiche
    var claims: [Claim] = []
    var diagnostics: [Diagnostic] = []
    let file: String
    let source: SourceText
    /// The column of the prose; nil where each line is a paragraph.
    let column: Column?
    /// Where "L'essentiel" gave the end of the registration.
    var echeance: Passage?

    mutating func claim(_ passage: Passage, _ fate: CoverageLedger.Fate) {
        for range in passage.ranges { claims.append(Claim(range, fate)) }
    }

    mutating func claim(_ element: Element, _ fate: CoverageLedger.Fate) {
        for range in element.ranges { claims.append(Claim(range, fate)) }
    }

    mutating func claim(_ passage: Passage, words: Range<Int>, _ fate: CoverageLedger.Fate) {
        guard !words.isEmpty else { return }
        for range in passage.bytes(ofWords: words) { claims.append(Claim(range, fate)) }
    }

    mutating func claimEmpty(_ passage: Passage) { claim(passage, .miseEnPage("valeur vide")) }

    /// How a text was set: printed cells may have lost the breaks between their items.
    enum Shape { case prose, cell, competences, modalites }

    /// A text with its items one by one.
    struct Texte {
        /// CommonMark.
        var texte: String
        /// Inline CommonMark.
        var items: [String]
    }

    /// The text of some elements for a field, their words claimed; nil for a placeholder.
    mutating func texte(_ elements: [Element], for champ: Champ, as shape: Shape = .prose) -> Texte? {
        let blocks = blocks(elements, shape)
        for element in elements { claim(element, .repris(champ)) }
        claimLetterBullets(elements)
        guard !BlockWriter.isPlaceholder(words: blocks.flatMap { WordScanner.words(in: Folding.folded($0.text)) })
        else {
            for element in elements { claim(element, .miseEnPage("valeur vide")) }
            return nil
        }
        return Texte(texte: HTMLFragment.commonMark(blocks), items: blocks.map(\.text))
    }

    mutating func prose(_ section: PageSection?, for champ: Champ) -> String? {
        section.flatMap { texte($0.elements, for: champ)?.texte }
    }

    /// Paragraphs and items of some elements, as inline CommonMark.
    private func blocks(_ elements: [Element], _ shape: Shape) -> [HTMLFragment.Block] {
        let lines = elements.flatMap(\.lines)
        guard lines.isEmpty else {
            let isCell = elements.contains {
                if case .passage(let passage) = $0, case .cell = passage.form { true } else { false }
            }
            let blocks =
                isCell
                ? BlockBuilder.blocks(lines, column: Column(lines, isWrapped: true), itemsBeginLines: true)
                : indentedItems(lines)
            if shape != .prose, lines.count == 1, let text = BlockBuilder.wholeText(lines) {
                switch shape {
                case .competences: return CellItems.competences(text)
                case .modalites: return CellItems.modalites(text)
                case .prose, .cell: return CellItems.blocks(text)
                }
            }
            return blocks.map { block in
                guard case .item(let level, let number) = block.kind else {
                    return .init(.paragraph, MarkdownEscaping.escaped(block.text))
                }
                return .init(.item(level: level + 1, numero: number), MarkdownEscaping.escaped(block.text))
            }
        }
        guard let first = elements.first, let last = elements.last else { return [] }
        let read = HTMLFragment.separatedBlocks(source.text(first.range.lowerBound..<last.range.upperBound))
        return PageBlocks.withDashes(shape == .prose ? read : PageBlocks.linesApart(read))
            .map { HTMLFragment.Block($0.kind, $0.text.replacing("\u{A0}", with: " ")) }
    }

    /// Blocks of prose; lines far from the margin are the items of a list whose bullets the extraction lost.
    private func indentedItems(_ lines: [PrintedLine]) -> [TextBlock] {
        let far = 4
        guard column != nil, lines.contains(where: { $0.indent >= far && Bullet($0) == nil }) else {
            return BlockBuilder.blocks(lines, column: column)
        }
        var blocks: [TextBlock] = []
        var start = 0
        while start < lines.count {
            let isFar = lines[start].indent >= far
            let end = lines[start...].firstIndex { ($0.indent >= far) != isFar } ?? lines.count
            // Each page of an extraction has a margin of its own.
            let run = lines[start..<end].map { line in
                var line = line
                if isFar { line.indent = far }
                return line
            }
            let part = BlockBuilder.blocks(run, column: column, itemsBeginLines: isFar)
            blocks += part.map { block in
                var block = block
                if isFar, block.kind == .paragraph { block.kind = .item(level: 0, number: nil) }
                return block
            }
            start = end
        }
        return blocks
    }

    /// Bullets made of letters are no words of a text.
    private mutating func claimLetterBullets(_ elements: [Element]) {
        for line in elements.flatMap(\.lines) {
            guard let bullet = Bullet(line), case .glyph = bullet.mark else { continue }
            let start = line.part.range.lowerBound
            claims.append(Claim(start..<start + bullet.length, .miseEnPage("puce")))
        }
    }

    /// Claims the lines whose words are all among those of a table head; the others are left.
    ///
    /// - Parameter shortest: how long a word must be to be a head by itself.
    mutating func withoutHeads(_ elements: [Element], _ vocabulary: Set<String>, shortest: Int = 5) -> [Element] {
        elements.filter { element in
            let words = element.words
            guard words.count > 1 || words.first.map({ $0.utf8.count >= shortest }) ?? false,
                words.allSatisfy(vocabulary.contains)
            else { return true }
            claim(element, .miseEnPage("en-tête de tableau"))
            return false
        }
    }

    /// Elements whose lines stand in columns as rows of cells; all as they are where no head stands in columns.
    ///
    /// - Parameters:
    ///   - anchor: true for the words of the cell (and its column) that each row has once.
    ///   - opens: true for a text that begins a row by its words.
    ///   - opensHead: true for words with which a head begins: a cell may hold a line of words that heads have too.
    mutating func rows(
        _ elements: [Element], _ vocabulary: Set<String>, anchor: (_ words: [String], _ column: Int) -> Bool,
        opens: (String) -> Bool = { _ in false }, opensHead: ([String]) -> Bool = { _ in true }
    ) -> [Element] {
        func isHead(_ words: [String]) -> Bool { !words.isEmpty && words.allSatisfy(vocabulary.contains) }
        var result: [Element] = []
        var start = 0
        // The head is printed again on each page: each is a table of its own, for its columns may have moved.
        while start < elements.count {
            var end = start
            while end < elements.count, isHead(elements[end].words) { end += 1 }
            while end < elements.count, !isHead(elements[end].words) || !opensHead(elements[end].words) { end += 1 }
            let part = elements[start..<end]
            start = end
            let lines = part.compactMap(\.line)
            guard lines.count == part.count, part.allSatisfy({ if case .passage = $0 { true } else { false } }),
                let table = PrintedTable(lines, isHead: isHead)
            else {
                result += part
                continue
            }
            for element in part.prefix(while: { isHead($0.words) }) {
                claim(element, .miseEnPage("en-tête de tableau"))
            }
            for cells in table.cells(anchor: { anchor($0.words, $1) }, opens: opens) {
                let offset = cells.lazy.flatMap { $0 }.first?.part.range.lowerBound ?? 0
                let passages = cells.map { Passage(cell: $0, blankAt: offset) }
                result.append(.row(TableRow(cells: passages, line: nil, range: offset..<offset)))
            }
            result += table.trailing(anchor: { anchor($0.words, $1) }).map { .passage(Passage($0)) }
        }
        return result
    }

    mutating func report(
        _ severity: Diagnostic.Severity, _ identifier: Diagnostic.Identifier, _ message: String, line: Int,
        hint: String? = nil
    ) {
        let place = line - source.firstLine
        let excerpt = source.lines.indices.contains(place) ? source.lines[place].text : nil
        diagnostics.append(
            Diagnostic(
                severity, identifier, message, file: file, position: SourcePosition(line: line), hint: hint,
                excerpt: excerpt))
    }
}
