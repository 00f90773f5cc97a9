/// A certification that comes before or after this one.
public struct CertificationLiee: Equatable, Sendable {
    public var numeroFiche: String?
    public var intitule: String?

    public init(numeroFiche: String? = nil, intitule: String? = nil) {
        self.numeroFiche = numeroFiche
        self.intitule = intitule
    }
}

/// An official correspondance between blocs of this fiche and those of another; never an équivalence.
public struct Correspondance: Equatable, Sendable {
    /// Codes of this fiche's blocs; empty for the whole certification.
    public var blocs: [String]
    public var ficheCible: String
    public var blocsCibles: [String]
    public var intituleCible: String?

    public init(blocs: [String], ficheCible: String, blocsCibles: [String], intituleCible: String? = nil) {
        self.blocs = blocs
        self.ficheCible = ficheCible
        self.blocsCibles = blocsCibles
        self.intituleCible = intituleCible
    }
}

/// A document that describes the certification, such as a branch's cahier des charges.
public struct DocumentLie: Equatable, Sendable {
    /// "Cahier des charges", "Référentiel", …
    public var nature: String
    public var titre: String
    /// Address from the root of the site (`documents/<id>/`) or absolute.
    public var url: String
    /// The whole text, where it is published with the fiche.
    public var contenu: DocumentReference?

    public init(nature: String, titre: String, url: String, contenu: DocumentReference? = nil) {
        self.nature = nature
        self.titre = titre
        self.url = url
        self.contenu = contenu
    }
}
