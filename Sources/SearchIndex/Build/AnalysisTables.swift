import FrenchText
import JSONText

/// The tables of the analysis as they are published with the lexicon, for the scripts of the pages.
public enum AnalysisTables {
    public static let json: JSONValue = [
        "vides": .string(FrenchTables.stopWords.joined(separator: " ")),
        "elisions": .string(FrenchTables.elisions.joined(separator: " ")),
        "soudes": .string(FrenchTables.joined.joined(separator: " ")),
        "courts": .string(FrenchTables.shortEndings.joined(separator: " ")),
        "accessoires": .string(SearchSynonyms.accessories.joined(separator: " ")),
        "feminins": .array(FrenchTables.feminines.map { .strings([$0.0, $0.1, $0.2]) }),
        "exceptions": .array(FrenchTables.exceptions.map { .strings([$0.0, $0.1]) }),
        "lemme": .array(FrenchTables.lemmaRules.map(rules)), "racine": rules(FrenchTables.stemRules),
        "synonymes": .array(SearchSynonyms.table.map { .array([.string($0.0), .strings($0.1)]) }),
    ]

    private static func rules(_ rules: [(String, String, Int)]) -> JSONValue {
        .array(rules.map { .array([.string($0.0), .string($0.1), .int($0.2)]) })
    }
}
