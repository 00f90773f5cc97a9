import FicheModel
import FrenchText

/// Makes the files of the search out of documents, added in any order.
///
/// It keeps a word only once and an appearance of it in eight bytes, so that a national base fits beside the rest of a build.
/// The same documents give the same files, whatever the order in which they were added.
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

    private let date: CalendarDate
    private let offer: Offer
    private var entries: [IndexedFiche] = []
    private var core = Postings()
    private var body = Postings()
    private var spellings = Spellings()

    /// - Parameter date: the day for which the states of the fiches hold.
    public init(date: CalendarDate, offer: Offer) {
        self.date = date
        self.offer = offer
    }

    /// Adds a fiche that is published.
    public mutating func add(_ document: SearchDocument) {
        let number = entries.count
        entries.append(IndexedFiche(document, at: date))
        for line in document.core.split(separator: 0x0A) {
            guard let first = line.first, let space = line.firstIndex(of: 0x20) else { continue }
            let word = core.add(line[(line.startIndex + 1)..<space], field: Int(first) - 0x30, fiche: number)
            if space + 1 < line.endIndex { spellings.add(line[(space + 1)...], of: word) }
        }
        for (field, words) in [(BodyField.emplois, document.emplois), (.competences, document.competences)] {
            for word in words.split(separator: 0x20) { body.add(word, field: field.rawValue, fiche: number) }
        }
    }

    /// The files of the index, in the order of their paths.
    public func files() -> [File] {
        let places = Places(entries)
        var files: [String: [UInt8]] = [:]
        let lexicon = IndexLexicon(
            core: core.byWord(places.ofEntry), body: body.byWord(places.ofEntry), spellings: spellings, fiches: entries.count,
            files: &files)
        let sections = DisplayBlocks.write(entries, places, to: &files)
        let columns = IndexColumns.write(entries, places, to: &files)
        files["lexique.json"] = lexicon.bytes
        files["manifeste.json"] = IndexManifest.bytes(
            date: date, fiches: entries.count, places: places, version: lexicon.version, offer: offer, sections: sections,
            columns: columns)
        return files.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map {
            File(path: Self.folder + $0.key, bytes: $0.value)
        }
    }
}
