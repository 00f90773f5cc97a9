import FrenchText

/// How near to each other the words of a question stand in titles: `Documentation/recherche-format.md`, 4.6.
///
/// Only the fiches of one page are compared, whose titles are read in any case.
struct TitleNearness {
    private static let neighbours = 3
    private static let inOrder = 1

    /// The words in the order in which they were typed.
    let typed: [QueryWord]

    /// The fiches of a page, those first whose titles have the words as they were typed, with the points of that in their scores.
    func ordered(_ page: [FoundFiche]) -> [FoundFiche] {
        page.map { fiche in
            var fiche = fiche
            fiche.score += 32 * points(fiche.intitule)
            return fiche
        }.sorted { $0.score != $1.score ? $0.score > $1.score : $0.place < $1.place }
    }

    private func points(_ title: String) -> Int {
        var stands = typed.map { _ in [Int]() }
        var rank = -1
        var last = 0
        for word in SearchWords.words(in: SearchFolding(title, mapped: false)) {
            // The two words of an inclusive form stand at one place.
            if word.place != last { rank += 1 }
            last = word.place
            let own = AnalysedWord(word.forme)
            for index in typed.indices where typed[index].isMatched(by: own) { stands[index].append(rank) }
        }
        return zip(stands, stands.dropFirst()).reduce(0) { sum, pair in
            if pair.0.contains(where: { pair.1.contains($0 + 1) }) { return sum + Self.neighbours }
            guard let first = pair.0.first, let last = pair.1.last, first < last else { return sum }
            return sum + Self.inOrder
        }
    }
}

extension QueryWord {
    /// Whether a word of a text answers this one.
    fileprivate func isMatched(by other: AnalysedWord) -> Bool {
        other.forme == word.forme || other.lemme == word.lemme || other.racine == word.racine
            || (isOpen && word.forme.utf16.count > 1 && other.forme.utf8.starts(with: word.forme.utf8))
    }
}
