/// The body that awards a certification.
public struct Certificateur: Equatable, Sendable {
    public var nom: String
    public var nomCommercial: String?
    /// 14 digits, kept as text.
    public var siret: String?
    /// The capacity in which somebody signs for it ("Délégué Général"), in the old layouts.
    public var qualiteSignataire: String?
    public var siteInternet: String?
    /// "Actif" or "Inactif".
    public var etat: String?
    public var dateDerniereModificationEtat: CalendarDate?

    public init(
        nom: String, nomCommercial: String? = nil, siret: String? = nil, qualiteSignataire: String? = nil,
        siteInternet: String? = nil, etat: String? = nil, dateDerniereModificationEtat: CalendarDate? = nil
    ) {
        self.nom = nom
        self.nomCommercial = nomCommercial
        self.siret = siret
        self.qualiteSignataire = qualiteSignataire
        self.siteInternet = siteInternet
        self.etat = etat
        self.dateDerniereModificationEtat = dateDerniereModificationEtat
    }
}

/// A body that the certifier has empowered to train or to assess.
public struct Partenaire: Equatable, Sendable {
    public var nom: String
    public var siret: String?
    /// `HABILITATION_FORMER`, `HABILITATION_ORGANISER` or `HABILITATION_ORGA_FORM`, as in the flow.
    public var habilitation: String?
    /// "Actif", "Inactif" or "Supprimé".
    public var etat: String?
    public var dateActif: CalendarDate?
    public var dateDerniereModificationEtat: CalendarDate?

    public init(
        nom: String, siret: String? = nil, habilitation: String? = nil, etat: String? = nil,
        dateActif: CalendarDate? = nil, dateDerniereModificationEtat: CalendarDate? = nil
    ) {
        self.nom = nom
        self.siret = siret
        self.habilitation = habilitation
        self.etat = etat
        self.dateActif = dateActif
        self.dateDerniereModificationEtat = dateDerniereModificationEtat
    }
}
