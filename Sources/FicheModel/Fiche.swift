/// A certification as one source states it. Texts are CommonMark; nil means that the source does not say.
///
/// The contract of its JSON gives the meaning of every field; `Champ` gives their names.
public struct Fiche: Equatable, Sendable {
    /// URL segment, `[a-z0-9-]`.
    public var identifiant: String
    public var numeroFiche: String?
    public var repertoire: Repertoire?
    public var abrege: CodeLibelle?
    /// The exact title, without the type that old layouts print before it.
    public var intitule: String
    public var etatFiche: String?
    /// As the source states it; never computed.
    public var actif: Bool?
    public var niveau: Niveau?
    public var codesNSF: [CodeLibelle] = []
    public var codesROME: [CodeLibelle] = []
    public var formacodes: [CodeLibelle] = []
    public var conventions: [CodeLibelle] = []
    public var codesIDCC: [CodeLibelle] = []
    public var certificateurs: [Certificateur] = []
    public var partenaires: [Partenaire] = []
    public var objectifsContexte: String?
    public var activitesVisees: String?
    public var capacitesAttestees: String?
    public var secteursActivite: String?
    public var typeEmploiAccessibles: String?
    public var reglementationsActivites: String?
    public var prerequisEntreeFormation: String?
    public var prerequisValidationCertification: String?
    public var niveauMaitriseCompetences: String?
    public var dureeValidite: String?
    public var modalitesRenouvellement: String?
    public var validationPartielle: ValidationPartielle?
    public var composantes: String?
    public var modalitesEvaluation: String?
    public var blocsCompetences: [BlocDeCompetences] = []
    public var validiteComposantes: ValiditeComposantes?
    public var voiesAcces = VoiesAcces()
    public var accessibleNouvelleCaledonie: Bool?
    public var accessiblePolynesieFrancaise: Bool?
    public var liensAutresCertifications: String?
    public var accordsEuropeensInternationaux: String?
    public var correspondances: [Correspondance] = []
    public var baseLegale: [TexteLegal] = []
    public var enregistrement = Enregistrement()
    public var statistiques: String?
    public var statistiquesPromotions: [StatistiquesPromotion] = []
    public var autresSources: String?
    public var lienURLDescription: [String] = []
    public var siteInternetAutorite: String?
    public var lieuxCertification: String?
    public var lieuxPreparation: String?
    public var historique: String?
    public var anciennesCertifications: [CertificationLiee] = []
    public var nouvellesCertifications: [CertificationLiee] = []
    public var documents: [DocumentLie] = []
    public var source: SourceFiche
    /// Earlier identifiants of this fiche, kept as redirects.
    public var alias: [String] = []
    /// A draft is shown by the preview only.
    public var brouillon = false

    public init(identifiant: String, intitule: String, source: SourceFiche) {
        self.identifiant = identifiant
        self.intitule = intitule
        self.source = source
    }

    /// The page of France compétences that alone is authoritative, where there is a number.
    public var adresseOfficielle: String? {
        guard let repertoire, let numeroFiche else { return nil }
        return repertoire.adresseOfficielle(numero: numeroFiche)
    }
}

extension Fiche {
    /// The fields that are one CommonMark text, with the place where each is kept.
    public static let champsTexte: [(champ: Champ, chemin: WritableKeyPath<Fiche, String?> & Sendable)] = [
        (.objectifsContexte, \.objectifsContexte), (.activitesVisees, \.activitesVisees),
        (.capacitesAttestees, \.capacitesAttestees), (.secteursActivite, \.secteursActivite),
        (.typeEmploiAccessibles, \.typeEmploiAccessibles),
        (.reglementationsActivites, \.reglementationsActivites),
        (.prerequisEntreeFormation, \.prerequisEntreeFormation),
        (.prerequisValidationCertification, \.prerequisValidationCertification),
        (.niveauMaitriseCompetences, \.niveauMaitriseCompetences),
        (.modalitesRenouvellement, \.modalitesRenouvellement), (.composantes, \.composantes),
        (.modalitesEvaluation, \.modalitesEvaluation),
        (.liensAutresCertifications, \.liensAutresCertifications),
        (.accordsEuropeensInternationaux, \.accordsEuropeensInternationaux), (.statistiques, \.statistiques),
        (.autresSources, \.autresSources), (.lieuxCertification, \.lieuxCertification),
        (.lieuxPreparation, \.lieuxPreparation), (.historique, \.historique),
    ]
}
