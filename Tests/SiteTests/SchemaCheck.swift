import Foundation

/// The part of JSON Schema 2020-12 that the published schemas use, so that the Swift tests hold the files against them
/// too. A word that it does not know is a problem, never passed over.
struct SchemaCheck {
    private static let silent: Set<String> = ["$schema", "$id", "title", "format", "contentMediaType"]

    /// What is wrong, with the place in the value.
    static func problems(_ value: Any, _ schema: [String: Any], at place: String = "$") -> [String] {
        schema.keys.sorted().flatMap { word -> [String] in
            guard let rule = schema[word], !silent.contains(word) else { return [] }
            switch word {
            case "type": return has(value, type: rule as? String) ? [] : ["\(place): not \(rule)"]
            case "const": return same(value, rule) ? [] : ["\(place): not \(rule)"]
            case "enum":
                let choices = rule as? [Any] ?? []
                return choices.contains { same($0, value) } ? [] : ["\(place): \(value) is none of \(choices)"]
            case "pattern": return matches(value, rule as? String) ? [] : ["\(place): \(value) is not \(rule)"]
            case "minLength": return ((value as? String)?.count ?? 0) >= (rule as? Int ?? 0) ? [] : ["\(place): short"]
            case "minimum": return (value as? Double ?? 0) >= (rule as? Double ?? 0) ? [] : ["\(place): small"]
            case "maximum": return (value as? Double ?? 0) <= (rule as? Double ?? 0) ? [] : ["\(place): large"]
            case "anyOf", "oneOf":
                let found = (rule as? [[String: Any]] ?? []).map { problems(value, $0, at: place) }
                let fitting = found.count(where: \.isEmpty)
                if word == "anyOf" ? fitting > 0 : fitting == 1 { return [] }
                return ["\(place): \(fitting) of \(found.count) fit"] + (found.min { $0.count < $1.count } ?? [])
            case "items":
                guard let list = value as? [Any], let rule = rule as? [String: Any] else { return [] }
                return list.enumerated().flatMap { problems($1, rule, at: "\(place)[\($0)]") }
            case "required":
                guard let object = value as? [String: Any] else { return [] }
                return (rule as? [String] ?? []).filter { object[$0] == nil }.map { "\(place): no \($0)" }
            case "properties":
                guard let object = value as? [String: Any] else { return [] }
                return (rule as? [String: [String: Any]] ?? [:]).sorted { $0.key < $1.key }.flatMap { key, rule in
                    object[key].map { problems($0, rule, at: "\(place).\(key)") } ?? []
                }
            case "additionalProperties":
                guard let object = value as? [String: Any], rule as? Bool == false else { return [] }
                let known = Set((schema["properties"] as? [String: Any] ?? [:]).keys)
                return object.keys.filter { !known.contains($0) }.sorted().map { "\(place): unknown key \($0)" }
            default: return ["\(place): the word \(word) is not known to this check"]
            }
        }
    }

    private static func has(_ value: Any, type: String?) -> Bool {
        switch type {
        case "string": return value is String
        case "null": return value is NSNull
        case "array": return value is [Any]
        case "object": return value is [String: Any]
        case "boolean": return isTruth(value)
        case "number": return value is NSNumber && !isTruth(value)
        case "integer":
            guard let number = value as? NSNumber, !isTruth(value) else { return false }
            return number.doubleValue == number.doubleValue.rounded()
        default: return false
        }
    }

    private static func isTruth(_ value: Any) -> Bool {
        guard let number = value as? NSNumber else { return false }
        return ["c", "B"].contains(String(cString: number.objCType))
    }

    private static func same(_ left: Any, _ right: Any) -> Bool {
        (left as? NSObject).map { $0.isEqual(right) } ?? false
    }

    private static func matches(_ value: Any, _ pattern: String?) -> Bool {
        guard let text = value as? String, let pattern, let regex = try? Regex(pattern) else { return false }
        return text.firstMatch(of: regex) != nil
    }
}
