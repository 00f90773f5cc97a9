import JSONText

/// Small pieces of a JSON Schema (draft 2020-12).
public enum JSONSchema {
    /// The dialect that all our schemas are written in.
    public static let dialect = "https://json-schema.org/draft/2020-12/schema"

    static let text: JSONValue = ["type": "string"]
    static let texts: JSONValue = list(text)
    static let number: JSONValue = ["type": "integer"]
    static let truth: JSONValue = ["type": "boolean"]
    static let date: JSONValue = ["type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"]
    static let commonMark: JSONValue = ["type": "string", "contentMediaType": "text/markdown"]

    /// An array.
    public static func list(_ items: JSONValue) -> JSONValue { ["type": "array", "items": items] }

    /// A value, or `null` where the source says nothing.
    public static func orNull(_ schema: JSONValue) -> JSONValue { ["anyOf": [schema, ["type": "null"]]] }

    /// One of some words.
    public static func words(_ words: [String]) -> JSONValue { ["type": "string", "enum": .strings(words)] }

    /// An object that has these keys and no other; `optional` names those that it may lack.
    public static func object(_ members: [(String, JSONValue)], optional: Set<String> = []) -> JSONValue {
        [
            "type": "object",
            "properties": .object(members.map { JSONValue.Member($0.0, $0.1) }),
            "required": .strings(members.map(\.0).filter { !optional.contains($0) }),
            "additionalProperties": false,
        ]
    }

    /// A schema as a document of its own.
    ///
    /// - Parameter id: its address; nil where that is not known.
    public static func document(_ schema: JSONValue, titre: String, id: String?) -> JSONValue {
        guard case .object(let members) = schema else { return schema }
        var head: [JSONValue.Member] = [.init("$schema", .string(dialect))]
        if let id { head.append(.init("$id", .string(id))) }
        return .object(head + [.init("title", .string(titre))] + members)
    }
}
