import Diagnostics

/// The two halves of an authored fiche: what stands between the two `---` lines, and what follows.
struct FrontMatter {
    /// The lines between the fences.
    let lines: ArraySlice<SourceLine>
    /// The lines after the closing fence.
    let body: ArraySlice<SourceLine>
    /// False when no second fence was found; then all lines are taken for front matter up to the first heading.
    let isClosed: Bool

    /// Nil when the document does not begin with a fence.
    init?(_ source: SourceText) {
        guard let open = Self.openingFence(of: source) else { return nil }
        let lines = source.lines
        let first = open + 1
        if let close = lines[first...].firstIndex(where: { Self.isFence($0.text, closing: true) }) {
            self.lines = lines[first..<close]
            body = lines[(close + 1)...]
            isClosed = true
        } else {
            let heading = lines[first...].firstIndex { $0.text.hasPrefix("## ") } ?? lines.endIndex
            self.lines = lines[first..<heading]
            body = lines[heading...]
            isClosed = false
        }
    }

    /// The index of the line `---` that opens the document, after blank lines at most.
    static func openingFence(of source: SourceText) -> Int? {
        guard let first = source.lines.firstIndex(where: { line in line.text.utf8.contains { $0 > 0x20 } }),
            isFence(source.lines[first].text, closing: false)
        else { return nil }
        return first
    }

    private static func isFence(_ text: String, closing: Bool) -> Bool {
        var bytes = Array(text.utf8)
        while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
        return bytes == Array("---".utf8) || (closing && bytes == Array("...".utf8))
    }
}

/// A value of the front matter with its place.
struct FrontMatterNode {
    indirect enum Content {
        case scalar(String)
        case sequence([FrontMatterNode])
        case mapping([Entry])
    }

    /// A key with its value.
    struct Entry {
        let key: FrontMatterNode
        let name: String
        let value: FrontMatterNode
    }

    let content: Content
    let position: SourcePosition
    /// The bytes of a scalar in the source, comments left out; for a collection, those of its first sign.
    let range: Range<Int>
    /// True for `~`, `null` and nothing at all, without quotation marks.
    let isNull: Bool

    /// All scalars and keys below, in their order.
    var scalars: [FrontMatterNode] {
        switch content {
        case .scalar: [self]
        case .sequence(let nodes): nodes.flatMap(\.scalars)
        case .mapping(let entries): entries.flatMap { [$0.key] + $0.value.scalars }
        }
    }
}
