import FicheModel
import FrenchText
import Markdown

/// Reads the tables of organisations: who certifies, and who trains for it.
enum OrganismesReader {
    static func certificateurs(_ section: PageSection?, into lecture: inout PageLecture) {
        for element in lecture.withoutHeads(rows(section, columns: 4, &lecture), heads) {
            let cells = cells(of: element, columns: 4)
            guard let nom = value(cells, 0, for: .certificateurs, into: &lecture) else { continue }
            let siret = value(cells, 1, for: .certificateurs, into: &lecture)
            let commercial = value(cells, 2, for: .certificateurs, into: &lecture)
            lecture.fiche.certificateurs.append(
                Certificateur(
                    nom: nom, nomCommercial: commercial, siret: siret.map(digits),
                    siteInternet: value(cells, 3, for: .certificateurs, into: &lecture)))
        }
    }

    static func partenaires(_ section: PageSection?, into lecture: inout PageLecture) {
        // The lines of a name above the row that has its SIRET.
        var above: [Passage] = []
        for element in lecture.withoutHeads(rows(section, columns: 3, &lecture), heads) {
            let cells = cells(of: element, columns: 3)
            guard cells.count > 1 else {
                // "Le certificateur n’habilite aucun organisme préparant à la certification."
                if element.words.contains("aucun") {
                    lecture.claim(element, .miseEnPage("valeur vide"))
                } else {
                    above += cells
                }
                continue
            }
            var nom = value(cells, 0, for: .partenaires, into: &lecture)
            if nom == nil, cells[0].isBlank, !above.isEmpty {
                for passage in above { lecture.claim(passage, .repris(.partenaires)) }
                nom = above.map(\.text).joined(separator: " ")
            }
            above = []
            guard let nom else { continue }
            let siret = value(cells, 1, for: .partenaires, into: &lecture)
            lecture.fiche.partenaires.append(
                Partenaire(
                    nom: nom, siret: siret.map(digits), habilitation: value(cells, 2, for: .partenaires, into: &lecture)
                ))
        }
    }

    /// "Historique des changements de certificateurs": an item for each row of its table, else prose.
    static func historique(_ section: PageSection?, into lecture: inout PageLecture) {
        guard let section else { return }
        let elements = lecture.withoutHeads(section.elements, changeHeads)
        var items: [String] = []
        for element in elements {
            guard case .row(let row) = element else {
                lecture.fiche.historique = lecture.texte(elements, for: .historique)?.texte
                return
            }
            lecture.claim(element, .repris(.historique))
            let cells = row.cells.filter { !$0.isBlank && !$0.isPlaceholder }.map(\.text)
            if !cells.isEmpty { items.append("- " + MarkdownEscaping.escaped(cells.joined(separator: " — "))) }
        }
        if !items.isEmpty { lecture.fiche.historique = items.joined(separator: "\n") }
    }

    private static let changeHeads: Set<String> = [
        "nom", "legal", "du", "certificateur", "siret", "action", "date", "de", "la", "modification",
    ]

    private static func rows(_ section: PageSection?, columns: Int, _ lecture: inout PageLecture) -> [Element] {
        let elements = section?.elements ?? []
        let isHead: ([String]) -> Bool = { !$0.isEmpty && $0.allSatisfy(heads.contains) }
        if let stacked = StackedCells(elements, columns: columns, isHead: isHead) {
            for head in stacked.heads { lecture.claim(head, .miseEnPage("en-tête de tableau")) }
            return stacked.rows
        }
        return lecture.rows(elements, heads) { words, _ in PrintedTable.isSIRET(words) }
    }

    private static let heads: Set<String> = [
        "nom", "legal", "siret", "commercial", "site", "internet", "role", "habilitation", "habilitations", "du",
        "certificateur", "de", "l", "organisme", "partenaire",
    ]

    private static func value(
        _ cells: [Passage], _ index: Int, for champ: Champ, into lecture: inout PageLecture
    ) -> String? {
        guard cells.indices.contains(index) else { return nil }
        if cells[index].isPlaceholder {
            lecture.claimEmpty(cells[index])
            return nil
        }
        lecture.claim(cells[index], .repris(champ))
        return cells[index].text
    }

    private static func digits(_ siret: String) -> String { siret.filter { $0 != " " && $0 != "\u{A0}" } }

    /// The cells of a row; those of a line that ran them together are told apart by the SIRET.
    private static func cells(of element: Element, columns: Int) -> [Passage] {
        switch element {
        case .row(let row): return row.cells
        case .passage(let passage):
            guard let line = passage.line else { return [passage] }
            return parted(line, columns: columns)?.map(Passage.init) ?? [passage]
        }
    }

    private static func parted(_ line: PrintedLine, columns: Int) -> [PrintedLine]? {
        let bytes = Array(line.part.text.utf8)
        var words: [Range<Int>] = []
        var start: Int?
        for index in 0...bytes.count {
            if index < bytes.count, bytes[index] > 0x20 {
                start = start ?? index
            } else if let begun = start {
                words.append(begun..<index)
                start = nil
            }
        }
        func isDash(_ word: Range<Int>) -> Bool { word.count == 1 && bytes[word.lowerBound] == UInt8(ascii: "-") }
        let siret = words.firstIndex { word in
            word.count == 14 && bytes[word].allSatisfy { (0x30...0x39).contains($0) }
        }
        guard let siret = siret ?? words.firstIndex(where: isDash), siret > 0, siret + columns - 2 < words.count else {
            return nil
        }
        // Behind the SIRET: one value, or a name of several words and a site of one.
        var ranges = [words[0].lowerBound..<words[siret - 1].upperBound, words[siret]]
        let rest = words[(siret + 1)...]
        guard let first = rest.first, let last = rest.last else { return nil }
        if columns == 3 {
            ranges.append(first.lowerBound..<last.upperBound)
        } else {
            ranges.append(first.lowerBound..<rest[rest.endIndex - 2].upperBound)
            ranges.append(last)
        }
        let cells = ranges.compactMap { PrintedLine(line.part.part($0), of: line.source) }
        return cells.count == columns ? cells : nil
    }
}
