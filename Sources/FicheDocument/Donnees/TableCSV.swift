import FicheModel

/// The tables of the open data: fiches, blocs, competences.
public enum TableCSV: String, CaseIterable, Sendable {
    case fiches, blocs, competences

    /// Where the table is published, from the root of the site.
    public var path: String { "donnees/\(rawValue).csv" }

    /// How pages call it.
    public var titre: String {
        switch self {
        case .fiches: "Fiches"
        case .blocs: "Blocs de compétences"
        case .competences: "Compétences"
        }
    }

    /// What one row stands for.
    public var ligne: String {
        switch self {
        case .fiches: "Une ligne par certification."
        case .blocs: "Une ligne par bloc de compétences."
        case .competences: "Une ligne par compétence, dans l’ordre de la fiche."
        }
    }

    /// The columns in order, with what each holds.
    public var colonnes: [(nom: String, sens: String)] {
        switch self {
        case .fiches:
            [
                Self.identifiant, Self.numeroFiche, ("repertoire", "RNCP ou RS"), ("intitule", "intitulé exact"),
                ("abrege", "code du type de certification"), ("niveau", "de 1 à 8"),
                ("codes_nsf", "séparés par « | »"), ("codes_rome", "séparés par « | »"),
                ("certificateurs", "séparés par « | »"), ("sirets", "de ces certificateurs, séparés par « | »"),
                ("voies_acces", "codes des voies ouvertes, séparés par « | »"),
                (
                    "etat",
                    "en-vigueur, echeance-proche, echue, depubliee, declaree-active, declaree-inactive ou non-precisee"
                ),
                ("etat_au", "jour pour lequel l’état est établi"), ("date_decision", "décision d’enregistrement"),
                ("date_effet", "prise d’effet"), ("date_fin", "échéance, dernier jour de validité"),
                ("date_limite_delivrance", "dernier jour de délivrance possible"),
                ("nombre_blocs", "nombre de blocs de compétences"), ("adresse", "page de la fiche"),
                ("format", "forme de la source"), ("date_des_donnees", "date des données, quand la source la donne"),
            ]
        case .blocs:
            [
                Self.identifiant, Self.numeroFiche, Self.bloc, ("code", "code du bloc, s’il en a un"),
                ("code_derive", "oui quand la source n’imprime que le numéro"), ("libelle", "libellé du bloc"),
                ("nombre_competences", "compétences énumérées, unités comprises"),
                ("modalites_evaluation", "séparées par « | »"), ("adresse", "ce bloc dans la page de la fiche"),
            ]
        case .competences:
            [
                Self.identifiant, Self.numeroFiche, Self.bloc, ("bloc_code", "code du bloc, s’il en a un"),
                ("bloc_libelle", "libellé du bloc"), ("unite", "unité de compétences, quand le bloc en a"),
                ("numero", "rang de la compétence dans le bloc ou dans l’unité"),
                ("competence", "texte, sans mise en forme"),
                ("adresse", "ce bloc dans la page de la fiche"),
            ]
        }
    }

    /// The rows of one fiche.
    ///
    /// - Parameter adresse: the address of its page.
    public func rows(of fiche: Fiche, etat: EtatDeValidite, adresse: String) -> [[String]] {
        let key = [fiche.identifiant, fiche.numeroFiche ?? ""]
        switch self {
        case .fiches: return [key + Self.faits(fiche, etat: etat, adresse: adresse)]
        case .blocs: return fiche.blocsCompetences.map { key + Self.bloc($0, adresse: adresse) }
        case .competences:
            return fiche.blocsCompetences.flatMap { bloc -> [[String]] in
                let head = key + [String(bloc.numero), bloc.code ?? "", bloc.libelle]
                let end = "\(adresse)#bloc-\(bloc.numero)"
                func rows(_ items: [String], _ unite: String) -> [[String]] {
                    items.enumerated().map { head + [unite, String($0 + 1), TexteBrut.texte($1), end] }
                }
                return rows(bloc.competences, "") + bloc.unites.flatMap { rows($0.competences, $0.libelle) }
            }
        }
    }

    private static let identifiant = (nom: "identifiant", sens: "identifiant dans ce catalogue")
    private static let numeroFiche = (nom: "numero_fiche", sens: "RNCP31387, RS5678 ; vide sans numéro")
    private static let bloc = (nom: "bloc", sens: "rang du bloc dans la fiche ; les codes ne sont pas toujours uniques")
    private static let separator = " | "

    private static func faits(_ fiche: Fiche, etat: EtatDeValidite, adresse: String) -> [String] {
        let dates = fiche.enregistrement
        func list(_ values: [String]) -> String { values.joined(separator: separator) }
        func iso(_ date: CalendarDate?) -> String { date?.iso ?? "" }
        return [
            fiche.repertoire?.rawValue ?? "", fiche.intitule, fiche.abrege?.code ?? "",
            fiche.niveau?.europe.map { String($0) } ?? "", list(fiche.codesNSF.map(\.code)),
            list(fiche.codesROME.map(\.code)), list(fiche.certificateurs.map(\.nom)),
            list(fiche.certificateurs.compactMap(\.siret)), list(fiche.voiesAcces.ouvertes.map(\.rawValue)), etat.code,
            etat.date.iso, iso(dates.dateDecision), iso(dates.dateEffet), iso(dates.dateFin),
            iso(dates.dateLimiteDelivrance), String(fiche.blocsCompetences.count), adresse,
            fiche.source.format.rawValue, iso(fiche.source.dateDesDonnees),
        ]
    }

    private static func bloc(_ bloc: BlocDeCompetences, adresse: String) -> [String] {
        let count = bloc.competences.count + bloc.unites.reduce(0) { $0 + $1.competences.count }
        return [
            String(bloc.numero), bloc.code ?? "", bloc.codeDerive ? "oui" : "non", bloc.libelle, String(count),
            bloc.modalitesEvaluation.map(TexteBrut.texte).joined(separator: separator),
            "\(adresse)#bloc-\(bloc.numero)",
        ]
    }
}
