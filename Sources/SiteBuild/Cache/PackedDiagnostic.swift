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

extension Packing {
    /// Diagnostics in their order. A national base gives more than a hundred thousand, in a few words: what is the same in
    /// many is carried once, and is one text in memory.
    mutating func diagnostics(_ list: inout [Diagnostic]) {
        var kinds: [Kind] = []
        var places: [Int] = []
        if !isReading {
            var known: [Kind: Int] = [:]
            for diagnostic in list {
                let kind = Kind(diagnostic)
                let place = known[kind] ?? kinds.count
                if place == kinds.count {
                    known[kind] = place
                    kinds.append(kind)
                }
                places.append(place)
            }
        }
        self.list(&kinds, Kind()) { $1.carry(&$0) }
        var count = list.count
        number(&count)
        if isReading { list = [] }
        for index in 0..<count {
            if isDamaged { return }
            var place = isReading ? 0 : places[index]
            var diagnostic = isReading ? .blank : list[index]
            if !isReading { Kind().complete(&diagnostic) }
            number(&place)
            diagnostic.carry(&self)
            guard isReading, kinds.indices.contains(place) else { continue }
            kinds[place].complete(&diagnostic)
            list.append(diagnostic)
        }
    }
}

/// What many diagnostics have in common.
private struct Kind: Hashable {
    var severity = Diagnostic.Severity.note
    var identifier: Diagnostic.Identifier = ""
    var file: String?
    var hint: String?

    init() {}

    init(_ diagnostic: Diagnostic) {
        (severity, identifier) = (diagnostic.severity, diagnostic.identifier)
        (file, hint) = (diagnostic.file, diagnostic.hint)
    }

    mutating func carry(_ packing: inout Packing) {
        packing.word(&severity)
        packing.word(&identifier)
        packing.text(&file)
        packing.text(&hint)
    }

    func complete(_ diagnostic: inout Diagnostic) {
        (diagnostic.severity, diagnostic.identifier) = (severity, identifier)
        (diagnostic.file, diagnostic.hint) = (file, hint)
    }
}
