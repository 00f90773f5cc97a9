import Diagnostics
import FicheModel
import FrenchText
import Markdown

/// Reads « ## Blocs de compétences »: one `### numero. libelle {code}` a bloc, its parts under `####`.
enum AuthoredBlocs {
    private static let champ = Champ.blocsCompetences

    static func read(_ content: [SourceLine], into fiche: inout Fiche, _ decoder: inout FieldDecoder) {
        let (lead, sections) = AuthoredBody.split(content, level: 3)
        decoder.unplaced(
            lead, "Ce texte n’appartient à aucun bloc", hint: "Commencez chaque bloc par « ### 1. Libellé du bloc »")
        var numbers = Numbers()
        for section in sections {
            guard let title = BlocTitle(section.title) else {
                decoder.unplacedSection(
                    section, .titreDeBloc, "Ce bloc n’a pas de libellé", severity: .error,
                    hint: "Écrivez « ### 1. Libellé du bloc {RNCP12345BC01} »")
                continue
            }
            var bloc = BlocDeCompetences(
                numero: number(of: title, &numbers, section, &decoder), code: title.code, codeDerive: title.codeDerive,
                libelle: title.libelle.text)
            decoder.ledger.claim(section.title, .miseEnPage("titre de rubrique"))
            for part in title.carried { decoder.ledger.claim(part, .repris(champ)) }
            readParts(section.content, into: &bloc, &decoder)
            fiche.blocsCompetences.append(bloc)
        }
    }

    /// The numbers that blocs have already.
    private struct Numbers {
        private var known: Set<Int> = []
        private(set) var next = 1

        /// False when another bloc has it.
        mutating func take(_ numero: Int) -> Bool {
            next = max(next, numero + 1)
            return known.insert(numero).inserted
        }
    }

    private static func number(
        of title: BlocTitle, _ numbers: inout Numbers, _ section: AuthoredSection, _ decoder: inout FieldDecoder
    ) -> Int {
        let next = numbers.next
        let position = SourcePosition(line: section.title.number)
        guard let numero = title.numero else {
            decoder.report(
                .warning, .titreDeBloc, "Ce bloc n’a pas de numéro : il prend le numéro \(next)", at: position,
                hint: "Écrivez « ### \(next). \(title.libelle.text) »")
            _ = numbers.take(next)
            return next
        }
        if !numbers.take(numero) {
            decoder.report(
                .error, .titreDeBloc, "Deux blocs portent le numéro \(numero)", at: position,
                hint: "Donnez à celui-ci le numéro \(next)")
            _ = numbers.take(next)
            return next
        }
        return numero
    }

    // MARK: Parts

    private enum Part: Hashable {
        case competences, competencesUneAUne, modalites, modalitesUneAUne, prerequisEntree, prerequisValidation, unite
    }

    private static let titles: [(title: String, part: Part)] = [
        ("Compétences", .competences), ("Liste de compétences", .competences),
        ("Compétences une à une", .competencesUneAUne), ("Modalités d’évaluation", .modalites),
        ("Modalités d’évaluation texte", .modalites), ("Modalités d’évaluation une à une", .modalitesUneAUne),
        ("Prérequis à l’entrée", .prerequisEntree), ("Prérequis entrée", .prerequisEntree),
        ("Prérequis à la validation", .prerequisValidation), ("Prérequis validation", .prerequisValidation),
        ("Unité 1 : libellé", .unite),
    ]

    private static let keys = Dictionary(
        titles.map { (RubriqueTitles.key($0.title), $0.part) }, uniquingKeysWith: { first, _ in first })

    private static func part(for title: String) -> Part? {
        let key = RubriqueTitles.key(title)
        if key == "unite" || key.hasPrefix("unite ") { return .unite }
        return keys[key]
    }

    private static func readParts(
        _ content: [SourceLine], into bloc: inout BlocDeCompetences, _ decoder: inout FieldDecoder
    ) {
        let (lead, sections) = AuthoredBody.split(content, level: 4)
        let statesCompetences = sections.contains { part(for: $0.title.text) == .competences }
        if statesCompetences {
            decoder.unplaced(
                lead, "Ce texte du bloc n’est sous aucun titre",
                hint: "Mettez-le sous l’un des titres du bloc, par exemple « #### Compétences »")
        } else {
            // Directly under its heading a bloc lists its competences.
            bloc.listeCompetences = decoder.text(of: lead, champ, level: 4)
        }
        var competences: [String]?
        var modalites: [String]?
        var seen: Set<Part> = []
        for section in sections {
            guard let part = part(for: section.title.text) else {
                let near = NearestMatch.nearest(to: section.title.text, in: titles.map(\.title))
                decoder.unplacedSection(
                    section, .rubriqueInconnue, "« \(section.title.text) » n’est pas une partie de bloc",
                    hint: near.map { "Vouliez-vous dire « #### \($0) » ?" }
                        ?? "Parties possibles : Compétences, Modalités d’évaluation, Prérequis à l’entrée, Prérequis à la validation, Unité 1 : libellé"
                )
                continue
            }
            if part != .unite, !seen.insert(part).inserted {
                decoder.unplacedSection(
                    section, .rubriqueEnDouble, "« \(section.title.text) » est écrit deux fois dans ce bloc",
                    severity: .error, hint: "Réunissez les deux textes sous un seul titre")
                continue
            }
            decoder.ledger.claim(section.title, .miseEnPage("titre de rubrique"))
            func text() -> String? { decoder.text(of: section.content, champ, level: 4) }
            switch part {
            case .competences: bloc.listeCompetences = text()
            case .modalites: bloc.modalitesEvaluationTexte = text()
            case .prerequisEntree: bloc.prerequisEntree = text()
            case .prerequisValidation: bloc.prerequisValidation = text()
            case .competencesUneAUne: competences = TextItems.items(of: text() ?? "")
            case .modalitesUneAUne: modalites = TextItems.items(of: text() ?? "")
            case .unite: bloc.unites.append(unite(section, &decoder))
            }
        }
        // A bloc with unités keeps its competences in them.
        let stated = bloc.unites.isEmpty ? TextItems.items(of: bloc.listeCompetences ?? "") : []
        bloc.competences = competences ?? stated
        bloc.modalitesEvaluation = modalites ?? TextItems.items(of: bloc.modalitesEvaluationTexte ?? "")
    }

    private static func unite(_ section: AuthoredSection, _ decoder: inout FieldDecoder) -> UniteDeCompetences {
        let title = UniteTitle(section.title)
        for part in title.carried { decoder.ledger.claim(part, .repris(champ)) }
        if title.libelle.text.isEmpty {
            decoder.report(
                .error, .titreDeBloc, "Cette unité n’a pas de libellé", at: SourcePosition(line: section.title.number),
                hint: "Écrivez « #### Unité 1 : libellé »")
        }
        var unite = UniteDeCompetences(numero: title.numero, libelle: title.libelle.text)
        let (lead, parts) = AuthoredBody.split(section.content, level: 5)
        decoder.unplaced(
            lead, "Ce texte de l’unité n’est sous aucun titre",
            hint: "Écrivez au-dessus « ##### Activités » ou « ##### Compétences »")
        for part in parts {
            let key = RubriqueTitles.key(part.title.text)
            guard key == "activite" || key == "competence" else {
                decoder.unplacedSection(
                    part, .rubriqueInconnue, "« \(part.title.text) » n’est pas une partie d’unité",
                    hint: "Parties possibles : « ##### Activités », « ##### Compétences »")
                continue
            }
            decoder.ledger.claim(part.title, .miseEnPage("titre de rubrique"))
            let items = TextItems.items(of: decoder.text(of: part.content, champ, level: 5) ?? "")
            if key == "activite" { unite.activites += items } else { unite.competences += items }
        }
        return unite
    }
}
