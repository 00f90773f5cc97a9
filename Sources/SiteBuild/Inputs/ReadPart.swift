import Catalogue
import Diagnostics
import FicheModel
import FicheReaders

/// Some fiches of a document as it keeps them: made on the threads that read, so that putting the parts together in their order
/// is little work.
struct ReadPart: Sendable {
    /// With places counted from the first fiche of the part.
    private(set) var summaries: [FicheSummary] = []
    private(set) var fiches = FichePack()
    private(set) var counts = DocumentCounts()
    /// What the reader said.
    let diagnostics: [Diagnostic]
    /// Whether an error is among it.
    let hasErrors: Bool
    private var refusals: [Refusal] = []

    /// What keeps a fiche from having a page.
    private struct Refusal: Sendable {
        let diagnostic: Diagnostic
        /// Whether nobody must be told who was told of another error already.
        let isImplied: Bool
    }

    /// - Parameters:
    ///   - file: the path of the document from the content folder.
    ///   - source: the place of its source in the order of precedence.
    ///   - document: its place among all documents.
    init(_ result: ReadResult, of file: String, source: Int, document: Int) {
        diagnostics = result.diagnostics
        hasErrors = result.diagnostics.hasErrors
        for one in result.fiches {
            if let refusal = Self.refusal(of: one.fiche, file: file) {
                refusals.append(refusal)
            } else {
                add(one, file: file, source: source, document: document)
            }
        }
    }

    /// What keeps fiches of the part from having a page.
    ///
    /// - Parameter reported: whether an error was told of what was read so far, this part included.
    func problems(reported: Bool) -> [Diagnostic] {
        refusals.filter { !(reported && $0.isImplied) }.map(\.diagnostic)
    }

    /// Notes a fiche in short, with where to find it again.
    private mutating func add(_ read: ReadFiche, file: String, source: Int, document: Int) {
        let line = read.provenance[.numeroFiche]?.first ?? read.provenance[.intitule]?.first
        summaries.append(
            FicheSummary(
                read.fiche,
                origin: FicheSummary.Origin(
                    source: source, document: document, rank: summaries.count, file: file,
                    position: line.map { SourcePosition(line: $0) })))
        counts.add(read.fiche)
        fiches.add(read.fiche)
    }

    /// What keeps a fiche from having a page, whichever reader made it; nil when nothing does.
    private static func refusal(of fiche: Fiche, file: String) -> Refusal? {
        if fiche.intitule.isEmpty {
            return Refusal(
                diagnostic: Diagnostic(
                    .error, .ficheSansTitre, "Cette fiche n’a pas d’intitulé : elle n’est pas publiée", file: file),
                isImplied: true)
        }
        let documents = fiche.documents.compactMap(\.contenu?.identifiant)
        guard let wrong = ([fiche.identifiant] + fiche.alias + documents).first(where: { !isSegment($0) }) else {
            return nil
        }
        return Refusal(
            diagnostic: Diagnostic(
                .error, .identifiantInvalide, "« \(wrong) » ne peut pas être une adresse : la fiche n’est pas publiée",
                file: file, hint: "Un identifiant a des lettres sans accent, des chiffres et des traits d’union"),
            isImplied: false)
    }

    /// True for what may be one part of an address: `[a-z0-9-]`, so that no path leads out of the site.
    private static func isSegment(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 200
            && text.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
            }
    }
}

extension Diagnostic.Identifier {
    static let identifiantInvalide: Self = "identifiant-invalide"
}
