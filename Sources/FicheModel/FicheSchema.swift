import JSONText

/// The JSON Schema of a fiche: what `fiches/<identifiant>/index.json` may hold, key by key.
public enum FicheSchema {
    private typealias S = JSONSchema

    /// The schema of a fiche. Every key is always there; what the source does not state is `null` or an empty list.
    public static var fiche: JSONValue {
        S.object(Champ.allCases.map { ($0.rawValue, value(of: $0)) } + [("alias", S.texts)], optional: ["alias"])
    }

    /// The schema of a whole document, `documents/<identifiant>/index.json`.
    public static var document: JSONValue {
        S.object([
            ("identifiant", identifiant), ("titre", S.text), ("nature", S.text), ("couverture", S.texts),
            ("elements", S.list(["oneOf": [titre, texte, tableau]])),
            ("notes", S.list(S.object([("numero", S.number), ("texte", S.commonMark)]))),
        ])
    }

    private static let identifiant: JSONValue = ["type": "string", "pattern": "^[a-z0-9-]+$"]
    private static let code = S.object(
        [("code", S.text), ("libelle", S.orNull(S.text)), ("libelle_derive", S.truth)], optional: ["libelle_derive"])
    private static let rate: JSONValue = ["type": "number"]
    private static let certifications = S.list(
        S.object([("numero_fiche", S.orNull(S.text)), ("intitule", S.orNull(S.text))]))

    private static func value(of champ: Champ) -> JSONValue {
        if Fiche.champsTexte.contains(where: { $0.champ == champ }) { return S.orNull(S.commonMark) }
        switch champ {
        case .identifiant: return identifiant
        case .intitule: return ["type": "string", "minLength": 1]
        case .repertoire: return S.orNull(S.words(Repertoire.allCases.map(\.rawValue)))
        case .abrege: return S.orNull(code)
        case .actif, .accessibleNouvelleCaledonie, .accessiblePolynesieFrancaise: return S.orNull(S.truth)
        case .niveau: return S.orNull(niveau)
        case .codesNSF, .codesROME, .formacodes, .conventions, .codesIDCC: return S.list(code)
        case .certificateurs: return S.list(certificateur)
        case .partenaires: return S.list(partenaire)
        case .validationPartielle:
            return S.orNull(S.object([("possible", S.orNull(S.truth)), ("perimetre", S.orNull(S.commonMark))]))
        case .blocsCompetences: return S.list(bloc)
        case .validiteComposantes: return S.orNull(S.object([("texte", S.text), ("annees", S.orNull(S.number))]))
        case .voiesAcces: return S.object(CodeVoieAcces.allCases.map { ($0.rawValue, voie) })
        case .correspondances: return S.list(correspondance)
        case .baseLegale: return S.list(texteLegal)
        case .enregistrement: return enregistrement
        case .statistiquesPromotions: return S.list(promotion)
        case .lienURLDescription: return S.texts
        case .anciennesCertifications, .nouvellesCertifications: return certifications
        case .documents:
            return S.list(
                S.object(
                    [("nature", S.text), ("titre", S.text), ("url", S.text), ("contenu", document)],
                    optional: ["contenu"]))
        case .source: return source
        default: return S.orNull(S.text)
        }
    }

    private static let niveau = S.object([
        ("europe", S.orNull(["type": "integer", "minimum": 1, "maximum": 8])),
        ("nomenclature_1969", S.orNull(S.text)), ("derive_de", S.orNull(S.text)),
    ])

    private static let certificateur = S.object([
        ("nom", S.text), ("nom_commercial", S.orNull(S.text)), ("siret", S.orNull(S.text)),
        ("qualite_signataire", S.orNull(S.text)), ("site_internet", S.orNull(S.text)), ("etat", S.orNull(S.text)),
        ("date_derniere_modification_etat", S.orNull(S.date)),
    ])

    private static let partenaire = S.object([
        ("nom", S.text), ("siret", S.orNull(S.text)), ("habilitation", S.orNull(S.text)), ("etat", S.orNull(S.text)),
        ("date_actif", S.orNull(S.date)), ("date_derniere_modification_etat", S.orNull(S.date)),
    ])

    private static let bloc = S.object([
        ("numero", ["type": "integer", "minimum": 1]), ("code", S.orNull(S.text)), ("code_derive", S.truth),
        ("libelle", S.text), ("competences", S.list(S.commonMark)), ("modalites_evaluation", S.list(S.commonMark)),
        ("liste_competences", S.orNull(S.commonMark)), ("modalites_evaluation_texte", S.orNull(S.commonMark)),
        ("prerequis_entree", S.orNull(S.commonMark)), ("prerequis_validation", S.orNull(S.commonMark)),
        (
            "unites",
            S.list(
                S.object([
                    ("numero", S.orNull(S.number)), ("libelle", S.text), ("activites", S.list(S.commonMark)),
                    ("competences", S.list(S.commonMark)),
                ]))
        ),
    ])

    private static let voie = S.object([
        ("ouverte", S.orNull(S.truth)), ("composition_jury", S.orNull(S.commonMark)), ("depuis", S.orNull(S.number)),
        ("date_derniere_modification", S.orNull(S.date)),
    ])

    private static let correspondance = S.object([
        ("blocs", S.texts), ("fiche_cible", S.text), ("blocs_cibles", S.texts), ("intitule_cible", S.orNull(S.text)),
    ])

    private static let texteLegal = S.object([
        ("categories", S.list(S.words(TexteLegal.Categorie.allCases.map(\.rawValue)))), ("texte", S.commonMark),
        ("date_texte", S.orNull(S.date)), ("date_publication_jo", S.orNull(S.date)), ("date_effet", S.orNull(S.date)),
        ("date_fin", S.orNull(S.date)), ("annees", S.orNull(S.number)),
    ])

    private static let enregistrement = S.object([
        ("type", S.orNull(S.text)), ("date_decision", S.orNull(S.date)), ("date_effet", S.orNull(S.date)),
        ("date_fin", S.orNull(S.date)), ("date_limite_delivrance", S.orNull(S.date)),
        ("date_publication_jo", S.orNull(S.date)), ("date_dernier_jo", S.orNull(S.date)),
        ("date_de_publication", S.orNull(S.date)), ("annees", S.orNull(S.number)),
        ("annees_promotions_niveau", S.list(S.number)), ("derive_de_la_base_legale", S.truth),
    ])

    private static let promotion = S.object([
        ("annee", S.number), ("nombre_certifies", S.orNull(S.number)), ("nombre_certifies_vae", S.orNull(S.number)),
        ("taux_insertion_global_6_mois", S.orNull(rate)), ("taux_insertion_metier_6_mois", S.orNull(rate)),
        ("taux_insertion_metier_2_ans", S.orNull(rate)),
    ])

    private static let source = S.object([
        ("fichier", S.text), ("format", S.words(SourceFormat.allCases.map(\.rawValue))),
        ("id_fiche", S.orNull(S.text)), ("version_flux", S.orNull(S.text)), ("date_des_donnees", S.orNull(S.date)),
        (
            "couverture",
            S.object([
                ("mots", S.number), ("repris", S.number), ("mise_en_page", S.number), ("non_reconnus", S.number),
            ])
        ),
        ("non_reconnus", S.list(S.object([("ligne", S.number), ("texte", S.text)]))),
    ])

    private static let titre = S.object([
        ("nature", ["const": "titre"]), ("niveau", S.number), ("numero", S.orNull(S.text)), ("texte", S.text),
        ("ancre", S.text),
    ])

    private static let texte = S.object([("nature", ["const": "texte"]), ("texte", S.commonMark)])

    private static let tableau = S.object([
        ("nature", ["const": "tableau"]), ("entete", S.list(S.commonMark)),
        ("lignes", S.list(S.list(S.commonMark))),
    ])
}
