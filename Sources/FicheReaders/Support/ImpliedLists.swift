import FrenchText

/// Lists that a layout prints without any bullet.
enum ImpliedLists {
    /// Runs of short lines behind a colon as items; a line that ends in a colon opens the next run.
    static func introduced(_ blocks: [TextBlock]) -> [TextBlock] {
        var blocks = series(blocks)
        var index = 0
        while index < blocks.count {
            guard blocks[index].kind == .paragraph, blocks[index].endsInColon else {
                index += 1
                continue
            }
            var end = index + 1
            while end < blocks.count, isEntry(blocks[end]) { end += 1 }
            if end - index >= 3 {
                for entry in (index + 1)..<end { blocks[entry].kind = .item(level: 0, number: nil) }
            }
            index = end
        }
        return blocks
    }

    /// Lines that count themselves ("Compétence 1 : …", "Compétence 2 : …") as items, where only headings part them.
    private static func series(_ blocks: [TextBlock]) -> [TextBlock] {
        let names = blocks.map(seriesName)
        guard let name = names.compactMap({ $0 }).first, let first = names.firstIndex(of: name),
            let last = names.lastIndex(of: name),
            last > first, (first...last).allSatisfy({ names[$0] == name || blocks[$0].isIndented })
        else { return blocks }
        var blocks = blocks
        for index in first...last where names[index] == name { blocks[index].kind = .item(level: 0, number: nil) }
        return blocks
    }

    /// "competence" for "Compétence 12 : …".
    private static func seriesName(_ block: TextBlock) -> String? {
        guard block.kind == .paragraph, !block.isIndented, !block.endsInColon else { return nil }
        let parts = block.text.split(separator: " ", maxSplits: 2)
        guard parts.count == 3, Int(parts[1].filter { $0 != ":" }) != nil,
            parts[1].hasSuffix(":") || parts[2].hasPrefix(":")
        else { return nil }
        return Folding.folded(String(parts[0]))
    }

    /// Every paragraph as an item, but for those that introduce others.
    static func everyLine(_ blocks: [TextBlock]) -> [TextBlock] {
        let longest = 300
        if blocks.count == 1, let only = blocks.first, only.text.utf8.count > longest { return blocks }
        return blocks.map { block in
            var block = block
            let isLead =
                block.isIndented || block.endsInColon || Folding.key(block.text) == "ou"
                || Folding.key(block.text) == "et"
            if block.kind == .paragraph, !isLead { block.kind = .item(level: 0, number: nil) }
            return block
        }
    }

    private static func isEntry(_ block: TextBlock) -> Bool {
        block.kind == .paragraph && !block.isIndented && !block.followsBlank && !block.endsInColon
            && block.text.utf8.count <= 160 && !block.text.hasSuffix(".")
    }
}
