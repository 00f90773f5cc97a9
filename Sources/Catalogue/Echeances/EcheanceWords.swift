import FicheModel
import FrenchText

/// What is said of a deadline, for the page, the calendar and the feed alike.
struct EcheanceWords {
    let moment: Echeances.Moment
    let fiche: FicheSummary

    init(_ moment: Echeances.Moment, _ model: CatalogueModel) {
        self.moment = moment
        fiche = model.fiches[moment.fiche]
    }

    /// "8 mois avant l’échéance", "Échéance".
    var quand: String { moment.moisAvant == 0 ? "Échéance" : "\(moment.moisAvant)\u{A0}mois avant l’échéance" }

    /// What a certifier has to do or to know; nil where the register asks nothing of anybody.
    var aFaire: String? {
        if moment.moisAvant == 0 { return "Dernier jour de validité de l’enregistrement." }
        guard isRenewed else { return nil }
        switch moment.moisAvant {
        case 12: return "Le dossier de renouvellement se prépare."
        case 8: return "Le dossier de renouvellement se dépose dans le mois qui vient."
        case 6: return "Le dossier de renouvellement doit avoir été déposé."
        default: return "Sans décision d’ici là, l’enregistrement prendra fin."
        }
    }

    /// When the file is due, for an échéance that is far; nil where no file is.
    var depot: String? {
        guard isRenewed else { return nil }
        let (first, last) = (moment.fin.adding(months: -8), moment.fin.adding(months: -7))
        return "Dossier de renouvellement à déposer entre le \(first.inFull) et le \(last.inFull)."
    }

    /// "Vendeur en horlogerie (RNCP 31387)".
    var nom: String {
        Typography.spaced(fiche.intitule) + (fiche.numeroFiche.map { " (\(RowData.numero($0)))" } ?? "")
    }

    /// "8 mois avant l’échéance : Vendeur en horlogerie (RNCP 31387)".
    var titre: String { "\(quand)\u{A0}: \(nom)" }

    /// Whole sentences.
    var description: String {
        let fin = "L’enregistrement prend fin le \(moment.fin.inFull)."
        return [fin, moment.moisAvant == 0 ? nil : aFaire].compactMap { $0 }.joined(separator: " ")
    }

    /// The same for ever for the same échéance of the same fiche.
    var cle: String { "\(fiche.identifiant)-echeance-\(moment.fin.iso)-\(moment.moisAvant)-mois" }

    /// Whether a file must be handed in: what the State registers by law is renewed without one.
    private var isRenewed: Bool {
        fiche.numeroFiche != nil && !(fiche.typeEnregistrement.map { Folding.key($0).contains("de droit") } ?? false)
    }
}
