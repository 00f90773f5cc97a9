import Catalogue
import Diagnostics
import FicheModel
import FicheReaders
import FileStore

/// A document as read: its fiches and what is to be said about it.
public struct ReadDocument: Sendable {
    /// The path from the content folder.
    public let name: String
    public let source: Int
    public var fiches: [ReadFiche]
    public var diagnostics: [Diagnostic]
}

/// Reads documents, on as many threads as it is given.
enum Reading {
    static func read(
        _ documents: [SiteInputs.Document], threads: Int, progress: (@Sendable (Int) -> Void)? = nil
    ) -> [ReadDocument] {
        let readers = ReaderCatalogue()
        // A large flow has threads of its own; so many of them at once would only crowd.
        let within = documents.count > 1 ? max(1, threads / 2 + threads % 2) : threads
        return ParallelMap.map(documents, threads: threads, progress: progress) { document in
            read(document, with: readers, threads: within)
        }
    }

    private static func read(
        _ document: SiteInputs.Document, with readers: ReaderCatalogue, threads: Int
    ) -> ReadDocument {
        let name = document.file.name
        do {
            let result = try document.read(with: readers, threads: threads)
            var read = ReadDocument(
                name: name, source: document.source, fiches: [], diagnostics: result.diagnostics)
            for fiche in result.fiches {
                if let problem = problem(of: fiche.fiche, file: name, reported: result.diagnostics.hasErrors) {
                    read.diagnostics += problem
                } else {
                    read.fiches.append(fiche)
                }
            }
            return read
        } catch {
            let problem = FileProblem(.lire, name, code: error.code)
            return ReadDocument(name: name, source: document.source, fiches: [], diagnostics: [problem.diagnostic()])
        }
    }

    /// What keeps a fiche from having a page, whichever reader made it; nil when nothing does.
    private static func problem(of fiche: Fiche, file: String, reported: Bool) -> [Diagnostic]? {
        if fiche.intitule.isEmpty {
            return reported
                ? []
                : [
                    Diagnostic(
                        .error, .ficheSansTitre, "Cette fiche n’a pas d’intitulé : elle n’est pas publiée", file: file)
                ]
        }
        let documents = fiche.documents.compactMap(\.contenu?.identifiant)
        guard let wrong = ([fiche.identifiant] + fiche.alias + documents).first(where: { !Self.isSegment($0) }) else {
            return nil
        }
        return [
            Diagnostic(
                .error, .identifiantInvalide, "« \(wrong) » ne peut pas être une adresse : la fiche n’est pas publiée",
                file: file, hint: "Un identifiant a des lettres sans accent, des chiffres et des traits d’union")
        ]
    }

    /// True for what may be one part of an address: `[a-z0-9-]`, so that no path leads out of the site.
    private static func isSegment(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 200
            && text.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
            }
    }
}

extension ReadDocument {
    /// The fiches in short, with where to find them again.
    func summaries(document: Int) -> [FicheSummary] {
        fiches.enumerated().map { rank, read in
            let line = read.provenance[.numeroFiche]?.first ?? read.provenance[.intitule]?.first
            return FicheSummary(
                read.fiche,
                origin: FicheSummary.Origin(
                    source: source, document: document, rank: rank, file: name,
                    position: line.map { SourcePosition(line: $0) }))
        }
    }
}

extension Diagnostic.Identifier {
    static let identifiantInvalide: Self = "identifiant-invalide"
}
