import Foundation
import FrenchText

/// A change of a document that keeps the marks of its layout, and so its fiche.
struct CorpusMutation: Sendable {
    let name: String
    let layouts: Set<CorpusDocument.Layout>
    /// True when it asks for paragraphs that stand each on a line.
    var needsWholeParagraphs = false
    let apply: @Sendable (String) -> String

    func applies(to document: CorpusDocument) -> Bool {
        layouts.contains(document.layout) && (!needsWholeParagraphs || document.hasWholeParagraphs)
    }

    static let all: [CorpusMutation] =
        wrappings + bullets + [
            CorpusMutation(name: "CRLF", layouts: every) { $0.replacing("\n", with: "\r\n") },
            CorpusMutation(
                name: "a blank line behind each line", layouts: [.imprime, .page, .actuelle],
                needsWholeParagraphs: true
            ) {
                // Without blank lines of its own, nothing tells a text of long lines from one of paragraphs.
                $0.ranges(of: "\n\n").count < 8 ? $0 : $0.replacing("\n", with: "\n\n")
            },
            CorpusMutation(name: "decomposed Unicode", layouts: every) { $0.decomposedStringWithCanonicalMapping },
            CorpusMutation(name: "no-break spaces", layouts: every, apply: withNoBreakSpaces),
            CorpusMutation(name: "page feeds and page numbers", layouts: [.imprime, .cahier, .actuelle]) {
                withPages($0)
            },
            CorpusMutation(
                name: "headings without accents",
                layouts: [.imprime, .coupe, .page, .tableaux, .redaction, .cahier, .actuelle],
                apply: withoutAccentsInHeadings),
        ]

    private static let every = Set(CorpusDocument.Layout.allCases)

    private static let wrappings = [60, 80, 120].map { width in
        CorpusMutation(
            name: "wrapped at \(width)", layouts: [.imprime, .cahier, .redaction, .actuelle], needsWholeParagraphs: true
        ) { wrapped($0, width: width) }
    }

    private static let bullets =
        ["•", "▪", "–", "➔"].map { glyph in
            CorpusMutation(name: "bullet \(glyph)", layouts: [.imprime, .page, .cahier]) {
                $0.replacing("\n- ", with: "\n\(glyph) ")
            }
        }
        + ["•", "▪", "–", "*"].map { glyph in
            CorpusMutation(name: "bullet \(glyph) on a page of today", layouts: [.actuelle]) {
                $0.replacing("\n- ", with: "\n\(glyph) ").replacing("\n• ", with: "\n\(glyph) ")
            }
        }
        + ["*", "+"].map { glyph in
            CorpusMutation(name: "bullet \(glyph)", layouts: [.redaction]) {
                let (head, body) = authored($0)
                return head + body.replacing("\n- ", with: "\n\(glyph) ").replacing("\n  - ", with: "\n  \(glyph) ")
            }
        }
        + ["•", "-"].map { glyph in
            CorpusMutation(name: "bullet \(glyph)", layouts: [.flux]) {
                $0.replacing("      * ", with: "      \(glyph) ")
            }
        }

    /// The front matter of an authored document, and what follows it.
    private static func authored(_ text: String) -> (head: String, body: String) {
        guard text.hasPrefix("---\n"), let end = text.range(of: "\n---\n") else { return ("", text) }
        return (String(text[..<end.upperBound]), String(text[end.upperBound...]))
    }

    /// Paragraphs and items broken at a width. Headings, tables and lines that end in no sign of a sentence stay whole:
    /// what would follow them is not marked.
    private static func wrapped(_ text: String, width: Int) -> String {
        let (head, body) = authored(text)
        let lines = body.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            let isItem = line.hasPrefix("- ")
            let isProse = isItem || line.last.map { ".;:!?".contains($0) } ?? false
            guard isProse, line.count > width, !line.contains("\t"), !line.hasPrefix("|"), !line.hasPrefix("#") else {
                return String(line)
            }
            var rows: [String] = []
            for word in line.split(separator: " ") {
                if let last = rows.last, last.count + 1 + word.count <= width {
                    rows[rows.count - 1] = last + " " + word
                } else {
                    rows.append(String(word))
                }
            }
            return rows.joined(separator: isItem && !head.isEmpty ? "\n  " : "\n")
        }
        return head + lines.joined(separator: "\n")
    }

    private static func withNoBreakSpaces(_ text: String) -> String {
        var (head, body) = authored(text)
        for sign in [":", ";", "?", "!", "»"] { body = body.replacing(" \(sign)", with: "\u{A0}\(sign)") }
        body = body.replacing("« ", with: "«\u{A0}").replacing("n° ", with: "n°\u{A0}")
        head += body
        return head
    }

    /// A page ends at every tenth blank line.
    static func withPages(_ text: String) -> String {
        var blanks = 0
        var page = 1
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            guard line.isEmpty else { return String(line) }
            blanks += 1
            guard blanks % 10 == 0 else { return "" }
            page += 1
            return "\nPage \(page - 1)\n\u{0C}"
        }
        return lines.joined(separator: "\n")
    }

    private static func withoutAccentsInHeadings(_ text: String) -> String {
        let (head, body) = authored(text)
        let lines = body.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            guard isHeading(line, isAuthored: !head.isEmpty) else { return String(line) }
            // What follows on the line is a value.
            let value = ["\t", " X"].compactMap { line.range(of: $0)?.lowerBound }.min() ?? line.endIndex
            return withoutAccents(line[..<value]) + line[value...]
        }
        return head + lines.joined(separator: "\n")
    }

    private static func withoutAccents(_ text: Substring) -> String {
        let scalars = String(text).decomposedStringWithCanonicalMapping.unicodeScalars
        return String(String.UnicodeScalarView(scalars.filter { !(0x300...0x36F).contains($0.value) }))
    }

    /// A heading that holds nothing of the fiche itself.
    private static func isHeading(_ line: Substring, isAuthored: Bool) -> Bool {
        if isAuthored { return line.hasPrefix("## ") || line.hasPrefix("#### ") }
        let key = Folding.key(String(line))
        return headings.contains { key.hasPrefix($0) } && !key.contains("publie") && !key.contains("fiche n")
    }

    /// How headings of the printed forms begin, folded.
    private static let headings = [
        "le repertoire national des", "resume descriptif de", "intitule", "autorite responsable",
        "niveau et/ou domaine", "resume du referentiel", "secteurs d'activite ou types", "reglementation d'activites",
        "modalites d'acces", "descriptif", "bloc de competence :",
        "conditions d'inscription", "apres un parcours", "par experience", "accessible en", "liens avec",
        "accords europ", "base legale", "reference", "lieu(x)", "l'essentiel", "activites visees",
        "secteur d'activite", "voie d'acces", "date d'echeance", "date de debut", "reglementations d'activites",
    ]
}
