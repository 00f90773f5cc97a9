import FrenchText
import Markdown

/// The job with which the objectives of a certification open, where the list of the jobs has it too: a certification
/// that prepares for one job bears its name. What stands in for a title that the document does not carry.
enum NamedJob {
    /// The job as the list spells it, the longest that fits; nil when the objectives open with none.
    ///
    /// - Parameters: CommonMark.
    static func title(objectifs: String?, emplois: String?) -> String? {
        guard let objectifs, let emplois else { return nil }
        var words = WordScanner.words(in: Folding.folded(String(objectifs.prefix { $0 != "\n" }.prefix(400))))[...]
        if let first = words.first, articles.contains(first) { words = words.dropFirst() }
        let found = TextItems.items(of: emplois).compactMap { item -> (name: String, length: Int)? in
            let name = WordScanner.words(in: Folding.folded(item))
            // One word says too little ("Technicien"), and a sentence is no job.
            guard (2...8).contains(name.count), words.starts(with: name) else { return nil }
            return (String(Folding.squeezed(item).reversed().drop { ".,; ".contains($0) }.reversed()), name.count)
        }
        return found.max { $0.length < $1.length }?.name
    }

    private static let articles: Set<String> = ["le", "la", "l", "un", "une", "les"]
}
