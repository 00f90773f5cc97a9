/// The headings of the fiche of France compétences, in the order in which its page shows them.
enum RubriqueActuelle: Int, CaseIterable, Comparable {
    case essentiel, niveau, codesNSF, formacodes, conventions, echeance
    case certificateurs, resume, objectifs, activites, competences, modalitesEvaluation, blocs
    case secteurEtEmploi, secteurs, emplois, codesROME, reglementations
    case voieAcces, prerequisEntree, prerequisValidation, validite, voies
    case liens, baseLegale, textesInstaurant, arretes, autresTextes
    case informations, lien, anciennes, nouvelles, organismes
    /// Headings that stand in several places of the page over the years.
    case statistiques, niveauMaitrise, dureeValidite, renouvellement, validationPartielle, referentiel, historique,
        debut,
        prerequisBlocs, acquisition

    static func < (left: RubriqueActuelle, right: RubriqueActuelle) -> Bool { left.rawValue < right.rawValue }

    /// True for headings that may stand anywhere.
    var isFree: Bool { self >= .statistiques }

    /// True for headings of the end of the page, whose order changed over the years.
    var isLate: Bool { (.lien ... .organismes).contains(self) }

    /// The wordings under which the page shows the heading.
    var wordings: [WordPattern] { Self.table[self] ?? [] }

    /// True when the value may follow on the line of the heading, behind a colon.
    var takesRestOfLine: Bool {
        switch self {
        case .niveau, .codesNSF, .formacodes, .conventions, .echeance, .codesROME, .validite, .dureeValidite,
            .validationPartielle, .niveauMaitrise, .renouvellement, .lien, .anciennes, .nouvelles, .debut,
            .prerequisBlocs, .prerequisEntree, .prerequisValidation, .secteurs, .emplois, .reglementations:
            true
        default: false
        }
    }

    /// True when the head of the table is itself the heading.
    var isTableHead: Bool { self == .certificateurs || self == .voies }

    /// True for headings that no other form of fiche has.
    var isOwn: Bool {
        switch self {
        case .codesNSF, .formacodes, .conventions, .resume, .modalitesEvaluation, .blocs, .codesROME, .statistiques,
            .baseLegale, .informations, .validite, .liens:
            false
        default: true
        }
    }

    private static let table: [RubriqueActuelle: [WordPattern]] = wordingsByRubrique.mapValues {
        $0.map(WordPattern.init)
    }

    private static let wordingsByRubrique: [RubriqueActuelle: [String]] = [
        .essentiel: ["l essentiel"],
        .niveau: ["nomenclature du niveau de qualification"],
        .codesNSF: ["code|codes s? nsf"],
        .formacodes: ["formacode|formacodes s?", "code|codes s? formacode|formacodes s?"],
        .conventions: [
            "convention|conventions s? collective|collectives s?", "code|codes s? ccn|idcc|ccn1|ccn2|ccn3",
            "ccn|ccn1|ccn2|ccn3",
        ],
        .echeance: ["date d echeance de l enregistrement"],
        .certificateurs: [
            "certificateur|certificateurs s?", "nom legal siret nom commercial site internet",
            "nom legal siret nom commercial",
        ],
        .resume: ["resume de la certification"],
        .objectifs: ["objectifs|objectif et contexte de la certification", "objectifs et contexte"],
        .activites: ["activite|activites s? visee|visees s?"],
        .competences: ["competence|competences s? attestee|attestees s?", "capacites attestees"],
        .modalitesEvaluation: ["modalite|modalites s? d evaluation"],
        .blocs: ["bloc|blocs s? de competence|competences s?"],
        .secteurEtEmploi: ["secteur|secteurs s? d activite|activites s? et type|types s? d emploi|emplois s?"],
        .secteurs: ["secteur|secteurs s? d activite|activites s?"],
        .emplois: ["type|types s? d emploi|emplois s? accessible|accessibles s?"],
        .codesROME: ["code|codes s? rome"],
        .reglementations: [
            "reference|references s? juridique|juridiques s? des|de? la? reglementation|reglementations s? d activite|activites"
        ],
        .voieAcces: ["voie|voies s? d acces"],
        .prerequisEntree: ["le? cas? echeant? pre? prerequis|requis a l entree en|dans formation|la formation?"],
        .prerequisValidation: ["le? cas? echeant? pre? prerequis|requis a la validation de la certification"],
        // The page spells it "disctincts".
        .prerequisBlocs: ["pre? prerequis|requis distincts|disctincts pour les blocs de competences"],
        .acquisition: [
            "description des modalites d acquisition de la certification par capitalisation des blocs de competences et ou par correspondance|equivalence",
            "description des modalites d acquisition de la certification par capitalisation des blocs de competences",
        ],
        .debut: ["date de debut des parcours certifiants"],
        .validite: ["validite des composantes acquises"],
        .voies: ["voie|voies s? d acces a la certification oui non"],
        .liens: ["lien|liens avec d autres certifications professionnelles? certifications? ou? habilitations?"],
        .baseLegale: ["base|bases legale|legales"],
        .textesInstaurant: [
            "reference|references s? au x? texte|textes s? reglementaire|reglementaires s? instaurant la certification"
        ],
        .arretes: [
            "reference|references s? des arretes et decisions publies au journal officiel ou au bulletin officiel enregistrement? au? rncp|rs? creation? diplome? accreditation?"
        ],
        .autresTextes: ["reference|references s? autre|autres s?", "autres references"],
        .informations: ["pour plus d information|informations"],
        .lien: ["lien|liens internet vers le descriptif de la certification"],
        .anciennes: ["certification|certifications s? anterieure|anterieures s?"],
        .nouvelles: ["nouvelle|nouvelles s? certification|certifications s?"],
        .organismes: [
            "liste des organismes preparant a la certification",
            "le certificateur n habilite aucun organisme preparant a la certification",
        ],
        .statistiques: ["statistique|statistiques"],
        .niveauMaitrise: ["le? cas? echeant? niveau de maitrise des? competences"],
        .dureeValidite: [
            "duree de validite de? la? certification? en? annees?", "validite de la certification",
        ],
        .renouvellement: [
            "si? duree? limitee? modalites de renouvellement de? la? certification?",
            "le? cas? echeant? modalites de renouvellement de? la? certification?",
        ],
        .validationPartielle: ["possibilite de validation partielle"],
        .referentiel: ["referentiel d activite de competences et d evaluation"],
        .historique: ["historique des changements de certificateur|certificateurs"],
    ]
}
