import Diagnostics
import FicheModel
import FrenchText

/// Reads the official XML flow of the répertoires nationaux: an export of any number of fiches, or one of them.
///
/// The flow is cut into its fiches on bytes (`FluxCutter`) and each is read by itself (`FluxFicheReader`), so that a
/// malformed or truncated fiche is a diagnostic and the others go on. Source of the element tree: the flow V4.1 as
/// published, Licence Ouverte 2.0.
public struct FluxReader: FicheReader {
    public init() {}

    public var format: SourceFormat { .fluxXML }

    public func recognition(of document: SourceDocument) -> Int { Self.recognition(ofHead: document.text.bytes) }

    /// The same of the first bytes of a document.
    static func recognition(ofHead bytes: [UInt8]) -> Int {
        var head = bytes.prefix(4096)
        if head.starts(with: [0xEF, 0xBB, 0xBF]) { head = head.dropFirst(3) }
        head = head.drop { $0 <= 0x20 }
        guard head.first == UInt8(ascii: "<") else { return 0 }
        let text = String(decoding: head, as: UTF8.self)
        let marks = [("<FICHES", 4), ("<VERSION_FLUX", 4), ("<FICHE>", 4), ("<NUMERO_FICHE>", 4), ("<ID_FICHE>", 2)]
        let found = marks.reduce(0) { $0 + (text.contains($1.0) ? $1.1 : 0) }
        // Any other XML is answered here too, with what is wrong about it.
        return found + (text.hasPrefix("<?xml") ? 1 : 0)
    }

    public func read(_ document: SourceDocument) -> ReadResult {
        var stream = SourceStream(MemoryBytes(document.text.bytes))
        return FluxStream(path: document.path).read(&stream)
    }
}
