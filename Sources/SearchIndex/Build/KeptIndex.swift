import FicheModel

/// What a builder keeps of an index for the next one: the fiches without their words, and all lists. The form is private to this
/// version of the program on this machine.
public struct KeptIndex: Sendable {
    let documents: KeptDocuments
    /// Fiches with their words, by their number: of these the builder knows which lists they stand in.
    let known: [Int: SearchDocument]
    /// The place of each fiche.
    let places: [Int32]
    /// Nil where there was no index.
    let facts: IndexFacts?
    let core: PostingLists
    let body: PostingLists
    let spellings: PostingLists
    /// The words of the body that have no file, ascending.
    let common: [UInt32]
    let coreFiles: [ListFiles.File]
    let bodyFiles: [ListFiles.File]

    private static let version = 2

    /// How many fiches it has.
    public var count: Int { places.count }

    static let none = KeptIndex(
        documents: KeptDocuments([]), known: [:], places: [], facts: nil,
        core: PostingLists(fields: CoreField.allCases.count), body: PostingLists(fields: BodyField.allCases.count),
        spellings: PostingLists(fields: 1), common: [], coreFiles: [], bodyFiles: [])

    init(
        documents: KeptDocuments, known: [Int: SearchDocument], places: [Int32], facts: IndexFacts?,
        core: PostingLists, body: PostingLists, spellings: PostingLists, common: [UInt32],
        coreFiles: [ListFiles.File], bodyFiles: [ListFiles.File]
    ) {
        (self.documents, self.known, self.places, self.facts) = (documents, known, places, facts)
        (self.core, self.body, self.spellings) = (core, body, spellings)
        (self.common, self.coreFiles, self.bodyFiles) = (common, coreFiles, bodyFiles)
    }

    /// The fiches without their words; nil where they are those of the index from which this one was made, in their order.
    public var documentBytes: [UInt8]? { documents.bytes }

    /// All but `documentBytes`.
    public var bytes: [UInt8] {
        var writer = ByteWriter(capacity: [core, body, spellings].reduce(1 << 20) { $0 + $1.memory })
        writer.write(Self.version * 1_000 + SearchDocument.version)
        writer.write(raw: places)
        writer.write(known.count)
        for (number, document) in known.sorted(by: { $0.key < $1.key }) {
            writer.write(number)
            writer.write(document.bytes)
        }
        facts?.pack(into: &writer)
        for lists in [core, body, spellings] { lists.pack(into: &writer) }
        writer.write(raw: common)
        for files in [coreFiles, bodyFiles] {
            writer.write(files.map(\.count))
            writer.write(files.map(\.name))
        }
        return writer.bytes
    }

    /// Nil when the bytes are of another version, or broken.
    ///
    /// - Parameter documents: reads what `documentBytes` was; nil where it is damaged. Called where it is needed only.
    public init?(bytes: [UInt8], documents: @escaping @Sendable () -> [UInt8]?) {
        var reader = ByteReader(bytes)
        guard reader.number() == Self.version * 1_000 + SearchDocument.version,
            let places = reader.raw(Int32.self), Self.isOrder(places),
            let known = Self.known(&reader, places.count), let facts = IndexFacts(reading: &reader),
            let core = PostingLists(reading: &reader), let body = PostingLists(reading: &reader),
            let spellings = PostingLists(reading: &reader), let common = reader.raw(UInt32.self),
            common.allSatisfy({ $0 < body.count }), let coreFiles = Self.files(&reader),
            let bodyFiles = Self.files(&reader), reader.isAtEnd,
            [core.fields, body.fields, spellings.fields] == [CoreField.allCases.count, BodyField.allCases.count, 1]
        else { return nil }
        self.init(
            documents: KeptDocuments(reading: documents), known: known, places: places, facts: facts, core: core,
            body: body, spellings: spellings, common: common, coreFiles: coreFiles, bodyFiles: bodyFiles)
    }

    /// Whether each place is given once.
    private static func isOrder(_ places: [Int32]) -> Bool {
        var isTaken = [Bool](repeating: false, count: places.count)
        for place in places {
            guard isTaken.indices.contains(Int(place)), !isTaken[Int(place)] else { return false }
            isTaken[Int(place)] = true
        }
        return true
    }

    private static func known(_ reader: inout ByteReader, _ fiches: Int) -> [Int: SearchDocument]? {
        guard let count = reader.number(), count >= 0, count <= fiches else { return nil }
        var known: [Int: SearchDocument] = [:]
        for _ in 0..<count {
            guard let number = reader.number(), (0..<fiches).contains(number), let bytes = reader.chunk(),
                let document = SearchDocument(bytes: bytes)
            else { return nil }
            known[number] = document
        }
        return known
    }

    private static func files(_ reader: inout ByteReader) -> [ListFiles.File]? {
        guard let counts = reader.numbers(), let names = reader.texts(), counts.count == names.count else { return nil }
        return zip(counts, names).map { ListFiles.File(count: $0, name: $1) }
    }
}
