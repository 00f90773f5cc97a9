import FicheModel

/// What pages asked of the catalogue, with the answers. A page knows its questions by their places.
struct QuestionList: Sendable {
    private(set) var queries: [CatalogueQuery] = []
    private(set) var answers: [Fingerprint] = []
    /// The place of each question; of those that were there at the beginning too once many are looked for.
    private var places: [CatalogueQuery: Int] = [:]
    private var areAllPlaced = true
    private var looked = 0

    var count: Int { queries.count }

    init() {}

    /// Questions that were asked before, with what is answered now.
    init(_ queries: [CatalogueQuery], _ answers: [Fingerprint]) {
        (self.queries, self.answers) = (queries, answers)
        areAllPlaced = queries.isEmpty
    }

    /// The place of a question, answered by `answer` where it is new.
    mutating func place(of query: CatalogueQuery, answer: () -> Fingerprint) -> Int {
        if let known = places[query] ?? former(query) { return known }
        let place = queries.count
        queries.append(query)
        answers.append(answer())
        places[query] = place
        return place
    }

    /// The questions of a page or two are looked for one by one: to put down the places of all takes longer.
    private mutating func former(_ query: CatalogueQuery) -> Int? {
        guard !areAllPlaced else { return nil }
        looked += 1
        if looked <= Self.few { return queries.firstIndex(of: query) }
        places.reserveCapacity(queries.count)
        for (place, query) in queries.enumerated() where places[query] == nil { places[query] = place }
        areAllPlaced = true
        return places[query]
    }

    private static let few = 16

    mutating func carry(_ packing: inout Packing) {
        packing.list(&queries, .blank) { $1.carry(&$0) }
        packing.list(&answers, .blank) { $1.carry(&$0) }
        guard packing.isReading else { return }
        areAllPlaced = queries.isEmpty
        // One without an answer would be answered by nobody.
        if queries.count != answers.count { packing.damage() }
    }
}
