import Diagnostics

/// The other templates that a template calls with `{{>name}}`.
enum PartialCalls {
    /// One diagnostic for each call of a template that is not there: Mustache itself prints nothing in its place.
    static func missing(in text: String, known: Set<String>, place: String) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            for call in calls(in: String(line)) where !known.contains(call.name) {
                let near = NearestMatch.nearest(to: call.name, in: known.sorted())
                diagnostics.append(
                    Diagnostic(
                        .error, "gabarit-absent", "Le gabarit « \(call.name) » appelé ici n’existe pas", file: place,
                        position: SourcePosition(line: index + 1, column: call.column),
                        hint: near.map { "Vouliez-vous dire « \($0) » ?" }, excerpt: String(line)))
            }
        }
        return diagnostics
    }

    /// One warning for each file of a folder of overrides that replaces nothing and that no template calls: a mistyped name.
    static func unused(_ files: ThemeFiles, defaults: [String]) -> [Diagnostic] {
        var called = Set<String>()
        for path in files.paths where path.hasSuffix(TemplateSet.suffix) {
            let text = String(decoding: files.files[path]?.bytes ?? [], as: UTF8.self)
            for line in text.split(separator: "\n") { called.formUnion(calls(in: String(line)).map(\.name)) }
        }
        return files.paths.compactMap { path in
            guard path.hasPrefix("templates/"), let origin = files.files[path]?.origin, !defaults.contains(path),
                !called.contains(String(path.dropFirst("templates/".count).dropLast(TemplateSet.suffix.count)))
            else { return nil }
            let near = NearestMatch.nearest(to: path, in: defaults)
            return Diagnostic(
                .warning, "gabarit-inutile", "Ce gabarit ne remplace aucun de ceux du thème et n’est appelé par aucun",
                file: origin, hint: near.map { "Vouliez-vous dire « \($0) » ?" })
        }
    }

    /// The names called in one line, with their columns.
    private static func calls(in line: String) -> [(name: String, column: Int)] {
        var found: [(name: String, column: Int)] = []
        let scalars = Array(line.unicodeScalars)
        var index = 0
        while index + 2 < scalars.count {
            guard scalars[index] == "{", scalars[index + 1] == "{", scalars[index + 2] == ">" else {
                index += 1
                continue
            }
            var end = index + 3
            while end < scalars.count, scalars[end] != "}" { end += 1 }
            let name = String(String.UnicodeScalarView(scalars[(index + 3)..<end].filter { $0 != " " }))
            // A name that begins with * is taken from the data: it cannot be known here.
            if !name.isEmpty, !name.hasPrefix("*") { found.append((name, index + 1)) }
            index = end
        }
        return found
    }
}
