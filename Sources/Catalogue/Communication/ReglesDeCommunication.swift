import Diagnostics

/// What is not to be said of a certification, and what to say instead.
///
/// Sources: Code du travail, art. L. 6113-1 to L. 6113-6 (certifications and blocs are registered, formations are not);
/// décret n° 2019-14 du 8 janvier 2019 (levels are numbers from 1 to 8); Code de l’éducation, art. L. 613-1 and D. 613-3
/// (degrees and national diplomas are the State’s).
struct ReglesDeCommunication {
    let identifier: Diagnostic.Identifier
    let pattern: Regex<Substring>
    /// From the words that were found.
    let message: (String) -> String
    let hint: (String) -> String

    /// Made anew for each text: a `Regex` cannot be shared between threads.
    static var all: [ReglesDeCommunication] {
        [
            ReglesDeCommunication(
                identifier: .niveauEnAnnees, pattern: /(?i)\bbac(?:calauréat)?\s?\+\s?[0-9]/,
                message: { "« \($0) » : un niveau ne se compte pas en années d’études" },
                hint: { niveau(of: $0) }),
            ReglesDeCommunication(
                identifier: .gradeUsurpe, pattern: /(?i)\b(?:masters?|mastères?|bachelors?|MBA)\b/,
                message: { "« \($0) » nomme un grade ou un diplôme que cette certification n’est peut-être pas" },
                hint: { _ in "Écrivez l’intitulé exact et le type de la certification" }),
            ReglesDeCommunication(
                identifier: .formationPourCertification,
                pattern:
                    /(?i)\b(?:formations?|cursus|parcours|stages?)\s+(?:certifiée?s?\s+|enregistrée?s?\s+|inscrite?s?\s+|reconnue?s?\s+)?(?:(?:au|par\s+le)\s+)?(?:RNCP\b|répertoire\s+(?:national|spécifique))/,
                message: { "« \($0) » : c’est la certification qui est enregistrée, pas la formation" },
                hint: { _ in "Écrivez par exemple : formation qui prépare à la certification « … », RNCP12345" }),
            ReglesDeCommunication(
                identifier: .formationPourCertification,
                pattern: /(?i)\b(?:diplômes?|certifiée?s?|labels?|titres?\s+d[’']État)\s+RNCP\b/,
                message: { "« \($0) » : le RNCP est un répertoire, il ne délivre rien" },
                hint: { _ in "Écrivez qui délivre la certification, puis son numéro : RNCP12345" }),
            ReglesDeCommunication(
                identifier: .equivalence,
                pattern:
                    /(?i)\béquivalences?\b|\béquivalente?s?\s+(?:à|au|aux)\s+(?:un\s+|une\s+|la\s+|le\s+|l[’'])?(?:bac|bep|bts|but|cap|deug|diplôme|dut|licence|master|niveau|titre)\b/,
                message: { "« \($0) » : deux certifications ont des correspondances, pas d’équivalence" },
                hint: { _ in "Écrivez « correspondance », et seulement si une fiche la déclare" }),
            ReglesDeCommunication(
                identifier: .reconnaissance,
                pattern:
                    /(?i)\breconnue?s?\s+par\s+l[’']État\b|\b(?:agréé|homologué|labellisé|validé|approuvé)e?s?\s+par\s+(?:l[’']État|France\s+compétences)\b/,
                message: { "« \($0) » : une certification est enregistrée, et pour un temps" },
                hint: { _ in
                    "Écrivez « enregistrée au RNCP » ou « au répertoire spécifique », avec le numéro et l’échéance"
                }),
        ]
    }

    /// The level that is meant, where the old way of counting names one.
    private static func niveau(of words: String) -> String {
        let niveaux: [Character: Int] = ["2": 5, "3": 6, "4": 6, "5": 7, "8": 8]
        guard let years = words.last, let niveau = niveaux[years] else {
            return "Écrivez le niveau du cadre national, de 1 à 8, tel que la fiche le déclare"
        }
        return "Écrivez « niveau \(niveau) » si c’est celui que la fiche déclare"
    }
}

extension Diagnostic.Identifier {
    static let niveauEnAnnees: Self = "niveau-en-annees"
    static let gradeUsurpe: Self = "grade-usurpe"
    static let formationPourCertification: Self = "formation-pour-certification"
    static let equivalence: Self = "equivalence"
    static let reconnaissance: Self = "reconnaissance"
    public static let mentionManquante: Self = "mention-manquante"
}
