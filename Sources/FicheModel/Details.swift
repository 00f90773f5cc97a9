/// The length for which acquired composantes stay valid: `illimitée`, or a number of years.
public struct ValiditeComposantes: Equatable, Sendable {
    public var texte: String
    public var annees: Int?

    public init(texte: String, annees: Int? = nil) {
        self.texte = texte
        self.annees = annees
    }
}

/// Whether a certification of the Répertoire spécifique can be validated in part.
public struct ValidationPartielle: Equatable, Sendable {
    public var possible: Bool?
    /// CommonMark.
    public var perimetre: String?

    public init(possible: Bool? = nil, perimetre: String? = nil) {
        self.possible = possible
        self.perimetre = perimetre
    }
}

/// The figures of one year's graduates; rates in percent.
public struct StatistiquesPromotion: Equatable, Sendable {
    public var annee: Int
    public var nombreCertifies: Int?
    public var nombreCertifiesVAE: Int?
    public var tauxInsertionGlobal6Mois: Double?
    public var tauxInsertionMetier6Mois: Double?
    public var tauxInsertionMetier2Ans: Double?

    public init(annee: Int) { self.annee = annee }
}
