import FicheModel

/// Reads the fields of the front matter that are objects of their own.
enum FrontMatterDetails {
    /// `5`, an old numeral (`III`), or `{europe: 5, nomenclature_1969: III, derive_de: III}`.
    static func niveau(_ node: FrontMatterNode, _ decoder: inout FieldDecoder) -> Niveau? {
        if case .scalar(let raw) = node.content, ["I", "II", "III", "IV", "V"].contains(raw) {
            decoder.ledger.claim(node.range, .repris(.niveau))
            return .derived(fromNumeral: raw)
        }
        let keys = ["europe", "nomenclature_1969", "derive_de"]
        guard !node.isNull, let members = decoder.members(node, keys: keys, bare: "europe") else { return nil }
        let niveau = Niveau(
            europe: members["europe"].flatMap { decoder.int($0, .niveau, in: 1...8, what: "un niveau") },
            nomenclature1969: members["nomenclature_1969"].flatMap { decoder.line($0, .niveau) },
            deriveDe: members["derive_de"].flatMap { decoder.line($0, .niveau) })
        return niveau == Niveau() ? nil : niveau
    }

    static func validationPartielle(_ node: FrontMatterNode, _ decoder: inout FieldDecoder) -> ValidationPartielle? {
        guard !node.isNull, let members = decoder.members(node, keys: ["possible", "perimetre"], bare: "possible")
        else { return nil }
        return ValidationPartielle(
            possible: members["possible"].flatMap { decoder.bool($0) },
            perimetre: members["perimetre"].flatMap { decoder.commonMark($0, .validationPartielle) })
    }

    /// `illimitée`, `5 ans`, or `{texte: 5 an(s), annees: 5}`; the years of a bare text are those that it names.
    static func validiteComposantes(_ node: FrontMatterNode, _ decoder: inout FieldDecoder) -> ValiditeComposantes? {
        let champ = Champ.validiteComposantes
        guard !node.isNull, let members = decoder.members(node, keys: ["texte", "annees"], bare: "texte"),
            let texte = members["texte"].flatMap({ decoder.line($0, champ) })
        else { return nil }
        if case .scalar = node.content { return ValiditeComposantes(texte: texte, annees: years(in: texte)) }
        let annees = members["annees"].flatMap { decoder.int($0, champ, in: 1...99, what: "un nombre d’années") }
        return ValiditeComposantes(texte: texte, annees: annees)
    }

    /// The number before "an", "ans" or "année(s)" at the start of a text: "5 an(s)" gives 5.
    static func years(in texte: String) -> Int? {
        let words = texte.lowercased().split(whereSeparator: { $0.isWhitespace || $0 == "\u{A0}" || $0 == "(" })
        guard words.count >= 2, words[1].hasPrefix("an") else { return nil }
        return Int(words[0])
    }

    static func voiesAcces(_ node: FrontMatterNode, _ decoder: inout FieldDecoder) -> VoiesAcces {
        let champ = Champ.voiesAcces
        var voies = VoiesAcces()
        guard !node.isNull, let routes = decoder.members(node, keys: CodeVoieAcces.allCases.map(\.rawValue)) else {
            return voies
        }
        let keys = ["ouverte", "composition_jury", "depuis", "date_derniere_modification"]
        for code in CodeVoieAcces.allCases {
            guard let value = routes[code.rawValue], !value.isNull,
                let members = decoder.members(value, keys: keys, bare: "ouverte")
            else { continue }
            voies[code] = VoieAcces(
                ouverte: members["ouverte"].flatMap { decoder.bool($0) },
                compositionJury: members["composition_jury"].flatMap { decoder.commonMark($0, champ) },
                depuis: members["depuis"].flatMap { decoder.year($0, champ) },
                dateDerniereModification: members["date_derniere_modification"].flatMap { decoder.date($0, champ) })
        }
        return voies
    }

    static func enregistrement(_ node: FrontMatterNode, _ decoder: inout FieldDecoder) -> Enregistrement {
        let champ = Champ.enregistrement
        var value = Enregistrement()
        let dates: [(String, WritableKeyPath<Enregistrement, CalendarDate?>)] = [
            ("date_decision", \.dateDecision), ("date_effet", \.dateEffet), ("date_fin", \.dateFin),
            ("date_limite_delivrance", \.dateLimiteDelivrance), ("date_publication_jo", \.datePublicationJO),
            ("date_dernier_jo", \.dateDernierJO), ("date_de_publication", \.dateDePublication),
        ]
        let keys = ["type"] + dates.map(\.0) + ["annees", "annees_promotions_niveau", "derive_de_la_base_legale"]
        guard !node.isNull, let members = decoder.members(node, keys: keys) else { return value }
        value.type = members["type"].flatMap { decoder.line($0, champ) }
        for (key, path) in dates { value[keyPath: path] = members[key].flatMap { decoder.date($0, champ) } }
        value.annees = members["annees"].flatMap { decoder.int($0, champ, in: 1...99, what: "un nombre d’années") }
        value.anneesPromotionsNiveau =
            members["annees_promotions_niveau"].map { list in
                decoder.elements(list).compactMap { decoder.year($0, champ) }
            } ?? []
        value.deriveDeLaBaseLegale = members["derive_de_la_base_legale"].flatMap { decoder.bool($0) } ?? false
        if let effet = value.dateEffet, let fin = value.dateFin, fin < effet, let place = members["date_fin"] {
            decoder.report(
                .warning, .valeurIllisible, "La fin (\(fin.iso)) précède la date d’effet (\(effet.iso))", at: place,
                hint: "Vérifiez les deux dates")
        }
        return value
    }
}
