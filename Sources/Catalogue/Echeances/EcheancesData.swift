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
            "mois": months(echeances.prochains) { $0.aFaire },
            "plus_tard": months(echeances.plusTard) { $0.depot },
            "fin_en_clair": model.date.adding(months: Echeances.moisDetailles).inFull,
        ]
        if EcheancesAddress.hasCalendar(model) { data["calendrier"] = EcheancesAddress.calendrier }
        if EcheancesAddress.hasFeed(model) { data["flux"] = EcheancesAddress.flux }
        return data
    }

    private func months(_ moments: [Echeances.Moment], words: (EcheanceWords) -> String?) -> [PageData] {
        var months: [PageData] = []
        var rows: [PageData] = []
        for (index, moment) in moments.enumerated() {
            rows.append(row(moment, words: words))
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

    private func row(_ moment: Echeances.Moment, words: (EcheanceWords) -> String?) -> PageData {
        let said = EcheanceWords(moment, model)
        var data = RowData.data(said.fiche, etat: model.etats[moment.fiche])
        data["date"] = moment.date.inFull
        data["date_iso"] = moment.date.iso
        data["quand"] = said.quand
        data["a_faire"] = words(said)
        return data
    }
}
