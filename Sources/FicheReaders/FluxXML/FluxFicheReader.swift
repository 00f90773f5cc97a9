import Diagnostics
import FicheModel
import FrenchText

/// Reads one `<FICHE>` element by itself: the unit of work of a flow, whatever the size of the file that it comes from.
///
/// Its coverage accounts for the words of the piece; what stands before the first fiche of a file belongs to none.
public struct FluxFicheReader: Sendable {
    /// The name of the file for diagnostics and `source.fichier`.
    public let path: String
    /// `VERSION_FLUX` of the file.
    public let version: String?

    public init(path: String, version: String?) {
        self.path = path
        self.version = version
    }

    /// The fiche of a piece, nil when it cannot be published, and what is to be said about it.
    ///
    /// - Parameters:
    ///   - piece: UTF-8, from `<FICHE` to the end of `</FICHE>`.
    ///   - origin: where the piece begins in its file.
    public func read(_ piece: some RandomAccessCollection<UInt8>, at origin: SourcePosition) -> ReadResult {
        let source = SourceText(Array(piece), firstLine: origin.line, hasLineTexts: false)
        let outline: XMLOutline
        do {
            outline = try XMLOutline(source.bytes)
        } catch {
            var refused = refusal(error, source, origin)
            refused.extent = source.extent(from: origin)
            return ReadResult(diagnostics: [refused])
        }
        var builder = FluxFicheBuilder(source, outline: outline, path: path, version: version)
        guard let racine = builder.racine else { return ReadResult() }
        builder.readIdentite(racine)
        builder.readOrganismes(racine)
        builder.readTextes(racine)
        builder.readBlocs(racine)
        builder.readVoies(racine)
        builder.readStatistiques(racine)
        builder.readBaseLegale(racine)
        builder.readEnregistrement(racine)
        builder.readLiens(racine)
        builder.readCorrespondances(racine)
        return finished(&builder, origin)
    }

    private func finished(_ builder: inout FluxFicheBuilder, _ origin: SourcePosition) -> ReadResult {
        builder.reportLeftovers()
        let (couverture, provenance) = builder.ledger.audited(against: builder.fiche)
        builder.fiche.source.couverture = couverture
        if !builder.diagnostics.hasErrors { builder.reportUnplaced(couverture.passages) }
        // The first line of a piece rarely begins where its file's line begins.
        var diagnostics = builder.diagnostics.map { diagnostic in
            var moved = diagnostic
            if let position = diagnostic.position, position.line == origin.line {
                moved.position = SourcePosition(line: position.line, column: position.column + origin.column - 1)
                moved.excerpt = nil
            }
            return moved
        }
        guard !diagnostics.hasErrors else {
            diagnostics.setExtentOfErrors(builder.source.extent(from: origin))
            return ReadResult(diagnostics: diagnostics)
        }
        return ReadResult(fiches: [ReadFiche(builder.fiche, provenance: provenance)], diagnostics: diagnostics)
    }

    private func refusal(_ refusal: XMLOutline.Refusal, _ source: SourceText, _ origin: SourcePosition) -> Diagnostic {
        let line = origin.line + refusal.line - 1
        let column = refusal.line == 1 ? origin.column + refusal.column - 1 : refusal.column
        let excerpt =
            source.lines.indices.contains(refusal.line - 1) && refusal.line > 1
            ? source.text(source.lines[refusal.line - 1].range) : nil
        let (identifier, message, hint) = FluxRefusal.words(for: refusal.reason)
        return Diagnostic(
            .error, identifier, "\(name(of: source)) est laissée de côté : \(message)", file: path,
            position: SourcePosition(line: line, column: column), hint: hint, excerpt: excerpt)
    }

    /// What to call a fiche whose XML cannot be read: by the number that its first bytes show.
    private func name(of source: SourceText) -> String { FluxRefusal.name(ofPiece: source.bytes[...]) }
}
