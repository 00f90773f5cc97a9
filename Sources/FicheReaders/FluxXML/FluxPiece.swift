import Diagnostics
import FicheModel

/// One `<FICHE>` of a flow, cut out and not parsed yet.
public struct FluxPiece: Sendable {
    /// UTF-8, from `<FICHE` to the end of `</FICHE>`.
    public let bytes: [UInt8]
    /// Where it stands in the flow, in bytes (of the unpacked flow where it comes out of an archive).
    public let range: Range<Int>
    /// Where it begins: lines of diagnostics and of the account of its words count from here.
    public let position: SourcePosition

    init(_ part: FluxPart) {
        bytes = part.piece
        range = part.offset..<part.offset + part.piece.count
        position = part.position
    }

    /// Names the content of the piece, so that one that did not change need not be parsed again.
    ///
    /// What reading gives depends on more than the content: on the position of the piece, on the path and the version of
    /// the flow, on the selection and on the lists of codes.
    public func digest(seed: UInt64) -> ContentDigest { ContentDigest(bytes, seed: seed) }
}

/// Parses pieces of one flow.
public struct FluxPieceReader: Sendable {
    private let reader: FluxFicheReader
    private let selection: SelectionDeFiches
    private let codes: CodeChecks?

    init(_ stream: FluxStream, version: String?) {
        reader = FluxFicheReader(path: stream.path, version: version)
        (selection, codes) = (stream.selection, stream.codes)
    }

    /// `VERSION_FLUX` of the flow.
    public var version: String? { reader.version }

    /// The fiche of a piece with what is to be said about it; nothing at all when it is not wanted.
    public func read(_ piece: FluxPiece) -> ReadResult {
        guard selection.mayContain(piece.bytes) else { return ReadResult() }
        var read = reader.read(piece.bytes, at: piece.position)
        // What is wrong with a fiche that is not wanted is of no interest; one that could not be read may be.
        guard read.fiches.isEmpty || read.fiches.contains(where: { selection.contains($0.fiche) }) else {
            return ReadResult()
        }
        guard let codes else { return read }
        for index in read.fiches.indices {
            read.diagnostics += codes.check(
                &read.fiches[index],
                in: SourceDocument(
                    path: reader.path,
                    text: SourceText(piece.bytes, firstLine: piece.position.line, hasLineTexts: false)))
        }
        return read
    }
}

extension SelectionDeFiches {
    /// False when the bytes of a fiche of the flow show already that it is not wanted, so that it need not be parsed.
    func mayContain(_ piece: [UInt8]) -> Bool {
        if !codes.isEmpty, let numero = Self.value(of: "<NUMERO_FICHE>", in: piece),
            let normal = Repertoire.parse(numero)?.numero, !codes.contains(normal)
        {
            return false
        }
        return true
    }

    /// The plain text that follows a tag; nil when it is anything else.
    private static func value(of tag: StaticString, in piece: [UInt8]) -> String? {
        guard let start = ByteSearch.first(tag, in: piece, limit: 2000) else { return nil }
        let text = piece[(start + tag.utf8CodeUnitCount)...].prefix(40).prefix { $0 != UInt8(ascii: "<") }
        return text.count < 40 ? String(decoding: text, as: UTF8.self) : nil
    }
}
