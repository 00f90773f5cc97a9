import FicheModel

/// The result of an audit of accessibility. Without one, the site says that it is not conformant: nothing is claimed that
/// nobody looked at (décret n° 2019-768 du 24 juillet 2019).
public struct AuditAccessibilite: Equatable, Sendable {
    /// What a declaration may say.
    public enum Etat: String, CaseIterable, Sendable {
        case totale, partielle, non

        /// The state in the words of the model declaration.
        var enClair: String {
            switch self {
            case .totale: "totalement conforme"
            case .partielle: "partiellement conforme"
            case .non: "non conforme"
            }
        }
    }

    public var etat: Etat
    /// The share of criteria that are met, in percent.
    public var taux: Int
    public var date: CalendarDate
    /// Who made the audit.
    public var auditeur: String
    /// The reference that was applied, with its version.
    public var referentiel: String
    /// What does not conform, one by one.
    public var nonConformites: [String]
}

/// Reads `accessibilite`.
enum AuditAccessibiliteReader {
    private static let keys = ["etat", "taux", "date", "auditeur", "referentiel", "non_conformites"]

    /// Nil, with what is wrong noted, unless all that makes an audit is there.
    static func read(_ node: SettingNode, _ reader: inout SettingReader) -> AuditAccessibilite? {
        guard case .mapping = node.value else {
            reader.reject(
                node, "Le résultat d’un audit a plusieurs parties",
                hint: "Écrivez « etat », « taux », « date » et « auditeur »")
            return nil
        }
        reader.checkKeys(of: node, among: keys)
        guard let text = reader.text(node["etat"]), let etat = AuditAccessibilite.Etat(rawValue: text) else {
            reader.reject(
                node["etat"] ?? node, "L’état de conformité est « totale », « partielle » ou « non »",
                hint: "Sans audit, retirez « accessibilite » : le site dit alors qu’il n’est pas conforme")
            return nil
        }
        guard let taux = reader.number(node["taux"]), (0...100).contains(taux), let date = reader.date(node["date"]),
            let auditeur = reader.text(node["auditeur"])
        else {
            reader.reject(
                node, "Un état de conformité ne s’annonce qu’avec l’audit qui le fonde",
                hint: "Donnez « taux » (de 0 à 100), « date » et « auditeur »")
            return nil
        }
        let consistent =
            switch etat {
            case .totale: taux == 100
            case .partielle: (50...99).contains(taux)
            case .non: taux < 50
            }
        guard consistent else {
            reader.reject(
                node["taux"] ?? node, "Un taux de \(taux) % ne va pas avec l’état « \(text) »",
                hint: "« totale » veut 100 %, « partielle » 50 % au moins")
            return nil
        }
        return AuditAccessibilite(
            etat: etat, taux: taux, date: date, auditeur: auditeur,
            referentiel: reader.text(node["referentiel"]) ?? "RGAA, version 4.1",
            nonConformites: (node["non_conformites"]?.elements ?? []).compactMap { reader.text($0) })
    }
}
