import FicheModel
import FrenchText

/// The facts that whoever speaks of a certification has to reproduce as they are: exact title, number, type, level,
/// certifier, dates of the registration, address of the official fiche. What the source does not give is said.
public struct Mentions: Sendable {
    /// One fact, with its value as it is to be written; nil where the source does not give it.
    public struct Fait: Equatable, Sendable {
        public let titre: String
        public let valeur: String?
        /// What is said where there is no value.
        public let absence: String
    }

    /// In the order in which they are read.
    public let faits: [Fait]
    /// The address of the official fiche; nil without a number, or with one that the catalogue made up.
    public let adresseOfficielle: String?
    /// True when the number is one that the catalogue made up: such a certification is not to be spoken of at all.
    public let numeroFictif: Bool

    public init(_ fiche: Fiche, context: FicheContext) {
        let dates = fiche.enregistrement
        var names = Set<String>()
        let certifiers = fiche.certificateurs.map(\.nom).filter { names.insert($0).inserted }
        isRS = fiche.repertoire == .rs
        numeroFictif = fiche.numeroFiche.map(context.numerosFictifs.contains) ?? false
        adresseOfficielle = fiche.numeroFiche.flatMap(context.adresseOfficielle)
        var faits = [
            Fait(titre: "Intitulé exact", valeur: Typography.spaced(fiche.intitule), absence: ""),
            Fait(titre: "Code", valeur: fiche.numeroFiche, absence: "aucun numéro de répertoire dans la source"),
            Fait(titre: "Niveau", valeur: fiche.niveau.flatMap(Self.niveau), absence: "aucun niveau déclaré"),
            Fait(
                titre: certifiers.count > 1 ? "Certificateurs" : "Certificateur",
                valeur: certifiers.isEmpty ? nil : certifiers.map(Typography.spaced).joined(separator: ", "),
                absence: "non communiqué"),
            Fait(
                titre: "Décision d’enregistrement", valeur: dates.dateDecision?.inFull, absence: "date non communiquée"),
            Fait(
                titre: "Échéance de l’enregistrement", valeur: dates.dateFin?.inFull, absence: "date non communiquée"),
        ]
        if let type = fiche.abrege {
            faits.insert(
                Fait(titre: "Type", valeur: Typography.spaced(type.libelle ?? type.code), absence: ""), at: 2)
        }
        self.faits = faits
    }

    /// The facts that the source does not give, by their titles. The Répertoire spécifique has no levels.
    public var manquants: [String] {
        faits.filter { $0.valeur == nil && !(isRS && $0.titre == "Niveau") }.map(\.titre)
    }

    private let isRS: Bool

    private static func niveau(_ niveau: Niveau) -> String? {
        niveau.europe.map { "niveau\u{A0}\($0)" }
            ?? niveau.nomenclature1969.map { "niveau\u{A0}\($0) de la nomenclature de 1969" }
    }

    /// All in one sentence each, for copying.
    public var texte: String {
        func value(_ titre: String) -> String? { faits.first { $0.titre == titre }?.valeur }
        func said(_ titre: String) -> String {
            guard let fait = faits.first(where: { $0.titre == titre }) else { return "" }
            return fait.valeur ?? fait.absence
        }
        let head = ["«\u{A0}\(said("Intitulé exact"))\u{A0}»", value("Code"), value("Type"), value("Niveau")]
        let certifier = faits.first { $0.titre.hasPrefix("Certificateur") }
        var sentences = [head.compactMap { $0 }.joined(separator: ", ") + "."]
        if let certifier {
            sentences.append("\(certifier.titre)\u{A0}: \(certifier.valeur ?? certifier.absence).")
        }
        sentences.append(
            "Décision d’enregistrement\u{A0}: \(said("Décision d’enregistrement"))\u{202F}; "
                + "échéance de l’enregistrement\u{A0}: \(said("Échéance de l’enregistrement")).")
        if let adresseOfficielle { sentences.append("Fiche officielle\u{A0}: \(adresseOfficielle)") }
        return sentences.joined(separator: " ")
    }
}

/// The box of a fiche page that holds these facts.
enum MentionsPage {
    /// `{texte, faits: [{titre, valeur, absent}], sans_numero, fictif}`.
    static func data(_ fiche: Fiche, context: FicheContext) -> PageData {
        let mentions = Mentions(fiche, context: context)
        return [
            "texte": mentions.texte, "sans_numero": fiche.numeroFiche == nil, "fictif": mentions.numeroFictif,
            "faits": mentions.faits.map { fait -> PageData in
                ["titre": fait.titre, "valeur": fait.valeur ?? fait.absence, "absent": fait.valeur == nil]
            },
        ]
    }
}
