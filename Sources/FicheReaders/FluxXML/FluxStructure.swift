import Markdown

/// The lines of a text of the flow: flattened (V3, V4) or HTML (V2).
enum FluxStructure {
    case flat(FlattenedText)
    case html([HTMLFragment.Block])

    /// True when there is nothing, or what certifiers write for it.
    var isEmpty: Bool {
        let lines: [String] =
            switch self {
            case .flat(let text): text.blocks.map(\.text)
            case .html(let blocks): blocks.map(\.text)
            }
        return ValeurVide.isEmpty(lines.count == 1 ? lines[0] : lines.joined(separator: " "))
    }

    /// The whole text as CommonMark.
    var commonMark: String {
        switch self {
        case .flat(let text): text.commonMark ?? ""
        case .html(let blocks): HTMLFragment.commonMark(blocks)
        }
    }

    /// The same with each line of a paragraph on its own: in the cells of a bloc `<br>` parts items.
    var linesApart: FluxStructure {
        guard case .html(let blocks) = self else { return self }
        return .html(PageBlocks.linesApart(blocks))
    }

    /// Its paragraphs and items one by one as inline CommonMark.
    var items: [String] {
        switch self {
        case .flat(let text): text.items
        case .html(let blocks): blocks.map(\.text)
        }
    }
}
