import FicheModel
import JSONText

/// The account of every word of a document, fiche by fiche.
struct CoverageReport {
    private let fiches: [Fiche]

    init(_ fiches: [Fiche]) { self.fiches = fiches }

    /// For programs: one object, or a list where the document holds several fiches.
    var json: JSONValue {
        let accounts = fiches.map(Self.json)
        return accounts.count == 1 ? accounts[0] : .array(accounts)
    }

    private static func json(_ fiche: Fiche) -> JSONValue {
        let couverture = fiche.source.couverture
        return [
            "identifiant": .string(fiche.identifiant),
            "format": .string(fiche.source.format.rawValue),
            "mots": .int(couverture.mots),
            "repris": .int(couverture.repris),
            "mise_en_page": .object(couverture.miseEnPage.map { JSONValue.Member($0.nature, .int($0.mots)) }),
            "non_reconnus": .int(couverture.nonReconnus),
            "passages": .array(
                couverture.passages.map { ["ligne": .int($0.ligne), "texte": .string($0.texte)] }),
        ]
    }

    /// For people: a table, then what could not be placed with its lines.
    var text: String { fiches.map(Self.text).joined(separator: "\n") }

    private static func text(_ fiche: Fiche) -> String {
        let couverture = fiche.source.couverture
        let title = fiche.numeroFiche ?? fiche.identifiant
        var text = "\(title) — \(fiche.intitule)\n"
        text += "forme reconnue : \(fiche.source.format.libelle)\n"
        text += row("mots du document", couverture.mots, of: couverture.mots)
        text += row("repris dans la fiche", couverture.repris, of: couverture.mots)
        text += row("mise en page", couverture.motsMiseEnPage, of: couverture.mots)
        for (nature, mots) in couverture.miseEnPage { text += row("  \(nature)", mots, of: couverture.mots) }
        text += row("non reconnus", couverture.nonReconnus, of: couverture.mots)
        for passage in couverture.passages { text += "  ligne \(passage.ligne) : \(passage.texte)\n" }
        return text
    }

    private static func row(_ label: String, _ count: Int, of total: Int) -> String {
        // In thousandths, by whole numbers: the same text on every machine.
        let share = total == 0 ? 0 : (count * 1000 + total / 2) / total
        let percent = "\(share / 10),\(share % 10) %"
        return TextTable.padded(label, to: 44) + TextTable.padded(String(count), to: 8, right: true)
            + TextTable.padded(percent, to: 10, right: true) + "\n"
    }
}
