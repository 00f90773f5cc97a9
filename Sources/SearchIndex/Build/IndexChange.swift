/// What the fiches of an index are to those of the index of before.
struct IndexChange {
    /// The fiches of before are needed and damaged.
    struct Damage: Error {}

    let former: KeptIndex
    /// The number in the index of before of each fiche, where all are those of before but for their words; nil else.
    let sources: [Int]?
    private let order: [SearchIndexBuilder.Entry]
    /// Those that were added, without their words.
    private let added: [SearchDocument]
    /// The fiches of before that were not named, by their number there.
    private let left: [Int]
    /// All fiches of before, where they were needed.
    private let read: [SearchDocument]?
    private let workers: IndexWorkers

    /// Fiches that were all added.
    init(_ order: [SearchIndexBuilder.Entry], _ added: [SearchDocument]) {
        (self.order, self.added, former, workers) = (order, added, .none, .one)
        (sources, left, read) = (nil, [], nil)
    }

    /// - Throws: `Damage`.
    init(
        _ order: [SearchIndexBuilder.Entry], _ added: [SearchDocument], _ former: KeptIndex, _ workers: IndexWorkers
    ) throws(Damage) {
        var isTaken = [Bool](repeating: false, count: former.count)
        for case .former(let number) in order { isTaken[number] = true }
        let left = isTaken.indices.filter { !isTaken[$0] }
        (self.order, self.added, self.former, self.left, self.workers) = (order, added, former, left, workers)
        var read: [SearchDocument]?
        var before: [String: (number: Int, document: SearchDocument)]? = [:]
        if order.count == former.count {
            for number in left {
                if former.known[number] == nil, read == nil { read = try Self.documents(of: former, workers) }
                guard let document = former.known[number]?.withoutWords ?? read?[number] else { continue }
                before?[document.identifiant] = (number, document)
            }
        } else {
            before = nil
        }
        self.read = read
        sources = before.flatMap { Self.sources(order, added, $0) }
    }

    private static func documents(of former: KeptIndex, _ workers: IndexWorkers) throws(Damage) -> [SearchDocument] {
        guard let read = former.documents.all(workers), read.count == former.count else { throw Damage() }
        return read
    }

    private static func sources(
        _ order: [SearchIndexBuilder.Entry], _ added: [SearchDocument],
        _ before: [String: (number: Int, document: SearchDocument)]
    ) -> [Int]? {
        var before = before
        var sources: [Int] = []
        sources.reserveCapacity(order.count)
        for entry in order {
            switch entry {
            case .former(let number): sources.append(number)
            case .added(let number):
                guard let match = before.removeValue(forKey: added[number].identifiant),
                    match.document == added[number]
                else { return nil }
                sources.append(match.number)
            }
        }
        return sources
    }

    /// Whether all fiches are those of before in their order, but for their words.
    var isSame: Bool { sources?.elementsEqual(0..<former.count) ?? false }

    /// All fiches without their words, in their order.
    ///
    /// - Throws: `Damage`.
    func documents() throws(Damage) -> [SearchDocument] {
        var read = read
        if read == nil, left.count < former.count { read = try Self.documents(of: former, workers) }
        return order.compactMap { entry in
            switch entry {
            case .added(let number): added[number]
            case .former(let number): read?[number]
            }
        }
    }

    /// The places of the fiches that were added, in their order.
    ///
    /// - Parameter places: those of all fiches.
    func addedPlaces(_ places: [Int32]) -> [Int32] {
        zip(order, places).compactMap { if case .added = $0 { $1 } else { nil } }
    }

    /// What became of the places of before.
    ///
    /// - Parameter places: those of the fiches now.
    func moves(to places: [Int32]) -> MergedLists.Moves {
        var moved = [Int32](repeating: -1, count: former.count)
        for (number, entry) in order.enumerated() {
            if case .former(let before) = entry { moved[Int(former.places[before])] = places[number] }
        }
        return MergedLists.Moves(moved)
    }

    /// The words of the fiches of before that were not named; nil where those of one are not kept.
    func goneWords() -> FicheWords.Sorted? {
        var words = FicheWords()
        for number in left {
            guard let document = former.known[number] else { return nil }
            words.add(document)
        }
        return words.sorted(left.map { former.places[$0] })
    }

    /// The fiches of which the words are kept for the next index, by their number: the added ones first, as many as there is
    /// room for.
    ///
    /// - Parameter known: added ones with their words, by their number among the added ones.
    func known(_ known: [Int: SearchDocument]) -> [Int: SearchDocument] {
        var kept: [Int: SearchDocument] = [:]
        var room = Self.room
        func keep(_ document: SearchDocument?, _ number: Int) {
            guard let document, document.wordLength <= room else { return }
            kept[number] = document
            room -= document.wordLength
        }
        for (number, entry) in order.enumerated() {
            if case .added(let own) = entry { keep(known[own], number) }
        }
        for (number, entry) in order.enumerated() {
            if case .former(let before) = entry { keep(former.known[before], number) }
        }
        return kept
    }

    /// In bytes of words.
    static let room = 4 << 20
}
