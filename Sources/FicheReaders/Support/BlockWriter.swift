import FrenchText
import Markdown

/// Writes blocks as CommonMark.
enum BlockWriter {
    /// The text, or nil when the blocks hold no word, or only a placeholder ("Sans objet", "Néant", "-", "Non concerné").
    ///
    /// - Parameter keepsLines: paragraphs that stand together become the lines of one paragraph (an address).
    static func commonMark(_ blocks: [TextBlock], keepsLines: Bool = false) -> String? {
        guard !isPlaceholder(blocks) else { return nil }
        var result = ""
        var widths: [Int] = []
        var expected: Int?
        var previous: TextBlock?
        for block in blocks {
            var line = MarkdownEscaping.escaped(block.text)
            var separator = "\n\n"
            switch block.kind {
            case .paragraph:
                if keepsLines, let previous, !previous.isItem, !block.followsBlank { separator = "  \n" }
                widths = []
                expected = nil
            case .item(let level, let number):
                if let number, level == 0, let next = expected, number != next {
                    // CommonMark would count on: the printed number is kept as text.
                    line = MarkdownEscaping.escaped("\(number). \(block.text)")
                    widths = []
                    expected = nil
                } else {
                    let marker = number.map { "\($0). " } ?? "- "
                    let depth = min(level, widths.count)
                    line = String(repeating: " ", count: widths.prefix(depth).reduce(0, +)) + marker + line
                    if previous?.isItem == true { separator = "\n" }
                    widths = Array(widths.prefix(depth)) + [marker.utf8.count]
                    if level == 0 { expected = number.map { $0 + 1 } }
                }
            }
            if !result.isEmpty { result += separator }
            result += line
            previous = block
        }
        return result
    }

    /// The blocks one by one, as inline CommonMark.
    static func items(_ blocks: [TextBlock]) -> [String] {
        isPlaceholder(blocks) ? [] : blocks.map { MarkdownEscaping.escaped($0.text) }
    }

    static func isPlaceholder(_ blocks: [TextBlock]) -> Bool {
        isPlaceholder(words: blocks.flatMap { WordScanner.words(in: Folding.folded($0.text)) })
    }

    /// The same of folded words.
    static func isPlaceholder(words: [String]) -> Bool {
        words.isEmpty || placeholders.contains(words)
    }

    private static let placeholders: Set<[String]> = [
        ["sans", "objet"], ["neant"], ["non", "concerne"], ["non", "concernee"], ["so"], ["s", "o"],
    ]
}
