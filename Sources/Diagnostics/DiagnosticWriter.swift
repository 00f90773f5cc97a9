import JSONText

/// Prints diagnostics for people (`file:line:column: severity: message [identifier]`) and for programs (JSON).
public enum DiagnosticWriter {
    /// The lines for one diagnostic: the diagnostic itself, then the source line with a caret, then the hint.
    public static func human(_ diagnostic: Diagnostic) -> String {
        var place = ""
        if let file = diagnostic.file {
            place = file + ":"
            if let position = diagnostic.position { place += "\(position.line):\(position.column):" }
            place += " "
        }
        var text =
            "\(place)\(diagnostic.severity.rawValue): \(diagnostic.message) [\(diagnostic.identifier.rawValue)]\n"
        if let excerpt = diagnostic.excerpt, let position = diagnostic.position {
            text += drawing(of: excerpt, at: position)
        }
        if let hint = diagnostic.hint { text += "  → \(hint)\n" }
        return text
    }

    /// All diagnostics in order, one after the other.
    public static func human(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.map { human($0) }.joined()
    }

    /// One diagnostic as JSON: `file`, `line`, `column`, `severity`, `message`, `identifier`, `hint`.
    public static func json(_ diagnostic: Diagnostic) -> JSONValue {
        [
            "file": .optional(diagnostic.file),
            "line": .optional(diagnostic.position?.line),
            "column": .optional(diagnostic.position?.column),
            "severity": .string(diagnostic.severity.rawValue),
            "message": .string(diagnostic.message),
            "identifier": .string(diagnostic.identifier.rawValue),
            "hint": .optional(diagnostic.hint),
        ]
    }

    /// All diagnostics as a JSON array.
    public static func json(_ diagnostics: [Diagnostic]) -> JSONValue { .array(diagnostics.map { json($0) }) }

    private static func drawing(of excerpt: String, at position: SourcePosition) -> String {
        let widest = 100
        let scalars = Array(excerpt.unicodeScalars)
        // A long line is cut around the place, so that the caret stays on the screen.
        let start = max(0, min(position.column - 1, scalars.count) - widest / 2)
        let shown = scalars[start..<min(scalars.count, start + widest)]
        var line = String.UnicodeScalarView()
        for scalar in shown { line.append(scalar.value < 0x20 ? " " : scalar) }
        let number = String(position.line)
        let caret = String(repeating: " ", count: max(0, position.column - 1 - start)) + "^"
        let margin = String(repeating: " ", count: number.utf8.count)
        return "  \(number) | \(String(line))\n  \(margin) | \(caret)\n"
    }
}
