import FicheModel
import FrenchText

/// The blocs de compétences: the main matter of a fiche.
enum BlocsPage {
    /// `[{numero, ancre, lien, libelle, code?, code_derive, competences? (HTML), modalites_evaluation? (HTML), prerequis_entree?,
    /// prerequis_validation?, unites?: [{ancre, numero?, libelle, activites?, competences?}]}]`.
    ///
    /// - Parameter pages: whether the title of each bloc leads to its page; else it leads to itself.
    static func data(_ blocs: [BlocDeCompetences], pages: Bool = false) -> [PageData] {
        blocs.map { bloc in
            var data = Self.bloc(bloc, titres: 5)
            data["lien"] = pages ? "blocs/\(bloc.numero)/" : "#bloc-\(bloc.numero)"
            return data
        }
    }

    /// One bloc; headings inside its texts begin at the level `titres`.
    static func bloc(_ bloc: BlocDeCompetences, titres: Int) -> PageData {
        let anchor = "bloc-\(bloc.numero)"
        var data: PageData = [
            "numero": String(bloc.numero), "ancre": anchor, "libelle": Typography.spaced(bloc.libelle),
            "code_derive": bloc.codeDerive,
        ]
        data.set("code", bloc.code)
        data.set(
            "competences",
            ListeAncree.html(
                cell: bloc.listeCompetences, items: bloc.competences, prefix: "\(anchor)-c", titres: titres))
        data.set(
            "modalites_evaluation",
            bloc.modalitesEvaluationTexte.map { TexteHTML.html($0, titres: titres) }
                ?? ListeAncree.list(bloc.modalitesEvaluation))
        data.set(texte: "prerequis_entree", bloc.prerequisEntree, titres: titres)
        data.set(texte: "prerequis_validation", bloc.prerequisValidation, titres: titres)
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
