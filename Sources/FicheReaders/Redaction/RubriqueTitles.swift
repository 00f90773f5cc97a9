import Diagnostics
import FicheModel
import FrenchText

/// Compares the headings of an authored fiche with those that the format knows.
enum RubriqueTitles {
    /// The words without case, accents, apostrophes and final s: "Types d’emplois" and "type_d_emploi" are the same.
    static func key(_ title: String) -> String {
        WordScanner.words(in: Folding.folded(title)).map { word in
            word.utf8.count > 2 && word.hasSuffix("s") ? String(word.dropLast()) : word
        }.joined(separator: " ")
    }

    /// The fields that have a section of their own in the body.
    static let champs: [Champ] =
        Fiche.champsTexte.map(\.champ) + [
            .dureeValidite, .validationPartielle, .blocsCompetences, .voiesAcces, .baseLegale,
        ]

    /// The heading under which the page shows, and the twin repeats, what no field could take.
    static let autresInformations = "Autres informations"

    static func champ(for title: String) -> Champ? { byKey[key(title)] }

    /// The heading that the author probably meant.
    static func nearest(to title: String) -> String? {
        let wanted = key(title)
        if let near = NearestMatch.nearest(to: wanted, in: keys), let champ = byKey[near] {
            return champ.titre
        }
        let words = Set(wanted.split(separator: " ").filter { $0.utf8.count > 3 })
        let shared = titleKeys.max { left, right in
            words.intersection(left.split(separator: " ")).count < words.intersection(right.split(separator: " ")).count
        }
        guard let shared, !words.isDisjoint(with: shared.split(separator: " ")) else { return nil }
        return titles[shared]
    }

    private static let keys = byKey.keys.sorted()
    private static let titles = Dictionary(
        champs.map { (key($0.titre), $0.titre) }, uniquingKeysWith: { first, _ in first })
    private static let titleKeys = titles.keys.sorted()

    private static let byKey: [String: Champ] = {
        var table: [String: Champ] = [:]
        for champ in champs {
            table[key(champ.titre)] = champ
            table[key(champ.rawValue)] = champ
        }
        for (title, champ) in otherTitles { table[key(title)] = champ }
        return table
    }()

    /// Headings of the register's own pages and forms, where they differ from ours.
    private static let otherTitles: [(String, Champ)] = [
        ("Objectifs et contexte de la certification", .objectifsContexte), ("Objectifs", .objectifsContexte),
        ("Activités", .activitesVisees), ("Capacités attestées", .capacitesAttestees),
        ("Secteurs d’activités", .secteursActivite), ("Types d’emplois", .typeEmploiAccessibles),
        ("Emplois accessibles", .typeEmploiAccessibles),
        ("Références juridiques des règlementations d’activité", .reglementationsActivites),
        ("Réglementation d’activité", .reglementationsActivites),
        ("Le cas échéant, prérequis à l’entrée en formation", .prerequisEntreeFormation),
        ("Le cas échéant, prérequis à la validation de la certification", .prerequisValidationCertification),
        ("Prérequis à la validation", .prerequisValidationCertification),
        ("Descriptif des composantes de la certification", .composantes), ("Composantes", .composantes),
        ("Modalités d’évaluation de la certification", .modalitesEvaluation),
        ("Blocs", .blocsCompetences), ("Voies d’accès", .voiesAcces), ("Composition du jury", .voiesAcces),
        ("Voies d’accès à la certification", .voiesAcces), ("Textes réglementaires", .baseLegale),
        ("Liens avec d’autres certifications professionnelles", .liensAutresCertifications),
        ("Accords européens ou internationaux", .accordsEuropeensInternationaux),
        ("Autres sources", .autresSources), ("Durée de validité", .dureeValidite),
        ("Historique de la certification", .historique),
        ("Lieux de préparation à la certification", .lieuxPreparation),
    ]
}
