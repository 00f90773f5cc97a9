import FicheModel
import JSONText
import SiteBuild

/// One row a document, and their sum.
enum CheckTable {
    static func text(_ documents: [DocumentCheck]) -> String {
        let head = ["Document", "Forme", "Fiche", "Rubriques", "Mots", "Non reconnus", "Couverture", "Remarques"]
        var rows = [head] + documents.map(row)
        if documents.count > 1 { rows.append(sum(documents)) }
        return TextTable.columns(rows, right: 3...6, rules: documents.count > 1) + "\n"
    }

    private static func row(_ document: DocumentCheck) -> [String] {
        [
            shortened(document.name, to: 44), document.format?.rawValue ?? "non reconnue", fiches(document.fiches),
            String(document.champs), String(document.mots), String(document.nonReconnus),
            share(document.mots - document.nonReconnus, of: document.mots),
            remarks(document.errors, document.warnings),
        ]
    }

    private static func sum(_ documents: [DocumentCheck]) -> [String] {
        func total(_ path: KeyPath<DocumentCheck, Int>) -> Int { documents.reduce(0) { $0 + $1[keyPath: path] } }
        let (words, lost) = (total(\.mots), total(\.nonReconnus))
        let fiches = documents.reduce(0) { $0 + $1.fiches.count }
        return [
            "\(documents.count) documents", "", "\(fiches) fiche\(fiches > 1 ? "s" : "")", "", String(words),
            String(lost), share(words - lost, of: words), remarks(total(\.errors), total(\.warnings)),
        ]
    }

    private static func fiches(_ identifiants: [String]) -> String {
        switch identifiants.count {
        case 0: "aucune"
        case 1: shortened(identifiants[0], to: 24)
        default: "\(identifiants.count) fiches"
        }
    }

    /// A long path without its first folders; a long name without its beginning, which says less than its end.
    private static func shortened(_ path: String, to width: Int) -> String {
        guard path.count > width else { return path }
        var rest = path[...]
        while rest.count + 2 > width, let slash = rest.firstIndex(of: "/") { rest = rest[rest.index(after: slash)...] }
        return rest.count + 2 <= width ? "…/" + rest : "…" + rest.suffix(width - 1)
    }

    private static func remarks(_ errors: Int, _ warnings: Int) -> String {
        var remarks: [String] = []
        if errors > 0 { remarks.append("\(errors) erreur\(errors > 1 ? "s" : "")") }
        if warnings > 0 { remarks.append("\(warnings) avertissement\(warnings > 1 ? "s" : "")") }
        return remarks.isEmpty ? "—" : remarks.joined(separator: ", ")
    }

    /// In tenths of a percent, rounded down: 100 % is said of nothing but the whole.
    private static func share(_ part: Int, of total: Int) -> String {
        guard total > 0 else { return "—" }
        let thousandths = part * 1000 / total
        return "\(thousandths / 10),\(thousandths % 10) %"
    }

    static func json(_ document: DocumentCheck) -> JSONValue {
        [
            "fichier": .string(document.name), "format": .optional(document.format?.rawValue),
            "fiches": .strings(document.fiches), "rubriques": .int(document.champs), "mots": .int(document.mots),
            "repris": .int(document.repris), "mise_en_page": .int(document.miseEnPage),
            "non_reconnus": .int(document.nonReconnus), "erreurs": .int(document.errors),
            "avertissements": .int(document.warnings),
        ]
    }
}
