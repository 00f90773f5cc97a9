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

    mutating func claim(_ passage: Passage, _ fate: CoverageLedger.Fate) { claims.append(Claim(passage.range, fate)) }
    mutating func claim(_ element: Element, _ fate: CoverageLedger.Fate) { claims.append(Claim(element.range, fate)) }

    mutating func claim(_ passage: Passage, words: Range<Int>, _ fate: CoverageLedger.Fate) {
        guard !words.isEmpty else { return }
        claims.append(Claim(passage.bytes(ofWords: words), fate))
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
        guard !BlockWriter.isPlaceholder(words: blocks.flatMap { WordScanner.words(in: Folding.folded($0.text)) }) else {
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
        let lines = elements.compactMap(\.line)
        guard lines.isEmpty else {
            let blocks = BlockBuilder.blocks(lines, column: column)
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
        return HTMLFragment.separatedBlocks(source.text(first.range.lowerBound..<last.range.upperBound))
    }

    /// Bullets made of letters are no words of a text.
    private mutating func claimLetterBullets(_ elements: [Element]) {
        for line in elements.compactMap(\.line) {
            guard let bullet = Bullet(line), case .glyph = bullet.mark else { continue }
            let start = line.part.range.lowerBound
            claims.append(Claim(start..<start + bullet.length, .miseEnPage("puce")))
        }
    }

    /// Claims the lines whose words are all among those of a table head; the others are left.
    mutating func withoutHeads(_ elements: [Element], _ vocabulary: Set<String>) -> [Element] {
        elements.filter { element in
            let words = element.words
            guard words.count > 1 || words.first.map({ $0.utf8.count > 4 }) ?? false,
                words.allSatisfy(vocabulary.contains)
            else { return true }
            claim(element, .miseEnPage("en-tête de tableau"))
            return false
        }
    }

    mutating func report(
        _ severity: Diagnostic.Severity, _ identifier: Diagnostic.Identifier, _ message: String, line: Int,
        hint: String? = nil
    ) {
        let excerpt = source.lines.indices.contains(line - 1) ? source.lines[line - 1].text : nil
        diagnostics.append(
            Diagnostic(
                severity, identifier, message, file: file, position: SourcePosition(line: line), hint: hint,
                excerpt: excerpt))
    }
}
