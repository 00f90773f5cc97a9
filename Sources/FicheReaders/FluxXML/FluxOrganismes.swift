import Diagnostics
import FicheModel

/// Who awards the certification, and who trains for it.
extension FluxFicheBuilder {
    mutating func readOrganismes(_ racine: Int) {
        for element in takeList("CERTIFICATEURS", of: "CERTIFICATEUR", in: racine) {
            let siret = siret(take("SIRET_CERTIFICATEUR", in: element), .certificateurs)
            let name = take("NOM_CERTIFICATEUR", in: element)
            guard let nom = value(name, .certificateurs) ?? siret else {
                leaveOut(element, "Un certificateur n’a pas de nom")
                continue
            }
            fiche.certificateurs.append(
                Certificateur(
                    nom: nom, nomCommercial: value(take("NOM_COMMERCIAL", in: element), .certificateurs), siret: siret,
                    siteInternet: value(take("SITE_INTERNET", in: element), .certificateurs),
                    etat: value(take("ETAT_CERTIFICATEUR", in: element), .certificateurs),
                    dateDerniereModificationEtat: date(
                        take("DATE_DERNIERE_MODIFICATION_ETAT", in: element), .certificateurs)))
        }
        // Whether there are partners is said by their list.
        _ = boolean(take("EXISTENCE_PARTENAIRES", in: racine))
        for element in takeList("PARTENAIRES", of: "PARTENAIRE", in: racine) {
            let siret = siret(take("SIRET_PARTENAIRE", in: element), .partenaires)
            let name = take("NOM_PARTENAIRE", in: element)
            guard let nom = value(name, .partenaires) ?? siret else {
                leaveOut(element, "Un partenaire n’a pas de nom")
                continue
            }
            fiche.partenaires.append(
                Partenaire(
                    nom: nom, siret: siret,
                    habilitation: value(take("HABILITATION_PARTENAIRE", in: element), .partenaires),
                    etat: value(take("ETAT_HABILITATION", in: element), .partenaires),
                    dateActif: date(take("DATE_ACTIF", in: element), .partenaires),
                    dateDerniereModificationEtat: date(
                        take("DATE_DERNIERE_MODIFICATION_ETAT", in: element), .partenaires)))
        }
    }

    /// Kept as it stands, for its zeros count; 14 digits (Code de commerce, art. R. 123-221).
    private mutating func siret(_ element: Int?, _ champ: Champ) -> String? {
        guard let element, let text = value(element, champ) else { return nil }
        if text.utf8.count != 14 || !text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
            report(
                .warning, .siretInvalide, "« \(text.prefix(40)) » n’est pas un SIRET", at: element,
                hint: "Un SIRET a 14 chiffres ; il est gardé tel quel")
        }
        return text
    }
}
