import FicheModel
import Markdown

/// Reads blocs that an author, or a program, wrote in the front matter with the keys of the contract.
enum FrontMatterBlocs {
    private static let champ = Champ.blocsCompetences

    static func read(_ node: FrontMatterNode, _ decoder: inout FieldDecoder) -> [BlocDeCompetences] {
        var blocs: [BlocDeCompetences] = []
        for element in decoder.elements(node) {
            let next = (blocs.map(\.numero).max() ?? 0) + 1
            guard let bloc = bloc(element, numero: next, &decoder) else { continue }
            if blocs.contains(where: { $0.numero == bloc.numero }) {
                decoder.mistyped(
                    element, "Deux blocs portent le numéro \(bloc.numero)", hint: "Donnez à celui-ci le numéro \(next)")
                continue
            }
            blocs.append(bloc)
        }
        return blocs
    }

    private static let keys = [
        "numero", "code", "code_derive", "libelle", "competences", "modalites_evaluation", "liste_competences",
        "modalites_evaluation_texte", "prerequis_entree", "prerequis_validation", "unites",
    ]

    private static func bloc(
        _ node: FrontMatterNode, numero: Int, _ decoder: inout FieldDecoder
    ) -> BlocDeCompetences? {
        guard let members = decoder.members(node, keys: keys, bare: "libelle"),
            let libelle = FrontMatterLists.required("libelle", in: members, of: node, champ, &decoder)
        else { return nil }
        func text(_ key: String) -> String? { members[key].flatMap { decoder.commonMark($0, champ) } }
        var bloc = BlocDeCompetences(numero: numero, code: text("code"), libelle: libelle)
        bloc.numero = members["numero"].flatMap { decoder.int($0, champ, in: 1...999, what: "un numéro") } ?? numero
        bloc.codeDerive = members["code_derive"].flatMap { decoder.bool($0) } ?? false
        bloc.prerequisEntree = text("prerequis_entree")
        bloc.prerequisValidation = text("prerequis_validation")
        bloc.unites = members["unites"].map { unites($0, &decoder) } ?? []
        let competences = members["competences"].map { decoder.texts($0, champ) }
        let modalites = members["modalites_evaluation"].map { decoder.texts($0, champ) }
        // Each of text and items gives the other where it stands alone.
        bloc.listeCompetences = text("liste_competences") ?? list(competences)
        bloc.modalitesEvaluationTexte = text("modalites_evaluation_texte") ?? list(modalites)
        let stated = bloc.unites.isEmpty ? TextItems.items(of: bloc.listeCompetences ?? "") : []
        bloc.competences = competences ?? stated
        bloc.modalitesEvaluation = modalites ?? TextItems.items(of: bloc.modalitesEvaluationTexte ?? "")
        return bloc
    }

    private static func list(_ items: [String]?) -> String? {
        items.flatMap { $0.isEmpty ? nil : TextItems.list($0) }
    }

    private static func unites(_ node: FrontMatterNode, _ decoder: inout FieldDecoder) -> [UniteDeCompetences] {
        decoder.elements(node).compactMap { element in
            let keys = ["numero", "libelle", "activites", "competences"]
            guard let members = decoder.members(element, keys: keys, bare: "libelle"),
                let libelle = FrontMatterLists.required("libelle", in: members, of: element, champ, &decoder)
            else { return nil }
            return UniteDeCompetences(
                numero: members["numero"].flatMap { decoder.int($0, champ, in: 1...999, what: "un numéro") },
                libelle: libelle,
                activites: members["activites"].map { decoder.texts($0, champ) } ?? [],
                competences: members["competences"].map { decoder.texts($0, champ) } ?? [])
        }
    }
}
