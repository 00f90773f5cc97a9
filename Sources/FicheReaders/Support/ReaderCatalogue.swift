import Diagnostics
import FicheModel

/// All readers, and the choice among them.
public struct ReaderCatalogue: Sendable {
    private let readers: [any FicheReader]

    public init(readers: [any FicheReader] = ReaderCatalogue.standardReaders) { self.readers = readers }

    /// One reader a layout.
    public static var standardReaders: [any FicheReader] {
        [
            AncienneFicheReader(), FicheActuelleReader(), FluxReader(), CSVReader(), CahierDesChargesReader(),
            FicheRedigeeReader(),
        ]
    }

    /// The reader that recognises most of its layout in the document; nil when none does.
    public func reader(for document: SourceDocument) -> (any FicheReader)? {
        var best: (score: Int, reader: any FicheReader)?
        for reader in readers {
            let score = reader.recognition(of: document)
            if score > 0, score > best?.score ?? 0 { best = (score, reader) }
        }
        return best?.reader
    }

    /// Reads the bytes of a file: decodes them, chooses the reader, reads.
    ///
    /// - Parameter path: the name for diagnostics, relative to the content folder.
    public func read(_ bytes: [UInt8], path: String) -> ReadResult {
        ZIPArchive.begins(bytes) ? read(MemoryBytes(bytes), path: path) : readDocument(bytes, path: path)
    }

    func readDocument(_ bytes: [UInt8], path: String) -> ReadResult {
        let (text, problems) = TextDecoding.decode(bytes, path: path)
        guard let text else { return ReadResult(diagnostics: problems) }
        let document = SourceDocument(path: path, text: text)
        guard let reader = reader(for: document) else {
            return ReadResult(
                diagnostics: problems + [
                    Diagnostic(
                        .error, .formatInconnu, "Ce document n’a la forme d’aucune fiche connue", file: path,
                        position: SourcePosition(line: 1),
                        hint:
                            "Formes lues : fiche RNCP imprimée (texte ou Markdown), fiche de France compétences (texte ou page HTML), cahier des charges, flux XML V4.1 (même dans son .zip), exports CSV, Markdown commençant par « --- »"
                    )
                ])
        }
        var result = reader.read(document)
        result.diagnostics = problems + result.diagnostics
        return result
    }
}
