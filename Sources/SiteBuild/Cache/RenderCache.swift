import Catalogue
import FicheModel
import FileStore

/// What a build remembers of its outputs for the next one.
struct RenderCache: Sendable {
    /// The hash of the manifest of the site that is remembered.
    var site = ContentHash.blank
    /// What all pages share, by name: the program, the date, the settings, the theme, the frame.
    var shared: [String: Fingerprint] = [:]
    /// `PreparedSite.catalogue`.
    var catalogue = Fingerprint.blank
    /// What the names of the compressed copies end with.
    var copies: [String] = []
    var questions = QuestionList()
    /// By output path.
    var records = PathTable<RenderRecord>()
    /// The pages of fiches in the order of the tables of the open data.
    var order: [String] = []
    var search = SearchRecord()
    /// What was wrong with links: such a page is made again until nothing is.
    var unsound: Set<String> = []
    /// The pages with links that concern other pages.
    var linking: Set<String> = []
    /// Whatever else lay in the folder of the site.
    var foreign: [String] = []
    /// The outputs that were made in this very build; not kept for the next one.
    var made: Set<String> = []
    /// The whole file from which this comes; nil where there is none, and all must be written.
    var origin: RenderCacheOrigin?

    /// The same with what another build remembered of its outputs and questions, but for some outputs.
    ///
    /// - Parameter answers: what the questions are answered now.
    func takingOver(_ former: RenderCache, except paths: some Sequence<String>, answers: [Fingerprint]) -> RenderCache {
        var cache = self
        (cache.records, cache.unsound, cache.linking) = (former.records, former.unsound, former.linking)
        for path in paths {
            if cache.records[path] != nil { cache.records[path] = nil }
            cache.unsound.remove(path)
            cache.linking.remove(path)
        }
        cache.questions = QuestionList(former.questions.queries, answers)
        cache.origin = former.origin
        return cache
    }

    /// Adds what is remembered of an output.
    mutating func add(_ record: RenderRecord, of path: String, isUnsound: Bool = false) {
        records[path] = record
        if isUnsound { unsound.insert(path) }
        if !record.elsewhere.isEmpty { linking.insert(path) }
    }

    mutating func carry(_ packing: inout Packing) {
        carryHead(&packing)
        questions.carry(&packing)
        carryRecords(&packing)
        packing.texts(&order)
        search.carry(&packing)
        guard packing.isReading else { return }
        // A place that is not there would be read from nowhere.
        let count = questions.count
        func isWhole(_ record: RenderRecord) -> Bool { record.queries.allSatisfy { (0..<count).contains($0) } }
        if !records.allSatisfy({ isWhole($0.value) }) {
            records = PathTable(records.base.filter { isWhole($0.value) })
        }
    }

    /// All that is little.
    mutating func carryHead(_ packing: inout Packing) {
        var names = shared.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
        packing.list(&names, (name: "", value: .blank)) { packing, pair in
            packing.text(&pair.name)
            pair.value.carry(&packing)
        }
        site.carry(&packing)
        catalogue.carry(&packing)
        packing.texts(&copies)
        var (unsound, linking) = (unsound.sorted(), linking.sorted())
        packing.texts(&unsound)
        packing.texts(&linking)
        packing.texts(&foreign)
        guard packing.isReading else { return }
        shared = Dictionary(names.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        (self.unsound, self.linking) = (Set(unsound), Set(linking))
    }

    /// Each record where it belongs at once: a national base has tens of thousands.
    private mutating func carryRecords(_ packing: inout Packing) {
        var paths = packing.isReading ? [] : records.paths.sorted(by: FileTree.bytesPrecede)
        var count = paths.count
        packing.number(&count)
        var read: [String: RenderRecord] = [:]
        if packing.isReading { read.reserveCapacity(min(max(0, count), 1 << 20)) }
        packing.list(&paths, "") { packing, path in
            packing.text(&path)
            var record = packing.isReading ? RenderRecord() : records[path] ?? RenderRecord()
            record.carry(&packing)
            if packing.isReading { read[path] = record }
        }
        if packing.isReading { records = PathTable(read) }
    }
}
