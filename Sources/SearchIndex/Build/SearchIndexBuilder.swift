import FicheModel

/// Makes the files of the search out of documents, added in any order, and out of the index of before.
///
/// It keeps a word only once and an appearance of it in four bytes, so that a national base fits beside the rest of a build. The
/// same documents give the same files, whatever the order in which they were added and whatever was there before.
public struct SearchIndexBuilder: Sendable {
    /// One file of the index.
    public struct File: Equatable, Sendable {
        /// From the root of the site: `search/manifeste.json`.
        public let path: String
        public let bytes: [UInt8]
    }

    /// Where the index stands in a site.
    public static let folder = "search/"

    /// What the pages of a site offer to those who find a fiche.
    public struct Offer: Sendable {
        /// Whether the JSON of each fiche is published: passages are read from it.
        public var ficheJSON: Bool
        /// Whether each bloc has a page of its own.
        public var blocPages: Bool

        public init(ficheJSON: Bool, blocPages: Bool) {
            self.ficheJSON = ficheJSON
            self.blocPages = blocPages
        }
    }

    /// Of all files of a national base, so many at most.
    private static let mostFiles = 1_480
    /// Manifest, lexicon and columns.
    private static let singleFiles = 13

    private let date: CalendarDate
    private let offer: Offer
    /// The fiches in their order: the number of an added one, or of one of before.
    private var order: [Entry] = []
    private var documents: [SearchDocument] = []
    /// Added ones with their words, by their number among the added ones.
    private var known: [Int: SearchDocument] = [:]
    /// How many bytes of words they may still have.
    private var room = IndexChange.room
    private var words = FicheWords()

    enum Entry: Sendable {
        case added(Int)
        case former(Int)

        func isKnown(to index: KeptIndex) -> Bool {
            if case .former(let number) = self { index.places.indices.contains(number) } else { true }
        }
    }

    /// - Parameter date: the day for which the states of the fiches hold.
    public init(date: CalendarDate, offer: Offer) {
        self.date = date
        self.offer = offer
    }

    /// Adds a fiche that is published.
    ///
    /// - Parameter isKept: whether its words are kept beside the lists, because it is one that people work on: the lists that it
    ///   stands in are then known when it comes back changed. Else they are looked for.
    public mutating func add(_ document: SearchDocument, isKept: Bool = false) {
        order.append(.added(documents.count))
        if isKept, document.wordLength <= room {
            known[documents.count] = document
            room -= document.wordLength
        }
        documents.append(document.withoutWords)
        words.add(document)
    }

    /// Adds a fiche as an index of before had it.
    ///
    /// - Parameter number: the place in the order in which that index was given its fiches.
    public mutating func addFormer(_ number: Int) { order.append(.former(number)) }

    /// What `index` made.
    public struct Index: Sendable {
        /// In the order of their paths.
        public let files: [File]
        /// Files that are those of before and were not made again; nothing where all were made.
        public let unchanged: Unchanged
        /// What the next builder may start from.
        public let kept: KeptIndex
    }

    /// Files of the index of before.
    public struct Unchanged: Sendable {
        /// Where such files lie, whatever they are called: how their paths begin.
        public fileprivate(set) var beginnings: [String] = []
        /// Single ones.
        public fileprivate(set) var paths: Set<String> = []

        public var isEmpty: Bool { beginnings.isEmpty && paths.isEmpty }

        public func contains(_ path: String) -> Bool {
            paths.contains(path) || beginnings.contains { path.utf8.starts(with: $0.utf8) }
        }
    }

    /// Makes the index out of what was added alone.
    public func index(_ workers: IndexWorkers = .one) -> Index {
        let order = order.filter { if case .added = $0 { true } else { false } }
        return made(IndexChange(order, documents), documents: documents, isWhole: true, workers)
    }

    /// Makes the index out of what was added and of one of before.
    ///
    /// - Parameters:
    ///   - former: the index that `addFormer` means. A fiche of it that was not named is left out.
    ///   - isWhole: whether files are to be made again that would be those of before.
    ///   - workers: how parts are made at once.
    /// - Returns: nil where the fiches of that index are needed and damaged.
    public func index(from former: KeptIndex, isWhole: Bool = true, _ workers: IndexWorkers = .one) -> Index? {
        let order = order.filter { $0.isKnown(to: former) }
        do throws(IndexChange.Damage) {
            let change = try IndexChange(order, documents, former, workers)
            let isShort = change.isSame && former.facts?.day == date.iso && !isWhole
            return made(
                change, documents: isShort ? nil : try change.documents(), isWhole: isWhole, workers)
        } catch {
            return nil
        }
    }

    /// - Parameter documents: all fiches in their order, without their words; nil where they are those of before, and no file
    ///   is to be made of them.
    private func made(_ change: IndexChange, documents: [SearchDocument]?, isWhole: Bool, _ workers: IndexWorkers)
        -> Index
    {
        let former = change.former
        var files: [String: [UInt8]] = [:]
        var unchanged = Unchanged()
        let facts: IndexFacts
        let places: [Int32]
        if !isWhole, let sources = change.sources, let known = former.facts, known.day == date.iso {
            (facts, places) = (known, sources.map { former.places[$0] })
            unchanged.beginnings = IndexFacts.paths.map { Self.folder + $0 }
        } else {
            let fiches = (documents ?? []).map { IndexedFiche($0, at: date) }
            let sorted = Places(fiches, workers)
            places = sorted.ofEntry
            facts = IndexFacts(fiches, sorted, day: date.iso, workers, to: &files)
        }
        let moves = change.moves(to: places)
        let gone = change.goneWords()
        let added = words.sorted(change.addedPlaces(places))
        let core = MergedLists(former.core, moves, gone: gone?.core, adding: added.core, workers)
        let body = MergedLists(former.body, moves, gone: gone?.body, adding: added.body, workers)
        let spellings = MergedLists(
            former.spellings, moves, gone: gone?.spellings, adding: added.spellings, workers
        ).lists
        let lexicon = IndexLexicon(
            core: core, body: body, spellings: spellings, fiches: places.count,
            most: max(128, Self.mostFiles - Self.singleFiles - facts.rows.count), former: isWhole ? nil : former,
            workers)
        for lists in [lexicon.core, lexicon.body] {
            files.merge(lists.made) { made, _ in made }
            unchanged.paths.formUnion(lists.unchanged.map { Self.folder + $0 })
        }
        files["lexique.json"] = lexicon.bytes
        files["manifeste.json"] = IndexManifest.bytes(
            date: date, fiches: places.count, version: lexicon.version, offer: offer, facts: facts)
        let named = files.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map {
            File(path: Self.folder + $0.key, bytes: $0.value)
        }
        let kept = KeptIndex(
            documents: documents.map { KeptDocuments($0) } ?? former.documents, known: change.known(known),
            places: places, facts: facts, core: core.lists, body: body.lists, spellings: spellings,
            common: lexicon.common, coreFiles: lexicon.core.files, bodyFiles: lexicon.body.files)
        return Index(files: named, unchanged: unchanged, kept: kept)
    }
}
