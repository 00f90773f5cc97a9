import FicheModel
import FrenchText

/// The division of the catalogue by state, as of the date of the build. A fiche may stand in several lists: one that is in
/// force with its échéance near, one that is past it and has been followed by another.
enum ListesParEtat: String, CaseIterable {
    case enVigueur = "en-vigueur"
    case echeanceProche = "echeance-proche"
    case echue = "echues"
    case delivrancePossible = "delivrance-encore-possible"
    case remplacee = "remplacees"
    case depubliee = "depubliees"
    case declareeActive = "declarees-actives"
    case declareeInactive = "declarees-inactives"
    case nonPrecisee = "validite-non-precisee"

    var titre: String {
        switch self {
        case .enVigueur: "En vigueur"
        case .echeanceProche: "En vigueur, échéance dans les \(EtatDeValidite.moisAvantEcheance)\u{A0}mois"
        case .echue: "Échues"
        case .delivrancePossible: "Échues, délivrance encore possible"
        case .remplacee: "Remplacées par une autre"
        case .depubliee: "Dépubliées du répertoire"
        case .declareeActive: "Déclarées actives, sans échéance connue"
        case .declareeInactive: "Déclarées inactives, sans échéance connue"
        case .nonPrecisee: "Validité non précisée"
        }
    }

    /// The lists in which a fiche stands.
    static func lists(of fiche: FicheSummary, etat: EtatDeValidite, lineage: Lineage) -> [ListesParEtat] {
        let hasSuccessor = fiche.numeroFiche.map(lineage.hasSuccessor) ?? !fiche.nouvelles.isEmpty
        let replaced: [ListesParEtat] = hasSuccessor ? [.remplacee] : []
        switch etat.nature {
        case .enVigueur: return [.enVigueur]
        case .echeanceProche: return [.enVigueur, .echeanceProche]
        case .echue: return [.echue] + (etat.delivranceJusquAu == nil ? [] : [.delivrancePossible]) + replaced
        case .depubliee: return [.depubliee] + replaced
        case .declareeActive: return [.declareeActive]
        case .declareeInactive: return [.declareeInactive] + replaced
        case .nonPrecisee: return [.nonPrecisee]
        }
    }

    static func taxonomy(_ fiches: [FicheSummary], etats: [EtatDeValidite], lineage: Lineage) -> Taxonomy {
        var builder = TaxonomyBuilder()
        for index in fiches.indices {
            for list in lists(of: fiches[index], etat: etats[index], lineage: lineage) {
                builder.add(
                    index, id: list.rawValue, slug: list.rawValue, titre: list.titre, code: nil, key: list.rawValue)
            }
        }
        return builder.taxonomy(.etat) { id, _ in
            Array(String(allCases.firstIndex { $0.rawValue == id } ?? allCases.count).utf8)
        }
    }
}
