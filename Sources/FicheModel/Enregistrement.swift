/// The registration of a certification and its dates.
public struct Enregistrement: Equatable, Sendable {
    /// "Enregistrement de droit" or "Enregistrement sur demande".
    public var type: String?
    public var dateDecision: CalendarDate?
    public var dateEffet: CalendarDate?
    /// The échéance: the last day of validity.
    public var dateFin: CalendarDate?
    /// The last day on which the certification may still be awarded.
    public var dateLimiteDelivrance: CalendarDate?
    public var datePublicationJO: CalendarDate?
    public var dateDernierJO: CalendarDate?
    public var dateDePublication: CalendarDate?
    /// The length of the registration, in years.
    public var annees: Int?
    public var anneesPromotionsNiveau: [Int] = []
    /// True when the dates were taken from the arrêté of `baseLegale` whose end is the latest.
    public var deriveDeLaBaseLegale = false

    public init() {}
}
