/// The headings of the printed form, in the order in which it prints them.
enum Rubrique: Int, CaseIterable, Comparable {
    case registre, titreDeLaFiche, intitule, autorite, qualite, elaboration, niveau, conventions, codesNSF, formacodes,
        resume, capacites, secteurs
    case codesROME, reglementation, modalitesAcces, composantes, blocs, validite, inscription, liens, accords,
        baseLegale
    case decretGeneral, arreteCreation, decretVAE, autresReferences, informations, statistiques, autresSources
    case siteAutorite, lieuxCertification, lieuxPreparation, historique

    static func < (left: Rubrique, right: Rubrique) -> Bool { left.rawValue < right.rawValue }

    /// The wordings under which the heading was printed over the years.
    var wordings: [WordPattern] { Self.table[self] ?? [] }

    /// True for a wording so short that it may stand in any text: it counts in its place only.
    var isShort: Bool {
        switch self {
        case .intitule, .conventions, .blocs, .baseLegale, .statistiques, .reglementation: true
        default: false
        }
    }

    /// True when what follows the wording on its line is its value, even without a colon.
    var takesRestOfLine: Bool { self == .validite || self == .titreDeLaFiche }

    private static let table: [Rubrique: [WordPattern]] = wordingsByRubrique.mapValues { $0.map(WordPattern.init) }

    /// The heading of an annexe of the Journal officiel.
    static let annexe = WordPattern(
        "informations requises pour l inscription au rncp|repertoire national? des? certifications? professionnelles? rncp?"
    )

    /// The wordings that only an annexe has.
    var wordingsOfAnnexe: [WordPattern] { Self.tableOfAnnexe[self] ?? [] }

    private static let tableOfAnnexe: [Rubrique: [WordPattern]] = [
        .registre: [annexe],
        .niveau: [WordPattern("niveau")],
        .capacites: [WordPattern("capacites attestees et? descriptif? des? composantes? de? la? certification?")],
        .secteurs: [
            WordPattern(
                "secteur|secteurs d activite|activites ou types? type? d emploi|emplois accessibles? par? le? detenteur? de? du? ce? titre? diplome? ou? du? ce? certificat?"
            )
        ],
        .baseLegale: [WordPattern("base|bases legale|legales et? reglementaires?")],
    ]

    private static let wordingsByRubrique: [Rubrique: [String]] = [
        .registre: ["le? repertoire national des certifications professionnelles rncp?"],
        .titreDeLaFiche: ["resume descriptif de la certification"],
        .intitule: ["intitule"],
        .autorite: ["autorite|autorites s? responsable|responsables s? de la certification"],
        .qualite: [
            "qualite du|des|de es? signataire|signataires s? de? la? certification?",
            // The two heads where the text keeps its columns side by side.
            "autorite|autorites s? responsable|responsables s? de la qualite du es? signataire|signataires s? de la certification certification",
        ],
        .elaboration: ["modalites|modalite d elaboration de|des reference|references"],
        .niveau: ["niveau et ou? domaine d activite|activites"],
        .conventions: ["convention|conventions s? collective|collectives? s?"],
        .codesNSF: ["code|codes s? nsf"],
        .formacodes: ["formacode|formacodes s?"],
        .resume: [
            "resume du referentiel d emploi|emplois ou|et elements|element s? de competence|competences s? acquis|acquise|acquises",
            "resume du referentiel d emploi|emplois",
        ],
        .secteurs: [
            "secteur|secteurs s? d activite|activites s? ou|et type|types s? d emploi|emplois s? accessible|accessibles s? par? le? detenteur? de? ce? diplome? ce? titre? ou? ce? certificat?"
        ],
        .codesROME: ["code|codes s? des? fiche|fiches s? rome les|le plus proche|proches s?", "code|codes s? rome"],
        .reglementation: ["reglementation|reglementations s? de|d l? activite|activites s?"],
        .modalitesAcces: ["modalite|modalites d acces a cette|la certification"],
        .composantes: ["descriptif des composantes de la certification"],
        .blocs: ["bloc|blocs s? de competence|competences s?"],
        .validite: ["validite des composantes acquises", "le benefice des composantes acquises peut etre garde"],
        .inscription: [
            "conditions|condition d inscription a la certification oui|ouinon|ouinoncomposition? non|noncomposition? composition? des|du? jurys|jury?",
            "conditions|condition d inscription a oui|ouinon non? composition des|du jurys|jury la certification",
            "conditions|condition d inscription a la oui|ouinon non? composition des|du jurys|jury certification",
            "conditions|condition d inscription a la certification oui|ouinon non? composition des|du jurys|jury",
        ],
        .liens: ["liens|lien avec d autres certifications"],
        .accords: ["accords|accord s? europeens|europeen s? ou|et internationaux|international"],
        .baseLegale: ["base|bases legale|legales"],
        .decretGeneral: ["reference|references s? du decret general"],
        .arreteCreation: [
            "reference|references s? de? l? arrete|arretes de? creation ou? date? du? 1er|premier? arrete? d? enregistrement?"
        ],
        .decretVAE: ["reference|references s? du|des decret|decrets et ou? arrete|arretes vae"],
        .autresReferences: ["reference|references s? autre|autres s?", "autres references"],
        .informations: ["pour plus d information|informations"],
        .statistiques: ["statistique|statistiques"],
        .autresSources: ["autre|autres s? source|sources s? d information|informations"],
        .siteAutorite: ["site internet de l autorite delivrant la certification"],
        .lieuxCertification: ["lieu|lieux x? de certification"],
        .lieuxPreparation: [
            "lieu|lieux x? de preparation a la certification declares? par? l? organisme? certificateur?"
        ],
        .historique: ["historique de la certification"],
    ]
}
