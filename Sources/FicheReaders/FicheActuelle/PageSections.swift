/// A heading of the page with what stands under it.
struct PageSection {
    let rubrique: RubriqueActuelle
    let heading: Passage
    var elements: [Element] = []
}

/// The page divided at its headings.
struct PageSections {
    private(set) var sections: [PageSection] = []
    /// What stands before the first heading.
    private(set) var preamble: [Element] = []
    private(set) var claims: [Claim] = []
    /// True when a heading that its page never breaks was broken: the layout wraps its lines.
    private(set) var wrapsHeadings = false

    subscript(rubrique: RubriqueActuelle) -> PageSection? { sections.first { $0.rubrique == rubrique } }

    init(_ elements: [Element]) {
        var seen: Set<RubriqueActuelle> = []
        var last: RubriqueActuelle?
        var index = 0
        while index < elements.count {
            guard let found = Self.heading(in: elements, at: index, seen: seen, last: last) else {
                if repeatsHeading(elements[index]) {
                    claims += elements[index].ranges.map { Claim($0, .miseEnPage("titre de rubrique")) }
                    index += 1
                    continue
                }
                if !seen.contains(.blocs), Self.opensBloc(elements, at: index),
                    let heading = elements[index].passages.first
                {
                    // Some copies lose the heading above the blocs.
                    sections.append(PageSection(rubrique: .blocs, heading: heading))
                    seen.insert(.blocs)
                    last = max(last ?? .blocs, .blocs)
                }
                append(elements[index])
                index += 1
                continue
            }
            for (passage, count) in found.taken {
                for range in passage.bytes(ofWords: 0..<count) {
                    claims.append(Claim(range, .miseEnPage("titre de rubrique")))
                }
            }
            if let heading = elements[index].passages.first {
                sections.append(PageSection(rubrique: found.rubrique, heading: heading))
            }
            seen.insert(found.rubrique)
            if !found.rubrique.isFree { last = max(last ?? found.rubrique, found.rubrique) }
            if found.taken.count > 1, found.rubrique > .echeance { wrapsHeadings = true }
            if found.isTableHead {
                // The head is furniture of the table: its reader claims it.
                append(elements[index])
            } else if let value = found.value {
                append(.passage(value))
            }
            index += found.elements
        }
    }

    /// True for the text of a link right under the heading of the same words.
    private func repeatsHeading(_ element: Element) -> Bool {
        guard let last = sections.last, last.elements.isEmpty, last.rubrique.isLate || last.rubrique.isFree else {
            return false
        }
        return last.heading.words == element.words
    }

    /// True for the code of a bloc with the head of its table below.
    private static func opensBloc(_ elements: [Element], at index: Int) -> Bool {
        guard case .passage(let passage) = elements[index], BlocCode.opening(passage.text) != nil else { return false }
        return elements[(index + 1)...].prefix(4).contains { BlocsActuelsReader.isHead($0.words) }
    }

    private mutating func append(_ element: Element) {
        if sections.isEmpty { preamble.append(element) } else { sections[sections.count - 1].elements.append(element) }
    }

    private struct Found {
        let rubrique: RubriqueActuelle
        /// The passages that hold the wording, each with the number of its words.
        let taken: [(Passage, Int)]
        let elements: Int
        let value: Passage?
        var isTableHead = false
    }

    private static func heading(
        in elements: [Element], at index: Int, seen: Set<RubriqueActuelle>, last: RubriqueActuelle?
    ) -> Found? {
        let first = elements[index]
        guard let opening = first.words.first, openings.contains(opening) else { return nil }
        if let line = first.line, Bullet(line) != nil { return nil }
        let reach = reach(from: index, in: elements)
        let words = reach.flatMap(\.words)
        var best: (rubrique: RubriqueActuelle, length: Int)?
        for rubrique in RubriqueActuelle.allCases where isAllowed(rubrique, seen: seen, last: last) {
            for wording in rubrique.wordings {
                guard let length = wording.length(in: words), length > best?.length ?? 0 else { continue }
                best = (rubrique, length)
            }
        }
        guard let best else { return nil }
        if best.rubrique.isTableHead, best.length > 2 {
            return Found(rubrique: best.rubrique, taken: [], elements: 1, value: nil, isTableHead: true)
        }
        var taken: [(Passage, Int)] = []
        var left = best.length
        for passage in reach where left > 0 {
            taken.append((passage, min(left, passage.words.count)))
            left -= passage.words.count
        }
        guard let (end, count) = taken.last else { return nil }
        if case .row = first { return nil }
        let value = end.words.count > count ? end.rest(afterWords: count) : nil
        if let value, !best.rubrique.takesRestOfLine || !opensValue(of: end, count, value, best.rubrique) { return nil }
        return Found(rubrique: best.rubrique, taken: taken, elements: taken.count, value: value)
    }

    /// The first words of all wordings: most lines are no headings.
    private static let openings: Set<String> = [
        "l", "nomenclature", "code", "codes", "formacode", "formacodes", "convention", "conventions", "ccn", "ccn1",
        "ccn2", "ccn3", "date", "certificateur", "certificateurs", "nom", "resume", "objectif", "objectifs", "activite",
        "activites", "competence", "competences", "capacites", "modalite", "modalites", "bloc", "blocs", "secteur",
        "secteurs", "type", "types", "reference", "references", "voie", "voies", "le", "cas", "prerequis", "validite",
        "lien", "liens", "base", "bases", "autres", "pour", "certification", "certifications", "nouvelle", "nouvelles",
        "liste", "statistique", "statistiques", "niveau", "duree", "si", "possibilite", "referentiel", "historique",
        "prerequis", "pre", "description",
    ]

    /// The passages that stand together from one on, at most four; one element in HTML.
    private static func reach(from index: Int, in elements: [Element]) -> [Passage] {
        guard case .passage(let first) = elements[index] else { return elements[index].passages }
        var reach = [first]
        guard first.line != nil else { return reach }
        for element in elements[(index + 1)...].prefix(3) {
            guard case .passage(let passage) = element, let line = passage.line, line.follows, Bullet(line) == nil
            else {
                break
            }
            reach.append(passage)
        }
        return reach
    }

    private static func isAllowed(
        _ rubrique: RubriqueActuelle, seen: Set<RubriqueActuelle>, last: RubriqueActuelle?
    ) -> Bool {
        guard !seen.contains(rubrique) else { return false }
        if rubrique == .modalitesEvaluation { return last == .competences }
        // Below "Base légale" it is a line of the table of dates.
        if rubrique == .debut { return last.map { $0 <= .echeance } ?? true }
        if rubrique == .autresTextes { return last == .textesInstaurant || last == .arretes || last == .baseLegale }
        guard let last, !rubrique.isFree else { return true }
        if rubrique.isLate, last >= .voieAcces { return true }
        return rubrique > last
    }

    /// A value follows its heading behind a colon; of a level and a length, without one too.
    private static func opensValue(
        of passage: Passage, _ count: Int, _ value: Passage, _ rubrique: RubriqueActuelle
    ) -> Bool {
        if rubrique == .niveau || rubrique == .validite { return true }
        let all = passage.text.utf8
        guard let colon = all.firstIndex(of: UInt8(ascii: ":")) else { return false }
        return all.distance(from: colon, to: all.endIndex) >= value.text.utf8.count
    }
}
