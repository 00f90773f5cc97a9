import FicheDocument
import FicheModel
import FrenchText

/// The pages of the deadlines.
struct EcheancesData {
    private let model: CatalogueModel
    private let parMois: EcheancesParMois

    init(_ model: CatalogueModel, _ parMois: EcheancesParMois) {
        self.model = model
        self.parMois = parMois
    }

    /// All on one page, or the months to choose from.
    var data: PageData {
        var data: PageData = [
            "titre": "Échéances", "nombre": parMois.aVenir,
            "nombre_en_clair": FrenchCount.text(parMois.aVenir, "échéance à venir", "échéances à venir"),
            "fin_en_clair": model.date.adding(months: Echeances.moisDetailles).inFull,
        ]
        if parMois.estPagine {
            data["pages_de_mois"] = parMois.mois.map { mois -> PageData in
                [
                    "titre": mois.titre, "adresse": EcheancesParMois.adresse(mois.cle, page: 1),
                    "nombre_en_clair": Self.count(mois),
                ]
            }
        } else {
            data["mois"] = months { !$0 }
            data["plus_tard"] = months { $0 }
        }
        if EcheancesAddress.hasCalendar(model) { data["calendrier"] = EcheancesAddress.calendrier }
        if EcheancesAddress.hasFeed(model) { data["flux"] = EcheancesAddress.flux }
        return data
    }

    /// One page of one month; nil when there is no such month.
    func mois(_ cle: String, page: Int) -> PageData? {
        guard let place = parMois.mois.firstIndex(where: { $0.cle == cle }) else { return nil }
        let mois = parMois.mois[place]
        let size = CatalogueModel.fichesParPage
        var data: PageData = [
            "titre": mois.titre, "nombre_en_clair": Self.count(mois),
            "moments": mois.moments.dropFirst((page - 1) * size).prefix(size).map(row),
        ]
        data["pagination"] = ListData.pagination(
            EcheancesAddress.page + cle + "/", page: page, total: EcheancesParMois.pages(mois))
        if place > 0 { data["precedent"] = Self.link(parMois.mois[place - 1]) }
        if place + 1 < parMois.mois.count { data["suivant"] = Self.link(parMois.mois[place + 1]) }
        return data
    }

    private static func link(_ mois: EcheancesParMois.Mois) -> PageData {
        ["titre": mois.titre, "adresse": EcheancesParMois.adresse(mois.cle, page: 1)]
    }

    private static func count(_ mois: EcheancesParMois.Mois) -> String {
        FrenchCount.text(mois.moments.count, "date à noter", "dates à noter")
    }

    private func months(_ wanted: (_ lointain: Bool) -> Bool) -> [PageData] {
        parMois.mois.compactMap { mois in
            let rows = mois.moments.filter { wanted($0.lointain) }.map(row)
            return rows.isEmpty ? nil : ["titre": mois.titre, "ancre": "mois-\(mois.cle)", "moments": rows]
        }
    }

    private func row(_ one: (moment: Echeances.Moment, lointain: Bool)) -> PageData {
        let said = EcheanceWords(one.moment, model)
        var data = RowData.data(said.fiche, etat: model.etats[one.moment.fiche])
        data["date"] = one.moment.date.inFull
        data["date_iso"] = one.moment.date.iso
        data["quand"] = said.quand
        data["a_faire"] = one.lointain ? said.depot : said.aFaire
        return data
    }
}
