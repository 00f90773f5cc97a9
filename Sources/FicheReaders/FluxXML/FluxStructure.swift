import Markdown

/// The lines of a text of the flow: flattened (V3, V4) or HTML (V2).
enum FluxStructure {
    case flat(FlattenedText)
    case html([HTMLFragment.Block])

    /// True when there is nothing, or what certifiers write for it.
    var isEmpty: Bool {
        switch self {
        case .flat(let text): Self.isEmpty(text.blocks.lazy.map(\.text))
        case .html(let blocks): Self.isEmpty(blocks.lazy.map(\.text))
        }
    }

    private static func isEmpty(_ lines: some Collection<String>) -> Bool {
        var length = lines.count - 1
        for line in lines {
            length += line.utf8.count
            // A long text is no placeholder: it is not put together to see that.
            if length > ValeurVide.longest { return false }
        }
        return ValeurVide.isEmpty(lines.joined(separator: " "))
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
