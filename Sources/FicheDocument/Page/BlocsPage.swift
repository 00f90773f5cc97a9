import FicheModel
import FrenchText

/// The blocs de compétences: the main matter of a fiche.
enum BlocsPage {
    /// `[{numero, ancre, libelle, code?, code_derive, competences? (HTML), modalites_evaluation? (HTML), prerequis_entree?,
    /// prerequis_validation?, unites?: [{ancre, numero?, libelle, activites?, competences?}]}]`.
    static func data(_ blocs: [BlocDeCompetences]) -> [PageData] { blocs.map(bloc) }

    private static func bloc(_ bloc: BlocDeCompetences) -> PageData {
        let anchor = "bloc-\(bloc.numero)"
        var data: PageData = [
            "numero": String(bloc.numero), "ancre": anchor, "libelle": Typography.spaced(bloc.libelle),
            "code_derive": bloc.codeDerive,
        ]
        data.set("code", bloc.code)
        data.set(
            "competences",
            ListeAncree.html(cell: bloc.listeCompetences, items: bloc.competences, prefix: "\(anchor)-c", titres: 5))
        data.set(
            "modalites_evaluation",
            bloc.modalitesEvaluationTexte.map { TexteHTML.html($0, titres: 5) }
                ?? ListeAncree.list(bloc.modalitesEvaluation))
        data.set(texte: "prerequis_entree", bloc.prerequisEntree, titres: 5)
        data.set(texte: "prerequis_validation", bloc.prerequisValidation, titres: 5)
        // Unités come before the assessment of the whole bloc: the two do not stand side by side.
        data["avec_colonnes"] = bloc.unites.isEmpty
        data["deux_colonnes"] = data["competences"] != nil && data["modalites_evaluation"] != nil
        data.set(
            "unites", bloc.unites.enumerated().map { unite($1, anchor: "\(anchor)-u\($0 + 1)") })
        return data
    }

    private static func unite(_ unite: UniteDeCompetences, anchor: String) -> PageData {
        var data: PageData = ["ancre": anchor, "libelle": Typography.spaced(unite.libelle)]
        data.set("numero", unite.numero.map(String.init))
        data.set("activites", ListeAncree.list(unite.activites))
        data.set("competences", ListeAncree.list(unite.competences, prefix: "\(anchor)-c"))
        return data
    }
}
