import FicheModel

/// Reads the fields of the front matter that are lists of small facts.
enum FrontMatterLists {
    static func read(
        _ node: FrontMatterNode, _ champ: Champ, into fiche: inout Fiche, _ decoder: inout FieldDecoder
    ) {
        func codes() -> [CodeLibelle] {
            decoder.elements(node).compactMap { FrontMatterCodes.code($0, champ, &decoder) }
        }
        switch champ {
        case .codesNSF: fiche.codesNSF = codes()
        case .codesROME: fiche.codesROME = codes()
        case .formacodes: fiche.formacodes = codes()
        case .conventions: fiche.conventions = codes()
        case .codesIDCC: fiche.codesIDCC = codes()
        case .certificateurs: fiche.certificateurs = decoder.elements(node).compactMap { certificateur($0, &decoder) }
        case .partenaires: fiche.partenaires = decoder.elements(node).compactMap { partenaire($0, &decoder) }
        case .lienURLDescription: fiche.lienURLDescription = decoder.texts(node, champ)
        case .anciennesCertifications: fiche.anciennesCertifications = liees(node, champ, &decoder)
        case .nouvellesCertifications: fiche.nouvellesCertifications = liees(node, champ, &decoder)
        case .correspondances:
            fiche.correspondances = decoder.elements(node).compactMap { correspondance($0, &decoder) }
        case .baseLegale: fiche.baseLegale = decoder.elements(node).compactMap { texteLegal($0, &decoder) }
        case .statistiquesPromotions:
            fiche.statistiquesPromotions = decoder.elements(node).compactMap { promotion($0, &decoder) }
        case .documents: fiche.documents = decoder.elements(node).compactMap { document($0, &decoder) }
        default: break
        }
    }

    private static func certificateur(_ node: FrontMatterNode, _ decoder: inout FieldDecoder) -> Certificateur? {
        let champ = Champ.certificateurs
        let keys = [
            "nom", "nom_commercial", "siret", "qualite_signataire", "site_internet", "etat",
            "date_derniere_modification_etat",
        ]
        guard let members = decoder.members(node, keys: keys, bare: "nom"),
            let nom = required("nom", in: members, of: node, champ, &decoder)
        else { return nil }
        return Certificateur(
            nom: nom, nomCommercial: members["nom_commercial"].flatMap { decoder.line($0, champ) },
            siret: members["siret"].flatMap { decoder.siret($0, champ) },
            qualiteSignataire: members["qualite_signataire"].flatMap { decoder.line($0, champ) },
            siteInternet: members["site_internet"].flatMap { decoder.line($0, champ) },
            etat: members["etat"].flatMap { decoder.line($0, champ) },
            dateDerniereModificationEtat: members["date_derniere_modification_etat"].flatMap { decoder.date($0, champ) }
        )
    }

    private static func partenaire(_ node: FrontMatterNode, _ decoder: inout FieldDecoder) -> Partenaire? {
        let champ = Champ.partenaires
        let keys = ["nom", "siret", "habilitation", "etat", "date_actif", "date_derniere_modification_etat"]
        guard let members = decoder.members(node, keys: keys, bare: "nom"),
            let nom = required("nom", in: members, of: node, champ, &decoder)
        else { return nil }
        return Partenaire(
            nom: nom, siret: members["siret"].flatMap { decoder.siret($0, champ) },
            habilitation: members["habilitation"].flatMap { decoder.line($0, champ) },
            etat: members["etat"].flatMap { decoder.line($0, champ) },
            dateActif: members["date_actif"].flatMap { decoder.date($0, champ) },
            dateDerniereModificationEtat: members["date_derniere_modification_etat"].flatMap { decoder.date($0, champ) }
        )
    }

    private static func liees(
        _ node: FrontMatterNode, _ champ: Champ, _ decoder: inout FieldDecoder
    ) -> [CertificationLiee] {
        decoder.elements(node).compactMap { element in
            let members = decoder.members(element, keys: ["numero_fiche", "intitule"], bare: "numero_fiche")
            guard let members else { return nil }
            let raw = members["numero_fiche"].flatMap { decoder.line($0, champ) }
            let parsed = raw.flatMap { Repertoire.parse($0)?.numero }
            if let raw, parsed == nil {
                decoder.report(
                    .warning, .numeroInvalide, "« \(raw) » n’est pas un numéro de fiche", at: element,
                    hint: "Écrivez-le RNCP1234, ou donnez l’intitulé seul : {intitule: …}")
            }
            let lien = CertificationLiee(
                numeroFiche: parsed ?? raw, intitule: members["intitule"].flatMap { decoder.line($0, champ) })
            return lien == CertificationLiee() ? nil : lien
        }
    }

    private static func correspondance(_ node: FrontMatterNode, _ decoder: inout FieldDecoder) -> Correspondance? {
        let champ = Champ.correspondances
        let keys = ["blocs", "fiche_cible", "blocs_cibles", "intitule_cible"]
        guard let members = decoder.members(node, keys: keys),
            let cible = required("fiche_cible", in: members, of: node, champ, &decoder)
        else { return nil }
        return Correspondance(
            blocs: members["blocs"].map { decoder.texts($0, champ) } ?? [], ficheCible: cible,
            blocsCibles: members["blocs_cibles"].map { decoder.texts($0, champ) } ?? [],
            intituleCible: members["intitule_cible"].flatMap { decoder.line($0, champ) })
    }

    private static func texteLegal(_ node: FrontMatterNode, _ decoder: inout FieldDecoder) -> TexteLegal? {
        let champ = Champ.baseLegale
        let facts = LegalFacts.keys
        guard let members = decoder.members(node, keys: ["categories", "texte"] + facts, bare: "texte"),
            let texteNode = members["texte"], let texte = decoder.commonMark(texteNode, champ)
        else { return nil }
        var categories: [TexteLegal.Categorie] = []
        for element in members["categories"].map({ decoder.elements($0) }) ?? [] {
            guard let raw = decoder.text(element, champ) else { continue }
            if let categorie = TexteLegal.Categorie(rawValue: raw) {
                categories.append(categorie)
            } else {
                let known = TexteLegal.Categorie.allCases.map(\.rawValue).joined(separator: ", ")
                decoder.mistyped(element, "« \(raw) » n’est pas une catégorie de texte", hint: "Catégories : \(known)")
            }
        }
        return LegalFacts.texte(
            texte, categories: categories, facts: members.filter { facts.contains($0.key) }, &decoder)
    }

    private static func promotion(_ node: FrontMatterNode, _ decoder: inout FieldDecoder) -> StatistiquesPromotion? {
        let champ = Champ.statistiquesPromotions
        let rates: [(String, WritableKeyPath<StatistiquesPromotion, Double?>)] = [
            ("taux_insertion_global_6_mois", \.tauxInsertionGlobal6Mois),
            ("taux_insertion_metier_6_mois", \.tauxInsertionMetier6Mois),
            ("taux_insertion_metier_2_ans", \.tauxInsertionMetier2Ans),
        ]
        let keys = ["annee", "nombre_certifies", "nombre_certifies_vae"] + rates.map(\.0)
        guard let members = decoder.members(node, keys: keys) else { return nil }
        guard let anneeNode = members["annee"], let annee = decoder.year(anneeNode, champ) else {
            if members["annee"] == nil { decoder.mistyped(node, "Il manque « annee » à cette promotion") }
            return nil
        }
        var promotion = StatistiquesPromotion(annee: annee)
        func count(_ key: String) -> Int? {
            members[key].flatMap { decoder.int($0, champ, in: 0...10_000_000, what: "un nombre de personnes") }
        }
        promotion.nombreCertifies = count("nombre_certifies")
        promotion.nombreCertifiesVAE = count("nombre_certifies_vae")
        for (key, path) in rates { promotion[keyPath: path] = members[key].flatMap { decoder.number($0, champ) } }
        return promotion
    }

    private static func document(_ node: FrontMatterNode, _ decoder: inout FieldDecoder) -> DocumentLie? {
        guard let members = decoder.members(node, keys: ["nature", "titre", "url"]),
            let titre = required("titre", in: members, of: node, .documents, &decoder),
            let url = required("url", in: members, of: node, .documents, &decoder)
        else { return nil }
        return DocumentLie(
            nature: members["nature"].flatMap { decoder.line($0, .documents) } ?? "", titre: titre, url: url)
    }

    /// The member without which the object means nothing.
    static func required(
        _ key: String, in members: [String: FrontMatterNode], of node: FrontMatterNode, _ champ: Champ,
        _ decoder: inout FieldDecoder
    ) -> String? {
        if let value = members[key].flatMap({ decoder.line($0, champ) }) { return value }
        decoder.unclaim(node)
        decoder.mistyped(node, "Il manque « \(key) » à cet élément de « \(champ.rawValue) »")
        return nil
    }
}
