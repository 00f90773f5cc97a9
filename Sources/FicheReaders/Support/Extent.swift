import Diagnostics

extension SourceText {
    /// From the first character to behind the last one that is not blank, where the text begins at `origin` of its file.
    func extent(from origin: SourcePosition? = nil) -> Range<SourcePosition> {
        let start = origin ?? SourcePosition(line: firstLine)
        guard let last = lines.last(where: { bytes[$0.range].contains { $0 > 0x20 } }) else { return start..<start }
        let columns = bytes[last.range].count { $0 & 0xC0 != 0x80 }
        let before = last.number == start.line ? start.column : 1
        return start..<SourcePosition(line: last.number, column: before + columns)
    }
}

extension [Diagnostic] {
    /// Says of each error what it leaves out.
    mutating func setExtentOfErrors(_ extent: Range<SourcePosition>) {
        for index in indices where self[index].severity == .error { self[index].extent = extent }
    }
}
