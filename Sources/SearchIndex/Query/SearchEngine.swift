import FicheModel
import FrenchText

/// Answers questions from the files of a built index, as the scripts of the pages do: same fiches, same order, same scores.
///
/// Procedure: `Documentation/recherche-format.md`, section 4. It keeps the files that it has read.
public struct SearchEngine {
    /// Fewer results than this make the search look further.
    static let few = 10
    /// How many fiches the pages show at once.
    private static let page = 10

    /// The names of the facets, in the order in which they are offered.
    public static let facets = Facets.names

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
    ///   - sort: the order of the list.
    ///   - facets: the facets whose counts are wanted; those that are filtered by are counted in any case.
    ///   - shown: how many fiches are read in full; the others are counted.
    public mutating func answer(
        _ question: String, filters: [String: [String]] = [:], sort: SearchSort = .pertinence, facets: [String] = [],
        shown: Int = 10
    ) throws -> SearchAnswer {
        var answer = try found(question, browses: !filters.isEmpty)
        let filtered = try Facets.filter(answer.ranked, filters, counting: facets, &files)
        let today = CalendarDate(files.manifest.date)?.dayNumber ?? 0
        answer.ranked = try Facets.sort(filtered.ranked, by: sort, today: today, &files)
        answer.facettes = filtered.counts
        var fiches: [FoundFiche] = []
        // Whole pages: the order inside of one depends on all its fiches.
        let pages = (min(shown, answer.ranked.count) + Self.page - 1) / Self.page
        for (place, score) in answer.ranked.prefix(pages * Self.page) {
            var fiche = try files.fiche(at: place)
            fiche.score = score
            fiches.append(fiche)
        }
        let ordered = sort == .pertinence ? Self.byNearness(fiches, answer.typed) : fiches
        answer.fiches = Array(ordered.prefix(shown))
        return answer
    }

    /// Page by page, as the pages show them.
    private static func byNearness(_ fiches: [FoundFiche], _ typed: [QueryWord]) -> [FoundFiche] {
        guard typed.count > 1 else { return fiches }
        let nearness = TitleNearness(typed: typed)
        return stride(from: 0, to: fiches.count, by: page).flatMap { start in
            nearness.ordered(Array(fiches[start..<min(start + page, fiches.count)]))
        }
    }

    private mutating func found(_ question: String, browses: Bool) throws -> SearchAnswer {
        let text = QueryText(question)
        guard let numero = text.numero else { return try Ranking(text, &files, browses: browses).answer }
        let found = try NumberSearch.places(numero, &files)
        if !found.isEmpty { return SearchAnswer(ranked: found) }
        if numero.prefixe == nil, numero.chiffres.utf8.count == 5 {
            let ranking = try Ranking(QueryText("formacode " + numero.chiffres), &files)
            if !ranking.answer.ranked.isEmpty { return ranking.answer }
        }
        return try Ranking(QueryText(question, numbers: false), &files).answer
    }
}

/// What a question found.
public struct SearchAnswer {
    /// All places with their scores, the best first.
    public internal(set) var ranked: [(place: Int, score: Int)] = []
    /// The first of them in full.
    public internal(set) var fiches: [FoundFiche] = []
    /// The counts of facets, in the order in which they are offered.
    public internal(set) var facettes: [FacetCount] = []
    /// Words that were taken for slips, with what was looked for.
    public internal(set) var corrections: [(typed: String, corrected: String)] = []
    /// Words for which others were looked for too.
    public internal(set) var synonyms: [(typed: String, synonym: String)] = []
    /// True when no fiche has all that was asked for.
    public internal(set) var isPartial = false

    /// The words of the question, where it has any.
    var typed: [QueryWord] = []

    /// How many fiches there are.
    public var total: Int { ranked.count }

    init(ranked: [(place: Int, score: Int)] = []) { self.ranked = ranked }
}
