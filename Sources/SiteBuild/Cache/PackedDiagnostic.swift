import Diagnostics
import FicheModel

extension Diagnostic {
    /// For a description of fields to fill.
    static let blank = Diagnostic(.note, "", "")

    mutating func carry(_ packing: inout Packing) {
        packing.word(&severity)
        packing.word(&identifier)
        packing.text(&message)
        packing.text(&file)
        position.carry(&packing)
        packing.text(&hint)
        packing.text(&excerpt)
        var (first, last) = (extent?.lowerBound, extent?.upperBound)
        first.carry(&packing)
        last.carry(&packing)
        if packing.isReading, let first, let last, first <= last { extent = first..<last }
    }
}

extension SourcePosition? {
    mutating func carry(_ packing: inout Packing) {
        var (line, column) = (self?.line ?? 0, self?.column ?? 0)
        packing.number(&line)
        packing.number(&column)
        if packing.isReading { self = line == 0 && column == 0 ? nil : SourcePosition(line: line, column: column) }
    }
}
