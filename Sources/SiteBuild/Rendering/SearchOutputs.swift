import Catalogue
import FicheModel
import FileStore
import SearchIndex
import Threads

/// The files of the search, made of the fiches that are published. Where no fiche says anything else to the search than in the
/// last site, its files are kept; else only what changed is analysed again.
struct SearchOutputs {
    /// What the search keeps of one fiche.
    struct Document: Sendable {
        /// Nil for what the last build kept.
        var bytes: [UInt8]?
        var hash: Fingerprint
    }

    private let offer: SearchIndexBuilder.Offer
    private let date: CalendarDate
    private let isWanted: Bool
    private let former: RenderCache?
    private let folder: String?
    /// The fiches of the last build by their page: the place in its order, and what they said.
    private let known: Known
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
    init(_ model: CatalogueModel, former: RenderCache?, known: Known, ahead: SearchAhead?, folder: String?) {
        let outputs = model.configuration.outputs
        isWanted = outputs.recherche
        offer = .init(ficheJSON: outputs.json, blocPages: outputs.blocs)
        date = model.date
        (self.former, self.folder, self.known, self.ahead) = (former, folder, known, ahead)
        builder = SearchIndexBuilder(date: date, offer: offer)
    }

    /// Fiches by their page: the place in the order of a build, and what they said.
    typealias Known = [String: (number: Int, hash: Fingerprint)]

    /// The fiches of the last build; none where its index is not there.
    static func known(_ former: RenderCache?, _ folder: String?) -> Known {
        guard let former, isReadable(former, folder) else { return [:] }
        var known = Known(minimumCapacity: former.search.documents.count)
        for (number, document) in former.search.documents.enumerated() {
            known[document.path] = (number, document.hash)
        }
        return known
    }

    /// Adds the next fiche of the model. What it says is analysed at once and not held.
    ///
    /// - Parameter path: its page.
    mutating func add(_ document: Document, of path: String) {
        guard isWanted else { return }
        record.documents.append((path, document.hash))
        if let known = known[path], known.hash == document.hash {
            builder.addFormer(known.number)
            takesFormer = true
        } else if let read = document.bytes.flatMap({ SearchDocument(bytes: $0) }) {
            builder.add(read)
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
        let index = try formerIndex()
        if lacks || (takesFormer && index == nil) {
            builder = SearchIndexBuilder(date: date, offer: offer)
            for place in record.documents.indices {
                guard let document = remake(place) else {
                    throw FileProblem(.lire, Self.name, code: FileProblem.damaged)
                }
                builder.add(document)
            }
        }
        let workers = IndexWorkers { count, work in
            _ = ParallelMap.map(Array(0..<count), threads: threads) { work($0) }
        }
        var made = builder.index(from: index, isWhole: false, workers)
        var unchanged: [(path: String, hash: ContentHash, size: Int)] = []
        if let former, !made.unchanged.isEmpty {
            unchanged = former.search.files.filter { file in made.unchanged.contains { file.path.hasPrefix($0) } }
            if unchanged.contains(where: { !sink.keep($0.path, hash: $0.hash, size: $0.size) }) {
                made = builder.index(from: index, workers)
                unchanged = []
            }
        }
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
        let kept = made.kept
        guard let folder else { return }
        let bytes = kept.bytes
        record.kept = Fingerprint(of: bytes)
        record.keptSize = bytes.count
        let scratch = try ScratchFile(folder + "/recherche.part")
        try scratch.add(bytes)
        try scratch.keep(as: folder + "/" + Self.name)
    }

    /// Takes over all files of the last site; false where one must be made.
    private mutating func keep(_ former: SearchRecord, _ sink: some OutputSink) -> Bool {
        guard !former.files.isEmpty else { return false }
        let kept = former.files.map { sink.keep($0.path, hash: $0.hash, size: $0.size) }
        guard !kept.contains(false) else { return false }
        (record.files, record.kept, record.keptSize) = (former.files, former.kept, former.keptSize)
        return true
    }

    /// What the last build kept; nil where that is not needed, or is damaged.
    private func formerIndex() throws(FileProblem) -> KeptIndex? {
        guard takesFormer, let former, let folder else { return nil }
        if let index = ahead?.index.value { return index }
        return try Self.keptIndex(former, folder)
    }

    /// What the build that remembered `former` kept; nil where it is damaged.
    static func keptIndex(_ former: RenderCache, _ folder: String) throws(FileProblem) -> KeptIndex? {
        guard let file = try RandomAccessFile(folder + "/" + name) else { return nil }
        let bytes = try file.whole(at: 0, length: file.count)
        guard Fingerprint(of: bytes) == former.search.kept, let index = KeptIndex(bytes: bytes),
            index.count == former.search.documents.count
        else { return nil }
        return index
    }

    /// Whether the file that the last build kept is there in its length.
    static func isReadable(_ cache: RenderCache, _ folder: String?) -> Bool {
        guard let folder, cache.search.keptSize > 0, let file = try? RandomAccessFile(folder + "/" + name) else {
            return false
        }
        return file.count == cache.search.keptSize
    }

    private static let name = "recherche.index"

    private var shared: Fingerprint {
        let (date, offer) = (date, offer)
        return Fingerprint { packing in
            packing.put([date.iso, offer.ficheJSON ? "json" : "", offer.blocPages ? "blocs" : ""])
        }
    }
}

/// What a build remembers of the search.
struct SearchRecord: Sendable {
    var shared = Fingerprint.blank
    /// The page of a fiche, and what it gave.
    typealias Document = (path: String, hash: Fingerprint)

    /// The fiches in order.
    var documents: [Document] = []
    /// The kept index: what it holds, and its length in bytes.
    var kept = Fingerprint.blank
    var keptSize = 0
    var files: [(path: String, hash: ContentHash, size: Int)] = []

    func isSame(as other: SearchRecord) -> Bool {
        shared == other.shared && documents.elementsEqual(other.documents) { $0 == $1 }
    }

    mutating func carry(_ packing: inout Packing) {
        packing.list(&documents, (path: "", hash: .blank)) { packing, document in
            packing.text(&document.path)
            document.hash.carry(&packing)
        }
        carryRest(&packing)
    }

    /// All but the documents.
    mutating func carryRest(_ packing: inout Packing) {
        shared.carry(&packing)
        kept.carry(&packing)
        packing.number(&keptSize)
        packing.list(&files, (path: "", hash: .blank, size: 0)) { packing, file in
            packing.text(&file.path)
            file.hash.carry(&packing)
            packing.number(&file.size)
        }
    }
}
