import FicheModel
import JSONText
import SiteBuild

/// One row a document.
enum CheckTable {
    static func text(_ documents: [DocumentCheck]) -> String {
        let head = ["Document", "Forme", "Fiches", "Rubriques", "Mots", "Repris", "Non reconnus", "Remarques"]
        return TextTable.columns([head] + documents.map(row)) + "\n"
    }

    private static func row(_ document: DocumentCheck) -> [String] {
        [
            document.name, document.format?.rawValue ?? "non reconnue",
            document.fiches.count == 1 ? document.fiches[0] : String(document.fiches.count), String(document.champs),
            String(document.mots), share(document.repris, of: document.mots), String(document.nonReconnus),
            remarks(document),
        ]
    }

    private static func remarks(_ document: DocumentCheck) -> String {
        var remarks: [String] = []
        if document.errors > 0 { remarks.append("\(document.errors) erreur\(document.errors > 1 ? "s" : "")") }
        if document.warnings > 0 {
            remarks.append("\(document.warnings) avertissement\(document.warnings > 1 ? "s" : "")")
        }
        return remarks.isEmpty ? "—" : remarks.joined(separator: ", ")
    }

    private static func share(_ part: Int, of total: Int) -> String {
        guard total > 0 else { return "—" }
        let thousandths = (part * 1000 + total / 2) / total
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
