import FicheModel

/// A fiche as the list of results shows it.
public struct FoundFiche: Equatable, Sendable {
    public var place: Int
    public var identifiant: String
    /// With its prefix; empty where the fiche has none.
    public var numero: String
    public var intitule: String
    public var type: String?
    public var niveau: Int
    /// `en-vigueur`, `echue`, … at the date of the index.
    public var etat: String
    public var fin: CalendarDate?
    public var certificateur: String?
    /// Number or title of the fiche that comes after this one.
    public var suite: String?
    public var score: Int
}
