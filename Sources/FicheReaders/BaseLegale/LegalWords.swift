import FicheModel
import FrenchText

/// The folded words of a legal text, with the dates among them.
struct LegalWords {
    private let words: [String]
    private let dates: [DateMention]
    /// Where the list of the texts that amend this one begins: their dates are not its own.
    private let amendment: Int

    init(_ texte: String) {
        let words = WordScanner.words(in: Folding.folded(texte))
        self.words = words
        dates = DateMention.all(in: words)
        amendment =
            words.indices.dropLast().first { words[$0].hasPrefix("modifie") && words[$0 + 1] == "par" } ?? words.count
    }

    /// The kinds of legal text that carry a date of their own.
    static let natures: Set<String> = [
        "arrete", "arretes", "decret", "decrets", "loi", "ordonnance", "decision", "circulaire", "avis", "accord",
        "deliberation", "instruction",
    ]

    private var nature: Int? { words.firstIndex(where: Self.natures.contains) }

    var isArrete: Bool {
        guard let nature else { return false }
        return words[nature].hasPrefix("arrete") || words[nature] == "decision"
    }

    /// The date of the text itself: the first after its kind, before its publication and before what amends it.
    var dateTexte: CalendarDate? {
        guard let nature else { return nil }
        let published = words[nature...].firstIndex(where: Self.publication.contains) ?? words.count
        return dates.first { date in
            date.words.lowerBound > nature && date.words.upperBound <= amendment && date.words.lowerBound <= published
        }?.date
    }

    var datePublicationJO: CalendarDate? {
        for (index, word) in words.enumerated() where index < amendment {
            let opens = Self.publication.contains(word) || (word == "j" && next(index) == "o")
            if opens, let date = date(after: index, over: Self.publicationLinks), date.words.lowerBound < amendment {
                return date.date
            }
        }
        return nil
    }

    var dateEffet: CalendarDate? {
        for (index, word) in words.enumerated() where word == "effet" || word == "compter" {
            if let date = date(after: index, over: Self.effectLinks) { return date.date }
        }
        return nil
    }

    /// The latest of the ends that the text states: "jusqu'au …", "prorogée jusqu'au …", "expire le …".
    var dateFin: CalendarDate? {
        var latest: CalendarDate?
        for (index, word) in words.enumerated() where Self.ends.contains(word) {
            if let date = date(after: index, over: Self.endLinks)?.date { latest = max(latest ?? date, date) }
        }
        return latest
    }

    /// "pour cinq ans", "pour une durée de 3 ans".
    var annees: Int? {
        for (index, word) in words.enumerated() where word == "pour" || word == "duree" {
            var position = index + 1
            while position < min(words.count, index + Self.farthest), Self.lengthLinks.contains(words[position]),
                next(position).map({ !$0.hasPrefix("an") }) ?? false
            {
                position += 1
            }
            guard let unit = next(position), ["an", "ans", "annee", "annees"].contains(unit) else { continue }
            if let years = FrenchCalendar.number(named: words[position]) { return years }
        }
        return nil
    }

    private func next(_ index: Int) -> String? { index + 1 < words.count ? words[index + 1] : nil }

    /// The date that follows a word, with nothing but `links` and numbers between.
    private func date(after index: Int, over links: Set<String>) -> DateMention? {
        // Dates stand in the order of the words.
        var (low, high) = (0, dates.count)
        while low < high {
            let middle = (low + high) / 2
            if dates[middle].words.lowerBound <= index { low = middle + 1 } else { high = middle }
        }
        guard low < dates.count else { return nil }
        let date = dates[low]
        let between = words[(index + 1)..<date.words.lowerBound]
        guard between.count <= 10, between.allSatisfy({ links.contains($0) || Int($0) != nil }) else { return nil }
        return date
    }

    /// How far behind "pour" a length of time stands, in words.
    private static let farthest = 12

    private static let publication: Set<String> = [
        "publie", "publiee", "publies", "publication", "paru", "parue", "parution", "jo", "journal",
    ]
    private static let publicationLinks: Set<String> = [
        "au", "jo", "j", "o", "journal", "officiel", "de", "la", "republique", "francaise", "rf", "du", "le", "en",
        "date",
        "n", "no", "numero",
    ]
    private static let effectLinks: Set<String> = [
        "a", "au", "du", "le", "la", "date", "de", "compter", "partir", "des",
    ]
    private static let ends: Set<String> = ["jusqu", "jusque", "expire", "expirant", "fin", "echeance"]
    private static let endLinks: Set<String> = ["au", "a", "la", "date", "du", "le", "de"]
    private static let lengthLinks: Set<String> = ["une", "duree", "de", "la", "periode", "maximale", "maximum"]
}

/// A date in the words of a text: "7 août 2018", "1er octobre 1994", "08/07/2020", "2020-07-08".
struct DateMention {
    let date: CalendarDate
    let words: Range<Int>

    static func all(in words: [String]) -> [DateMention] {
        var found: [DateMention] = []
        var index = 0
        while index < words.count {
            if let mention = mention(in: words, at: index) {
                found.append(mention)
                index = mention.words.upperBound
            } else {
                index += 1
            }
        }
        return found
    }

    private static func mention(in words: [String], at index: Int) -> DateMention? {
        // "1 er mars" where the layout printed the ordinal sign apart.
        let month = index + 1 < words.count && words[index + 1] == "er" ? index + 2 : index + 1
        // A date begins with its day or its year, in digits.
        guard month + 1 < words.count, let first = words[index].utf8.first, (0x30...0x39).contains(first) else {
            return nil
        }
        guard words[month + 1].utf8.count == 4 || words[index].utf8.count == 4,
            let date = CalendarDate("\(words[index]) \(words[month]) \(words[month + 1])")
        else { return nil }
        return DateMention(date: date, words: index..<month + 2)
    }
}
