import Markdown

/// What the blocks of a page mean where its author used neither lists nor paragraphs for them.
enum PageBlocks {
    /// The blocks with each line of a paragraph on its own: in the cells of a bloc `<br>` parts items.
    static func linesApart(_ blocks: [HTMLFragment.Block]) -> [HTMLFragment.Block] {
        blocks.flatMap { block -> [HTMLFragment.Block] in
            guard block.kind == .paragraph, block.text.contains("\\\n") else { return [block] }
            return block.text.split(separator: "\\\n").map { HTMLFragment.Block(.paragraph, String($0)) }
        }
    }

    /// Neighbouring paragraphs that each begin with a dash are the items of a list.
    static func withDashes(_ blocks: [HTMLFragment.Block]) -> [HTMLFragment.Block] {
        let dashed = blocks.map { $0.kind == .paragraph ? afterDash($0.text) : nil }
        return blocks.indices.map { index in
            guard let text = dashed[index],
                (index > 0 && dashed[index - 1] != nil) || (index + 1 < blocks.count && dashed[index + 1] != nil)
            else { return blocks[index] }
            return HTMLFragment.Block(.item(level: 1, numero: nil), text)
        }
    }

    /// What stands behind "- ", escaped or not.
    private static func afterDash(_ text: String) -> String? {
        for mark in ["\\- ", "- ", "– ", "— ", "• "] where text.hasPrefix(mark) {
            return String(text.dropFirst(mark.count))
        }
        return nil
    }
}
