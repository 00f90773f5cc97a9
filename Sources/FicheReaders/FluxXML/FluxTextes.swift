import FicheModel

/// The prose of a fiche and its blocs.
extension FluxFicheBuilder {
    mutating func readTextes(_ racine: Int) {
        // The elements of the flow are named as the fields, in capitals.
        for (champ, chemin) in Fiche.champsTexte where champ != .autresSources {
            let texte = texte(take(champ.rawValue.uppercased(), in: racine), champ)
            if let texte { fiche[keyPath: chemin] = texte }
        }
        fiche.dureeValidite = value(take("DUREE_VALIDITE", in: racine), .dureeValidite)
        let possible = boolean(take("VALIDATION_PARTIELLE", in: racine))
        let perimetre = texte(take("VALIDATION_PARTIELLE_PERIMETRE", in: racine), .validationPartielle)
        if possible != nil || perimetre != nil {
            fiche.validationPartielle = ValidationPartielle(possible: possible, perimetre: perimetre)
        }
    }

    mutating func readBlocs(_ racine: Int) {
        let champ = Champ.blocsCompetences
        for (index, element) in takeList("BLOCS_COMPETENCES", of: "BLOC_COMPETENCES", in: racine).enumerated() {
            let code = value(take("CODE", in: element), champ)
            let name = take(["LIBELLE", "INTITULE"], in: element)
            let libelle = value(name, champ)
            if libelle == nil {
                report(.warning, .blocSansLibelle, "Le bloc \(index + 1) n’a pas de libellé", at: name ?? element)
            }
            let competences = structure(take("LISTE_COMPETENCES", in: element), champ)?.linesApart
            let modalites = structure(take("MODALITES_EVALUATION", in: element), champ)?.linesApart
            let entree = texte(take("PREREQUIS_ENTREE_FORMATION_BLOC", in: element), champ)
            let validation = texte(take("PREREQUIS_VALIDATION_BLOC", in: element), champ)
            fiche.blocsCompetences.append(
                BlocDeCompetences(
                    numero: index + 1, code: code, libelle: libelle ?? code ?? "Bloc \(index + 1)",
                    competences: competences?.items ?? [], modalitesEvaluation: modalites?.items ?? [],
                    listeCompetences: competences?.commonMark, modalitesEvaluationTexte: modalites?.commonMark,
                    prerequisEntree: entree, prerequisValidation: validation))
        }
    }
}
