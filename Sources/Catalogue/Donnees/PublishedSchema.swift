import FicheModel
import JSONText

/// The schemas that the site publishes (JSON Schema, draft 2020-12).
public enum PublishedSchema: String, CaseIterable, Sendable {
    case fiche, document, index

    /// Where the schema is published, from the root of the site.
    public var path: String { "donnees/schemas/\(rawValue).schema.json" }

    /// What it describes.
    public var titre: String {
        switch self {
        case .fiche: "Fiche d’une certification"
        case .document: "Texte d’un document"
        case .index: "Index du catalogue"
        }
    }

    /// The schema, with its address where that of the site is known.
    public func json(_ model: CatalogueModel) -> JSONValue {
        let id = model.configuration.url?.absolute(path)
        switch self {
        case .fiche: return JSONSchema.document(FicheSchema.fiche, titre: titre, id: id)
        case .document: return JSONSchema.document(FicheSchema.document, titre: titre, id: id)
        case .index: return JSONSchema.document(CatalogueIndex.schema, titre: titre, id: id)
        }
    }
}

extension CatalogueIndex {
    /// What `index.json` may hold, key by key.
    static var schema: JSONValue {
        JSONSchema.object([
            ("version", ["const": .int(version)]), ("titre", text), ("url", JSONSchema.orNull(text)), ("date", date),
            ("nombre", ["type": "integer", "minimum": 0]), ("fiches", JSONSchema.list(entrySchema)),
        ])
    }

    private static let text: JSONValue = ["type": "string"]
    private static let date: JSONValue = ["type": "string", "format": "date"]

    private static var entrySchema: JSONValue {
        let codes = JSONSchema.list(JSONSchema.object([("code", text), ("libelle", JSONSchema.orNull(text))]))
        return JSONSchema.object([
            ("identifiant", ["type": "string", "pattern": "^[a-z0-9-]+$"]),
            ("numero_fiche", JSONSchema.orNull(text)), ("intitule", text),
            ("abrege", JSONSchema.orNull(JSONSchema.object([("code", text), ("libelle", JSONSchema.orNull(text))]))),
            ("niveau", JSONSchema.orNull(["type": "integer", "minimum": 1, "maximum": 8])), ("codes_rome", codes),
            ("codes_nsf", codes), ("certificateurs", JSONSchema.list(text)), ("conventions", codes),
            ("voies_acces", JSONSchema.list(JSONSchema.words(CodeVoieAcces.allCases.map(\.rawValue)))),
            ("etat", JSONSchema.words(etats)), ("etat_phrase", text), ("date_fin", JSONSchema.orNull(date)),
            ("date_limite_delivrance", JSONSchema.orNull(date)), ("adresse", text), ("emplois", JSONSchema.list(text)),
            ("blocs", JSONSchema.list(text)),
        ])
    }

    /// The codes of the states of a fiche.
    private static let etats = [
        "en-vigueur", "echeance-proche", "echue", "depubliee", "declaree-active", "declaree-inactive", "non-precisee",
    ]
}
