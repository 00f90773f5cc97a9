import Diagnostics
import FicheModel

/// All readers, and the choice among them.
public struct ReaderCatalogue: Sendable {
    private let readers: [any FicheReader]
    private let pdf: PDFExtraction
    let codes: CodeChecks

    /// - Parameters:
    ///   - pdf: what gets the text out of a PDF.
    ///   - codes: the lists that codes are held against; those that the program carries when nil.
    public init(
        readers: [any FicheReader] = ReaderCatalogue.standardReaders, pdf: PDFExtraction = .poppler,
        codes: CodeLists? = nil
    ) {
        self.readers = readers
        self.pdf = pdf
        self.codes = CodeChecks(codes)
    }

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

    /// Reads the bytes of a file: decodes them, chooses the reader, reads, checks the codes.
    ///
    /// - Parameter path: the name for diagnostics, relative to the content folder.
    public func read(_ bytes: [UInt8], path: String) -> ReadResult {
        if PDFReading.isPDF(bytes) {
            return PDFReading(extraction: pdf, path: path, read: { readText($0, path: path) }).result(of: bytes)
        }
        if let problem = OfficeDocument.problem(bytes, path: path) { return ReadResult(diagnostics: [problem]) }
        return ZIPArchive.begins(bytes) ? read(MemoryBytes(bytes), path: path) : readText(bytes, path: path)
    }

    private func readText(_ bytes: [UInt8], path: String) -> ReadResult {
        let (text, problems) = TextDecoding.decode(bytes, path: path)
        guard let text else { return ReadResult(diagnostics: problems) }
        // A table has rows and no pages: what its lines say again are values, and its fiches are not one behind the other.
        let isTable = reader(for: SourceDocument(path: path, text: text))?.format == .csv
        let margins = isTable ? PageMargins.none : PageMargins(text)
        let cleaned = margins.removed(from: text)
        var result = ReadResult()
        let pieces = isTable ? [cleaned] : FicheBoundaries.pieces(of: cleaned)
        // A piece that no reader knows belongs to the one before it.
        let documents = pieces.map { SourceDocument(path: path, text: $0) }
        let isCut = pieces.count > 1 && documents.allSatisfy { reader(for: $0) != nil }
        for document in isCut ? documents : [SourceDocument(path: path, text: cleaned)] {
            var part = readPiece(document, of: text, margins)
            // Who looks for a fiche that is missing among others must find where it stands.
            if isCut, part.fiches.isEmpty { part.diagnostics.setExtentOfErrors(document.text.extent()) }
            result.fiches += part.fiches
            result.diagnostics += part.diagnostics
        }
        result.text = text
        result.diagnostics = problems + result.diagnostics
        return result
    }

    private func readPiece(_ document: SourceDocument, of text: SourceText, _ margins: PageMargins) -> ReadResult {
        guard let reader = reader(for: document) else {
            return ReadResult(diagnostics: [Self.unknownForm(document.path)])
        }
        var result = reader.read(document)
        let first = document.text.firstLine
        let lines = first..<first + max(1, document.text.lines.count)
        for index in result.fiches.indices {
            margins.account(in: &result.fiches[index].fiche.source.couverture, of: text, lines: lines)
            result.diagnostics += codes.check(&result.fiches[index], in: document)
        }
        return result
    }

    private static func unknownForm(_ path: String) -> Diagnostic {
        Diagnostic(
            .error, .formatInconnu, "Ce document n’a la forme d’aucune fiche connue", file: path,
            position: SourcePosition(line: 1),
            hint:
                "Formes lues : fiche RNCP imprimée (texte, page HTML ou Markdown), annexe du Journal officiel, fiche de France compétences (texte ou page HTML), cahier des charges, référentiel en colonnes, flux XML V4.1 (même dans son .zip), exports CSV, Markdown commençant par « --- »"
        )
    }
}
