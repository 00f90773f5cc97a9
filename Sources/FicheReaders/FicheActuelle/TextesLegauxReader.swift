import FicheModel
import FrenchText

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
            for element in lecture.withoutHeads(table + section.elements[end...], heads) {
                if fact(element, into: &lecture) {
                    takesYears = element.words.first == "promotions"
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

    /// "Date de décision | 01-07-2022", in cells or on one line.
    private static func fact(_ element: Element, into lecture: inout PageLecture) -> Bool {
        guard let first = element.passages.first else { return false }
        for (label, setter) in facts {
            guard let count = label.length(in: first.words) else { continue }
            let value: Passage?
            switch element {
            case .row(let row):
                guard count == first.words.count else { continue }
                value = row.cells.dropFirst().first { !$0.isBlank }
            case .passage(let passage): value = passage.rest(afterWords: count)
            }
            guard let value, !value.isPlaceholder else {
                lecture.claim(first, .miseEnPage("libellé de tableau"))
                return true
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
            return true
        }
        return false
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
            let word = line.part.text.prefix { $0 != " " && $0 != "\u{A0}" }
            guard word == "-" || CalendarDate(String(word)) != nil,
                let date = PrintedLine(line.part.part(0..<word.utf8.count), of: line.source),
                let rest = line.rest(from: word.utf8.count)
            else { return nil }
            return Entry(date: Passage(date), text: [.passage(Passage(rest))])
        }
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
