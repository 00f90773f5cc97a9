import Catalogue
import FicheModel
import FileStore

/// What a build remembers of its outputs for the next one.
struct RenderCache: Sendable {
    /// What all pages share, by name: the program, the date, the settings, the theme, the frame.
    var shared: [String: Fingerprint] = [:]
    /// `PreparedSite.catalogue`.
    var catalogue = Fingerprint.blank
    /// What the names of the compressed copies end with.
    var copies: [String] = []
    /// What pages asked of the catalogue, with the answers.
    private(set) var queries: [(query: CatalogueQuery, answer: Fingerprint)] = []
    private var places: [CatalogueQuery: Int] = [:]
    /// By output path.
    var records: [String: RenderRecord] = [:]
    /// The pages of fiches in the order of the tables of the open data.
    var order: [String] = []
    var search = SearchRecord()
    /// What was wrong with links: such a page is made again until nothing is.
    var unsound: Set<String> = []
    /// Whatever else lay in the folder of the site.
    var foreign: [String] = []
    /// The outputs that were made in this very build; not kept for the next one.
    var made: Set<String> = []

    /// The same with what another build remembered of its outputs and questions, but for some outputs.
    ///
    /// - Parameter answers: what the questions are answered now.
    func takingOver(_ former: RenderCache, except paths: some Sequence<String>, answers: [Fingerprint]) -> RenderCache {
        var cache = self
        (cache.records, cache.unsound) = (former.records, former.unsound)
        for path in paths {
            cache.records[path] = nil
            cache.unsound.remove(path)
        }
        cache.queries = zip(former.queries, answers).map { ($0.query, $1) }
        cache.places = Dictionary(
            cache.queries.enumerated().map { ($1.query, $0) }, uniquingKeysWith: { first, _ in first })
        return cache
    }

    /// The place of a question, asked of `model` where it is new.
    mutating func place(of query: CatalogueQuery, in model: CatalogueModel) -> Int {
        if let known = places[query] { return known }
        let place = queries.count
        queries.append((query, query.answer(in: model)))
        places[query] = place
        return place
    }

    private static func file(_ folder: String, _ program: String) -> CacheFile {
        CacheFile(path: folder + "/rendu.cache", program: program)
    }

    /// What the last build left in a folder; nil when that is nothing of use.
    static func load(_ folder: String, program: String) -> RenderCache? {
        file(folder, program).read { packing in
            var cache = RenderCache()
            cache.carry(&packing)
            return cache
        }
    }

    /// What `save` writes, for making it while the site is published.
    func packed(_ folder: String, program: String) -> [UInt8] {
        var copy = self
        return Self.file(folder, program).packed { copy.carry(&$0) }
    }

    /// Leaves in a folder what `packed` made.
    static func save(_ packed: [UInt8], _ folder: String, program: String) {
        file(folder, program).write(packed: packed)
    }

    private mutating func carry(_ packing: inout Packing) {
        var names = shared.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
        packing.list(&names, (name: "", value: .blank)) { packing, pair in
            packing.text(&pair.name)
            pair.value.carry(&packing)
        }
        catalogue.carry(&packing)
        packing.texts(&copies)
        packing.list(&queries, (query: .blank, answer: .blank)) { packing, pair in
            pair.query.carry(&packing)
            pair.answer.carry(&packing)
        }
        carryRecords(&packing)
        packing.texts(&order)
        search.carry(&packing)
        var unsound = self.unsound.sorted()
        packing.texts(&unsound)
        packing.texts(&foreign)
        guard packing.isReading else { return }
        shared = Dictionary(names.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        self.unsound = Set(unsound)
        // A place that is not there would be read from nowhere.
        let count = queries.count
        func isWhole(_ record: RenderRecord) -> Bool { record.queries.allSatisfy { (0..<count).contains($0) } }
        if !records.values.allSatisfy(isWhole) { records = records.filter { isWhole($0.value) } }
    }

    /// Each record where it belongs at once: a national base has tens of thousands.
    private mutating func carryRecords(_ packing: inout Packing) {
        var paths = records.keys.sorted(by: FileTree.bytesPrecede)
        var count = paths.count
        packing.number(&count)
        if packing.isReading { records = Dictionary(minimumCapacity: min(max(0, count), 1 << 20)) }
        packing.list(&paths, "") { packing, path in
            packing.text(&path)
            var record = records[path] ?? RenderRecord()
            record.carry(&packing)
            if packing.isReading { records[path] = record }
        }
    }
}
