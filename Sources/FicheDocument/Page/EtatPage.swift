import FicheModel
import FrenchText

/// The state of a fiche as a page shows it: never without the day for which it holds.
public enum EtatPage {
    /// `code`, `phrase`, `date`, `date_iso`, `fin_iso`, `limite_iso`, `precisions` ([String]).
    public static func data(_ etat: EtatDeValidite, of fiche: Fiche) -> PageData {
        data(etat, fin: fiche.enregistrement.dateFin, limite: fiche.enregistrement.dateLimiteDelivrance)
    }

    /// The same from the dates alone, for lists.
    public static func data(_ etat: EtatDeValidite, fin: CalendarDate?, limite: CalendarDate?) -> PageData {
        var data: PageData = [
            "code": etat.code, "phrase": etat.phrase, "date": etat.date.inFull, "date_iso": etat.date.iso,
        ]
        // The script that corrects a page read later needs the dates, except where they do not decide.
        if etat.nature != .depubliee {
            data.set("fin_iso", fin?.iso)
            data.set("limite_iso", limite?.iso)
        }
        data.set("delivrance", etat.delivranceJusquAu.map { "Délivrance encore possible jusqu’au \($0.inFull)" })
        if etat.contredit {
            data["contredit"] =
                "La source déclare le contraire de ce que disent ses dates\u{A0}: ce sont les dates qui sont retenues ici."
        }
        return data
    }

    /// What the last point of the line of dates says.
    static func depuis(_ etat: EtatDeValidite) -> String {
        switch etat.nature {
        case .enVigueur(let fin), .echeanceProche(let fin):
            fin == etat.date
                ? "Dernier jour de validité" : "En vigueur, encore \(Phrases.duration(from: etat.date, to: fin))"
        case .echue(let fin): "Échue depuis \(Phrases.duration(from: fin, to: etat.date))"
        default: etat.phrase
        }
    }
}
