import Diagnostics
import Yams

/// Reads the YAML of a settings file or of a front matter.
public enum SettingText {
    /// The root of the text, nil when it is empty or no YAML; what is wrong is a diagnostic with its place.
    ///
    /// - Parameter firstLine: the line of the file on which the text begins.
    public static func read(_ text: String, file: String, firstLine: Int = 1) -> (root: SettingNode?, [Diagnostic]) {
        do {
            guard let node = try Yams.compose(yaml: text, .basic) else { return (nil, []) }
            var reading = Reading(file: file, lineOffset: firstLine - 1)
            let root = reading.node(node, depth: 0)
            return (reading.diagnostics.hasErrors ? nil : root, reading.diagnostics)
        } catch let error as YamlError {
            return (nil, [diagnostic(error, file: file, lineOffset: firstLine - 1)])
        } catch {
            return (nil, [Diagnostic(.error, .yamlIllisible, "Ce YAML ne peut pas être lu", file: file)])
        }
    }

    private static func diagnostic(_ error: YamlError, file: String, lineOffset: Int) -> Diagnostic {
        var position = SourcePosition(line: lineOffset + 1)
        var excerpt: String?
        var message = "Ce YAML ne peut pas être lu"
        switch error {
        case .scanner(_, let problem, let mark, let yaml), .parser(_, let problem, let mark, let yaml),
            .composer(_, let problem, let mark, let yaml):
            position = SourcePosition(line: mark.line + lineOffset, column: max(1, mark.column))
            let lines = yaml.split(separator: "\n", omittingEmptySubsequences: false)
            if mark.line >= 1, mark.line <= lines.count { excerpt = String(lines[mark.line - 1]) }
            message += " (\(problem))"
        case .duplicatedKeysInMapping(let keys, let context):
            position = SourcePosition(line: context.mark.line + lineOffset, column: max(1, context.mark.column))
            message = "Clé donnée deux fois : \(keys.map { "« \(name($0)) »" }.joined(separator: ", "))"
        default: break
        }
        return Diagnostic(
            .error, .yamlIllisible, message, file: file, position: position,
            hint: "Vérifiez les deux-points, les retraits (des espaces, pas de tabulation) et les guillemets",
            excerpt: excerpt)
    }

    private static func name(_ key: String) -> String { key }

    private struct Reading {
        let file: String
        let lineOffset: Int
        var diagnostics: [Diagnostic] = []
        /// References can make a small text a huge tree.
        var nodesLeft = 20_000

        mutating func node(_ node: Node, depth: Int) -> SettingNode {
            let position = place(node)
            nodesLeft -= 1
            guard nodesLeft > 0, depth < 50 else {
                if !diagnostics.hasErrors {
                    diagnostics.append(
                        Diagnostic(.error, .yamlIllisible, "Ce YAML est trop grand", file: file, position: position))
                }
                return SettingNode(value: .scalar(""), position: position)
            }
            switch node {
            case .scalar(let scalar): return SettingNode(value: .scalar(scalar.string), position: position)
            case .sequence(let sequence):
                let elements = sequence.map { self.node($0, depth: depth + 1) }
                return SettingNode(value: .list(elements), position: position)
            case .mapping(let mapping):
                var entries: [SettingNode.Entry] = []
                for (key, value) in mapping {
                    entries.append(
                        SettingNode.Entry(
                            key: key.scalar?.string ?? "", keyPosition: place(key),
                            value: self.node(value, depth: depth + 1)))
                }
                return SettingNode(value: .mapping(entries), position: position)
            case .alias: return SettingNode(value: .scalar(""), position: position)
            }
        }

        private func place(_ node: Node) -> SourcePosition {
            SourcePosition(line: (node.mark?.line ?? 1) + lineOffset, column: max(1, node.mark?.column ?? 1))
        }
    }
}

extension Diagnostic.Identifier {
    public static let yamlIllisible: Self = "yaml-illisible"
    public static let cleInconnue: Self = "cle-inconnue"
    public static let valeurInvalide: Self = "valeur-invalide"
}
