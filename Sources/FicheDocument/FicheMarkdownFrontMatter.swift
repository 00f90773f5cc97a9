import FicheModel

/// The front matter of the published Markdown: what is one line or a list of small facts.
enum FicheMarkdownFrontMatter {
    static func lines(of fiche: Fiche) -> [String] {
        Champ.allCases.flatMap { lines(of: $0, in: fiche) }
    }

    private static func lines(of champ: Champ, in fiche: Fiche) -> [String] {
        let key = champ.rawValue
        func one(_ text: String?) -> [String] { text.map { ["\(key): \(YAMLText.scalar($0))"] } ?? [] }
        func yes(_ value: Bool?) -> [String] { value.map { ["\(key): \($0 ? "oui" : "non")"] } ?? [] }
        func list<Element>(_ values: [Element], _ members: (Element) -> [(String, YAMLText.Value?)]) -> [String] {
            values.isEmpty ? [] : ["\(key):"] + values.map { "  - " + YAMLText.flow(members($0)) }
        }
        switch champ {
        case .identifiant: return one(fiche.identifiant) + settings(of: fiche)
        case .numeroFiche: return one(fiche.numeroFiche)
        case .repertoire:
            let implied = fiche.numeroFiche.flatMap { Repertoire.parse($0)?.repertoire }
            return implied == fiche.repertoire ? [] : one(fiche.repertoire?.rawValue)
        case .abrege: return fiche.abrege.map { ["\(key): \(YAMLText.flow(code($0)))"] } ?? []
        case .intitule: return one(fiche.intitule)
        case .etatFiche: return one(fiche.etatFiche)
        case .actif: return yes(fiche.actif)
        case .niveau: return fiche.niveau.map { ["\(key): \(niveau($0))"] } ?? []
        case .codesNSF: return list(fiche.codesNSF, code)
        case .codesROME: return list(fiche.codesROME, code)
        case .formacodes: return list(fiche.formacodes, code)
        case .conventions: return list(fiche.conventions, code)
        case .codesIDCC: return list(fiche.codesIDCC, code)
        case .certificateurs:
            let values = fiche.certificateurs
            return values.isEmpty ? [] : ["\(key):"] + values.flatMap { YAMLText.block(certificateur($0)) }
        case .partenaires: return list(fiche.partenaires, partenaire)
        case .dureeValidite: return one(fiche.dureeValidite)
        case .validationPartielle:
            guard let value = fiche.validationPartielle, value.possible != nil || value.perimetre == nil else {
                return []
            }
            return ["\(key): \(YAMLText.flow([("possible", value.possible.map { .oui($0) })]))"]
        case .validiteComposantes:
            guard let value = fiche.validiteComposantes else { return [] }
            // Alone, a text that begins with a number would be read as years.
            if value.annees == nil, value.texte.first?.isNumber == false { return one(value.texte) }
            return [
                "\(key): "
                    + YAMLText.flow([("texte", .text(value.texte)), ("annees", value.annees.map { .number($0) })])
            ]
        case .voiesAcces: return voies(fiche.voiesAcces)
        case .accessibleNouvelleCaledonie: return yes(fiche.accessibleNouvelleCaledonie)
        case .accessiblePolynesieFrancaise: return yes(fiche.accessiblePolynesieFrancaise)
        case .correspondances: return list(fiche.correspondances, correspondance)
        case .enregistrement: return enregistrement(fiche.enregistrement)
        case .statistiquesPromotions: return list(fiche.statistiquesPromotions, promotion)
        case .lienURLDescription:
            let urls = fiche.lienURLDescription
            return urls.isEmpty ? [] : ["\(key):"] + urls.map { "  - " + YAMLText.scalar($0) }
        case .siteInternetAutorite: return one(fiche.siteInternetAutorite)
        case .anciennesCertifications: return list(fiche.anciennesCertifications, liee)
        case .nouvellesCertifications: return list(fiche.nouvellesCertifications, liee)
        case .documents:
            return list(fiche.documents) {
                [("nature", .text($0.nature)), ("titre", .text($0.titre)), ("url", .text($0.url))]
            }
        default: return []
        }
    }

    private static func settings(of fiche: Fiche) -> [String] {
        let alias =
            fiche.alias.isEmpty
            ? [] : ["alias: [\(fiche.alias.map { YAMLText.scalar($0, inFlow: true) }.joined(separator: ", "))]"]
        return alias + (fiche.brouillon ? ["brouillon: oui"] : [])
    }

    /// A label that is not known is written `null`, so that no code list completes it on the way back.
    private static func code(_ value: CodeLibelle) -> [(String, YAMLText.Value?)] {
        [
            ("code", .text(value.code)), ("libelle", value.libelle.map { .text($0) } ?? .null),
            ("libelle_derive", value.libelleDerive ? .oui(true) : nil),
        ]
    }

    private static func niveau(_ niveau: Niveau) -> String {
        if let europe = niveau.europe, niveau == Niveau(europe: europe) { return String(europe) }
        return YAMLText.flow([
            ("europe", niveau.europe.map { .number($0) }),
            ("nomenclature_1969", niveau.nomenclature1969.map { .text($0) }),
            ("derive_de", niveau.deriveDe.map { .text($0) }),
        ])
    }

    private static func certificateur(_ value: Certificateur) -> [(String, YAMLText.Value?)] {
        [
            ("nom", .text(value.nom)), ("nom_commercial", value.nomCommercial.map { .text($0) }),
            ("siret", value.siret.map { .text($0) }),
            ("qualite_signataire", value.qualiteSignataire.map { .text($0) }),
            ("site_internet", value.siteInternet.map { .text($0) }), ("etat", value.etat.map { .text($0) }),
            ("date_derniere_modification_etat", value.dateDerniereModificationEtat.map { .date($0) }),
        ]
    }

    private static func partenaire(_ value: Partenaire) -> [(String, YAMLText.Value?)] {
        [
            ("nom", .text(value.nom)), ("siret", value.siret.map { .text($0) }),
            ("habilitation", value.habilitation.map { .text($0) }), ("etat", value.etat.map { .text($0) }),
            ("date_actif", value.dateActif.map { .date($0) }),
            ("date_derniere_modification_etat", value.dateDerniereModificationEtat.map { .date($0) }),
        ]
    }

    private static func voies(_ voies: VoiesAcces) -> [String] {
        let lines: [String] = CodeVoieAcces.allCases.compactMap { code in
            let voie = voies[code]
            let members: [(String, YAMLText.Value?)] = [
                ("ouverte", voie.ouverte.map { .oui($0) }), ("depuis", voie.depuis.map { .number($0) }),
                ("date_derniere_modification", voie.dateDerniereModification.map { .date($0) }),
            ]
            return members.contains { $0.1 != nil } ? "  \(code.rawValue): \(YAMLText.flow(members))" : nil
        }
        return lines.isEmpty ? [] : ["\(Champ.voiesAcces.rawValue):"] + lines
    }

    private static func enregistrement(_ value: Enregistrement) -> [String] {
        let promotions = value.anneesPromotionsNiveau.map(String.init).joined(separator: ", ")
        let members: [(String, String?)] = [
            ("type", value.type.map { YAMLText.scalar($0) }), ("date_decision", value.dateDecision?.iso),
            ("date_effet", value.dateEffet?.iso), ("date_fin", value.dateFin?.iso),
            ("date_limite_delivrance", value.dateLimiteDelivrance?.iso),
            ("date_publication_jo", value.datePublicationJO?.iso), ("date_dernier_jo", value.dateDernierJO?.iso),
            ("date_de_publication", value.dateDePublication?.iso), ("annees", value.annees.map(String.init)),
            ("annees_promotions_niveau", promotions.isEmpty ? nil : "[\(promotions)]"),
            ("derive_de_la_base_legale", value.deriveDeLaBaseLegale ? "oui" : nil),
        ]
        let lines = members.compactMap { name, text in text.map { "  \(name): \($0)" } }
        return lines.isEmpty ? [] : ["\(Champ.enregistrement.rawValue):"] + lines
    }

    private static func promotion(_ value: StatistiquesPromotion) -> [(String, YAMLText.Value?)] {
        [
            ("annee", .number(value.annee)), ("nombre_certifies", value.nombreCertifies.map { .number($0) }),
            ("nombre_certifies_vae", value.nombreCertifiesVAE.map { .number($0) }),
            ("taux_insertion_global_6_mois", value.tauxInsertionGlobal6Mois.map { .decimal($0) }),
            ("taux_insertion_metier_6_mois", value.tauxInsertionMetier6Mois.map { .decimal($0) }),
            ("taux_insertion_metier_2_ans", value.tauxInsertionMetier2Ans.map { .decimal($0) }),
        ]
    }

    private static func liee(_ value: CertificationLiee) -> [(String, YAMLText.Value?)] {
        [("numero_fiche", value.numeroFiche.map { .text($0) }), ("intitule", value.intitule.map { .text($0) })]
    }

    private static func correspondance(_ value: Correspondance) -> [(String, YAMLText.Value?)] {
        [
            ("blocs", value.blocs.isEmpty ? nil : .list(value.blocs)), ("fiche_cible", .text(value.ficheCible)),
            ("blocs_cibles", value.blocsCibles.isEmpty ? nil : .list(value.blocsCibles)),
            ("intitule_cible", value.intituleCible.map { .text($0) }),
        ]
    }
}
