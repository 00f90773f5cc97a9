import Catalogue
import Diagnostics
import FicheReaders
import FileStore
import Threads

/// The documents of a preview as they were last read, so that only those that change are read again.
struct LiveDocuments: Sendable {
    private(set) var documents: [SiteInputs.Document] = []
    /// What was read of each.
    private(set) var read: [ReadDocument] = []
    /// What the file system said of the files of each before it was read.
    private var stamps: [[FileStamp?]] = []
    /// The place of the document to which a file belongs, by the real path of the file.
    private var places: [String: Int] = [:]

    /// The first reading, with what earlier builds kept.
    ///
    /// - Parameter folder: where they kept it, and where fiches are put aside; nil for neither.
    init(_ documents: [SiteInputs.Document], request: BuildRequest, folder: String?) {
        let stamps = documents.map(Self.stamps)
        let (progress, total) = (request.progress, documents.count)
        let read = Reading.read(
            documents, threads: request.threads,
            cache: ReadingCache(folder: folder, program: request.program, largeSize: request.largeSource),
            verify: request.verify
        ) { progress(.lecture, $0, total) }
        self.init(documents, read, stamps)
    }

    init() {}

    private init(_ documents: [SiteInputs.Document], _ read: [ReadDocument], _ stamps: [[FileStamp?]]) {
        (self.documents, self.read, self.stamps) = (documents, read, stamps)
        for (place, document) in documents.enumerated() {
            for file in document.files { places[Self.real(file.path)] = place }
        }
    }

    /// The place of the document to which a file belongs; nil when it belongs to none.
    func place(ofFile path: String) -> Int? { places[Self.real(path)] }

    /// The places of the documents whose files are not what they were when they were read.
    var stale: [Int] { documents.indices.filter { Self.stamps(documents[$0]) != stamps[$0] } }

    /// Reads the document at a place again.
    mutating func readAgain(_ place: Int, request: BuildRequest, folder: String?) {
        stamps[place] = Self.stamps(documents[place])
        let fresh = Self.read(documents[place], at: place, request: request, folder: folder)
        read[place] = fresh.standing(in: read[place])
    }

    /// These documents, read where they were not yet, or are no longer what they were.
    func following(_ others: [SiteInputs.Document], request: BuildRequest, folder: String?) -> LiveDocuments {
        let known = Dictionary(
            documents.enumerated().map { ($1.file.path + "\n\($1.source)", $0) },
            uniquingKeysWith: { first, _ in first })
        let stamps = others.map(Self.stamps)
        let read = ParallelMap.map(Array(others.enumerated()), threads: request.threads) { [self] index, document in
            let place = known[document.file.path + "\n\(document.source)"]
            if let place, documents[place] == document, self.stamps[place] == stamps[index] {
                return self.read[place].at(index)
            }
            let fresh = Self.read(document, at: index, request: request, folder: folder)
            return place.map { fresh.standing(in: self.read[$0].at(index)) } ?? fresh
        }
        return LiveDocuments(others, read, stamps)
    }

    private static func read(
        _ document: SiteInputs.Document, at place: Int, request: BuildRequest, folder: String?
    ) -> ReadDocument {
        // A name of its own: what was read before may still be in use.
        let scratch = folder.map { "\($0)/lecture-\(SystemFacts.process)-\(FileStamp.now)-\(place).part" }
        return Reading.read(document, at: place, with: ReaderCatalogue(), threads: request.threads, scratch: scratch)
    }

    private static func stamps(_ document: SiteInputs.Document) -> [FileStamp?] {
        document.files.map { FileStamp($0.path) }
    }

    /// The one name of a file, which may just have been removed.
    static func real(_ path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return (FileTree.realPath(".") ?? ".") + "/" + path }
        let folder = slash == path.startIndex ? "/" : String(path[..<slash])
        return (FileTree.realPath(folder) ?? folder) + path[slash...]
    }
}

extension SiteInputs.Document {
    /// The files that it is made of.
    var files: [SiteInputs.File] { members.isEmpty ? [file] : members }
}

extension ReadDocument {
    /// The same, at another place among all documents.
    fileprivate func at(_ place: Int) -> ReadDocument {
        guard let first = summaries.first, first.origin.document != place else { return self }
        var copy = self
        copy.summaries = summaries.map { $0.inDocument(place) }
        return copy
    }

    /// What is shown of a document that an author is in the middle of writing: where an error now hides fiches that were
    /// there, those of the last good reading stay, with what is wrong said beside them.
    fileprivate func standing(in former: ReadDocument) -> ReadDocument {
        guard diagnostics.hasErrors, summaries.count < former.summaries.count else { return self }
        var copy = former
        copy.diagnostics = diagnostics
        return copy
    }

    /// Whether another reading says the same.
    func isSame(as other: ReadDocument) -> Bool {
        fiches.fingerprints == other.fiches.fingerprints && diagnostics == other.diagnostics
            && counts == other.counts && summaries == other.summaries
    }
}
