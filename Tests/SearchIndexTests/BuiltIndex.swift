import FicheModel
import Testing

@testable import SearchIndex

/// An index in memory.
struct BuiltIndex {
    let files: [String: [UInt8]]

    init(_ fiches: [Fiche], date: String = "2026-11-21") throws {
        var builder = SearchIndexBuilder(
            date: try #require(CalendarDate(date)), offer: .init(ficheJSON: true, blocPages: true))
        for fiche in fiches { builder.add(SearchDocument(fiche)) }
        files = Dictionary(uniqueKeysWithValues: builder.index().files.map { ($0.path, $0.bytes) })
    }

    func engine() throws -> SearchEngine {
        try SearchEngine { name in
            guard let bytes = files[SearchIndexBuilder.folder + name] else {
                throw SearchFailure.fichierIllisible(name)
            }
            return bytes
        }
    }
}
