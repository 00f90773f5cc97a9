import FicheModel

/// A fiche without its words, and its state. A class: lists of fiches are made again and again, and a copy of a document costs.
final class IndexedFiche: Sendable {
    let document: SearchDocument
    let etat: EtatDeValidite

    init(_ document: SearchDocument, at date: CalendarDate) {
        self.document = document
        etat = EtatDeValidite(
            etatFiche: document.etatFiche, actif: document.actif, dateFin: document.dateFin,
            dateLimiteDelivrance: document.dateLimiteDelivrance, at: date)
    }

    /// How far the certification can be counted on: 2 in force, 1 not stated, 0 past.
    var standing: Int {
        switch etat.nature {
        case .enVigueur, .echeanceProche, .declareeActive: 2
        case .nonPrecisee: 1
        case .echue, .depubliee, .declareeInactive: 0
        }
    }

    /// The state as the facet has it.
    var facette: String {
        switch etat.nature {
        case .enVigueur, .echeanceProche: "en-vigueur"
        case .echue, .declareeInactive: document.suites.isEmpty ? etat.code : "remplacee"
        default: etat.code
        }
    }
}
