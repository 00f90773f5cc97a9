/// The two national registers (Code du travail, art. L. 6113-1 and L. 6113-6).
public enum Repertoire: String, Sendable, CaseIterable {
    /// Répertoire national des certifications professionnelles.
    case rncp = "RNCP"
    /// Répertoire spécifique.
    case rs = "RS"

    /// The normalised number of a fiche: `RNCP31387` from "31387", "RNCP 31387" or "rncp31387"; nil when it is no number.
    public func numero(_ text: String) -> String? {
        var digits = text.utf8.filter { $0 != 0x20 && $0 != 0x09 && $0 != 0x2D && $0 != 0x3A }
        let prefix = Array(rawValue.lowercased().utf8)
        if digits.count > prefix.count, digits.prefix(prefix.count).map({ $0 | 0x20 }) == prefix {
            digits.removeFirst(prefix.count)
        }
        guard (1...7).contains(digits.count), digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
        return rawValue + String(decoding: digits, as: UTF8.self)
    }

    /// The register and the normalised number of a text such as "RNCP31387" or "RS 5678".
    public static func parse(_ text: String) -> (repertoire: Repertoire, numero: String)? {
        let upper = text.uppercased()
        for repertoire in allCases where upper.hasPrefix(repertoire.rawValue) {
            if let numero = repertoire.numero(text) { return (repertoire, numero) }
        }
        return nil
    }

    /// The address of the authoritative fiche on the site of France compétences.
    public func adresseOfficielle(numero: String) -> String {
        "https://www.francecompetences.fr/recherche/\(rawValue.lowercased())/\(numero.dropFirst(rawValue.count))/"
    }
}
