/// One of the six routes by which a certification can be obtained (`SI_JURY_…` of the flow).
public enum CodeVoieAcces: String, CaseIterable, Sendable {
    case fi = "FI"
    case ca = "CA"
    case fc = "FC"
    case cq = "CQ"
    case cl = "CL"
    case vae = "VAE"

    /// The official label.
    public var libelle: String {
        switch self {
        case .fi: "Après un parcours de formation sous statut d’élève ou d’étudiant"
        case .ca: "En contrat d’apprentissage"
        case .fc: "Après un parcours de formation continue"
        case .cq: "En contrat de professionnalisation"
        case .cl: "Par candidature individuelle"
        case .vae: "Par expérience (VAE)"
        }
    }
}

/// What a source says of one route.
public struct VoieAcces: Equatable, Sendable {
    /// Nil when the source does not say, or when the column of its mark was lost.
    public var ouverte: Bool?
    /// CommonMark; "Idem" is resolved to the jury that it repeats.
    public var compositionJury: String?
    /// The year of "dispositif VAE prévu en …".
    public var depuis: Int?
    public var dateDerniereModification: CalendarDate?

    public init(
        ouverte: Bool? = nil, compositionJury: String? = nil, depuis: Int? = nil,
        dateDerniereModification: CalendarDate? = nil
    ) {
        self.ouverte = ouverte
        self.compositionJury = compositionJury
        self.depuis = depuis
        self.dateDerniereModification = dateDerniereModification
    }
}

/// The six routes of a fiche: all are always there.
public struct VoiesAcces: Equatable, Sendable {
    private var voies: [CodeVoieAcces: VoieAcces] = [:]

    public init() {}

    public subscript(code: CodeVoieAcces) -> VoieAcces {
        get { voies[code] ?? VoieAcces() }
        set { voies[code] = newValue == VoieAcces() ? nil : newValue }
    }

    /// The routes that the source says to be open, in their official order.
    public var ouvertes: [CodeVoieAcces] { CodeVoieAcces.allCases.filter { self[$0].ouverte == true } }
}
