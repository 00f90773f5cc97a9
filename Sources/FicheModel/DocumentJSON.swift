import JSONText

extension DocumentLie {
    var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("nature", .string(nature)), .init("titre", .string(titre)), .init("url", .string(url)),
        ]
        if let contenu { members.append(.init("contenu", contenu.json)) }
        return .object(members)
    }
}

extension DocumentReference {
    /// The text of the document as JSON: what `documents/<identifiant>/index.json` holds.
    public var json: JSONValue {
        [
            "identifiant": .string(identifiant), "titre": .string(titre), "nature": .string(nature),
            "couverture": .strings(couverture), "elements": .array(elements.map(\.json)),
            "notes": .array(notes.map { ["numero": .int($0.numero), "texte": .string($0.texte)] }),
        ]
    }
}

extension DocumentReference.Element {
    var json: JSONValue {
        switch self {
        case .titre(let niveau, let numero, let texte, let ancre):
            [
                "nature": "titre", "niveau": .int(niveau), "numero": .optional(numero), "texte": .string(texte),
                "ancre": .string(ancre),
            ]
        case .texte(let texte): ["nature": "texte", "texte": .string(texte)]
        case .tableau(let entete, let lignes):
            [
                "nature": "tableau", "entete": .strings(entete),
                "lignes": .array(lignes.map(JSONValue.strings)),
            ]
        }
    }
}
