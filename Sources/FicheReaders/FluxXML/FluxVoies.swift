import FicheModel
import FrenchText

/// Routes, territories and figures.
extension FluxFicheBuilder {
    mutating func readVoies(_ racine: Int) {
        var previous: String?
        for code in CodeVoieAcces.allCases {
            guard let element = take("SI_JURY_\(code.rawValue)", in: racine) else { continue }
            var voie = VoieAcces()
            let composition: Int?
            if outline.hasElements(element) {
                voie.ouverte = boolean(take("ACTIF", in: element))
                composition = take("COMPOSITION", in: element)
                voie.dateDerniereModification = date(take("DATE_DERNIERE_MODIFICATION", in: element), .voiesAcces)
            } else {
                // V2: the answer stands alone, the jury in a sibling.
                voie.ouverte = boolean(element)
                composition = take("JURY_\(code.rawValue)", in: racine)
            }
            let jury = texte(composition, .voiesAcces)
            if let composition, let jury, let previous, jury.utf8.count <= 6, Folding.key(jury).hasPrefix("idem") {
                reclaim(composition, MiseEnPage.repetition)
                voie.compositionJury = previous
            } else {
                voie.compositionJury = jury
                previous = jury ?? previous
            }
            fiche.voiesAcces[code] = voie
        }
        fiche.accessibleNouvelleCaledonie = boolean(take("ACCESSIBLE_NOUVELLE_CALEDONIE", in: racine))
        fiche.accessiblePolynesieFrancaise = boolean(take("ACCESSIBLE_POLYNESIE_FRANCAISE", in: racine))
    }

    mutating func readStatistiques(_ racine: Int) {
        let champ = Champ.statistiquesPromotions
        for element in takeList("STATISTIQUES_PROMOTIONS", of: "STATISTIQUES_PROMOTION", in: racine) {
            guard let annee = entier(take("ANNEE", in: element), champ) else {
                leaveOut(element, "Une ligne de statistiques n’a pas d’année")
                continue
            }
            var promotion = StatistiquesPromotion(annee: annee)
            promotion.nombreCertifies = entier(take("NOMBRE_CERTIFIES", in: element), champ)
            promotion.nombreCertifiesVAE = entier(take("NOMBRE_CERTIFIES_VAE", in: element), champ)
            promotion.tauxInsertionGlobal6Mois = taux(take("TAUX_INSERTION_GLOBAL_6MOIS", in: element))
            promotion.tauxInsertionMetier6Mois = taux(take("TAUX_INSERTION_METIER_6MOIS", in: element))
            promotion.tauxInsertionMetier2Ans = taux(take("TAUX_INSERTION_METIER_2ANS", in: element))
            fiche.statistiquesPromotions.append(promotion)
        }
    }

    /// A rate in percent: "85", "85.5", "85,50 %".
    private mutating func taux(_ element: Int?) -> Double? {
        guard let element, let text = value(element, .statistiquesPromotions) else { return nil }
        var bytes = text.utf8.filter { $0 != UInt8(ascii: "%") && $0 > 0x20 && $0 < 0x80 }
        if let comma = bytes.firstIndex(of: UInt8(ascii: ",")) { bytes[comma] = UInt8(ascii: ".") }
        let plain = String(decoding: bytes, as: UTF8.self)
        guard bytes.allSatisfy({ ($0 >= 0x30 && $0 <= 0x39) || $0 == UInt8(ascii: ".") }), let taux = Double(plain)
        else {
            unreadable(element, text, hint: "Un taux est un nombre de 0 à 100")
            return nil
        }
        // "85.50" is printed 85.5: its last zero is no word of the JSON.
        if plain.utf8.contains(UInt8(ascii: ".")), plain.hasSuffix("0") { reclaim(element, MiseEnPage.code) }
        return taux
    }
}
