import Diagnostics

/// The words of the pages: one file for all templates, `textes.txt`. A line is `key = text`; a text is HTML of the theme's
/// author, may hold tags of Mustache, and takes the place of `{{textes.key}}` before the templates are compiled, so that it
/// costs nothing when pages are rendered. A line that begins with `#` is a note.
struct ThemeTexts: Sendable {
    /// Where they are in a theme.
    static let file = "textes.txt"

    private(set) var texts: [String: String] = [:]

    /// Adds the texts of a file over those that are known.
    ///
    /// - Parameter place: the path of the file, for diagnostics.
    mutating func add(_ bytes: [UInt8], place: String) throws(ThemeFailure) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw ThemeFailure(
                Diagnostic(
                    .error, "textes-illisibles", "Ce fichier n’est pas un texte en UTF-8", file: place,
                    hint: "Enregistrez-le en UTF-8"))
        }
        var diagnostics: [Diagnostic] = []
        for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            guard !line.allSatisfy(\.isWhitespace), !line.hasPrefix("#") else { continue }
            let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let key = parts[0].filter { !$0.isWhitespace }
            guard parts.count == 2, !key.isEmpty, key.utf8.allSatisfy(Self.isKeyByte) else {
                diagnostics.append(
                    Diagnostic(
                        .error, "textes-illisibles", "Cette ligne n’est pas de la forme « clé = texte »", file: place,
                        position: SourcePosition(line: number + 1), excerpt: String(line)))
                continue
            }
            texts[key] = String(Self.trimmed(parts[1]))
        }
        guard diagnostics.isEmpty else { throw ThemeFailure(diagnostics) }
    }

    /// The template with its texts, and what it asks for that there is not. Lines stay where they are.
    func filled(_ template: String, place: String) -> (text: String, missing: [Diagnostic]) {
        var result = ""
        var missing: [Diagnostic] = []
        var rest = template[...]
        while let open = rest.firstRange(of: Self.opening) {
            result += rest[..<open.lowerBound]
            guard let close = rest[open.upperBound...].firstRange(of: "}}") else { break }
            let key = String(rest[open.upperBound..<close.lowerBound].filter { !$0.isWhitespace })
            if let text = texts[key] {
                result += text
            } else {
                let before = template[..<open.lowerBound]
                let line = before.count { $0.isNewline } + 1
                let column = before.reversed().prefix { !$0.isNewline }.count + 1
                let near = NearestMatch.nearest(to: key, in: texts.keys.sorted())
                missing.append(
                    Diagnostic(
                        .error, "texte-absent", "Le texte « \(key) » demandé ici n’est pas dans « \(Self.file) »",
                        file: place, position: SourcePosition(line: line, column: column),
                        hint: near.map { "Vouliez-vous dire « \($0) » ?" }))
            }
            rest = rest[close.upperBound...]
        }
        return (result + rest, missing)
    }

    /// The keys that a template asks for.
    static func keys(in template: String) -> Set<String> {
        Set(template.ranges(of: opening).map { String(template[$0.upperBound...].prefix { $0 != "}" && $0 != " " }) })
    }

    private static let opening = "{{textes."

    private static func isKeyByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: ".")
    }

    /// Without the blanks of ASCII at its ends: a no-break space is part of a text.
    private static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        return text
    }
}

extension ThemeFiles {
    /// These files with the texts of `textes.txt` in their templates.
    ///
    /// - Throws: `textes-illisibles`, `texte-absent`, with file and line.
    func withTexts() throws(ThemeFailure) -> ThemeFiles {
        var texts = ThemeTexts()
        // The file of the default theme first, then that of the folder of overrides.
        for (place, bytes) in textFiles { try texts.add(bytes, place: place) }
        var result = self
        var missing: [Diagnostic] = []
        for path in paths where path.hasPrefix("templates/") {
            guard let file = files[path], let text = String(validating: file.bytes, as: UTF8.self) else { continue }
            let filled = texts.filled(text, place: file.origin ?? path)
            missing += filled.missing
            result.replace(path, with: Array(filled.text.utf8))
        }
        guard missing.isEmpty else { throw ThemeFailure(missing.sorted()) }
        return result
    }
}
