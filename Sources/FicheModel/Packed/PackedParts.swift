extension CodeLibelle {
    /// For a description of fields to fill.
    public static let blank = CodeLibelle(code: "", libelle: nil)

    /// Its fields, for `Packing`.
    public mutating func carry(_ packing: inout Packing) {
        packing.text(&code)
        packing.text(&libelle)
        packing.truth(&libelleDerive)
    }
}

extension Niveau {
    /// Its fields, for `Packing`.
    public mutating func carry(_ packing: inout Packing) {
        packing.number(&europe)
        packing.text(&nomenclature1969)
        packing.text(&deriveDe)
    }
}

extension Certificateur {
    mutating func carry(_ packing: inout Packing) {
        packing.text(&nom)
        packing.text(&nomCommercial)
        packing.text(&siret)
        packing.text(&qualiteSignataire)
        packing.text(&siteInternet)
        packing.text(&etat)
        packing.date(&dateDerniereModificationEtat)
    }
}

extension Partenaire {
    mutating func carry(_ packing: inout Packing) {
        packing.text(&nom)
        packing.text(&siret)
        packing.text(&habilitation)
        packing.text(&etat)
        packing.date(&dateActif)
        packing.date(&dateDerniereModificationEtat)
    }
}

extension ValidationPartielle {
    mutating func carry(_ packing: inout Packing) {
        packing.truth(&possible)
        packing.text(&perimetre)
    }
}

extension ValiditeComposantes {
    mutating func carry(_ packing: inout Packing) {
        packing.text(&texte)
        packing.number(&annees)
    }
}

extension BlocDeCompetences {
    mutating func carry(_ packing: inout Packing) {
        packing.number(&numero)
        packing.text(&code)
        packing.truth(&codeDerive)
        packing.text(&libelle)
        packing.texts(&competences)
        packing.texts(&modalitesEvaluation)
        packing.text(&listeCompetences)
        packing.text(&modalitesEvaluationTexte)
        packing.text(&prerequisEntree)
        packing.text(&prerequisValidation)
        packing.list(&unites, UniteDeCompetences(libelle: "")) { $1.carry(&$0) }
    }
}

extension UniteDeCompetences {
    mutating func carry(_ packing: inout Packing) {
        packing.number(&numero)
        packing.text(&libelle)
        packing.texts(&activites)
        packing.texts(&competences)
    }
}

extension VoiesAcces {
    mutating func carry(_ packing: inout Packing) {
        for code in CodeVoieAcces.allCases {
            var voie = self[code]
            packing.truth(&voie.ouverte)
            packing.text(&voie.compositionJury)
            packing.number(&voie.depuis)
            packing.date(&voie.dateDerniereModification)
            if packing.isReading { self[code] = voie }
        }
    }
}

extension Correspondance {
    /// Its fields, for `Packing`.
    public mutating func carry(_ packing: inout Packing) {
        packing.texts(&blocs)
        packing.text(&ficheCible)
        packing.texts(&blocsCibles)
        packing.text(&intituleCible)
    }
}

extension TexteLegal {
    mutating func carry(_ packing: inout Packing) {
        packing.list(&categories, .autre) { $0.word(&$1) }
        packing.text(&texte)
        packing.date(&dateTexte)
        packing.date(&datePublicationJO)
        packing.date(&dateEffet)
        packing.date(&dateFin)
        packing.number(&annees)
    }
}

extension Enregistrement {
    mutating func carry(_ packing: inout Packing) {
        packing.text(&type)
        packing.date(&dateDecision)
        packing.date(&dateEffet)
        packing.date(&dateFin)
        packing.date(&dateLimiteDelivrance)
        packing.date(&datePublicationJO)
        packing.date(&dateDernierJO)
        packing.date(&dateDePublication)
        packing.number(&annees)
        packing.list(&anneesPromotionsNiveau, 0) { $0.number(&$1) }
        packing.truth(&deriveDeLaBaseLegale)
    }
}

extension StatistiquesPromotion {
    mutating func carry(_ packing: inout Packing) {
        packing.number(&annee)
        packing.number(&nombreCertifies)
        packing.number(&nombreCertifiesVAE)
        packing.rate(&tauxInsertionGlobal6Mois)
        packing.rate(&tauxInsertionMetier6Mois)
        packing.rate(&tauxInsertionMetier2Ans)
    }
}

extension CertificationLiee {
    mutating func carry(_ packing: inout Packing) {
        packing.text(&numeroFiche)
        packing.text(&intitule)
    }
}
