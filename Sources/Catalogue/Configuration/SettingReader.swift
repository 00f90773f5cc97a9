import Diagnostics
import FicheModel
import FrenchText

/// Takes typed values out of a mapping and notes what is wrong with the rest.
struct SettingReader {
    let file: String
    private(set) var diagnostics: [Diagnostic] = []

    init(file: String) { self.file = file }

    /// Notes every key of `node` that is none of `keys`, with the nearest.
    mutating func checkKeys(of node: SettingNode, among keys: [String]) {
        for entry in node.entries where !keys.contains(entry.key) {
            let nearest = NearestMatch.nearest(to: entry.key, in: keys)
            diagnostics.append(
                Diagnostic(
                    .warning, .cleInconnue, "« \(entry.key) » n’est pas un réglage connu", file: file,
                    position: entry.keyPosition,
                    hint: nearest.map { "Vouliez-vous dire « \($0) » ?" }
                        ?? "Réglages connus : \(keys.joined(separator: ", "))"))
        }
    }

    mutating func text(_ node: SettingNode?) -> String? {
        guard let node else { return nil }
        if case .scalar = node.value { return node.text }
        reject(node, "Il faut ici un texte")
        return nil
    }

    mutating func truth(_ node: SettingNode?) -> Bool? {
        guard let node, let text = text(node) else { return nil }
        switch Folding.key(text) {
        case "oui", "true", "vrai", "yes", "on": return true
        case "non", "false", "faux", "no", "off": return false
        default:
            reject(node, "« \(text) » ne dit ni oui ni non", hint: "Écrivez « oui » ou « non »")
            return nil
        }
    }

    mutating func number(_ node: SettingNode?) -> Int? {
        guard let node, let text = text(node) else { return nil }
        if let number = Int(text) { return number }
        reject(node, "« \(text) » n’est pas un nombre entier")
        return nil
    }

    mutating func date(_ node: SettingNode?) -> CalendarDate? {
        guard let node, let text = text(node) else { return nil }
        if let date = CalendarDate(text) { return date }
        reject(node, "« \(text) » n’est pas une date", hint: "Écrivez-la AAAA-MM-JJ, par exemple 2026-01-31")
        return nil
    }

    mutating func reject(
        _ node: SettingNode, _ message: String, hint: String? = nil, _ severity: Diagnostic.Severity = .error
    ) {
        diagnostics.append(
            Diagnostic(severity, .valeurInvalide, message, file: file, position: node.position, hint: hint))
    }
}
