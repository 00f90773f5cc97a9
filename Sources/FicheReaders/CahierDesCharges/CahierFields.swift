import FicheModel
import FrenchText

/// Fills the fields that a section's title or a plain sentence of the document gives; what it does not state stays nil.
struct CahierFields {
    private let sections: CahierSections
    private let notes: Set<Int>
    private(set) var provenance: [Champ: [SourceLine]] = [:]

    init(_ sections: CahierSections, notes: Set<Int>) {
        self.sections = sections
        self.notes = notes
    }

    mutating func fill(_ fiche: inout Fiche) {
        for rule in Self.titles {
            guard let blocks = sections.opening(of: rule.names, wholeTitle: rule.wholeTitle) else { continue }
            fiche[keyPath: rule.path] = text(blocks, rule.champ)
        }
        fiche.composantes = composantes()
        fiche.validiteComposantes = validiteComposantes()
        if fiche.prerequisValidationCertification == nil {
            fiche.prerequisValidationCertification = prerequisValidation()
        }
    }

    private typealias TitleRule = (
        champ: Champ, path: WritableKeyPath<Fiche, String?> & Sendable, names: [String], wholeTitle: Bool
    )

    /// The titles that branches give to these sections. A title that speaks of several things gives none of them.
    private static let titles: [TitleRule] = [
        (
            .activitesVisees, \.activitesVisees,
            [
                "metier vise", "metiers vises", "presentation du metier", "description du metier", "le metier",
                "definition du metier", "descriptif du metier", "emploi vise", "presentation de l emploi",
                "activites visees", "description des activites", "metier et activites",
            ], false
        ),
        (
            .objectifsContexte, \.objectifsContexte,
            [
                "objectifs et contexte", "contexte et objectifs", "objectifs et contexte de la certification",
                "objectifs du cqp",
                "contexte et objectifs du cqp", "objectifs de la certification",
            ], true
        ),
        (
            .secteursActivite, \.secteursActivite,
            ["secteurs d activite", "secteur d activite", "secteurs d activites"], true
        ),
        (
            .typeEmploiAccessibles, \.typeEmploiAccessibles,
            [
                "types d emplois accessibles", "emplois accessibles", "emplois vises", "type d emplois accessibles",
                "postes accessibles",
            ], true
        ),
        (
            .prerequisEntreeFormation, \.prerequisEntreeFormation,
            [
                "pre requis", "prerequis", "pre requis a l entree en formation", "prerequis a l entree en formation",
                "pre requis d acces au cqp", "prerequis d acces au cqp", "pre requis d acces a la formation",
                "prerequis d acces a la formation",
            ], true
        ),
        (
            .modalitesEvaluation, \.modalitesEvaluation,
            ["modalites d evaluation", "modalites d evaluation des competences", "modalites de certification"], true
        ),
    ]

    /// True for a title under which a field is read.
    static func isKnownTitle(_ title: String) -> Bool {
        let key = CahierSections.key(title)
        return titles.contains { $0.names.contains(key) } || key == "voies d acces"
    }

    private mutating func text(_ blocks: [CahierBlock], _ champ: Champ) -> String {
        provenance[champ, default: []] += blocks.flatMap(\.lines)
        return withoutCalls(DocumentComposer.text(of: blocks, notes: []))
    }

    private func withoutCalls(_ text: String) -> String {
        NoteCalls.removed(from: NoteCalls.normalised(text), known: notes).text
    }

    /// What the référentiel says of its domaines before the first of them: "Le CQP comporte 2 domaines de compétences…".
    private mutating func composantes() -> String? {
        for (index, section) in sections.sections.enumerated() {
            let next = index + 1 < sections.sections.count ? sections.sections[index + 1].titre : nil
            guard
                section.blocks.contains(where: { $0.competenceHeading != nil })
                    || next.flatMap(CompetenceHeading.init) != nil
            else { continue }
            let opening = section.opening.filter { block in
                let words = WordScanner.words(in: Folding.key(SourceMarkup.plain(block.text)))
                let parts: Set<String> = ["domaine", "domaines", "bloc", "blocs", "unite", "unites"]
                let verbs: Set<String> = [
                    "comporte", "comprend", "compose", "composee", "constitue", "constituee", "comptent", "compte",
                    "structure",
                    "organise", "articule", "valider", "valides", "validees", "valide", "decompose",
                ]
                return words.contains(where: parts.contains) && words.contains(where: verbs.contains)
            }
            if !opening.isEmpty { return text(opening, .composantes) }
        }
        return nil
    }

    /// The sentence that says how long a domaine once validated is kept; nil where two sentences disagree.
    private mutating func validiteComposantes() -> ValiditeComposantes? {
        var found: [(sentence: String, annees: Int?, lines: [SourceLine])] = []
        for block in sections.sections.flatMap(\.blocks) where block.isProse {
            for sentence in Sentences.split(SourceMarkup.plain(withoutCalls(block.text))) {
                let words = WordScanner.words(in: Folding.key(sentence))
                let parts = [
                    "domaine", "domaines", "bloc", "blocs", "unite", "unites", "composante", "composantes", "epreuve",
                    "epreuves",
                ]
                let verbs = [
                    "conserve", "conservent", "conserver", "acquis", "acquise", "acquises", "valable", "valables",
                    "validite",
                ]
                guard words.contains(where: parts.contains), words.contains(where: verbs.contains) else { continue }
                let isKept = words.contains {
                    ["benefice", "validite", "valable", "valables", "restent", "reste", "conserve"].contains($0)
                }
                guard isKept else { continue }
                if let annees = Sentences.years(words) {
                    found.append((sentence, annees, block.lines))
                } else if ["illimitee", "illimite", "vie"].contains(where: words.contains)
                    || Folding.key(sentence).contains("sans limit")
                {
                    found.append((sentence, nil, block.lines))
                }
            }
        }
        guard let first = found.first, found.allSatisfy({ $0.annees == first.annees }) else { return nil }
        provenance[.validiteComposantes] = first.lines
        return ValiditeComposantes(texte: first.sentence, annees: first.annees)
    }

    /// What a candidate must have done before the assessment: "Avant d'accéder aux évaluations, le candidat doit…".
    private mutating func prerequisValidation() -> String? {
        for section in sections.sections {
            for (index, block) in section.blocks.enumerated() where block.kind == .paragraph {
                let key = Folding.key(SourceMarkup.plain(block.text))
                let openings = [
                    "avant d'acceder aux", "avant de se presenter aux", "pour acceder aux", "pour se presenter aux",
                    "pour pouvoir se presenter aux", "pour pouvoir acceder aux", "avant de passer les",
                    "avant les evaluations",
                ]
                guard openings.contains(where: key.hasPrefix),
                    ["evaluation", "epreuve", "certification"].contains(where: key.contains)
                else { continue }
                let clause = WordScanner.words(in: key)
                guard clause.contains("candidat") || clause.contains("candidats"),
                    clause.contains("doit") || clause.contains("doivent")
                else { continue }
                var blocks = [block]
                // "La durée de cette expérience…", and the items that a colon announces, belong to it.
                for next in section.blocks.dropFirst(index + 1) {
                    let follows = Folding.key(SourceMarkup.plain(next.text))
                    let refersBack = next.kind == .paragraph && follows.hasPrefix("la duree de cette ")
                    let isListed = next.isItem && (block.text.hasSuffix(":") || blocks.last?.isItem == true)
                    guard refersBack || isListed else { break }
                    blocks.append(next)
                }
                return text(blocks, .prerequisValidationCertification)
            }
        }
        return nil
    }
}
