import Diagnostics

/// Finds in a text what is not to be said of a certification: a level counted in years, a degree that it is not, a formation
/// taken for the certification, an équivalence, a recognition that nobody gave.
///
/// A word that stands between « » is quoted and not said; the words of an address are not read.
public enum CommunicationLint {
    /// What is wrong in `text`, with its line and column.
    ///
    /// - Parameters:
    ///   - file: as diagnostics name it.
    ///   - severity: that of every finding.
    public static func diagnostics(
        in text: String, file: String, severity: Diagnostic.Severity = .warning
    ) -> [Diagnostic] {
        let rules = ReglesDeCommunication.all
        let isSettings = file.hasSuffix(".yaml") || file.hasSuffix(".yml")
        var found: [Diagnostic] = []
        for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            // A comment of a settings file is not published.
            if isSettings, line.drop(while: \.isWhitespace).hasPrefix("#") { continue }
            let unread = quoted(line) + addresses(line)
            for rule in rules {
                for match in line.matches(of: rule.pattern) {
                    guard !unread.contains(where: { $0.overlaps(match.range) }) else { continue }
                    let column = line[..<match.range.lowerBound].unicodeScalars.count + 1
                    found.append(
                        Diagnostic(
                            severity, rule.identifier, rule.message(String(line[match.range])), file: file,
                            position: SourcePosition(line: number + 1, column: column),
                            hint: rule.hint(String(line[match.range])), excerpt: String(line)))
                }
            }
        }
        return found.sorted()
    }

    /// What stands between « and », on one line.
    private static func quoted(_ line: Substring) -> [Range<Substring.Index>] {
        var ranges: [Range<Substring.Index>] = []
        var rest = line[...]
        while let open = rest.firstIndex(of: "«"), let close = rest[open...].firstIndex(of: "»") {
            ranges.append(open..<close)
            rest = rest[rest.index(after: close)...]
        }
        return ranges
    }

    /// Addresses: what has `://` in it, up to the next blank.
    private static func addresses(_ line: Substring) -> [Range<Substring.Index>] {
        line.split(whereSeparator: \.isWhitespace).filter { $0.contains("://") }.map { $0.startIndex..<$0.endIndex }
    }
}
