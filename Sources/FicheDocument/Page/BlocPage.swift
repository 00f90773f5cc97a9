import FicheModel
import FrenchText

/// The page of one bloc: what it certifies, how it is assessed, of which fiche it is part.
public enum BlocPage {
    /// The data of the template `bloc`; nil when the fiche has no bloc of this number.
    ///
    /// Keys: `bloc` (as in `blocs_competences`), `fiche: {titre, adresse, numero?, ancre}`, the keys of `fiche-etat`,
    /// `correspondances?` of this bloc, `correspondances_recues?` that others declare towards it, `precedent?`, `suivant?`: `{numero, libelle, adresse}`.
    public static func data(_ fiche: Fiche, numero: Int, etat: EtatDeValidite, context: FicheContext) -> PageData? {
        let blocs = fiche.blocsCompetences
        guard let place = blocs.firstIndex(where: { $0.numero == numero }) else { return nil }
        let bloc = blocs[place]
        var data: PageData = [
            "racine": context.racine, "page": page(bloc, of: fiche, context: context),
            "bloc": BlocsPage.bloc(bloc, titres: 3), "fiche": self.fiche(fiche, bloc),
        ]
        FichePage.addState(fiche, etat: etat, context: context, to: &data)
        data.set("avis_demonstration", context.demonstration.map(TexteHTML.enLigne))
        let lignee = LigneePage(context: context)
        data.set("correspondances", lignee.correspondances(correspondances(of: bloc, in: fiche)))
        data.set("correspondances_recues", lignee.recues(recues(by: bloc, in: fiche, context: context)))
        if place > 0 { data["precedent"] = neighbour(blocs[place - 1]) }
        if place + 1 < blocs.count { data["suivant"] = neighbour(blocs[place + 1]) }
        return data
    }

    /// The correspondances that the fiche declares for this bloc by its code. Those of the whole certification are not its own.
    static func correspondances(of bloc: BlocDeCompetences, in fiche: Fiche) -> [Correspondance] {
        guard let code = bloc.code.map(key) else { return [] }
        return fiche.correspondances.filter { $0.blocs.contains { key($0) == code } }
    }

    /// Those that other fiches declare towards this bloc by its code.
    static func recues(by bloc: BlocDeCompetences, in fiche: Fiche, context: FicheContext) -> [CorrespondanceRecue] {
        guard let code = bloc.code.map(key) else { return [] }
        return context.correspondancesRecues(of: fiche).filter { $0.blocsIci.contains { key($0) == code } }
    }

    /// Codes are written with and without spaces.
    private static func key(_ code: String) -> String { code.filter { !$0.isWhitespace }.uppercased() }

    private static func page(_ bloc: BlocDeCompetences, of fiche: Fiche, context: FicheContext) -> PageData {
        let number = fiche.numeroFiche.map(Phrases.numero)
        let name = "Bloc\u{A0}\(bloc.numero)"
        let libelle = Typography.spaced(bloc.libelle)
        let intitule = Typography.spaced(fiche.intitule)
        return [
            "titre": "\(name)\u{A0}: \(libelle)",
            "titre_complet": ["\(name), \(libelle)", number ?? intitule, context.titreSite].compactMap { $0 }
                .joined(separator: " – "),
            "classe": "bloc",
            "description": "\(name) de la certification «\u{A0}\(intitule)\u{A0}»\u{A0}: \(libelle).",
            "fil": [
                ["titre": "Accueil", "adresse": ""], ["titre": "Fiches", "adresse": "fiches/"],
                ["titre": number ?? intitule, "adresse": "fiches/\(fiche.identifiant)/"], ["titre": name],
            ] as [PageData],
        ]
    }

    private static func fiche(_ fiche: Fiche, _ bloc: BlocDeCompetences) -> PageData {
        var data: PageData = [
            "titre": Typography.spaced(fiche.intitule), "adresse": "../../", "ancre": "bloc-\(bloc.numero)",
            "nombre": Phrases.count(fiche.blocsCompetences.count, "bloc", "blocs"),
        ]
        data.set("numero", fiche.numeroFiche.map(Phrases.numero))
        return data
    }

    private static func neighbour(_ bloc: BlocDeCompetences) -> PageData {
        [
            "numero": String(bloc.numero), "libelle": Typography.spaced(bloc.libelle),
            "adresse": "../\(bloc.numero)/",
        ]
    }
}
