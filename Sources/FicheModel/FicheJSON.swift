import JSONText

extension Fiche {
    /// The fiche in the order and with the names of the JSON contract; what the source does not state is `null`.
    public var json: JSONValue {
        let members: [JSONValue.Member] = Champ.allCases.map { JSONValue.Member($0.rawValue, json(of: $0)) }
        return .object(alias.isEmpty ? members : members + [JSONValue.Member("alias", .strings(alias))])
    }

    /// The value of one field.
    public func json(of champ: Champ) -> JSONValue {
        switch champ {
        case .identifiant: return .string(identifiant)
        case .numeroFiche: return .optional(numeroFiche)
        case .repertoire: return .optional(repertoire?.rawValue)
        case .abrege: return abrege?.json ?? .null
        case .intitule: return .string(intitule)
        case .etatFiche: return .optional(etatFiche)
        case .actif: return .optional(actif)
        case .niveau: return niveau?.json ?? .null
        case .codesNSF: return .array(codesNSF.map(\.json))
        case .codesROME: return .array(codesROME.map(\.json))
        case .formacodes: return .array(formacodes.map(\.json))
        case .conventions: return .array(conventions.map(\.json))
        case .codesIDCC: return .array(codesIDCC.map(\.json))
        case .certificateurs: return .array(certificateurs.map(\.json))
        case .partenaires: return .array(partenaires.map(\.json))
        case .dureeValidite: return .optional(dureeValidite)
        case .validationPartielle: return validationPartielle?.json ?? .null
        case .blocsCompetences: return .array(blocsCompetences.map(\.json))
        case .validiteComposantes: return validiteComposantes?.json ?? .null
        case .voiesAcces: return voiesAcces.json
        case .accessibleNouvelleCaledonie: return .optional(accessibleNouvelleCaledonie)
        case .accessiblePolynesieFrancaise: return .optional(accessiblePolynesieFrancaise)
        case .correspondances: return .array(correspondances.map(\.json))
        case .baseLegale: return .array(baseLegale.map(\.json))
        case .enregistrement: return enregistrement.json
        case .statistiquesPromotions: return .array(statistiquesPromotions.map(\.json))
        case .lienURLDescription: return .strings(lienURLDescription)
        case .siteInternetAutorite: return .optional(siteInternetAutorite)
        case .anciennesCertifications: return .array(anciennesCertifications.map(\.json))
        case .nouvellesCertifications: return .array(nouvellesCertifications.map(\.json))
        case .documents: return .array(documents.map(\.json))
        case .source: return source.json
        default:
            guard let texte = Fiche.champsTexte.first(where: { $0.champ == champ }) else { return .null }
            return .optional(self[keyPath: texte.chemin])
        }
    }
}

extension JSONValue {
    static func optional(_ date: CalendarDate?) -> JSONValue { .optional(date?.iso) }
}

extension CodeLibelle {
    var json: JSONValue {
        var members = [JSONValue.Member("code", .string(code)), JSONValue.Member("libelle", .optional(libelle))]
        if libelleDerive { members.append(JSONValue.Member("libelle_derive", true)) }
        return .object(members)
    }
}

extension Niveau {
    var json: JSONValue {
        [
            "europe": .optional(europe), "nomenclature_1969": .optional(nomenclature1969),
            "derive_de": .optional(deriveDe),
        ]
    }
}

extension Certificateur {
    var json: JSONValue {
        [
            "nom": .string(nom), "nom_commercial": .optional(nomCommercial), "siret": .optional(siret),
            "qualite_signataire": .optional(qualiteSignataire), "site_internet": .optional(siteInternet),
            "etat": .optional(etat),
            "date_derniere_modification_etat": .optional(dateDerniereModificationEtat),
        ]
    }
}

extension Partenaire {
    var json: JSONValue {
        [
            "nom": .string(nom), "siret": .optional(siret), "habilitation": .optional(habilitation),
            "etat": .optional(etat), "date_actif": .optional(dateActif),
            "date_derniere_modification_etat": .optional(dateDerniereModificationEtat),
        ]
    }
}

extension BlocDeCompetences {
    var json: JSONValue {
        [
            "numero": .int(numero), "code": .optional(code), "code_derive": .bool(codeDerive),
            "libelle": .string(libelle), "competences": .strings(competences),
            "modalites_evaluation": .strings(modalitesEvaluation),
            "liste_competences": .optional(listeCompetences),
            "modalites_evaluation_texte": .optional(modalitesEvaluationTexte),
            "prerequis_entree": .optional(prerequisEntree), "prerequis_validation": .optional(prerequisValidation),
            "unites": .array(unites.map(\.json)),
        ]
    }
}

extension UniteDeCompetences {
    var json: JSONValue {
        [
            "numero": .optional(numero), "libelle": .string(libelle), "activites": .strings(activites),
            "competences": .strings(competences),
        ]
    }
}

extension VoiesAcces {
    var json: JSONValue {
        .object(
            CodeVoieAcces.allCases.map { code in
                let voie = self[code]
                return JSONValue.Member(
                    code.rawValue,
                    [
                        "ouverte": .optional(voie.ouverte), "composition_jury": .optional(voie.compositionJury),
                        "depuis": .optional(voie.depuis),
                        "date_derniere_modification": .optional(voie.dateDerniereModification),
                    ])
            })
    }
}

extension TexteLegal {
    var json: JSONValue {
        [
            "categories": .strings(categories.map(\.rawValue)), "texte": .string(texte),
            "date_texte": .optional(dateTexte), "date_publication_jo": .optional(datePublicationJO),
            "date_effet": .optional(dateEffet), "date_fin": .optional(dateFin), "annees": .optional(annees),
        ]
    }
}

extension Enregistrement {
    var json: JSONValue {
        [
            "type": .optional(type), "date_decision": .optional(dateDecision), "date_effet": .optional(dateEffet),
            "date_fin": .optional(dateFin), "date_limite_delivrance": .optional(dateLimiteDelivrance),
            "date_publication_jo": .optional(datePublicationJO), "date_dernier_jo": .optional(dateDernierJO),
            "date_de_publication": .optional(dateDePublication), "annees": .optional(annees),
            "annees_promotions_niveau": .array(anneesPromotionsNiveau.map(JSONValue.int)),
            "derive_de_la_base_legale": .bool(deriveDeLaBaseLegale),
        ]
    }
}

extension ValiditeComposantes {
    var json: JSONValue { ["texte": .string(texte), "annees": .optional(annees)] }
}

extension ValidationPartielle {
    var json: JSONValue { ["possible": .optional(possible), "perimetre": .optional(perimetre)] }
}

extension StatistiquesPromotion {
    var json: JSONValue {
        [
            "annee": .int(annee), "nombre_certifies": .optional(nombreCertifies),
            "nombre_certifies_vae": .optional(nombreCertifiesVAE),
            "taux_insertion_global_6_mois": .optional(tauxInsertionGlobal6Mois),
            "taux_insertion_metier_6_mois": .optional(tauxInsertionMetier6Mois),
            "taux_insertion_metier_2_ans": .optional(tauxInsertionMetier2Ans),
        ]
    }
}

extension CertificationLiee {
    var json: JSONValue { ["numero_fiche": .optional(numeroFiche), "intitule": .optional(intitule)] }
}

extension Correspondance {
    var json: JSONValue {
        [
            "blocs": .strings(blocs), "fiche_cible": .string(ficheCible), "blocs_cibles": .strings(blocsCibles),
            "intitule_cible": .optional(intituleCible),
        ]
    }
}

extension SourceFiche {
    var json: JSONValue {
        [
            "fichier": .string(fichier), "format": .string(format.rawValue), "id_fiche": .optional(idFiche),
            "version_flux": .optional(versionFlux), "date_des_donnees": .optional(dateDesDonnees),
            "couverture": [
                "mots": .int(couverture.mots), "repris": .int(couverture.repris),
                "mise_en_page": .int(couverture.motsMiseEnPage), "non_reconnus": .int(couverture.nonReconnus),
            ],
            "non_reconnus": .array(
                couverture.passages.map { ["ligne": .int($0.ligne), "texte": .string($0.texte)] }),
        ]
    }
}
