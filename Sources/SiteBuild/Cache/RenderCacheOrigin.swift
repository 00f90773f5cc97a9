import FicheModel
import FileStore

/// The whole file from which a cache of outputs comes. What is otherwise since then is kept in a small file beside it, so that
/// an edit of one fiche does not write down again what is known of all.
struct RenderCacheOrigin: Sendable {
    /// The hash of the file.
    let key: ContentHash
    let questions: QuestionList
    let order: [String]
    let documents: [SearchRecord.Document]

    init(_ cache: RenderCache, key: ContentHash) {
        self.key = key
        (questions, order, documents) = (cache.questions, cache.order, cache.search.documents)
    }
}

extension RenderCache {
    private static func file(_ folder: String, _ program: String) -> CacheFile {
        CacheFile(path: folder + "/rendu.cache", program: program)
    }

    private static func changesFile(_ folder: String, _ program: String) -> CacheFile {
        CacheFile(path: folder + "/rendu-suite.cache", program: program)
    }

    /// What the last build left in a folder; nil when that is nothing of use.
    static func load(_ folder: String, program: String) -> RenderCache? {
        let changes = changesFile(folder, program)
        let file = file(folder, program)
        guard let bytes = file.bytes() else { return nil }
        let key = ContentHash(of: bytes)
        let whole = CacheFile.read(bytes, program: program) { packing -> RenderCache in
            var cache = RenderCache()
            cache.carry(&packing)
            return cache
        }
        guard var cache = whole else { return nil }
        cache.origin = RenderCacheOrigin(cache, key: key)
        // Without them it is what an earlier build remembered: its site is not the one that lies there, and all is looked at.
        return changes.read { packing -> RenderCache? in
            var known = ContentHash.blank
            known.carry(&packing)
            guard known == key else { return nil }
            var changed = cache
            changed.carryChanges(&packing)
            return changed
        }.flatMap { $0 } ?? cache
    }

    /// A file that keeps a cache.
    struct Packed: Sendable {
        fileprivate let bytes: [UInt8]
        /// Whether it says only what is otherwise than in the whole file.
        fileprivate let isPart: Bool
    }

    /// What `save` writes, for making it while the site is published.
    func packed(_ folder: String, program: String) -> Packed {
        var copy = self
        if let origin, records.changes.count * 2 < records.base.count {
            var key = origin.key
            let bytes = Self.changesFile(folder, program).packed { packing in
                key.carry(&packing)
                copy.carryChanges(&packing)
            }
            return Packed(bytes: bytes, isPart: true)
        }
        return Packed(bytes: Self.file(folder, program).packed { copy.carry(&$0) }, isPart: false)
    }

    /// Leaves in a folder what `packed` made.
    static func save(_ packed: Packed, _ folder: String, program: String) {
        (packed.isPart ? changesFile(folder, program) : file(folder, program)).write(packed: packed.bytes)
    }

    /// What is otherwise than in the origin.
    private mutating func carryChanges(_ packing: inout Packing) {
        guard let origin else { return packing.damage() }
        carryHead(&packing)
        questions.carryChanges(&packing, since: origin.questions)
        var changes = records.changes.map { (path: $0.key, record: $0.value) }
            .sorted { FileTree.bytesPrecede($0.path, $1.path) }
        packing.list(&changes, (path: "", record: nil)) { packing, change in
            packing.text(&change.path)
            packing.optional(&change.record, RenderRecord()) { $1.carry(&$0) }
        }
        var otherOrder = order == origin.order ? nil : order
        packing.optional(&otherOrder, []) { $0.texts(&$1) }
        search.carryChanges(&packing, since: origin.documents)
        guard packing.isReading else { return }
        let count = questions.count
        for (path, record) in changes {
            guard record?.queries.allSatisfy((0..<count).contains) ?? true else { return packing.damage() }
            records[path] = record
        }
        order = otherOrder ?? origin.order
    }
}

extension QuestionList {
    /// The answers that are others now, and the questions that were not asked before.
    fileprivate mutating func carryChanges(_ packing: inout Packing, since origin: QuestionList) {
        let count = origin.count
        var changed =
            packing.isReading
            ? [] : (0..<count).filter { self.answers[$0] != origin.answers[$0] }.map { ($0, self.answers[$0]) }
        packing.list(&changed, (0, .blank)) { packing, change in
            packing.number(&change.0)
            change.1.carry(&packing)
        }
        var added = packing.isReading ? [] : Array(zip(queries[count...], answers[count...]))
        packing.list(&added, (.blank, .blank)) { packing, pair in
            pair.0.carry(&packing)
            pair.1.carry(&packing)
        }
        guard packing.isReading else { return }
        var answers = origin.answers
        for (place, answer) in changed {
            guard answers.indices.contains(place) else { return packing.damage() }
            answers[place] = answer
        }
        self = QuestionList(origin.queries + added.map(\.0), answers + added.map(\.1))
    }
}

extension SearchRecord {
    /// The documents that are others now, and all the rest.
    fileprivate mutating func carryChanges(_ packing: inout Packing, since origin: [Document]) {
        var count = documents.count
        packing.number(&count)
        let isReading = packing.isReading
        var changed =
            isReading
            ? []
            : documents.indices.filter { $0 >= origin.count || documents[$0] != origin[$0] }
                .map { (place: $0, document: documents[$0]) }
        packing.list(&changed, (place: 0, document: (path: "", hash: .blank))) { packing, change in
            packing.number(&change.place)
            packing.text(&change.document.path)
            change.document.hash.carry(&packing)
        }
        carryRest(&packing)
        guard isReading else { return }
        documents = Array(origin.prefix(max(0, count)))
        for (place, document) in changed {
            if documents.indices.contains(place) {
                documents[place] = document
            } else if place == documents.count {
                documents.append(document)
            } else {
                return packing.damage()
            }
        }
        if documents.count != count { packing.damage() }
    }
}
