import FicheModel
import FrenchText

/// The legal texts under their printed headings, each folded to one line.
enum BaseLegalePage {
    /// `[{titre, textes: [{resume?, texte (HTML)}]}]`. A text that stands under two headings is shown once, under both.
    static func data(_ textes: [TexteLegal]) -> [PageData] {
        var groups: [(categories: [TexteLegal.Categorie], textes: [TexteLegal])] = []
        for texte in textes {
            if let index = groups.firstIndex(where: { $0.categories == texte.categories }) {
                groups[index].textes.append(texte)
            } else {
                groups.append((texte.categories, [texte]))
            }
        }
        let order = TexteLegal.Categorie.allCases
        func rank(_ group: (categories: [TexteLegal.Categorie], textes: [TexteLegal])) -> Int {
            group.categories.compactMap { order.firstIndex(of: $0) }.min() ?? order.count
        }
        return groups.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map {
            _, group in
            let titre = group.categories.map(\.titre).joined(separator: "\u{A0}; ")
            return [
                "titre": titre.isEmpty ? TexteLegal.Categorie.autre.titre : titre, "textes": group.textes.map(texte),
            ]
        }
    }

    private static func texte(_ texte: TexteLegal) -> PageData {
        var data: PageData = ["texte": TexteHTML.html(texte.texte, titres: 4)]
        // A short text is its own summary.
        if texte.texte.utf8.count > shortText { data["resume"] = resume(texte) }
        var facts: [PageData] = []
        func add(_ titre: String, _ valeur: String?) {
            if let valeur { facts.append(["titre": titre, "valeur": valeur]) }
        }
        add("Date du texte", texte.dateTexte?.inFull)
        add("Journal officiel", texte.datePublicationJO?.inFull)
        add("Prise d’effet", texte.dateEffet?.inFull)
        add("Fin", texte.dateFin?.inFull)
        add("Durée", texte.annees.map(Phrases.years))
        data.set("faits", facts)
        return data
    }

    private static let shortText = 160

    private static func resume(_ texte: TexteLegal) -> String {
        var parts: [String] = []
        if let date = texte.dateTexte, let nature = nature(of: texte.texte) {
            parts.append("\(nature) du \(date.inFull)")
        } else {
            parts.append(beginning(of: texte.texte))
        }
        if let years = texte.annees { parts.append("enregistrement pour \(Phrases.years(years))") }
        if let end = texte.dateFin { parts.append("jusqu’au \(end.inFull)") }
        return parts.joined(separator: ", ")
    }

    /// The kind of text by its first word, as printed.
    private static func nature(of texte: String) -> String? {
        guard let first = WordScanner.words(in: String(texte.prefix(60))).first else { return nil }
        return natures.contains(Folding.key(first)) ? Phrases.capitalised(first) : nil
    }

    private static let natures: Set<String> = [
        "arrete", "decret", "loi", "ordonnance", "decision", "avis", "accord", "deliberation", "avenant",
    ]

    private static func beginning(of texte: String) -> String {
        let plain = Typography.spaced(Folding.squeezed(texte.filter { $0 != "*" && $0 != "\\" && $0 != "#" }))
        guard plain.count > summaryLength else { return plain }
        let cut = plain.prefix(summaryLength)
        let end = cut.lastIndex(of: " ") ?? cut.endIndex
        return cut[..<end] + "…"
    }

    private static let summaryLength = 110
}
