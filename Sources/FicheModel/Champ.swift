/// The fields of a fiche, named as in its JSON contract.
///
/// The raw value is the key in the JSON, in the front matter of an authored fiche and in the templates; most are the
/// lower-case element names of the official flow V4.1.
public enum Champ: String, CaseIterable, Sendable {
    case identifiant
    case numeroFiche = "numero_fiche"
    case repertoire
    case abrege
    case intitule
    case etatFiche = "etat_fiche"
    case actif
    case niveau
    case codesNSF = "codes_nsf"
    case codesROME = "codes_rome"
    case formacodes
    case conventions
    case codesIDCC = "codes_idcc"
    case certificateurs
    case partenaires
    case objectifsContexte = "objectifs_contexte"
    case activitesVisees = "activites_visees"
    case capacitesAttestees = "capacites_attestees"
    case secteursActivite = "secteurs_activite"
    case typeEmploiAccessibles = "type_emploi_accessibles"
    case reglementationsActivites = "reglementations_activites"
    case prerequisEntreeFormation = "prerequis_entree_formation"
    case prerequisValidationCertification = "prerequis_validation_certification"
    case niveauMaitriseCompetences = "niveau_maitrise_competences"
    case dureeValidite = "duree_validite"
    case modalitesRenouvellement = "modalites_renouvellement"
    case validationPartielle = "validation_partielle"
    case composantes
    case modalitesEvaluation = "modalites_evaluation"
    case blocsCompetences = "blocs_competences"
    case validiteComposantes = "validite_composantes"
    case voiesAcces = "voies_acces"
    case accessibleNouvelleCaledonie = "accessible_nouvelle_caledonie"
    case accessiblePolynesieFrancaise = "accessible_polynesie_francaise"
    case liensAutresCertifications = "liens_autres_certifications"
    case accordsEuropeensInternationaux = "accords_europeens_internationaux"
    case correspondances
    case baseLegale = "base_legale"
    case enregistrement
    case statistiques
    case statistiquesPromotions = "statistiques_promotions"
    case autresSources = "autres_sources"
    case lienURLDescription = "lien_url_description"
    case siteInternetAutorite = "site_internet_autorite"
    case lieuxCertification = "lieux_certification"
    case lieuxPreparation = "lieux_preparation"
    case historique
    case anciennesCertifications = "anciennes_certifications"
    case nouvellesCertifications = "nouvelles_certifications"
    case documents
    case source

    /// The heading of the field on a page and in an authored fiche.
    public var titre: String {
        switch self {
        case .identifiant: "Identifiant"
        case .numeroFiche: "Numéro de fiche"
        case .repertoire: "Répertoire"
        case .abrege: "Type de certification"
        case .intitule: "Intitulé"
        case .etatFiche: "État de la fiche"
        case .actif: "Active"
        case .niveau: "Niveau"
        case .codesNSF: "Spécialités de formation (NSF)"
        case .codesROME: "Métiers (ROME)"
        case .formacodes: "Formacodes"
        case .conventions: "Conventions collectives"
        case .codesIDCC: "Conventions collectives (IDCC)"
        case .certificateurs: "Certificateurs"
        case .partenaires: "Partenaires habilités"
        case .objectifsContexte: "Objectifs et contexte"
        case .activitesVisees: "Activités visées"
        case .capacitesAttestees: "Compétences attestées"
        case .secteursActivite: "Secteurs d’activité"
        case .typeEmploiAccessibles: "Types d’emplois accessibles"
        case .reglementationsActivites: "Références réglementaires"
        case .prerequisEntreeFormation: "Prérequis à l’entrée en formation"
        case .prerequisValidationCertification: "Prérequis à la validation de la certification"
        case .niveauMaitriseCompetences: "Niveau de maîtrise des compétences"
        case .dureeValidite: "Durée de validité du certificat"
        case .modalitesRenouvellement: "Modalités de renouvellement"
        case .validationPartielle: "Validation partielle"
        case .composantes: "Composantes de la certification"
        case .modalitesEvaluation: "Modalités d’évaluation"
        case .blocsCompetences: "Blocs de compétences"
        case .validiteComposantes: "Validité des composantes acquises"
        case .voiesAcces: "Voies d’accès et jury"
        case .accessibleNouvelleCaledonie: "Accessible en Nouvelle-Calédonie"
        case .accessiblePolynesieFrancaise: "Accessible en Polynésie française"
        case .liensAutresCertifications: "Liens avec d’autres certifications"
        case .accordsEuropeensInternationaux: "Accords européens ou internationaux"
        case .correspondances: "Correspondances"
        case .baseLegale: "Base légale"
        case .enregistrement: "Enregistrement"
        case .statistiques: "Statistiques"
        case .statistiquesPromotions: "Statistiques par promotion"
        case .autresSources: "Autres sources d’information"
        case .lienURLDescription: "Description de la certification"
        case .siteInternetAutorite: "Site de l’autorité de certification"
        case .lieuxCertification: "Lieux de certification"
        case .lieuxPreparation: "Lieux de préparation"
        case .historique: "Historique"
        case .anciennesCertifications: "Certifications précédentes"
        case .nouvellesCertifications: "Certifications suivantes"
        case .documents: "Documents"
        case .source: "Source"
        }
    }
}
