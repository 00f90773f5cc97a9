import FicheModel
import FrenchText

/// Answers questions from the files of a built index, as the scripts of the pages do: same fiches, same order, same scores.
///
/// Procedure: `Documentation/recherche-format.md`, section 4. It keeps the files that it has read.
public struct SearchEngine {
    /// Fewer results than this make the search look further.
    static let few = 10

    private var files: IndexFiles

    /// - Parameter read: gives a file of the index by its name from the folder of the index.
    /// - Throws: `SearchFailure`, and whatever `read` throws.
    public init(read: @escaping (String) throws -> [UInt8]) throws { files = try IndexFiles(read: read) }

    /// How many fiches there are.
    public var count: Int { files.manifest.nombre }

    /// What was found for a question.
    ///
    /// - Parameters:
    ///   - filters: values of facets by the name of the facet.
    ///   - shown: how many fiches are read in full; the others are counted.
    public mutating func answer(
        _ question: String, filters: [String: [String]] = [:], shown: Int = 10
    ) throws -> SearchAnswer {
        let text = QueryText(question)
        if let numero = text.numero {
            let found = try NumberSearch.places(numero, &files)
            if !found.isEmpty { return try finish(SearchAnswer(ranked: found), filters, shown) }
            if numero.prefixe == nil, numero.chiffres.utf8.count == 5 {
                let ranking = try Ranking(QueryText("formacode " + numero.chiffres), &files)
                if !ranking.answer.ranked.isEmpty { return try finish(ranking.answer, filters, shown) }
            }
            return try finish(try Ranking(QueryText(question, numbers: false), &files).answer, filters, shown)
        }
        return try finish(try Ranking(text, &files, browses: !filters.isEmpty).answer, filters, shown)
    }

    private mutating func finish(
        _ answer: SearchAnswer, _ filters: [String: [String]], _ shown: Int
    ) throws -> SearchAnswer {
        var answer = answer
        for (name, values) in filters.sorted(by: { $0.key < $1.key }) {
            let having = try FacetFilter.places(of: name, having: Set(values), &files)
            answer.ranked.removeAll { !having.contains($0.place) }
        }
        for (place, score) in answer.ranked.prefix(shown) {
            let block = try files.block(place / Places.block)
            guard block.fiches.indices.contains(place % Places.block) else {
                throw SearchFailure.fichierIllisible("fiches/\(place / Places.block)")
            }
            var fiche = block.fiches[place % Places.block].fiche
            (fiche.place, fiche.score) = (place, score)
            answer.fiches.append(fiche)
        }
        return answer
    }
}

/// What a question found.
public struct SearchAnswer {
    /// All places with their scores, the best first.
    public internal(set) var ranked: [(place: Int, score: Int)] = []
    /// The first of them in full.
    public internal(set) var fiches: [FoundFiche] = []
    /// Words that were taken for slips, with what was looked for.
    public internal(set) var corrections: [(typed: String, corrected: String)] = []
    /// Words for which others were looked for too.
    public internal(set) var synonyms: [(typed: String, synonym: String)] = []
    /// True when no fiche has all that was asked for.
    public internal(set) var isPartial = false

    /// How many fiches there are.
    public var total: Int { ranked.count }

    init(ranked: [(place: Int, score: Int)] = []) { self.ranked = ranked }
}
