import FicheModel
import FrenchText
import Markdown

/// Reads "Base légale": tables of legal texts with their date of publication, and the dates of the registration.
enum TextesLegauxReader {
    static func read(_ sections: PageSections, into lecture: inout PageLecture) {
        let lists: [(RubriqueActuelle, TexteLegal.Categorie)] = [
            (.baseLegale, .autre), (.textesInstaurant, .decretGeneral), (.arretes, .creation), (.autresTextes, .autre),
        ]
        var known: [String: Int] = [:]
        for (rubrique, categorie) in lists {
            guard let section = sections[rubrique] else { continue }
            var entries: [Entry] = []
            var takesYears = false
            // The dates of the registration stand below the last table, in columns of their own.
            let end = section.elements.firstIndex { isFact($0) } ?? section.elements.endIndex
            let table = lecture.rows(
                Array(section.elements[..<end]), heads,
                anchor: { words, column in
                    guard column == 0 else { return false }
                    // A narrow column breaks "12-07-2024" behind its month.
                    let isBroken = words.count == 2 && words.allSatisfy { $0.utf8.count == 2 && Int($0) != nil }
                    return words.isEmpty || isBroken
                        || (words.count == 3 && CalendarDate(words.joined(separator: "-")) != nil)
                }, opens: LegalProse.opensText)
            var rest = lecture.withoutHeads(table + section.elements[end...], heads)[...]
            while let element = rest.popFirst() {
                if let taken = fact(element, rest.first, into: &lecture) {
                    rest = rest.dropFirst(taken)
                    takesYears = element.words.first == "promotions"
                    if let next = rest.first, endsLabel(next, of: element) {
                        lecture.claim(next, .miseEnPage("libellé de tableau"))
                        rest.removeFirst()
                    }
                    continue
                }
                if takesYears, let years = years(element) {
                    lecture.fiche.enregistrement.anneesPromotionsNiveau += years
                    lecture.claim(element, .repris(.enregistrement))
                    continue
                }
                if let entry = entry(element) {
                    entries.append(entry)
                } else if let last = entries.indices.last {
                    entries[last].text.append(element)
                } else {
                    entries.append(Entry(date: nil, text: [element]))
                }
            }
            for entry in entries { add(entry, categorie, &known, into: &lecture) }
        }
    }

    private struct Entry {
        /// A date, or a dash where there is none.
        let date: Passage?
        var text: [Element]
    }

    private static let heads: Set<String> = ["date", "du", "jo", "bo", "reference", "au"]

    // MARK: Facts

    private typealias Setter = @Sendable (inout Enregistrement, Passage) -> Bool

    private static let facts: [(WordPattern, Setter)] = [
        (WordPattern("date de decision"), date(\.dateDecision)),
        (WordPattern("date d effet de? la? certification?"), date(\.dateEffet)),
        (WordPattern("date de debut des parcours certifiants"), date(\.dateEffet)),
        (WordPattern("date d echeance de l enregistrement"), date(\.dateFin)),
        (WordPattern("date de derniere delivrance possible de? la? certification?"), date(\.dateLimiteDelivrance)),
        (WordPattern("date du dernier jo"), date(\.dateDernierJO)),
        (WordPattern("date de publication au jo"), date(\.datePublicationJO)),
        (WordPattern("date de publication de? la? fiche?"), date(\.dateDePublication)),
        (
            WordPattern("duree de l enregistrement en? annees?"),
            { enregistrement, value in
                enregistrement.annees = value.words.first.flatMap(Int.init)
                return enregistrement.annees != nil
            }
        ),
        (
            WordPattern("promotions annee|annees d obtention pouvant beneficier du niveau de qualification octroye"),
            { enregistrement, value in
                let years = value.words.compactMap(Int.init)
                enregistrement.anneesPromotionsNiveau += years
                return years.count == value.words.count
            }
        ),
    ]

    private static func date(_ path: WritableKeyPath<Enregistrement, CalendarDate?> & Sendable) -> Setter {
        { enregistrement, value in
            guard let date = CalendarDate(value.text) else { return false }
            enregistrement[keyPath: path] = date
            return true
        }
    }

    private static func isFact(_ element: Element) -> Bool {
        guard let words = element.passages.first?.words else { return false }
        return facts.contains { $0.0.length(in: words) != nil }
    }

    /// True for the end of a label that the layout broke beside its value: "Date de … possible de la    19-12-2031".
    private static func endsLabel(_ next: Element, of element: Element) -> Bool {
        guard case .passage(let passage) = next, let line = passage.line, line.follows,
            let first = element.passages.first, first.line != nil
        else { return false }
        return facts.contains { label, _ in
            guard let count = label.length(in: first.words) else { return false }
            let whole = Array(first.words[..<count]) + passage.words
            return count < first.words.count && label.isWhole(whole)
        }
    }

    /// "Date de décision | 01-07-2022", in cells, on one line, or the value alone on the line below.
    ///
    /// - Returns: how many of what follows belong to it; nil when the element is no fact.
    private static func fact(_ element: Element, _ next: Element?, into lecture: inout PageLecture) -> Int? {
        guard let first = element.passages.first else { return nil }
        for (label, setter) in facts {
            guard let count = label.length(in: first.words) else { continue }
            var value: Passage?
            var taken = 0
            switch element {
            case .row(let row):
                guard count == first.words.count else { continue }
                value = row.cells.dropFirst().first { !$0.isBlank }
            case .passage(let passage):
                value = passage.rest(afterWords: count)
                if value == nil, passage.line != nil, case .passage(let below)? = next, below.line?.follows ?? false,
                    below.isPlaceholder || CalendarDate(below.text) != nil || Int(below.text) != nil
                {
                    (value, taken) = (below, 1)
                }
            }
            guard let value, !value.isPlaceholder else {
                lecture.claim(first, .miseEnPage("libellé de tableau"))
                if let value { lecture.claimEmpty(value) }
                return taken
            }
            let before = lecture.fiche.enregistrement
            guard setter(&lecture.fiche.enregistrement, value) else { continue }
            let isRepeated = before == lecture.fiche.enregistrement
            lecture.claim(first, words: 0..<count, .miseEnPage("libellé de tableau"))
            lecture.claim(value, isRepeated ? .miseEnPage("répétition") : .repris(.enregistrement))
            if let fin = before.dateFin, fin != lecture.fiche.enregistrement.dateFin {
                if let other = lecture.echeance { lecture.claim(other, .nonReconnu) }
                lecture.report(
                    .warning, .echeanceDifferente,
                    "L’échéance donnée ici n’est pas celle de « L’essentiel » (\(fin.iso)) : celle-ci est retenue",
                    line: value.number)
            }
            return taken
        }
        return nil
    }

    /// The years of a line that holds nothing else.
    private static func years(_ element: Element) -> [Int]? {
        let years = element.words.compactMap(Int.init).filter { (1950...2100).contains($0) }
        return !years.isEmpty && years.count == element.words.count ? years : nil
    }

    // MARK: Texts

    private static func entry(_ element: Element) -> Entry? {
        switch element {
        case .row(let row):
            guard let first = row.cells.first else { return nil }
            let rest = row.cells.dropFirst().filter { !$0.isBlank }
            guard !rest.isEmpty, first.isPlaceholder || date(first) != nil else { return nil }
            return Entry(date: first, text: rest.map { .passage($0) })
        case .passage(let passage):
            guard let line = passage.line else { return nil }
            // A column read by itself: the date, and the text on the lines below.
            if CalendarDate(passage.text) != nil { return Entry(date: passage, text: []) }
            let word = line.part.text.prefix { $0 != " " && $0 != "\u{A0}" }
            guard isMark(word) || CalendarDate(String(word)) != nil,
                let date = PrintedLine(line.part.part(0..<word.utf8.count), of: line.source),
                let rest = line.rest(from: word.utf8.count)
            else { return nil }
            return Entry(date: Passage(date), text: [.passage(Passage(rest))])
        }
    }

    /// True for a sign that stands where the date of a text would: a dash, or the bullet of a list of texts.
    private static func isMark(_ word: Substring) -> Bool {
        guard let sign = word.unicodeScalars.first, word.unicodeScalars.count == 1 else { return false }
        return Bullet.isDash(sign) || sign == "*" || GluedItems.isBullet(sign)
    }

    private static func date(_ passage: Passage) -> CalendarDate? { CalendarDate(passage.words.joined(separator: "-")) }

    /// - Parameter known: the place of each text read so far, by its words and date.
    private static func add(
        _ entry: Entry, _ categorie: TexteLegal.Categorie, _ known: inout [String: Int], into lecture: inout PageLecture
    ) {
        let date = entry.date.flatMap(date)
        if let passage = entry.date, date == nil { lecture.claimEmpty(passage) }
        guard let texte = lecture.texte(entry.text, for: .baseLegale)?.texte else {
            if let passage = entry.date, date != nil { lecture.claim(passage, .nonReconnu) }
            return
        }
        if let passage = entry.date, date != nil { lecture.claim(passage, .repris(.baseLegale)) }
        let key = Folding.key(texte) + "\n" + (date?.iso ?? "")
        if let place = known[key] {
            // The page repeats a text under a second heading: one entry, both categories.
            for element in entry.text { lecture.claim(element, .miseEnPage("répétition")) }
            if let passage = entry.date { lecture.claim(passage, .miseEnPage("répétition")) }
            if !lecture.fiche.baseLegale[place].categories.contains(categorie) {
                lecture.fiche.baseLegale[place].categories.append(categorie)
            }
            return
        }
        known[key] = lecture.fiche.baseLegale.count
        var read = LegalProse.read(texte, categories: [categorie])
        // The column is the register's own; the prose may speak of several dates.
        read.datePublicationJO = date ?? read.datePublicationJO
        lecture.fiche.baseLegale.append(read)
    }
}
