import FicheModel
import FrenchText

/// What came before, what comes after, and the official correspondances (never called équivalences).
struct LigneePage {
    let context: FicheContext

    /// `[{numero?, titre, adresse?, externe: bool, etat?}]`: to the catalogue's own page, else to the official one.
    ///
    /// - Parameter versions: where this fiche is compared, as another generation, with the fiche of an identifiant; gives
    ///   `versions?` to those that are in the catalogue.
    func data(_ certifications: [CertificationLiee], versions: (String) -> String? = { _ in nil }) -> [PageData] {
        certifications.map { certification in
            var data = linked(certification.numeroFiche, titre: certification.intitule)
            let other = certification.numeroFiche.flatMap(context.fiche(numero:))?.identifiant
            data.set("versions", other.flatMap(versions).map { context.racine + $0 })
            return data
        }
    }

    /// `[{blocs, cible, blocs_cibles}]`.
    func correspondances(_ correspondances: [Correspondance]) -> [PageData] {
        correspondances.map { item in
            [
                "blocs": item.blocs.isEmpty ? "Toute la certification" : item.blocs.joined(separator: ", "),
                "cible": linked(item.ficheCible, titre: item.intituleCible),
                "blocs_cibles": item.blocsCibles.isEmpty
                    ? "Toute la certification" : item.blocsCibles.joined(separator: ", "),
            ]
        }
    }

    private func linked(_ numero: String?, titre: String?) -> PageData {
        var data: PageData = ["externe": false]
        data.set("numero", numero.map(Phrases.numero))
        data.set("titre", titre.map(Typography.spaced))
        guard let numero else { return data }
        if let known = context.fiche(numero: numero) {
            if titre == nil { data["titre"] = Typography.spaced(known.titre) }
            data["adresse"] = context.racine + known.adresse
            if let etat = known.etat { data["etat"] = EtatPage.data(etat, fin: nil, limite: nil) }
        } else if let adresse = context.adresseOfficielle(numero: numero) {
            data["adresse"] = adresse
            data["externe"] = true
        }
        return data
    }
}
