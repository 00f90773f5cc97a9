import FicheModel
import Markdown

/// Writes the whole text of a linked document below its fiche, in the form that the authoring format reads.
enum FicheMarkdownDocument {
    /// Heading, cover, elements, notes.
    static func text(of document: DocumentReference, nature: String) -> String {
        let other = document.nature == nature ? "" : ", nature: \(document.nature)"
        var parts = ["# \(document.titre) {document: \(document.identifiant)\(other)}"]
        parts += cover(document.couverture)
        var isAfterText = false
        for element in document.elements {
            switch element {
            case .titre(let niveau, let numero, let texte, let ancre):
                parts.append(heading(niveau, numero, texte, ancre))
            case .texte(let texte):
                if isAfterText { parts.append(DocumentSyntax.nextText) }
                parts.append(DocumentSyntax.guarded(texte))
            case .tableau(let entete, let lignes): parts.append(table(entete, lignes))
            }
            if case .texte = element { isAfterText = true } else { isAfterText = false }
        }
        return (parts + document.notes.map(note)).joined(separator: "\n\n") + "\n"
    }

    /// Paragraphs parted by blank lines, or by a mark where one of them holds a blank line.
    private static func cover(_ paragraphs: [String]) -> [String] {
        guard !paragraphs.isEmpty else { return [] }
        let holdsBlank = paragraphs.contains { $0.contains("\n\n") }
        let texts = paragraphs.map(DocumentSyntax.guarded)
        let parted = holdsBlank ? texts.flatMap { [$0, DocumentSyntax.nextText] } : texts
        return parted + [DocumentSyntax.endOfCover]
    }

    private static func heading(_ niveau: Int, _ numero: String?, _ texte: String, _ ancre: String) -> String {
        let printed = numero.map { "\($0) \(texte)" } ?? texte
        let read = DocumentSyntax.headingNumber(printed)
        let isPlain = read?.numero == numero && (read?.texte ?? printed) == texte
        var facts = ["#\(ancre)"]
        if niveau > 5 { facts.append("niveau: \(niveau)") }
        // Last, for it goes to the closing brace.
        if !isPlain { facts.append("numero: \(numero ?? "")") }
        let marks = String(repeating: "#", count: min(max(niveau, 1), 5) + 1)
        return "\(marks) \(isPlain ? printed : texte) {\(facts.joined(separator: ", "))}"
    }

    private static func table(_ head: [String], _ rows: [[String]]) -> String {
        let columns = max(head.count, rows.map(\.count).max() ?? 0)
        let lines = (head.isEmpty ? [] : [DocumentSyntax.row(head)]) + [DocumentSyntax.delimiter(columns: columns)]
        return (lines + rows.map(DocumentSyntax.row)).joined(separator: "\n")
    }

    /// The lines after the first are indented, so that the note ends where they do.
    private static func note(_ note: DocumentReference.Note) -> String {
        let lines = note.texte.split(separator: "\n", omittingEmptySubsequences: false)
        return "[^\(note.numero)]: "
            + lines.enumerated().map { index, line in
                index == 0 || line.isEmpty ? String(line) : "    " + line
            }.joined(separator: "\n")
    }
}
