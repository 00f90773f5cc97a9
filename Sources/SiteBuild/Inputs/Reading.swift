import Catalogue
import Diagnostics
import FicheModel
import FicheReaders
import FileStore
import Foundation
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
        // A large flow is read on all threads: nearly all the work is in it. Two of them are read one after the other.
        let turn = NSLock()
        let outcomes = ParallelMap.map(Array(documents.enumerated()), threads: threads, progress: progress) {
            index, document -> Outcome in
            let key = cache.folder == nil ? nil : DocumentKey(document, largeSize: cache.largeSize)
            if let key, !(verify && key.isLarge),
                let known = cache.document(document, at: index, key: key, threads: threads)
            {
                return Outcome(read: known, key: key)
            }
            @Sendable func read(threads: Int) -> ReadDocument {
                Self.read(document, at: index, with: readers, threads: threads, scratch: cache.scratch(index))
            }
            let isLarge = documents.count == 1 || document.size >= cache.largeSize
            let read = isLarge ? turn.withLock { read(threads: max(1, threads)) } : read(threads: 1)
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
        let source = document.source
        var reported = false
        do {
            try document.read(with: readers, threads: threads) { result in
                ReadPart(result, of: name, source: source, document: index)
            } deliver: { part in
                reported = reported || part.hasErrors
                diagnostics += part.diagnostics
                diagnostics += part.problems(reported: reported)
                read.add(part, scratch: scratch)
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
}

extension ReadDocument {
    /// Adds the fiches of the next part of the document.
    ///
    /// - Parameter scratch: where fiches are put aside; nil to hold them.
    fileprivate mutating func add(_ part: ReadPart, scratch: String?) {
        let count = summaries.count
        for var summary in part.summaries {
            summary.moveBehind(count)
            summaries.append(summary)
        }
        counts.add(part.counts)
        fiches.add(part.fiches, path: scratch)
    }
}
