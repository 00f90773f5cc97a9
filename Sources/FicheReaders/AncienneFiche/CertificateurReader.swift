import FicheModel
import FrenchText

/// Reads the two columns "Autorité responsable de la certification" and "Qualité du(es) signataire(s)".
enum CertificateurReader {
    static func certificateurs(_ sections: Sections, into lecture: inout Lecture) -> [Certificateur] {
        let names = sections[.autorite]
        let capacities = sections[.qualite]
        let isApart = names.map { !$0.sharesLine && !$0.lines.isEmpty } ?? false
        let lines = (names?.lines ?? []) + (capacities?.lines ?? []) + signatories(sections[.elaboration])
        lecture.claim(lines, .repris(.certificateurs))
        if isApart, let names { return apart(names, capacities) }
        if lines.contains(where: \.isTabbed) { return tabbed(lines) }
        return columns(lines, isWrapped: lecture.isWrapped)
    }

    /// Who signs, below "Modalités d'élaboration de références": the form prints that heading in the column of the names.
    private static func signatories(_ section: Section?) -> [PrintedLine] {
        guard let lines = section?.lines, let start = lines.firstIndex(where: { QualiteDeSignataire.opens($0.text) })
        else { return [] }
        return Array(lines[start...])
    }

    /// Each heading with its own lines: the first name goes with the first capacity.
    private static func apart(_ names: Section, _ capacities: Section?) -> [Certificateur] {
        let qualites = groups(capacities?.lines ?? []).compactMap { BlockBuilder.wholeText($0) }
        return groups(names.lines).compactMap { BlockBuilder.wholeText($0) }.enumerated().map { index, nom in
            // An annexe of the Journal officiel closes each of its values.
            let nom = nom.hasSuffix(".") ? String(nom.dropLast()) : nom
            return Certificateur(nom: nom, qualiteSignataire: index < qualites.count ? qualites[index] : nil)
        }
    }

    private static func tabbed(_ lines: [PrintedLine]) -> [Certificateur] {
        lines.compactMap { line in
            let cells = line.source.cells.map { Folding.squeezed($0.text) }.filter { !$0.isEmpty }
            guard let nom = cells.first else { return nil }
            return Certificateur(nom: nom, qualiteSignataire: cells.count > 1 ? cells[1] : nil)
        }
    }

    /// Two columns that the extraction put one after the other: cells apart by blank lines, or both on one line.
    private static func columns(_ lines: [PrintedLine], isWrapped: Bool) -> [Certificateur] {
        var found: [Certificateur] = []
        var capacities: [String] = []
        let cells = isWrapped ? groups(lines).flatMap(cells) : lines.map { [$0] }
        for cell in cells {
            guard let text = BlockBuilder.wholeText(cell) else { continue }
            if QualiteDeSignataire.opens(text), !found.isEmpty {
                capacities.append(text)
            } else if let (nom, qualite) = QualiteDeSignataire.split(text) {
                give(capacities, to: &found)
                capacities = []
                found.append(Certificateur(nom: nom, qualiteSignataire: qualite))
            } else if isWrapped, cells.count == 2, !found.isEmpty {
                // The form has two cells: the second is the capacity, whatever its words.
                capacities.append(text)
            } else {
                give(capacities, to: &found)
                capacities = []
                found.append(Certificateur(nom: text))
            }
        }
        give(capacities, to: &found)
        return found
    }

    /// Gives capacities to the names above them: one each where there are as many, else to the last name.
    private static func give(_ capacities: [String], to found: inout [Certificateur]) {
        let open = Array(found.indices.reversed().prefix { found[$0].qualiteSignataire == nil }.reversed())
        guard !capacities.isEmpty, let last = found.indices.last else { return }
        if capacities.count == open.count {
            for (index, text) in zip(open, capacities) { found[index].qualiteSignataire = text }
        } else {
            let all = [found[last].qualiteSignataire].compactMap { $0 } + capacities
            found[last].qualiteSignataire = all.joined(separator: ", ")
        }
    }

    /// A group divided where a capacity begins, and after it.
    private static func cells(of group: [PrintedLine]) -> [[PrintedLine]] {
        var cells: [[PrintedLine]] = []
        for line in group {
            let first = cells.last?.first?.text ?? ""
            let goesOn = LineEnds.beginsInLowerCase(line.text) || LineEnds.endsInLink(cells.last?.last?.text ?? "")
            if cells.isEmpty || (!goesOn && (QualiteDeSignataire.opens(line.text) || QualiteDeSignataire.opens(first)))
            {
                cells.append([line])
            } else {
                cells[cells.count - 1].append(line)
            }
        }
        return cells
    }

    private static func groups(_ lines: [PrintedLine]) -> [[PrintedLine]] {
        var groups: [[PrintedLine]] = []
        for line in lines {
            if line.follows, !groups.isEmpty { groups[groups.count - 1].append(line) } else { groups.append([line]) }
        }
        return groups
    }
}

/// The capacity in which somebody signs: "Président", "Le directeur général", "Délégué Général".
enum QualiteDeSignataire {
    private static let titles: Set<String> = [
        "president", "presidente", "vice", "directeur", "directrice", "delegue", "deleguee", "recteur", "rectrice",
        "ministre",
        "secretaire", "gerant", "gerante", "administrateur", "administratrice", "doyen", "doyenne", "proviseur",
        "proviseure",
        "principal", "responsable", "chef", "cheffe", "coordonnateur", "coordonnatrice", "prefet", "prefete",
        "fondateur",
        "fondatrice", "pdg", "dg", "inspecteur", "inspectrice", "commandant", "general", "rapporteur", "tresorier",
    ]
    private static let articles: Set<String> = ["le", "la", "monsieur", "madame", "m", "mme", "l"]

    /// True when a text begins as a capacity does.
    static func opens(_ text: String) -> Bool {
        let words = WordScanner.words(in: Folding.folded(text)).drop { articles.contains($0) }
        return words.first.map(titles.contains) ?? false
    }

    /// A name and the capacity after it on one line; nil when there is no capacity.
    static func split(_ text: String) -> (nom: String, qualite: String)? {
        let bytes = Array(text.utf8)
        let ranges = WordScanner.ranges(in: bytes)
        let words = ranges.map { Folding.folded(String(decoding: bytes[$0], as: UTF8.self)) }
        // In the middle of a line a capacity begins with a capital: "Président", "Le directeur général".
        let start = words.indices.reversed().lazy.filter { titles.contains(words[$0]) }.compactMap { index -> Int? in
            var start = index
            while start > 0, titles.contains(words[start - 1]) || articles.contains(words[start - 1]) { start -= 1 }
            return beginsInCapital(bytes, ranges[start]) ? start : nil
        }.first
        guard let start, start > 0 else { return nil }
        let nom = Folding.squeezed(String(decoding: bytes[..<ranges[start].lowerBound], as: UTF8.self))
        return (nom, Folding.squeezed(String(decoding: bytes[ranges[start].lowerBound...], as: UTF8.self)))
    }

    private static func beginsInCapital(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        String(decoding: bytes[range], as: UTF8.self).unicodeScalars.first?.properties.isUppercase ?? false
    }
}
