import Diagnostics
import FicheModel
import FrenchText

/// What a certification is: number, title, type, level, codes, lineage.
extension FluxFicheBuilder {
    mutating func readIdentite(_ racine: Int) {
        fiche.source.idFiche = value(take("ID_FICHE", in: racine), .source)
        readNumero(racine)
        readIntitule(racine)
        fiche.etatFiche = value(take("ETAT_FICHE", in: racine), .etatFiche)
        fiche.actif = boolean(take("ACTIF", in: racine))
        readAbrege(racine)
        readNiveau(racine)
        fiche.formacodes = codes(takeList("FORMACODES", of: "FORMACODE", in: racine), .formacodes)
        fiche.codesNSF = codes(takeList("CODES_NSF", of: "NSF", in: racine), .codesNSF)
        fiche.codesROME = codes(takeList("CODES_ROME", of: "ROME", in: racine), .codesROME)
        fiche.codesIDCC = codes(takeList("CODES_IDCC", of: "IDCC", in: racine), .codesIDCC)
        for name in ["CCN_1", "CCN_2", "CCN_3"] {
            fiche.conventions += codes(takeAll(name, in: racine), .conventions)
        }
        fiche.nouvellesCertifications = lineage(
            takeList("NOUVELLES_CERTIFICATIONS", of: "NOUVELLE_CERTIFICATION", in: racine)
                + takeAll("NOUVELLE_CERTIFICATION", in: racine),
            "ID_FICHE_NOUVELLE_CERTIFICATION", .nouvellesCertifications)
        fiche.anciennesCertifications = lineage(
            takeList("ANCIENNES_CERTIFICATIONS", of: "ANCIENNE_CERTIFICATION", in: racine)
                + takeAll("ANCIENNE_CERTIFICATION", in: racine),
            "ID_FICHE_ANCIENNE_CERTIFICATION", .anciennesCertifications)
    }

    private mutating func readNumero(_ racine: Int) {
        guard let element = take("NUMERO_FICHE", in: racine) else {
            report(
                .error, .numeroIllisible, "Cette fiche n’a pas de numéro", at: racine,
                hint: "L’élément « NUMERO_FICHE » donne son numéro, par exemple RNCP34762")
            return
        }
        let text = value(element, .numeroFiche) ?? ""
        guard let (repertoire, numero) = Repertoire.parse(text) else {
            report(
                .error, .numeroIllisible, "« \(text.prefix(60)) » n’est pas un numéro de fiche", at: element,
                hint: "Un numéro s’écrit RNCP34762 ou RS6232")
            return
        }
        fiche.repertoire = repertoire
        fiche.numeroFiche = numero
        fiche.identifiant = numero.lowercased()
    }

    private mutating func readIntitule(_ racine: Int) {
        let element = take("INTITULE", in: racine)
        if let titre = value(element, .intitule) {
            fiche.intitule = titre
        } else {
            report(
                .error, .ficheSansTitre, "La fiche \(fiche.numeroFiche ?? "") n’a pas d’intitulé",
                at: element ?? racine, hint: "L’élément « INTITULE » donne son titre exact")
        }
    }

    private mutating func readAbrege(_ racine: Int) {
        guard let abrege = take("ABREGE", in: racine) else { return }
        let elements = (take("CODE", in: abrege), take(["LIBELLE", "INTITULE"], in: abrege))
        let (code, libelle) = (value(elements.0, .abrege), value(elements.1, .abrege))
        // "Autre" is how the register says that the certification has no type of its own.
        if Folding.key(code ?? libelle ?? "autre") == "autre" {
            for element in [elements.0, elements.1] { if let element { reclaim(element, MiseEnPage.vide) } }
        } else if let code = code ?? libelle {
            fiche.abrege = CodeLibelle(code: code, libelle: libelle)
        }
    }

    /// `NIV5` or "5"; `REPRISE` and `AUCUN` mean that the register gives no level.
    private mutating func readNiveau(_ racine: Int) {
        guard let nomenclature = take("NOMENCLATURE_EUROPE", in: racine) else { return }
        let element = take("NIVEAU", in: nomenclature)
        let text = code(element)
        let label = take(["LIBELLE", "INTITULE"], in: nomenclature)
        let libelle = code(label)
        guard let element, let text else { return }
        let key = text.uppercased()
        if let level = Int(key.hasPrefix("NIV") ? String(key.dropFirst(3)) : key), (1...8).contains(level) {
            fiche.niveau = Niveau(europe: level)
            // A label that says something else than "Niveau 5" is no code.
            if let label, let libelle, Folding.key(libelle) != "niveau \(level)" { reclaim(label, .nonReconnu) }
        } else if key != "REPRISE", key != "AUCUN" {
            unreadable(element, text, hint: "Un niveau s’écrit NIV3 à NIV8, REPRISE ou AUCUN")
        }
    }

    /// The codes of a list with their labels, in the order of the source.
    private mutating func codes(_ elements: [Int], _ champ: Champ) -> [CodeLibelle] {
        elements.compactMap { element in
            let code = value(take(["CODE", "NUMERO"], in: element), champ)
            let label = take(["LIBELLE", "INTITULE"], in: element)
            var libelle = value(label, champ)
            if let code, let label, let text = libelle, text.hasPrefix(code + " : ") {
                // V2 and the CSV print the code once more: "323 : Techniques de l'image".
                libelle = String(text.dropFirst(code.count + 3))
                let content = XMLContent(source.bytes, in: outline.nodes[label].content)
                let blanks = content.bytes.prefix { $0 <= 0x20 }.count
                claim([blanks..<blanks + code.utf8.count], of: content, .miseEnPage(MiseEnPage.repetition))
            }
            guard code != nil || libelle != nil else { return nil }
            return CodeLibelle(code: code ?? "", libelle: libelle)
        }
    }

    /// Earlier or later certifications; V2 puts the number directly into the outer element, sometimes twice, and has no
    /// list around them.
    private mutating func lineage(_ elements: [Int], _ inner: String, _ champ: Champ) -> [CertificationLiee] {
        var found: [CertificationLiee] = []
        for element in elements {
            let holders = outline.hasElements(element) ? takeAll(inner, in: element) : [element]
            for holder in holders {
                guard let text = value(holder, champ) else { continue }
                let liee = CertificationLiee(numeroFiche: Repertoire.parse(text)?.numero ?? text)
                if found.contains(liee) {
                    reclaim(holder, MiseEnPage.repetition)
                } else {
                    found.append(liee)
                }
            }
        }
        return found
    }
}
