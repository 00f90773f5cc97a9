import Catalogue
import FicheModel
import FileStore
import SearchIndex

/// The files of the search, made of the fiches that are published. Where no fiche says anything else to the search than in the
/// last site, its files are kept.
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
    /// The pages of the fiches in order, with what each gives.
    private var documents: [(path: String, document: Document)] = []
    /// The files in the making, while fiches are still added; nil until then.
    private var making: Making?

    /// - Parameters:
    ///   - model: where no search page is wanted there will be no files.
    ///   - former: what the last build remembered.
    ///   - folder: where it kept what the search knows of each fiche.
    init(_ model: CatalogueModel, former: RenderCache?, folder: String?) {
        let outputs = model.configuration.outputs
        isWanted = outputs.recherche
        offer = .init(ficheJSON: outputs.json, blocPages: outputs.blocs)
        date = model.date
        (self.former, self.folder) = (former, folder)
    }

    /// Adds a fiche of the model. Where there is nothing that could be kept, its bytes are taken at once and not held.
    ///
    /// - Parameter path: its page.
    mutating func add(_ document: Document, of path: String) throws(FileProblem) {
        guard isWanted else { return }
        guard former == nil, let bytes = document.bytes, (making?.bounds.count ?? 1) == documents.count + 1 else {
            documents.append((path, document))
            return
        }
        documents.append((path, Document(bytes: nil, hash: document.hash)))
        var making = try takenMaking()
        try making.add(bytes)
        self.making = making
    }

    /// The files of the search and the copy of what they are made from, for the next build.
    private struct Making {
        var builder: SearchIndexBuilder
        let kept: ScratchFile?
        /// Where each document begins in that copy, and behind them the end.
        var bounds = [0]

        mutating func add(_ bytes: [UInt8]) throws(FileProblem) {
            guard let read = SearchDocument(bytes: bytes) else {
                throw FileProblem(.lire, SearchOutputs.name, code: FileProblem.damaged)
            }
            builder.add(read)
            try kept?.add(bytes)
            bounds.append((bounds.last ?? 0) + bytes.count)
        }
    }

    /// What is in the making, or its beginning: taken out, so that adding to it copies nothing.
    private mutating func takenMaking() throws(FileProblem) -> Making {
        if let making {
            self.making = nil
            return making
        }
        var kept: ScratchFile?
        if let folder { kept = try ScratchFile(folder + "/recherche.part") }
        return Making(builder: SearchIndexBuilder(date: date, offer: offer), kept: kept)
    }

    /// Writes the files, and what the next build needs to do without.
    ///
    /// - Parameter remake: what the search keeps of the fiche at a place of the model, where the last build left it damaged.
    mutating func finish(
        _ sink: some OutputSink, _ cache: inout RenderCache, remake: (Int) -> SearchDocument?
    ) throws(FileProblem) {
        guard isWanted else { return }
        let shared = shared
        cache.search.shared = shared
        cache.search.documents = documents.map { ($0.path, $0.document.hash) }
        if let former, former.search.isSame(as: cache.search), !former.search.files.isEmpty {
            let kept = former.search.files.map { sink.keep($0.path, hash: $0.hash, size: $0.size) }
            if !kept.contains(false) {
                (cache.search.files, cache.search.bounds) = (former.search.files, former.search.bounds)
                return
            }
        }
        let known = try FormerDocuments(former, folder)
        var making = try takenMaking()
        for (place, (path, document)) in documents.enumerated().dropFirst(making.bounds.count - 1) {
            var bytes = document.bytes
            if bytes == nil { bytes = try known?.bytes(of: path, hash: document.hash) }
            if bytes == nil { bytes = remake(place)?.bytes }
            guard let bytes else { throw FileProblem(.lire, Self.name, code: FileProblem.damaged) }
            try making.add(bytes)
        }
        cache.search.bounds = making.bounds
        for file in making.builder.files() {
            let hash = try sink.add(file.bytes, at: file.path)
            cache.search.files.append((file.path, hash, file.bytes.count))
        }
        if let folder { try making.kept?.keep(as: folder + "/" + Self.name) }
    }

    /// Whether what the last build kept can be read.
    static func isReadable(_ cache: RenderCache, _ folder: String?) -> Bool {
        guard let folder, let file = try? RandomAccessFile(folder + "/" + name) else { return false }
        return file.count == cache.search.bounds.last && cache.search.bounds.count == cache.search.documents.count + 1
    }

    private static let name = "recherche.documents"

    private var shared: Fingerprint {
        let (date, offer) = (date, offer)
        return Fingerprint { packing in
            packing.put([date.iso, offer.ficheJSON ? "json" : "", offer.blocPages ? "blocs" : ""])
        }
    }

    /// What the last build kept of each fiche.
    private struct FormerDocuments {
        private let file: RandomAccessFile
        private var places: [String: Range<Int>] = [:]

        init?(_ cache: RenderCache?, _ folder: String?) throws(FileProblem) {
            guard let cache, let folder, SearchOutputs.isReadable(cache, folder) else { return nil }
            guard let file = try RandomAccessFile(folder + "/" + SearchOutputs.name) else { return nil }
            self.file = file
            for (place, document) in cache.search.documents.enumerated() {
                places[document.path] = cache.search.bounds[place]..<cache.search.bounds[place + 1]
            }
        }

        /// Nil where they are not those of the hash.
        func bytes(of path: String, hash: Fingerprint) throws(FileProblem) -> [UInt8]? {
            guard let place = places[path] else { return nil }
            let bytes = try file.whole(at: place.lowerBound, length: place.count)
            return Fingerprint(of: bytes) == hash ? bytes : nil
        }
    }
}

/// What a build remembers of the search.
struct SearchRecord: Sendable {
    var shared = Fingerprint.blank
    /// The pages of the fiches in order, with what each gave.
    var documents: [(path: String, hash: Fingerprint)] = []
    /// Where each document begins in the file that holds them all, and behind them the end.
    var bounds = [0]
    var files: [(path: String, hash: ContentHash, size: Int)] = []

    func isSame(as other: SearchRecord) -> Bool {
        shared == other.shared && documents.elementsEqual(other.documents) { $0 == $1 }
    }

    mutating func carry(_ packing: inout Packing) {
        shared.carry(&packing)
        packing.list(&documents, (path: "", hash: .blank)) { packing, document in
            packing.text(&document.path)
            document.hash.carry(&packing)
        }
        packing.list(&bounds, 0) { $0.number(&$1) }
        packing.list(&files, (path: "", hash: .blank, size: 0)) { packing, file in
            packing.text(&file.path)
            file.hash.carry(&packing)
            packing.number(&file.size)
        }
    }
}
