import FicheModel

/// Fiches of our own for tests of the index.
enum WrittenFiches {
    static func fiche(
        _ numero: String?, _ intitule: String, niveau: Int? = nil, fin: String? = nil, identifiant: String? = nil
    ) -> Fiche {
        var fiche = Fiche(
            identifiant: identifiant ?? numero?.lowercased() ?? "sans-numero", intitule: intitule,
            source: SourceFiche(fichier: "essai", format: .fluxXML))
        fiche.numeroFiche = numero
        fiche.repertoire = numero.flatMap(Repertoire.parse)?.repertoire
        fiche.niveau = niveau.map { Niveau(europe: $0) }
        fiche.enregistrement.dateFin = fin.flatMap { CalendarDate($0) }
        return fiche
    }

    /// A small catalogue: both registers share the number 500, one fiche has no number.
    static var catalogue: [Fiche] {
        var horloger = fiche("RNCP500", "Horloger réparateur", niveau: 4, fin: "2027-05-01")
        horloger.codesROME = [CodeLibelle(code: "B1604", libelle: "Réparation - montage en systèmes horlogers")]
        horloger.codesNSF = [CodeLibelle(code: "251r", libelle: "Mécanique générale et de précision")]
        horloger.blocsCompetences = [
            BlocDeCompetences(numero: 1, libelle: "Entretenir un mouvement", competences: ["Huiler les pivots d’un balancier"])
        ]
        horloger.certificateurs = [Certificateur(nom: "École des métiers du temps")]
        horloger.voiesAcces[.vae] = VoieAcces(ouverte: true)
        var ancien = fiche("RNCP12", "Horlogère", niveau: 3, fin: "2020-01-01")
        ancien.nouvellesCertifications = [CertificationLiee(numeroFiche: "RNCP500")]
        var conseil = fiche(nil, "Conseillers et conseillères de vente", niveau: 4, identifiant: "cqp-conseil")
        conseil.conventions = [CodeLibelle(code: "1483", libelle: "Habillement")]
        return [
            horloger, ancien, fiche("RS500", "Tableur avancé", fin: "2028-01-01"), conseil,
            fiche("RNCP5001", "Développeur web", niveau: 5, fin: "2027-01-01"),
            fiche("RNCP5002", "Chargé(e) de clientèle", niveau: 6, fin: "2027-01-01"),
            fiche("RNCP40000", "Diplôme d’études en architecture", niveau: 7, fin: "2027-01-01"),
        ]
    }
}
