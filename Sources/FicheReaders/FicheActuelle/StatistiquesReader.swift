import FicheModel
import FrenchText

/// Reads the figures of each year's graduates.
enum StatistiquesReader {
    static func read(_ section: PageSection?, into lecture: inout PageLecture) {
        guard let section else { return }
        let head = Set(section.elements.filter { isHead($0.words) }.flatMap(\.words))
        let hasVAE = head.contains("vae")
        var prose: [Element] = []
        for element in lecture.withoutHeads(section.elements, heads, shortest: 2) {
            let values = values(of: element)
            guard let promotion = promotion(values, hasVAE: hasVAE || values.count == 6),
                values.count >= 4 || hasColumns(values.count, head)
            else {
                prose.append(element)
                continue
            }
            lecture.fiche.statistiquesPromotions.append(promotion)
            lecture.claim(element, .repris(.statistiquesPromotions))
        }
        if !prose.isEmpty { lecture.fiche.statistiques = lecture.texte(prose, for: .statistiques)?.texte }
    }

    private static let heads: Set<String> = [
        "annee", "d", "obtention", "de", "la", "certification", "nombre", "certifies", "a", "suite", "un", "parcours",
        "vae",
        "taux", "insertion", "global", "6", "mois", "en", "dans", "le", "metier", "vise", "2", "ans",
    ]

    private static func isHead(_ words: [String]) -> Bool { words.count > 1 && words.allSatisfy(heads.contains) }

    /// True when the head names the columns of a table that has fewer than the page's own.
    private static func hasColumns(_ count: Int, _ head: Set<String>) -> Bool {
        head.contains("annee") && head.contains("nombre")
            && (count < 3 || head.contains("vae") || head.contains("global"))
    }

    private static func values(of element: Element) -> [String] {
        switch element {
        case .row(let row): row.cells.map(\.text)
        case .passage(let passage): passage.text.split(separator: " ").map(String.init)
        }
    }

    private static func promotion(_ values: [String], hasVAE: Bool) -> StatistiquesPromotion? {
        guard let first = values.first, first.utf8.count == 4, let annee = Int(first), (2...6).contains(values.count)
        else {
            return nil
        }
        let figures = values.dropFirst().map(number)
        guard figures.allSatisfy({ $0 != nil }) else { return nil }
        var rest = figures.compactMap { $0 }[...]
        var promotion = StatistiquesPromotion(annee: annee)
        promotion.nombreCertifies = rest.popFirst()?.count
        if hasVAE { promotion.nombreCertifiesVAE = rest.popFirst()?.count }
        promotion.tauxInsertionGlobal6Mois = rest.popFirst()?.value
        promotion.tauxInsertionMetier6Mois = rest.popFirst()?.value
        promotion.tauxInsertionMetier2Ans = rest.popFirst()?.value
        return promotion
    }

    private struct Figure {
        var value: Double?
        var count: Int? { value.flatMap { $0 == $0.rounded() && $0 < 1e9 ? Int($0) : nil } }
    }

    /// A number, or an empty figure for a dash; nil for a word.
    private static func number(_ text: String) -> Figure? {
        let plain = text.filter { $0 != "%" && $0 != " " && $0 != "\u{A0}" }
        if plain.isEmpty || plain == "-" { return Figure(value: nil) }
        let point = String(plain.map { $0 == "," ? "." : $0 })
        guard point.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }) else { return nil }
        return Double(point).map { Figure(value: $0) }
    }
}
