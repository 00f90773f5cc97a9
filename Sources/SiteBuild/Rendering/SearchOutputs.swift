import Catalogue
import FicheModel
import FileStore
import SearchIndex
import Threads

/// The files of the search, made of the fiches that are published. Where no fiche says anything else to the search than in the
/// last site, its files are kept; else only what changed is analysed again.
struct SearchOutputs {
    /// What the search keeps of a fiche that was made in this build.
    struct Document: Sendable {
        var bytes: [UInt8]
        var hash: Fingerprint
        /// Whether it is one of few in its document, as those are that people write.
        var isAuthored: Bool
    }

    private let offer: SearchIndexBuilder.Offer
    private let date: CalendarDate
    private let isWanted: Bool
    private let former: RenderCache?
    private let kept: KeptSearch?
    /// The fiches of the last build.
    private let known: KnownFiches
    private let ahead: SearchAhead?
    private var builder: SearchIndexBuilder
    private var record = SearchRecord()
    private var takesFormer = false
    /// Whether a fiche came of which nothing is known any more.
    private var lacks = false

    /// - Parameters:
    ///   - model: where no search page is wanted there will be no files.
    ///   - former: what the last build remembered.
    ///   - known: its fiches.
    ///   - ahead: its index, where it is being taken out already.
    ///   - folder: where it kept its index.
    init(_ model: CatalogueModel, former: RenderCache?, known: KnownFiches, ahead: SearchAhead?, folder: String?) {
        let outputs = model.configuration.outputs
        isWanted = outputs.recherche
        offer = .init(ficheJSON: outputs.json, blocPages: outputs.blocs)
        date = model.date
        (self.former, self.known, self.ahead) = (former, known, ahead)
        kept = folder.map { KeptSearch(folder: $0) }
        builder = SearchIndexBuilder(date: date, offer: offer)
    }

    /// The fiches of the last build; none where its index is not there.
    static func known(_ former: RenderCache?, _ folder: String?, _ model: CatalogueModel) -> KnownFiches {
        guard let former, let folder, KeptSearch(folder: folder).isReadable(former.search) else {
            return KnownFiches()
        }
        return KnownFiches(former.search, model.fiches)
    }

    /// Adds the next fiche of the model as the last build knew it.
    mutating func addKnown(_ fiche: Int) {
        guard isWanted, let known = known[fiche] else { return }
        record.documents.append((known.path, known.hash))
        builder.addFormer(known.number)
        takesFormer = true
    }

    /// Adds the next fiche of the model. What it says is analysed at once and not held.
    ///
    /// - Parameter path: its page.
    mutating func add(_ document: Document, of fiche: Int, at path: String) {
        guard isWanted else { return }
        if let known = known[fiche], known.hash == document.hash { return addKnown(fiche) }
        record.documents.append((path, document.hash))
        if let read = SearchDocument(bytes: document.bytes) {
            builder.add(read, isKept: document.isAuthored)
        } else {
            lacks = true
        }
    }

    /// Writes the files, and what the next build needs to do without.
    ///
    /// - Parameter remake: what the search keeps of the fiche at a place of the model, where the last build left it damaged.
    mutating func finish(
        _ sink: some OutputSink, _ cache: inout RenderCache, threads: Int, remake: (Int) -> SearchDocument?
    ) throws(FileProblem) {
        guard isWanted else { return }
        record.shared = shared
        defer { cache.search = record }
        if let former, former.search.isSame(as: record), keep(former.search, sink) { return }
        let workers = IndexWorkers { count, work in
            _ = ParallelMap.map(Array(0..<count), threads: threads) { work($0) }
        }
        let (made, unchanged) = try index(sink, workers, remake)
        builder = SearchIndexBuilder(date: date, offer: offer)
        let added = ParallelMap.map(made.files, threads: threads) { file -> Result<ContentHash, FileProblem> in
            do throws(FileProblem) {
                return .success(try sink.add(file.bytes, at: file.path))
            } catch {
                return .failure(error)
            }
        }
        record.files = unchanged
        for (file, outcome) in zip(made.files, added) {
            record.files.append((file.path, try outcome.get(), file.bytes.count))
        }
        try kept?.write(made.kept, &record, former: former?.search)
    }

    /// A file of the site before, as its record has it.
    private typealias FormerFile = (path: String, hash: ContentHash, size: Int)

    /// The index, with the files of before that it leaves as they are; these are taken over.
    private mutating func index(
        _ sink: some OutputSink, _ workers: IndexWorkers, _ remake: (Int) -> SearchDocument?
    ) throws(FileProblem) -> (SearchIndexBuilder.Index, unchanged: [FormerFile]) {
        if !lacks {
            guard takesFormer else { return (builder.index(workers), []) }
            if let former, let index = try formerIndex(),
                let made = builder.index(from: index, isWhole: false, workers)
            {
                let unchanged = former.search.files.filter { made.unchanged.contains($0.path) }
                if !unchanged.contains(where: { !sink.keep($0.path, hash: $0.hash, size: $0.size) }) {
                    return (made, unchanged)
                }
                if let whole = builder.index(from: index, workers) { return (whole, []) }
            }
        }
        builder = SearchIndexBuilder(date: date, offer: offer)
        for place in record.documents.indices {
            guard let document = remake(place) else {
                throw FileProblem(.lire, SearchIndexBuilder.folder, code: FileProblem.damaged)
            }
            builder.add(document)
        }
        return (builder.index(workers), [])
    }

    /// Takes over all files of the last site; false where one must be made.
    private mutating func keep(_ former: SearchRecord, _ sink: some OutputSink) -> Bool {
        guard !former.files.isEmpty else { return false }
        let kept = former.files.map { sink.keep($0.path, hash: $0.hash, size: $0.size) }
        guard !kept.contains(false) else { return false }
        (record.files, record.lists, record.fiches) = (former.files, former.lists, former.fiches)
        return true
    }

    /// What the last build kept; nil where that is damaged.
    private func formerIndex() throws(FileProblem) -> KeptIndex? {
        if let index = ahead?.index.value { return index }
        guard let former, let kept else { return nil }
        return try kept.index(former.search)
    }

    private var shared: Fingerprint {
        let (date, offer) = (date, offer)
        return Fingerprint { packing in
            packing.put([date.iso, offer.ficheJSON ? "json" : "", offer.blocPages ? "blocs" : ""])
        }
    }
}
