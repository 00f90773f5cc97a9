/// A legal text on which a certification rests.
public struct TexteLegal: Equatable, Sendable {
    /// The printed headings under which it stands, in their printed order.
    public enum Categorie: String, CaseIterable, Sendable {
        case decretGeneral = "decret_general"
        case creation
        case vae
        case autre

        /// The heading as pages print it.
        public var titre: String {
            switch self {
            case .decretGeneral: "Décret général"
            case .creation: "Arrêté de création ou d’enregistrement"
            case .vae: "Décret ou arrêté relatif à la VAE"
            case .autre: "Autres références"
            }
        }
    }

    public var categories: [Categorie]
    /// CommonMark; texts that amend this one stay inside.
    public var texte: String
    public var dateTexte: CalendarDate?
    public var datePublicationJO: CalendarDate?
    public var dateEffet: CalendarDate?
    public var dateFin: CalendarDate?
    /// The length of the registration that it gives.
    public var annees: Int?

    public init(
        categories: [Categorie], texte: String, dateTexte: CalendarDate? = nil, datePublicationJO: CalendarDate? = nil,
        dateEffet: CalendarDate? = nil, dateFin: CalendarDate? = nil, annees: Int? = nil
    ) {
        self.categories = categories
        self.texte = texte
        self.dateTexte = dateTexte
        self.datePublicationJO = datePublicationJO
        self.dateEffet = dateEffet
        self.dateFin = dateFin
        self.annees = annees
    }
}
