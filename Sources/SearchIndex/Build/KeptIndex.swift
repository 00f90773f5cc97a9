import FicheModel

/// What a builder keeps of an index for the next one: the fiches without their words, and all lists. The form is private to this
/// version of the program.
public struct KeptIndex: Sendable {
    let documents: [SearchDocument]
    /// The place of each fiche.
    let places: [Int32]
    /// Nil where there was no index.
    let facts: IndexFacts?
    let core: PostingLists
    let body: PostingLists
    let spellings: PostingLists

    private static let version = 1

    /// How many fiches it has.
    public var count: Int { documents.count }

    static let none = KeptIndex(
        documents: [], places: [], facts: nil, core: PostingLists(fields: CoreField.allCases.count),
        body: PostingLists(fields: BodyField.allCases.count), spellings: PostingLists(fields: 1))

    init(
        documents: [SearchDocument], places: [Int32], facts: IndexFacts?, core: PostingLists, body: PostingLists,
        spellings: PostingLists
    ) {
        (self.documents, self.places, self.facts) = (documents, places, facts)
        (self.core, self.body, self.spellings) = (core, body, spellings)
    }

    public var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.write(Self.version * 1_000 + SearchDocument.version)
        writer.write(places.map(Int.init))
        for document in documents { writer.write(document.bytes) }
        facts?.pack(into: &writer)
        for lists in [core, body, spellings] { lists.pack(into: &writer) }
        return writer.bytes
    }

    /// Nil when the bytes are of another version, or broken.
    public init?(bytes: [UInt8]) {
        var reader = ByteReader(bytes)
        guard reader.number() == Self.version * 1_000 + SearchDocument.version, let numbers = reader.numbers() else {
            return nil
        }
        var documents: [SearchDocument] = []
        documents.reserveCapacity(numbers.count)
        for _ in numbers {
            guard let own = reader.chunk(), let document = SearchDocument(bytes: Array(own)) else { return nil }
            documents.append(document)
        }
        let places = numbers.compactMap { Int32(exactly: $0) }
        guard places.count == numbers.count, Set(places).count == places.count,
            places.allSatisfy({ places.indices.contains(Int($0)) }), let facts = IndexFacts(reading: &reader),
            let core = PostingLists(reading: &reader), let body = PostingLists(reading: &reader),
            let spellings = PostingLists(reading: &reader), reader.isAtEnd,
            [core.fields, body.fields, spellings.fields] == [CoreField.allCases.count, BodyField.allCases.count, 1]
        else { return nil }
        self.init(
            documents: documents, places: places, facts: facts, core: core, body: body, spellings: spellings)
    }
}
