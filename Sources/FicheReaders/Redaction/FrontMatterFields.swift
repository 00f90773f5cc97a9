import Diagnostics
import FicheModel
import FrenchText

/// Reads the entries of the front matter into a fiche, each by its key.
enum FrontMatterFields {
    /// Keys that are settings of the catalogue, not fields of the fiche.
    static let settings = ["alias", "brouillon"]

    /// All keys that an author may write at the first level.
    static let keys = settings + Champ.allCases.filter { $0 != .source }.map(\.rawValue)

    static func read(_ entries: [FrontMatterNode.Entry], into fiche: inout Fiche, _ decoder: inout FieldDecoder) {
        for entry in entries {
            if settings.contains(entry.name) {
                decoder.claimKey(entry)
                readSetting(entry, into: &fiche, &decoder)
            } else if let champ = Champ(rawValue: entry.name), keys.contains(entry.name) {
                decoder.claimKey(entry)
                read(entry.value, champ, into: &fiche, &decoder)
            } else {
                decoder.unknownKey(entry, among: keys)
            }
        }
    }

    private static func readSetting(
        _ entry: FrontMatterNode.Entry, into fiche: inout Fiche, _ decoder: inout FieldDecoder
    ) {
        if entry.name == "brouillon" {
            fiche.brouillon = decoder.bool(entry.value) ?? false
            return
        }
        for node in decoder.elements(entry.value) {
            guard let alias = decoder.text(node, .identifiant) else { continue }
            decoder.ledger.claim(node.range, .miseEnPage("réglage"))
            if isSegment(alias) {
                fiche.alias.append(alias)
            } else {
                invalidSegment(alias, node, &decoder)
            }
        }
    }

    private static func read(
        _ node: FrontMatterNode, _ champ: Champ, into fiche: inout Fiche, _ decoder: inout FieldDecoder
    ) {
        if let texte = Fiche.champsTexte.first(where: { $0.champ == champ }) {
            fiche[keyPath: texte.chemin] = decoder.commonMark(node, champ)
            return
        }
        switch champ {
        case .identifiant:
            guard let identifiant = decoder.text(node, champ) else { return }
            if isSegment(identifiant) {
                fiche.identifiant = identifiant
            } else {
                invalidSegment(identifiant, node, &decoder)
            }
        case .numeroFiche: readNumero(node, into: &fiche, &decoder)
        case .repertoire: readRepertoire(node, into: &fiche, &decoder)
        case .abrege: fiche.abrege = FrontMatterCodes.code(node, champ, &decoder)
        case .intitule: fiche.intitule = decoder.line(node, champ) ?? ""
        case .etatFiche: fiche.etatFiche = decoder.line(node, champ)
        case .actif: fiche.actif = decoder.bool(node)
        case .niveau: fiche.niveau = FrontMatterDetails.niveau(node, &decoder)
        case .dureeValidite: fiche.dureeValidite = decoder.line(node, champ)
        case .siteInternetAutorite: fiche.siteInternetAutorite = decoder.line(node, champ)
        case .accessibleNouvelleCaledonie: fiche.accessibleNouvelleCaledonie = decoder.bool(node)
        case .accessiblePolynesieFrancaise: fiche.accessiblePolynesieFrancaise = decoder.bool(node)
        case .validationPartielle: fiche.validationPartielle = FrontMatterDetails.validationPartielle(node, &decoder)
        case .validiteComposantes: fiche.validiteComposantes = FrontMatterDetails.validiteComposantes(node, &decoder)
        case .blocsCompetences: fiche.blocsCompetences = FrontMatterBlocs.read(node, &decoder)
        case .voiesAcces: fiche.voiesAcces = FrontMatterDetails.voiesAcces(node, &decoder)
        case .enregistrement: fiche.enregistrement = FrontMatterDetails.enregistrement(node, &decoder)
        default: FrontMatterLists.read(node, champ, into: &fiche, &decoder)
        }
    }

    private static func readNumero(
        _ node: FrontMatterNode, into fiche: inout Fiche, _ decoder: inout FieldDecoder
    ) {
        guard let raw = decoder.line(node, .numeroFiche) else { return }
        guard let (repertoire, numero) = Repertoire.parse(raw) else {
            decoder.unclaim(node)
            let digits = raw.filter(\.isNumber)
            let example = digits.isEmpty ? "RNCP31387 ou RS5678" : "RNCP\(digits) ou RS\(digits)"
            decoder.report(
                .error, .numeroInvalide, "« \(raw) » n’est pas un numéro de fiche", at: node,
                hint: "Écrivez le répertoire puis le numéro : \(example)")
            return
        }
        fiche.numeroFiche = numero
        fiche.repertoire = repertoire
    }

    private static func readRepertoire(
        _ node: FrontMatterNode, into fiche: inout Fiche, _ decoder: inout FieldDecoder
    ) {
        guard let raw = decoder.line(node, .repertoire) else { return }
        guard let repertoire = Repertoire(rawValue: raw.uppercased()) else {
            decoder.unclaim(node)
            decoder.mistyped(node, "« \(raw) » n’est pas un répertoire", hint: "Écrivez RNCP ou RS")
            return
        }
        if let numero = fiche.numeroFiche, fiche.repertoire != repertoire {
            decoder.unclaim(node)
            decoder.mistyped(node, "Le répertoire \(raw) contredit le numéro \(numero)", hint: "Supprimez cette ligne")
            return
        }
        fiche.repertoire = repertoire
    }

    private static func isSegment(_ text: String) -> Bool {
        !text.isEmpty && Slug.make(text, limit: .max) == text
    }

    private static func invalidSegment(_ text: String, _ node: FrontMatterNode, _ decoder: inout FieldDecoder) {
        decoder.unclaim(node)
        let slug = Slug.make(text)
        decoder.report(
            .error, .identifiantInvalide,
            "« \(text) » ne peut pas servir d’adresse : lettres sans accent, chiffres et tirets",
            at: node, hint: slug.isEmpty ? nil : "Par exemple « \(slug) »")
    }
}
