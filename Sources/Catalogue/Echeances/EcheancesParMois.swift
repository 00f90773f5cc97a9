import FicheModel
import FrenchText

/// The days to note by month, found once for all pages. A catalogue of few shows them on one page, a large one on a page, or
/// several, for each month.
struct EcheancesParMois: Sendable {
    /// One month with what there is to note in it.
    struct Mois: Sendable {
        /// `2026-12`
        let cle: String
        let titre: String
        /// Those of the next twelve months are told with what is to be done, the later ones with when their file is due.
        var moments: [(moment: Echeances.Moment, lointain: Bool)] = []
    }

    let aVenir: Int
    let mois: [Mois]
    /// Whether each month has a page of its own.
    let estPagine: Bool

    /// On one page that a phone can hold.
    private static let unePage = 300

    init(_ model: CatalogueModel) {
        let echeances = Echeances(model)
        let toutes = echeances.aVenir
        aVenir = toutes.count
        let all =
            echeances.prochains(toutes).map { (moment: $0, lointain: false) }
            + echeances.plusTard(toutes).map { (moment: $0, lointain: true) }
        var mois: [Mois] = []
        var last = (year: 0, month: 0)
        for one in all {
            let date = one.moment.date
            if mois.isEmpty || last != (date.year, date.month) {
                mois.append(Mois(cle: String(date.iso.prefix(7)), titre: Self.titre(date)))
                last = (date.year, date.month)
            }
            mois[mois.count - 1].moments.append(one)
        }
        self.mois = mois
        estPagine = all.count > Self.unePage
    }

    /// The address of a page of a month, from the root.
    static func adresse(_ cle: String, page: Int) -> String {
        ListAddress.adresse(EcheancesAddress.page + cle + "/", page: page)
    }

    /// How many pages a month takes.
    static func pages(_ mois: Mois) -> Int { CatalogueModel.pageCount(mois.moments.count) }

    /// "Décembre 2026".
    private static func titre(_ date: CalendarDate) -> String {
        let name = FrenchCalendar.months[date.month - 1]
        return "\(name.prefix(1).uppercased())\(name.dropFirst())\u{A0}\(date.year)"
    }
}
