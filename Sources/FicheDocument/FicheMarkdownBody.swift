import FicheModel
import Markdown

/// The sections of the published Markdown.
enum FicheMarkdownBody {
    /// What stands under the heading of a field; nil when the fiche says nothing or the front matter says it.
    static func content(of champ: Champ, in fiche: Fiche) -> String? {
        if let texte = Fiche.champsTexte.first(where: { $0.champ == champ }) {
            return fiche[keyPath: texte.chemin].map { guarded($0, level: 2) }
        }
        switch champ {
        case .validationPartielle: return fiche.validationPartielle?.perimetre.map { guarded($0, level: 2) }
        case .blocsCompetences: return joined(fiche.blocsCompetences.map(bloc))
        case .voiesAcces: return joined(juries(of: fiche.voiesAcces))
        case .baseLegale: return joined(textesLegaux(fiche.baseLegale))
        default: return nil
        }
    }

    /// The text with a space before each heading that the format would take for one of its own.
    ///
    /// - Parameter level: the deepest heading that the format uses at this place.
    static func guarded(_ text: String, level: Int) -> String {
        guard text.utf8.contains(UInt8(ascii: "#")) else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let rest = line.utf8.drop { $0 == 0x20 }
            let marks = rest.prefix { $0 == UInt8(ascii: "#") }.count
            let after = rest.dropFirst(marks).first
            let isHeading =
                line.utf8.count - rest.count <= 2 && marks >= 1 && marks <= level
                && (after == nil || after == 0x20 || after == 0x09)
            return isHeading ? " " + line : String(line)
        }.joined(separator: "\n")
    }

    private static func joined(_ parts: [String]) -> String? {
        parts.isEmpty ? nil : parts.joined(separator: "\n\n")
    }

    // MARK: Blocs

    private static func bloc(_ bloc: BlocDeCompetences) -> String {
        var parts = ["### \(bloc.numero). \(bloc.libelle)\(braces(of: bloc))"]
        func add(_ title: String, _ text: String?) {
            if let text { parts.append("#### \(title)\n\n\(guarded(text, level: 4))") }
        }
        /// Items that do not follow from the text are listed beside it.
        func addItems(_ title: String, _ items: [String], following text: [String]) {
            if items != text { parts.append("#### \(title)\n\n" + TextItems.list(items)) }
        }
        add("Prérequis à l’entrée", bloc.prerequisEntree)
        add("Compétences", bloc.listeCompetences)
        let stated = bloc.unites.isEmpty ? TextItems.items(of: bloc.listeCompetences ?? "") : []
        addItems("Compétences une à une", bloc.competences, following: stated)
        parts += bloc.unites.map(unite)
        add("Modalités d’évaluation", bloc.modalitesEvaluationTexte)
        addItems(
            "Modalités d’évaluation une à une", bloc.modalitesEvaluation,
            following: TextItems.items(of: bloc.modalitesEvaluationTexte ?? ""))
        add("Prérequis à la validation", bloc.prerequisValidation)
        return parts.joined(separator: "\n\n")
    }

    /// The code in braces; empty ones where the libellé itself would be mistaken for a code or a closed heading.
    private static func braces(of bloc: BlocDeCompetences) -> String {
        if let code = bloc.code { return bloc.codeDerive ? " {code dérivé: \(code)}" : " {\(code)}" }
        return bloc.libelle.hasSuffix("}") || bloc.libelle.hasSuffix("#") ? " {}" : ""
    }

    private static func unite(_ unite: UniteDeCompetences) -> String {
        let numero = unite.numero.map { " \($0)" } ?? ""
        let closing = unite.libelle.hasSuffix("}") || unite.libelle.hasSuffix("#") ? " {}" : ""
        var parts = ["#### Unité\(numero) : \(unite.libelle)\(closing)"]
        if !unite.activites.isEmpty { parts.append("##### Activités\n\n" + TextItems.list(unite.activites)) }
        if !unite.competences.isEmpty { parts.append("##### Compétences\n\n" + TextItems.list(unite.competences)) }
        return parts.joined(separator: "\n\n")
    }

    // MARK: Jury and base légale

    /// One section a composition: routes with the same jury share it.
    private static func juries(of voies: VoiesAcces) -> [String] {
        var written: Set<CodeVoieAcces> = []
        var parts: [String] = []
        for code in CodeVoieAcces.allCases {
            guard let jury = voies[code].compositionJury, !written.contains(code) else { continue }
            let same = CodeVoieAcces.allCases.filter { voies[$0].compositionJury == jury }
            written.formUnion(same)
            let title = same.map(\.rawValue).joined(separator: ", ")
            parts.append("### \(title)\n\n\(guarded(jury, level: 3))")
        }
        return parts
    }

    /// One section a run of texts with the same categories; facts in braces, empty ones so that none is read from the prose.
    private static func textesLegaux(_ textes: [TexteLegal]) -> [String] {
        var parts: [String] = []
        var categories: [TexteLegal.Categorie]?
        for texte in textes {
            if texte.categories != categories {
                categories = texte.categories
                let titles = texte.categories.map(\.titre).joined(separator: ", ")
                parts.append("### \(titles.isEmpty ? "Sans catégorie" : titles)")
            }
            let lines = texte.texte.split(separator: "\n", omittingEmptySubsequences: false)
            let indented = lines.map { $0.isEmpty ? "" : "  " + $0 }.joined(separator: "\n")
            parts.append("- \(indented.dropFirst(2)) {\(facts(of: texte))}")
        }
        return parts
    }

    private static func facts(of texte: TexteLegal) -> String {
        let facts: [(String, String?)] = [
            ("date_texte", texte.dateTexte?.iso), ("date_publication_jo", texte.datePublicationJO?.iso),
            ("date_effet", texte.dateEffet?.iso), ("date_fin", texte.dateFin?.iso),
            ("annees", texte.annees.map(String.init)),
        ]
        return facts.compactMap { name, value in value.map { "\(name): \($0)" } }.joined(separator: ", ")
    }
}
