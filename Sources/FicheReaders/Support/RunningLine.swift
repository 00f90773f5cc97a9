/// The lines of offsets that only go forward, without a search for each.
struct RunningLine {
    private let source: SourceText
    private var index = 0
    /// Where the line after this one begins.
    private var end: Int

    init(_ source: SourceText) {
        self.source = source
        end = Self.end(of: 0, in: source)
    }

    /// The number of the line that holds a byte; no offset before the last one that was asked.
    mutating func number(at offset: Int) -> Int {
        while offset >= end {
            index += 1
            end = Self.end(of: index, in: source)
        }
        return source.firstLine + index
    }

    private static func end(of index: Int, in source: SourceText) -> Int {
        index + 1 < source.lines.count ? source.lines[index + 1].range.lowerBound : .max
    }
}
