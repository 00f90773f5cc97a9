import FrenchText

/// Puts together again what pages and notes broke: sentences, tables, rows of tables; and finds the headings without a number.
enum BlockJoiner {
    /// What was joined, and the head rows of tables that a page printed again.
    struct Result {
        var blocks: [CahierBlock]
        var repeatedHeads: [SourceLine]
    }

    static func joined(_ blocks: [CahierBlock]) -> Result {
        var result: [CahierBlock] = []
        var repeatedHeads: [SourceLine] = []
        var emphasis = RunningEmphasis()
        // The width of the table that is being put together, once it is known: it is that of its widest row.
        var width: Int?
        for block in blocks {
            // Changed in place: a copy for each piece would take the square of what is joined.
            let last = result.count - 1
            switch (result.last?.kind, block.kind) {
            case (.paragraph, .paragraph), (.item, .paragraph):
                let isOpen = emphasis.isOpen(in: result[last].text)
                if LineWrapping.continues(result[last].text, isOpen, with: block.text) {
                    result[last].text += " " + block.text
                    result[last].lines += block.lines
                    emphasis.goOn(with: block.text)
                    continue
                }
            case (.table(var table), .table(let next)):
                result[last].kind = .paragraph
                let isMerged = merge(next, into: &table, &width, &repeatedHeads)
                result[last].kind = .table(table)
                if isMerged {
                    result[last].lines += block.lines
                    continue
                }
            default: break
            }
            result.append(block)
            (emphasis, width) = (RunningEmphasis(), nil)
        }
        for index in result.indices {
            if case .table(let table) = result[index].kind { result[index].kind = .table(TableShape.shaped(table)) }
        }
        return Result(blocks: withIntertitres(result), repeatedHeads: repeatedHeads)
    }

    /// Makes one table of two that a blank line or a page cut; false for two tables.
    private static func merge(
        _ next: CahierTable, into table: inout CahierTable, _ width: inout Int?, _ repeatedHeads: inout [SourceLine]
    ) -> Bool {
        guard let first = next.rows.first else { return false }
        let (known, added) = (width ?? table.width, next.width)
        width = known
        let head = table.entete.isEmpty ? table.rows.first?.cells ?? [] : table.entete
        let nextHead = next.entete.isEmpty ? first.cells : next.entete
        // What the form says below the names of its columns is not printed again on each page.
        let sameHead =
            head.map(ReferentielHead.name) == nextHead.map(ReferentielHead.name) && TableShape.looksLikeHead(nextHead)
        if sameHead {
            if next.entete.isEmpty { repeatedHeads.append(first.line) }
            table.rows += next.entete.isEmpty ? Array(next.rows.dropFirst()) : next.rows
            width = max(known, added)
            return true
        }
        // Without a head of its own and with the same columns, the next rows go on.
        guard next.entete.isEmpty, !TableShape.looksLikeHead(first.cells), added == known else {
            return false
        }
        table.rows += next.rows
        return true
    }

    /// A short line of its own, without a closing sign, between a text and another heads what follows.
    private static func withIntertitres(_ blocks: [CahierBlock]) -> [CahierBlock] {
        var result = blocks
        for index in blocks.indices where mayHead(blocks[index]) {
            guard index + 1 < blocks.count, !blocks[index + 1].isHeading, !mayHead(blocks[index + 1]) else { continue }
            if index > 0, mayHead(blocks[index - 1]) { continue }
            result[index].kind = .intertitre
            result[index].text = SourceMarkup.bare(blocks[index].text)
        }
        return result
    }

    private static func mayHead(_ block: CahierBlock) -> Bool {
        guard block.kind == .paragraph, block.lines.count == 1, block.text.unicodeScalars.count <= 110 else {
            return false
        }
        let text = SourceMarkup.bare(block.text)
        guard let first = text.first, let last = text.last, first.isUppercase || first.isNumber && text.contains(" ")
        else { return false }
        return !".,;:!?…".contains(last) && !text.contains(" : ") && !text.contains("<") && !text.contains("@")
    }
}
