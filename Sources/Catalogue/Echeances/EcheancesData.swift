import FicheDocument
import FicheModel
import FrenchText

/// The page of the deadlines.
struct EcheancesData {
    private let model: CatalogueModel

    init(_ model: CatalogueModel) { self.model = model }

    var data: PageData {
        let echeances = Echeances(model)
        var data: PageData = [
            "titre": "Échéances", "nombre": echeances.aVenir.count,
            "nombre_en_clair": FrenchCount.text(echeances.aVenir.count, "échéance à venir", "échéances à venir"),
            "mois": months(echeances.prochains), "plus_tard": months(echeances.plusTard),
            "fin_en_clair": model.date.adding(months: Echeances.moisDetailles).inFull,
        ]
        if EcheancesAddress.hasCalendar(model) { data["calendrier"] = EcheancesAddress.calendrier }
        if EcheancesAddress.hasFeed(model) { data["flux"] = EcheancesAddress.flux }
        return data
    }

    private func months(_ moments: [Echeances.Moment]) -> [PageData] {
        var months: [PageData] = []
        var rows: [PageData] = []
        for (index, moment) in moments.enumerated() {
            rows.append(row(moment))
            let next = index + 1 < moments.count ? moments[index + 1].date : nil
            if next?.year == moment.date.year, next?.month == moment.date.month { continue }
            let name = FrenchCalendar.months[moment.date.month - 1]
            months.append([
                "titre": "\(name.prefix(1).uppercased())\(name.dropFirst())\u{A0}\(moment.date.year)",
                "ancre": "mois-\(moment.date.iso.prefix(7))", "moments": rows,
            ])
            rows = []
        }
        return months
    }

    private func row(_ moment: Echeances.Moment) -> PageData {
        let words = EcheanceWords(moment, model)
        var data = RowData.data(words.fiche, etat: model.etats[moment.fiche])
        data["date"] = moment.date.inFull
        data["date_iso"] = moment.date.iso
        data["quand"] = words.quand
        data["a_faire"] = words.aFaire
        return data
    }
}
