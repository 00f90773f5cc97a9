import FicheModel
import FrenchText

/// Where a fiche was read, and how many of its words the page carries, in words.
enum SourcePage {
    /// `phrase`, `courte`, `couverture`, `licence?`, `faits: [{titre, valeur}]`, `mise_en_page?: [{nature, mots}]`.
    ///
    /// - Parameter fictif: whether the catalogue made the fiche, or its texts, up: then it is no national data.
    static func data(_ source: SourceFiche, fictif: Bool = false) -> PageData {
        var data: PageData = [
            "phrase": "Lu dans «\u{A0}\(source.fichier)\u{A0}», \(source.format.libelle).",
            "courte": SourceCourte.phrase(
                fichier: source.fichier, format: source.format, date: source.dateDesDonnees, fictif: fictif),
        ]
        if source.format.isNationalOpenData, !fictif {
            let date = source.dateDesDonnees.map { " au \($0.inFull)" } ?? ", sans date dans ces données"
            data["licence"] =
                "D’après les données des répertoires nationaux publiées par France compétences\(date), sous"
        }
        let coverage = source.couverture
        if coverage.mots > 0 {
            let unplaced =
                coverage.nonReconnus == 0
                ? "aucun n’a été laissé de côté"
                : "\(Phrases.count(coverage.nonReconnus, "n’a pas été reconnu et figure", "n’ont pas été reconnus et figurent")) sous «\u{A0}Autres informations\u{A0}»"
            data["couverture"] =
                "Des \(Phrases.count(coverage.mots, "mot", "mots")) de ce document, "
                + "\(Phrases.count(coverage.repris, "est repris", "sont repris")) ici, "
                + "\(Phrases.count(coverage.motsMiseEnPage, "relève", "relèvent")) de la mise en page et \(unplaced)."
        }
        var facts: [PageData] = []
        func add(_ titre: String, _ valeur: String?) {
            if let valeur { facts.append(["titre": titre, "valeur": TexteHTML.echappe(valeur)]) }
        }
        add("Date des données", source.dateDesDonnees?.inFull)
        add("Version du flux", source.versionFlux)
        add("Identifiant dans le flux", source.idFiche)
        data.set("faits", facts)
        return data
    }

    /// `[{ligne, texte}]`: what no field could take, as it stands.
    static func autresInformations(_ source: SourceFiche) -> [PageData] {
        source.couverture.passages.map { ["ligne": String($0.ligne), "texte": $0.texte] }
    }

    /// How to cite the page.
    static func citation(_ fiche: Fiche, etat: EtatDeValidite, context: FicheContext) -> String {
        var parts = ["«\u{A0}\(Typography.spaced(fiche.intitule))\u{A0}»"]
        if let numero = fiche.numeroFiche { parts.append("fiche \(Phrases.numero(numero))") }
        if let site = context.titreSite { parts.append(site) }
        parts.append("page établie le \(etat.date.inFull)")
        if let adresse = context.adresseAbsolue { parts.append(adresse) }
        return parts.joined(separator: ", ") + "."
    }
}
