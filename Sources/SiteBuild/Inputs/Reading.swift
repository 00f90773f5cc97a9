import Catalogue
import Diagnostics
import FicheModel
import FicheReaders
import FileStore
import Threads

/// A document as read: its fiches in short, the fiches themselves put aside, and what is to be said about it.
struct ReadDocument: Sendable {
    /// The path from the content folder.
    let name: String
    let source: Int
    var summaries: [FicheSummary] = []
    var fiches = FichePack()
    var counts = DocumentCounts()
    var remarks = Remarks([])
    /// Of all that the summaries say.
    var digest = Fingerprint.blank
    /// Whether it was read now; else it is as an earlier build kept it.
    var isFresh = true

    /// What is to be said about it. Setting it is for remarks that are kept nowhere.
    var diagnostics: [Diagnostic] {
        get { remarks.all }
        set { remarks = Remarks(newValue) }
    }
}

/// Reads documents, on as many threads as it is given.
enum Reading {
    /// What became of a document.
    private struct Outcome: Sendable {
        let read: ReadDocument
        let key: DocumentKey?
    }

    /// - Parameters:
    ///   - cache: what earlier builds read; it takes what this one reads.
    ///   - verify: whether large documents, which are known by size and time only, are read again.
    static func read(
        _ documents: [SiteInputs.Document], threads: Int, cache: ReadingCache, verify: Bool = false,
        progress: (@Sendable (Int) -> Void)? = nil
    ) -> [ReadDocument] {
        let readers = ReaderCatalogue()
        // A large flow has threads of its own: nearly all the work is in it. Two of them share what there is.
        let sizes = documents.map(\.size)
        let large = max(1, sizes.filter { $0 >= cache.largeSize }.count)
        let largeSize = cache.largeSize
        let outcomes = ParallelMap.map(Array(documents.enumerated()), threads: threads, progress: progress) {
            index, document -> Outcome in
            let key = cache.folder == nil ? nil : DocumentKey(document, largeSize: cache.largeSize)
            if let key, !(verify && key.isLarge),
                let known = cache.document(document, at: index, key: key, threads: threads)
            {
                return Outcome(read: known, key: key)
            }
            let within = documents.count == 1 || sizes[index] >= largeSize ? max(1, (threads + large - 1) / large) : 1
            let read = read(document, at: index, with: readers, threads: within, scratch: cache.scratch(index))
            // What changed while it was read is of no use to a later build.
            let isSame =
                key.map { DocumentKey(document, largeSize: cache.largeSize)?.fingerprint == $0.fingerprint } ?? false
            return Outcome(read: read, key: isSame ? key : nil)
        }
        return cache.keep(zip(documents, outcomes).map { ($0, $1.key, $1.read) })
    }

    /// One document, read on the thread of the caller.
    ///
    /// - Parameters:
    ///   - index: its place among all documents.
    ///   - scratch: where its fiches are put aside; nil to hold them.
    static func read(
        _ document: SiteInputs.Document, at index: Int, with readers: ReaderCatalogue, threads: Int, scratch: String?
    ) -> ReadDocument {
        let name = document.file.name
        var read = ReadDocument(name: name, source: document.source)
        // Put together apart: what is said of a document may be kept elsewhere.
        var diagnostics: [Diagnostic] = []
        var reported = false
        do {
            try document.read(with: readers, threads: threads) { result in
                reported = reported || result.diagnostics.hasErrors
                diagnostics += result.diagnostics
                for one in result.fiches {
                    if let problem = problem(of: one.fiche, file: name, reported: reported) {
                        diagnostics += problem
                    } else {
                        read.add(one, document: index)
                        read.fiches.add(one.fiche, path: scratch)
                    }
                }
            }
            let summaries = read.summaries
            read.digest = Fingerprint { packing in
                for var summary in summaries { summary.carry(&packing) }
            }
            // In their order once and for all: a national base has more than a hundred thousand.
            diagnostics.sort()
            read.diagnostics = diagnostics
            return read
        } catch {
            let problem = FileProblem(.lire, name, code: error.code)
            return ReadDocument(name: name, source: document.source, remarks: Remarks([problem.diagnostic()]))
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
    /// Notes a fiche in short, with where to find it again.
    fileprivate mutating func add(_ read: ReadFiche, document: Int) {
        let line = read.provenance[.numeroFiche]?.first ?? read.provenance[.intitule]?.first
        summaries.append(
            FicheSummary(
                read.fiche,
                origin: FicheSummary.Origin(
                    source: source, document: document, rank: summaries.count, file: name,
                    position: line.map { SourcePosition(line: $0) })))
        counts.add(read.fiche)
    }
}

extension Diagnostic.Identifier {
    static let identifiantInvalide: Self = "identifiant-invalide"
}
