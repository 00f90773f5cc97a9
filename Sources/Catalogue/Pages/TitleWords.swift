import FrenchText

/// The words of titles, counted: the most used one is a good example of a query.
struct TitleWords {
    /// In small letters as a title writes it; nil when no title has a word of some length.
    let mostUsed: String?

    init(_ titles: [String]) {
        var counts: [String: (count: Int, word: String)] = [:]
        for title in titles {
            for word in Set(WordScanner.words(in: title)) where word.count >= 5 {
                let key = Folding.folded(word)
                let known = counts[key]
                let shown = word.lowercased()
                counts[key] = ((known?.count ?? 0) + 1, min(known?.word ?? shown, shown))
            }
        }
        mostUsed =
            counts.filter { !Self.bland.contains($0.key) }
            .min { (-$0.value.count, $0.key) < (-$1.value.count, $1.key) }?.value.word
    }

    /// Words that say little of a job.
    private static let bland: Set<String> = [
        "certificat", "certification", "competences", "dans", "diplome", "fiche", "fictive", "niveau", "option", "pour",
        "professionnel", "professionnelle", "qualification", "specialise", "titre",
    ]
}
