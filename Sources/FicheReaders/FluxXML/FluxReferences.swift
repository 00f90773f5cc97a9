import FicheModel
import FrenchText

/// The legal texts, the registration and its dates, links and correspondances.
extension FluxFicheBuilder {
    mutating func readBaseLegale(_ racine: Int) {
        let lists: [(String, TexteLegal.Categorie)] = [
            ("PUBLICATION_DECRET_GENERAL", .decretGeneral), ("PUBLICATION_DECRET_CREATION", .creation),
            ("PUBLICATION_DECRET_VAE", .vae), ("PUBLICATION_DECRET_AUTRE", .autre),
        ]
        for (name, categorie) in lists {
            for element in takeList(name, of: "PUBLICATION_JO", in: racine) { readTexteLegal(element, categorie) }
        }
    }

    /// The flow repeats a text under several headings, mostly word for word: one entry then, with all its headings.
    private mutating func readTexteLegal(_ element: Int, _ categorie: TexteLegal.Categorie) {
        let (title, published) = (take("TITRE", in: element), take("DATE_PUBLICATION_JO", in: element))
        let date = date(published, .baseLegale)
        guard let texte = texte(title, .baseLegale) else {
            if let published { reclaim(published, .nonReconnu) }
            return
        }
        if let known = fiche.baseLegale.firstIndex(where: {
            $0.texte == texte && (date == nil || $0.datePublicationJO == nil || $0.datePublicationJO == date)
        }) {
            if !fiche.baseLegale[known].categories.contains(categorie) {
                fiche.baseLegale[known].categories.append(categorie)
            }
            if let title { reclaim(title, MiseEnPage.repetition) }
            if fiche.baseLegale[known].datePublicationJO == nil {
                fiche.baseLegale[known].datePublicationJO = date
            } else if let published, date != nil {
                reclaim(published, MiseEnPage.repetition)
            }
            return
        }
        var entry = LegalProse.read(texte, categories: [categorie])
        // The date of the element is the register's own; the prose may speak of several.
        entry.datePublicationJO = date ?? entry.datePublicationJO
        fiche.baseLegale.append(entry)
    }

    mutating func readEnregistrement(_ racine: Int) {
        let champ = Champ.enregistrement
        var enregistrement = Enregistrement()
        enregistrement.type = value(take("TYPE_ENREGISTREMENT", in: racine), champ)
        enregistrement.dateDecision = date(take("DATE_DECISION", in: racine), champ)
        enregistrement.dateEffet = date(take("DATE_EFFET", in: racine), champ)
        enregistrement.dateFin = date(take("DATE_FIN_ENREGISTREMENT", in: racine), champ)
        enregistrement.dateLimiteDelivrance = date(take("DATE_LIMITE_DELIVRANCE", in: racine), champ)
        enregistrement.datePublicationJO = date(take("DATE_PUBLICATION_JO", in: racine), champ)
        enregistrement.dateDernierJO = date(take("DATE_DERNIER_JO", in: racine), champ)
        enregistrement.dateDePublication = date(take("DATE_DE_PUBLICATION", in: racine), champ)
        enregistrement.annees = entier(take("DUREE_ENREGISTREMENT", in: racine), champ)
        enregistrement.anneesPromotionsNiveau = takeList("ANNEES_PROMOTIONS_NIVEAU", of: "ANNEE", in: racine)
            .compactMap { entier($0, champ) }
        fiche.enregistrement = enregistrement
    }

    /// URLs go to `lienURLDescription`, words to `autresSources`.
    mutating func readLiens(_ racine: Int) {
        guard let element = take("LIEN_URL_DESCRIPTION", in: racine) else { return }
        let range = outline.nodes[element].content
        let content = XMLContent(source.bytes, in: range)
        guard value(element, .autresSources) != nil else { return }
        let links = FluxLiens(content.bytes)
        fiche.lienURLDescription = links.urls.map { String(decoding: content.bytes[$0], as: UTF8.self) }
        fiche.autresSources = FlattenedText(links.words(in: content.bytes)).commonMark
        claim(links.urls, of: content, .repris(.lienURLDescription))
    }

    mutating func readCorrespondances(_ racine: Int) {
        let champ = Champ.correspondances
        for element in takeList("CORRESPONDANCES", of: "CORRESPONDANCE", in: racine) {
            let blocs = takeAll("SOURCE", in: element).flatMap { codesDeBlocs($0) }
            for destination in takeAll("DESTINATION", in: element) {
                guard let cible = value(take("NUMERO_FICHE", in: destination), champ) else {
                    leaveOut(destination, "Une correspondance n’a pas de fiche de destination")
                    continue
                }
                let ciblesBlocs = codesDeBlocs(destination)
                fiche.correspondances.append(
                    Correspondance(
                        blocs: blocs, ficheCible: Repertoire.parse(cible)?.numero ?? cible, blocsCibles: ciblesBlocs,
                        intituleCible: value(take("INTITULE", in: destination), champ)))
            }
        }
    }

    private mutating func codesDeBlocs(_ parent: Int) -> [String] {
        takeAll("BLOC_COMPETENCES", in: parent).compactMap { value(take("CODE", in: $0), .correspondances) }
    }
}
