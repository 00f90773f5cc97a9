import JSONText

/// Prints diagnostics for people (`file:line:column: severity: message [identifier]`) and for programs (JSON).
public enum DiagnosticWriter {
    /// The lines for one diagnostic: the diagnostic itself, then the source line with a caret, then what is
    /// left out, then the hint.
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
        if let extent = diagnostic.extent { text += "  → Laissé de côté : \(words(for: extent))\n" }
        if let hint = diagnostic.hint { text += "  → \(hint)\n" }
        return text
    }

    /// All diagnostics in order, one after the other.
    public static func human(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.map { human($0) }.joined()
    }

    /// One diagnostic as JSON: `file`, `line`, `column`, `severity`, `message`, `identifier`, `hint`;
    /// and `extent` with `line`, `column`, `endLine`, `endColumn` (behind its last character) where a part is left out.
    public static func json(_ diagnostic: Diagnostic) -> JSONValue {
        var members = [
            JSONValue.Member("file", .optional(diagnostic.file)),
            JSONValue.Member("line", .optional(diagnostic.position?.line)),
            JSONValue.Member("column", .optional(diagnostic.position?.column)),
            JSONValue.Member("severity", .string(diagnostic.severity.rawValue)),
            JSONValue.Member("message", .string(diagnostic.message)),
            JSONValue.Member("identifier", .string(diagnostic.identifier.rawValue)),
            JSONValue.Member("hint", .optional(diagnostic.hint)),
        ]
        if let extent = diagnostic.extent {
            members.append(
                JSONValue.Member(
                    "extent",
                    [
                        "line": .int(extent.lowerBound.line), "column": .int(extent.lowerBound.column),
                        "endLine": .int(extent.upperBound.line), "endColumn": .int(extent.upperBound.column),
                    ]))
        }
        return .object(members)
    }

    /// All diagnostics as a JSON array.
    public static func json(_ diagnostics: [Diagnostic]) -> JSONValue { .array(diagnostics.map { json($0) }) }

    private static func words(for extent: Range<SourcePosition>) -> String {
        let (first, last) = (extent.lowerBound, extent.upperBound)
        return first.line == last.line
            ? "ligne \(first.line), colonnes \(first.column) à \(max(first.column, last.column - 1))"
            : "lignes \(first.line) à \(last.line)"
    }

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
