import FicheModel

/// The deadlines of a catalogue: the échéance of each registration, and the days that come so many months before it.
///
/// A renewal file is due seven to eight months before the échéance, which is why the reminders lie around it.
public struct Echeances: Sendable {
    /// How many months before the échéance a reminder stands.
    public static let moisAvant = [12, 8, 6, 3]
    /// For how long the page tells every reminder, and for how long the feed keeps one.
    static let moisDetailles = 12

    /// One day to note: a reminder, or the échéance itself.
    public struct Moment: Equatable, Sendable {
        /// The place of the fiche in the model.
        public let fiche: Int
        /// The échéance.
        public let fin: CalendarDate
        /// 12, 8, 6 or 3; 0 for the échéance itself.
        public let moisAvant: Int
        public let date: CalendarDate

        init(fiche: Int, fin: CalendarDate, moisAvant: Int) {
            self.fiche = fiche
            self.fin = fin
            self.moisAvant = moisAvant
            date = moisAvant == 0 ? fin : fin.adding(months: -moisAvant)
        }
    }

    private let model: CatalogueModel

    public init(_ model: CatalogueModel) { self.model = model }

    /// The échéances that are still to come, in the order of the days, then of the titles. A fiche that has been taken
    /// out of the register has none.
    public var aVenir: [Moment] {
        Self.sorted(model.fiches.indices.compactMap { prochaine($0).map { Moment(fiche: $0, fin: $1, moisAvant: 0) } })
    }

    /// Whether there is one at all.
    var aUneEcheance: Bool { model.fiches.indices.contains { prochaine($0) != nil } }

    private func prochaine(_ index: Int) -> (fiche: Int, fin: CalendarDate)? {
        switch model.etats[index].nature {
        case .enVigueur(let fin), .echeanceProche(let fin): (index, fin)
        default: nil
        }
    }

    /// Every day to note of the échéances that are still to come, those that have gone by too.
    public var calendrier: [Moment] { Self.sorted(aVenir.flatMap(Self.moments)) }

    /// The days to note of the next twelve months, today included.
    public var prochains: [Moment] { prochains(aVenir) }

    /// The same of échéances that were found already.
    func prochains(_ echeances: [Moment]) -> [Moment] {
        let end = model.date.adding(months: Self.moisDetailles)
        return Self.sorted(echeances.flatMap(Self.moments).filter { $0.date >= model.date && $0.date <= end })
    }

    /// The échéances that come after these twelve months.
    public var plusTard: [Moment] { plusTard(aVenir) }

    func plusTard(_ echeances: [Moment]) -> [Moment] {
        let end = model.date.adding(months: Self.moisDetailles)
        return echeances.filter { $0.date > end }
    }

    /// The days to note that came in the last twelve months, the latest first.
    public var recents: [Moment] {
        let start = model.date.adding(months: -Self.moisDetailles)
        let all = model.fiches.indices.flatMap { index -> [Moment] in
            guard model.etats[index].nature != .depubliee, let fin = model.fiches[index].dateFin else { return [] }
            return Self.moments(Moment(fiche: index, fin: fin, moisAvant: 0))
        }
        return Self.sorted(all.filter { $0.date > start && $0.date <= model.date }).reversed()
    }

    /// The days that the calendar holds: all, or those of the next twelve months where there would be too many to import.
    var duCalendrier: [Moment] { aVenir.count > Self.echeancesDuCalendrier ? prochains : calendrier }

    /// A calendar of more than so many échéances keeps to the days of the next twelve months.
    static let echeancesDuCalendrier = 2_000

    private static func moments(_ echeance: Moment) -> [Moment] {
        (moisAvant + [0]).map { Moment(fiche: echeance.fiche, fin: echeance.fin, moisAvant: $0) }
    }

    private static func sorted(_ moments: [Moment]) -> [Moment] {
        moments.sorted { ($0.date, $0.fiche, $1.moisAvant) < ($1.date, $1.fiche, $0.moisAvant) }
    }
}

/// Where the deadlines are published, from the root of the site.
enum EcheancesAddress {
    static let page = "echeances/"
    static let calendrier = "echeances/echeances.ics"
    static let flux = "echeances/atom.xml"

    /// A calendar without an event is none (RFC 5545, section 3.6).
    static func hasCalendar(_ model: CatalogueModel) -> Bool {
        model.configuration.outputs.echeances && Echeances(model).aUneEcheance
    }

    /// The entries of a feed need addresses that hold anywhere.
    static func hasFeed(_ model: CatalogueModel) -> Bool {
        model.configuration.outputs.echeances && model.configuration.url != nil
    }
}
