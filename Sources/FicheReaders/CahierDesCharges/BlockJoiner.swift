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
        for block in blocks {
            guard let last = result.last else {
                result.append(block)
                continue
            }
            switch (last.kind, block.kind) {
            case (.paragraph, .paragraph), (.item, .paragraph):
                if LineWrapping.continues(last.text, with: block.text) {
                    result[result.count - 1].text += " " + block.text
                    result[result.count - 1].lines += block.lines
                } else {
                    result.append(block)
                }
            case (.table(let table), .table(let next)):
                if let merged = merged(table, next, &repeatedHeads) {
                    result[result.count - 1].kind = .table(merged)
                    result[result.count - 1].lines += block.lines
                } else {
                    result.append(block)
                }
            default: result.append(block)
            }
        }
        for index in result.indices {
            if case .table(let table) = result[index].kind { result[index].kind = .table(TableShape.shaped(table)) }
        }
        return Result(blocks: withIntertitres(result), repeatedHeads: repeatedHeads)
    }

    /// One table that a blank line or a page cut; nil for two tables.
    private static func merged(
        _ table: CahierTable, _ next: CahierTable, _ repeatedHeads: inout [SourceLine]
    ) -> CahierTable? {
        guard let first = next.rows.first else { return nil }
        var merged = table
        let head = table.entete.isEmpty ? table.rows.first?.cells ?? [] : table.entete
        let nextHead = next.entete.isEmpty ? first.cells : next.entete
        let sameHead = head.map(Folding.key) == nextHead.map(Folding.key) && TableShape.looksLikeHead(nextHead)
        if sameHead {
            if next.entete.isEmpty { repeatedHeads.append(first.line) }
            merged.rows += next.entete.isEmpty ? Array(next.rows.dropFirst()) : next.rows
            return merged
        }
        // Without a head of its own and with the same columns, the next rows go on.
        guard next.entete.isEmpty, !TableShape.looksLikeHead(first.cells), next.width == table.width else { return nil }
        merged.rows += next.rows
        return merged
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
