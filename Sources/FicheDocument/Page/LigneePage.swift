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

    /// The line from the oldest generation to the latest: `[{rang, ici, fiches: [lien], repliees?}]`; empty where the fiche stands alone.
    ///
    /// - Parameters: what stands immediately before and after the fiche, as `data` makes it.
    func generations(of fiche: Fiche, avant: [PageData], apres: [PageData]) -> [PageData] {
        let far = context.lointaines(of: fiche)
        guard !avant.isEmpty || !apres.isEmpty else { return [] }
        func distant(_ numbers: [String]) -> [PageData] { numbers.map { linked($0, titre: nil) } }
        var line: [PageData] = []
        for (rank, numbers) in far.avant.enumerated().reversed() {
            line.append(generation("\(Phrases.count(rank + 2, "génération", "générations")) avant", distant(numbers)))
        }
        if !avant.isEmpty { line.append(generation("Avant", avant)) }
        line.append(["rang": "Cette fiche", "ici": true, "fiches": [own(fiche)]])
        if !apres.isEmpty { line.append(generation("Après", apres)) }
        for (rank, numbers) in far.apres.enumerated() {
            line.append(generation("\(Phrases.count(rank + 2, "génération", "générations")) après", distant(numbers)))
        }
        return line
    }

    /// More fiches than these are folded: the line is read at a glance.
    private static let unfoldedFiches = 12

    private func generation(_ rang: String, _ fiches: [PageData]) -> PageData {
        var data: PageData = ["rang": rang, "ici": false, "fiches": fiches]
        if let label = Self.label(ofFolded: fiches) { data["repliees"] = label }
        return data
    }

    /// How many they are, where they are too many to stand open; else nil.
    static func label(ofFolded fiches: [PageData]) -> String? {
        fiches.count > unfoldedFiches ? Phrases.count(fiches.count, "certification", "certifications") : nil
    }

    private func own(_ fiche: Fiche) -> PageData {
        var data: PageData = ["titre": Typography.spaced(fiche.intitule), "externe": false]
        data.set("numero", fiche.numeroFiche.map(Phrases.numero))
        return data
    }

    /// `[{blocs, cible, blocs_cibles}]`.
    func correspondances(_ correspondances: [Correspondance]) -> [PageData] {
        correspondances.map { item in
            [
                "blocs": Self.blocs(item.blocs), "cible": linked(item.ficheCible, titre: item.intituleCible),
                "blocs_cibles": Self.blocs(item.blocsCibles),
            ]
        }
    }

    /// The same for those that other fiches declare: `cible` is the fiche that declares it.
    func recues(_ correspondances: [CorrespondanceRecue]) -> [PageData] {
        correspondances.map { item in
            [
                "blocs": Self.blocs(item.blocsIci), "cible": linked(item.fiche, titre: nil),
                "blocs_cibles": Self.blocs(item.blocsDeLAutre),
            ]
        }
    }

    private static func blocs(_ codes: [String]) -> String {
        codes.isEmpty ? "Toute la certification" : codes.joined(separator: ", ")
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
