/// Writes blocks as CommonMark, so that lists nest for cmark as they do in the source.
struct BlockWriter {
    private var result = ""
    private var previousIsItem = false
    /// For each open level of the list: the column of its text, and the number of its last item.
    private var levels: [(column: Int, numero: Int?)] = []

    static func text(_ blocks: [HTMLFragment.Block]) -> String {
        var writer = BlockWriter()
        for block in blocks { writer.write(block) }
        return writer.result
    }

    private mutating func write(_ block: HTMLFragment.Block) {
        guard case .item(let level, let numero) = block.kind else {
            levels = []
            add(block.text, isItem: false)
            return
        }
        // A level may be one deeper than the item above, never two: four blanks would make it code.
        let depth = max(0, min(level - 1, levels.count))
        let indent = String(repeating: " ", count: depth == 0 ? 0 : levels[depth - 1].column)
        let last = depth < levels.count ? levels[depth].numero : nil
        levels = Array(levels.prefix(depth))
        var marker = "- "
        var text = block.text
        if let numero {
            // cmark counts on by itself: a number out of order would be lost, so it stays a word.
            if last == nil || numero == (last ?? 0) + 1 {
                marker = "\(numero). "
            } else {
                text = "\(numero)\\. " + text
            }
        }
        let hanging = indent + String(repeating: " ", count: marker.utf8.count)
        levels.append((hanging.utf8.count, numero))
        add(indent + marker + text.split(separator: "\n").joined(separator: "\n" + hanging), isItem: true)
    }

    private mutating func add(_ text: String, isItem: Bool) {
        if !result.isEmpty { result += isItem && previousIsItem ? "\n" : "\n\n" }
        result += text
        previousIsItem = isItem
    }
}
