import Foundation

/// What `Documentation/theme.md` says that templates get, for holding it against what they are handed.
public struct DocumentedVariables {
    /// Every name that stands in a code span.
    public let names: Set<String>
    /// Those of the first column of the table of each section, by its heading.
    public let tables: [String: Set<String>]

    public init() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try String(contentsOf: root.appendingPathComponent("Documentation/theme.md"), encoding: .utf8)
        names = Self.names(inCodeOf: text)
        var tables: [String: Set<String>] = [:]
        var heading = ""
        for line in text.split(separator: "\n") {
            if line.hasPrefix("## ") { heading = line.dropFirst(3).filter { $0 != "`" } }
            guard line.hasPrefix("| `"), let first = line.split(separator: "|").first else { continue }
            tables[heading, default: []].formUnion(Self.names(inCodeOf: String(first)))
        }
        self.tables = tables
    }

    /// The names of the keys in what a template is handed, at any depth. What the theme adds to lists is left out.
    public static func keys(of data: [String: Any]) -> Set<String> {
        var found: Set<String> = []
        for (key, value) in data {
            if !key.hasPrefix("a_"), !key.hasPrefix("section_") { found.insert(key) }
            if let inner = value as? [String: Any] { found.formUnion(keys(of: inner)) }
            for item in value as? [Any] ?? [] {
                if let inner = item as? [String: Any] { found.formUnion(keys(of: inner)) }
            }
        }
        return found
    }

    private static func names(inCodeOf text: String) -> Set<String> {
        var found: Set<String> = []
        for (index, span) in text.components(separatedBy: "`").enumerated() where index % 2 == 1 {
            for name in span.split(whereSeparator: { !($0.isLowercase || $0.isNumber || $0 == "_") }) {
                found.insert(String(name))
            }
        }
        return found
    }
}
