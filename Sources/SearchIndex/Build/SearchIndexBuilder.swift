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
    private var core = Postings()
    private var body = Postings()
    private var spellings = Postings()

    private enum Entry {
        case added(Int)
        case former(Int)

        func isKnown(to index: KeptIndex) -> Bool {
            if case .former(let number) = self { index.documents.indices.contains(number) } else { true }
        }
    }

    /// - Parameter date: the day for which the states of the fiches hold.
    public init(date: CalendarDate, offer: Offer) {
        self.date = date
        self.offer = offer
    }

    /// Adds a fiche that is published.
    public mutating func add(_ document: SearchDocument) {
        order.append(.added(documents.count))
        documents.append(document.withoutWords)
        document.core.withUnsafeBufferPointer { addCore($0) }
        for (field, words) in [(BodyField.emplois, document.emplois), (.competences, document.competences)] {
            words.withUnsafeBufferPointer { text in
                forEachPart(of: text, endedBy: 0x20) { body.add($0, field: field.rawValue) }
            }
        }
        core.endFiche()
        spellings.endFiche()
        body.endFiche()
    }

    /// Adds a fiche as an index of before had it.
    ///
    /// - Parameter number: the place in the order in which that index was given its fiches.
    public mutating func addFormer(_ number: Int) { order.append(.former(number)) }

    private mutating func addCore(_ lines: UnsafeBufferPointer<UInt8>) {
        forEachPart(of: lines, endedBy: 0x0A) { line in
            guard let space = line.firstIndex(of: 0x20), space > 1 else { return }
            core.add(UnsafeBufferPointer(rebasing: line[1..<space]), field: Int(line[0] & 3))
            // The forme, a space and the spelling.
            if space + 1 < line.count { spellings.add(UnsafeBufferPointer(rebasing: line[1...]), field: 0) }
        }
    }

    private func forEachPart(
        of text: UnsafeBufferPointer<UInt8>, endedBy end: UInt8, _ body: (UnsafeBufferPointer<UInt8>) -> Void
    ) {
        var start = 0
        for index in text.indices where text[index] == end {
            if index > start { body(UnsafeBufferPointer(rebasing: text[start..<index])) }
            start = index + 1
        }
    }

    /// What `index` made.
    public struct Index: Sendable {
        /// In the order of their paths.
        public let files: [File]
        /// How the paths of files begin that are those of before and were not made again; empty where all were made.
        public let unchanged: [String]
        /// What the next builder may start from.
        public let kept: KeptIndex
    }

    /// Makes the index.
    ///
    /// - Parameters:
    ///   - former: the index that `addFormer` means. A fiche of it that was not named is left out.
    ///   - isWhole: whether files are to be made again that would be those of before.
    ///   - workers: how parts are made at once.
    public func index(from former: KeptIndex? = nil, isWhole: Bool = true, _ workers: IndexWorkers = .one) -> Index {
        let former = former ?? .none
        let order = order.filter { $0.isKnown(to: former) }
        let whole = order.map { entry -> SearchDocument in
            switch entry {
            case .added(let number): documents[number]
            case .former(let number): former.documents[number]
            }
        }
        var files: [String: [UInt8]] = [:]
        let placesOfBefore = formerPlaces(order, former)
        let facts: IndexFacts
        let places: [Int32]
        var unchanged: [String] = []
        if let placesOfBefore, let known = former.facts, known.day == date.iso, !isWhole {
            (facts, places) = (known, placesOfBefore)
            unchanged = IndexFacts.paths.map { Self.folder + $0 }
        } else {
            let fiches = whole.map { IndexedFiche($0, at: date) }
            let sorted = Places(fiches, workers)
            places = sorted.ofEntry
            facts = IndexFacts(fiches, sorted, day: date.iso, workers, to: &files)
        }
        let lists = lists(order, places, former, workers)
        let kept = KeptIndex(
            documents: whole, places: places, facts: facts, core: lists.core, body: lists.body,
            spellings: lists.spellings)
        let most = max(128, Self.mostFiles - Self.singleFiles - facts.rows.count)
        let lexicon = IndexLexicon(
            core: kept.core, body: kept.body, spellings: kept.spellings, fiches: whole.count, most: most, workers,
            files: &files)
        files["lexique.json"] = lexicon.bytes
        files["manifeste.json"] = IndexManifest.bytes(
            date: date, fiches: whole.count, version: lexicon.version, offer: offer, facts: facts)
        let named = files.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map {
            File(path: Self.folder + $0.key, bytes: $0.value)
        }
        return Index(files: named, unchanged: unchanged, kept: kept)
    }

    private func lists(
        _ order: [Entry], _ places: [Int32], _ former: KeptIndex, _ workers: IndexWorkers
    ) -> (core: PostingLists, body: PostingLists, spellings: PostingLists) {
        var moved = [Int32](repeating: -1, count: former.count)
        var added: [Int32] = []
        for (number, entry) in order.enumerated() {
            switch entry {
            case .added: added.append(places[number])
            case .former(let before): moved[Int(former.places[before])] = places[number]
            }
        }
        let moves = PostingLists.Moves(moved)
        return (
            PostingLists(former.core, moves, adding: core.sorted(added), workers),
            PostingLists(former.body, moves, adding: body.sorted(added), workers),
            PostingLists(former.spellings, moves, adding: spellings.sorted(added), workers)
        )
    }

    /// The place of each fiche where all fiches are those of before but for their words; nil else.
    private func formerPlaces(_ order: [Entry], _ former: KeptIndex) -> [Int32]? {
        guard order.count == former.count else { return nil }
        var isTaken = [Bool](repeating: false, count: former.count)
        for case .former(let number) in order {
            guard !isTaken[number] else { return nil }
            isTaken[number] = true
        }
        var left: [String: Int] = [:]
        for number in isTaken.indices where !isTaken[number] { left[former.documents[number].identifiant] = number }
        var places: [Int32] = []
        for entry in order {
            switch entry {
            case .former(let number): places.append(former.places[number])
            case .added(let number):
                guard let before = left.removeValue(forKey: documents[number].identifiant),
                    former.documents[before] == documents[number]
                else { return nil }
                places.append(former.places[before])
            }
        }
        return places
    }
}
