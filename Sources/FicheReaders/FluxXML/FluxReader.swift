import Diagnostics
import FicheModel
import FrenchText

/// Reads the official XML flow of the répertoires nationaux: an export of any number of fiches, or one of them.
///
/// The flow is cut into its fiches on bytes (`FluxSplitter`) and each is read by itself (`FluxFicheReader`), so that a
/// malformed or truncated fiche is a diagnostic and the others go on. Source of the element tree: the flow V4.1 as
/// published, Licence Ouverte 2.0.
public struct FluxReader: FicheReader {
    public init() {}

    public var format: SourceFormat { .fluxXML }

    public func recognition(of document: SourceDocument) -> Int {
        let head = document.text.bytes.prefix(4096).drop { $0 <= 0x20 }
        guard head.first == UInt8(ascii: "<") else { return 0 }
        let text = String(decoding: head, as: UTF8.self)
        let marks = [("<FICHES", 4), ("<VERSION_FLUX", 4), ("<FICHE>", 4), ("<NUMERO_FICHE>", 4), ("<ID_FICHE>", 2)]
        let found = marks.reduce(0) { $0 + (text.contains($1.0) ? $1.1 : 0) }
        // Any other XML is answered here too, with what is wrong about it.
        return found + (text.hasPrefix("<?xml") ? 1 : 0)
    }

    public func read(_ document: SourceDocument) -> ReadResult {
        let bytes = document.text.bytes
        let (steps, foot) = FluxSplitter.split(bytes)
        let first = steps.first.map(Self.range)?.lowerBound ?? bytes.count
        let head = FluxHead(bytes[..<first])
        var frame = FluxFrame(document: document, head: head)
        guard frame.checkHead(hasFiches: !steps.isEmpty) else { return ReadResult(diagnostics: frame.diagnostics) }
        var result = ReadResult()
        let reader = FluxFicheReader(path: document.path, version: head.version)
        var place = RunningPlace(document.text)
        for step in steps {
            let range = Self.range(of: step)
            frame.checkGap(place.offset..<range.lowerBound)
            let position = place.advance(to: range.lowerBound)
            _ = place.advance(to: range.upperBound)
            if case .unfinished(_, let flaw) = step {
                frame.reportUnfinished(range, flaw)
            } else {
                let read = reader.read(bytes[range], at: position)
                result.fiches += read.fiches
                result.diagnostics += read.diagnostics
            }
        }
        if case .unfinished? = steps.last {} else { frame.checkFoot(foot..<bytes.count) }
        frame.finish()
        result.diagnostics = frame.diagnostics + result.diagnostics
        return result
    }

    private static func range(of step: FluxSplitter.Step) -> Range<Int> {
        switch step {
        case .fiche(let range), .unfinished(let range, _): range
        case .needsMore(let offset), .end(let offset): offset..<offset
        }
    }
}

/// A place that only goes forward, so that an export on a single line is not counted anew for each fiche.
private struct RunningPlace {
    let text: SourceText
    private(set) var offset = 0
    private var position = SourcePosition(line: 1)

    init(_ text: SourceText) { self.text = text }

    mutating func advance(to target: Int) -> SourcePosition {
        let line = text.line(at: target)
        let isNew = line > position.line || offset == 0
        let start = isNew ? text.lines[min(line, text.lines.count) - 1].range.lowerBound : offset
        let before = text.bytes[start..<max(start, target)].reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
        position = SourcePosition(line: line, column: before + (isNew ? 1 : position.column))
        offset = target
        return position
    }
}
