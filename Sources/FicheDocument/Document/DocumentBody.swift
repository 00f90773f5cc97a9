import FicheModel
import FrenchText
import Markdown
import MarkupText

/// The elements of a document as HTML, with its calls of notes as links in both directions.
struct DocumentBody {
    let document: DocumentReference
    /// The anchors of the calls of each note, in order.
    private var calls: [Int: [String]] = [:]
    private let known: Set<Int>
    private var tables = 0

    init(_ document: DocumentReference) {
        self.document = document
        known = Set(document.notes.map(\.numero))
    }

    /// The headings of the first three levels.
    var contents: [PageData] {
        let top =
            document.elements.compactMap { element -> Int? in
                if case .titre(let niveau, _, _, _) = element { niveau } else { nil }
            }.min() ?? 1
        return document.elements.compactMap { element in
            guard case .titre(let niveau, let numero, let texte, let ancre) = element, niveau - top < 3 else {
                return nil
            }
            var entry: PageData = [
                "titre": Typography.spaced(texte), "ancre": ancre, "niveau": String(niveau - top + 1),
            ]
            entry.set("numero", numero)
            return entry
        }
    }

    mutating func cover() -> String { document.couverture.map { linked(TexteHTML.html($0)) }.joined() }

    mutating func html() -> String {
        var html = ""
        var level = 1
        for element in document.elements {
            switch element {
            case .titre(let niveau, let numero, let texte, let ancre):
                // h1 is the title of the document; no level is skipped.
                level = min(6, min(max(2, niveau + 1), level + 1))
                let number = numero.map { "<span class=\"numero\">\(HTMLText.escaped($0))</span> " } ?? ""
                let words = linked(TexteHTML.echappe(texte))
                html += "<h\(level) id=\"\(HTMLText.escaped(ancre))\">\(number)\(words)</h\(level)>\n"
            case .texte(let texte): html += linked(TexteHTML.html(texte, titres: min(6, level + 1)))
            case .tableau(let entete, let lignes): html += table(entete, lignes)
            }
        }
        return html
    }

    /// After `html()`: the notes know their calls.
    mutating func notes() -> [PageData] {
        document.notes.map { note in
            var data: PageData = ["numero": String(note.numero), "texte": TexteHTML.html(note.texte)]
            data.set("retours", (calls[note.numero] ?? []).map { ["ancre": $0] as PageData })
            return data
        }
    }

    private mutating func table(_ head: [String], _ rows: [[String]]) -> String {
        tables += 1
        let columns = max(head.count, rows.map(\.count).max() ?? 0)
        func padded(_ row: [String]) -> [String] { row + Array(repeating: "", count: columns - row.count) }
        var html = "<div class=\"defile\" role=\"region\" tabindex=\"0\" aria-label=\"Tableau \(tables)\">\n<table>\n"
        if head.contains(where: { !$0.isEmpty }) {
            let cells = padded(head).map { cell in
                cell.isEmpty ? "<td></td>" : "<th scope=\"col\">\(linked(TexteHTML.enLigne(cell)))</th>"
            }
            html += "<thead><tr>\(cells.joined())</tr></thead>\n"
        }
        html += "<tbody>\n"
        for row in rows {
            html += "<tr>\(padded(row).map { "<td>\(linked(TexteHTML.enLigne($0)))</td>" }.joined())</tr>\n"
        }
        return html + "</tbody>\n</table>\n</div>\n"
    }

    /// Each `[^n]` that has its note becomes a link to it; another stays as words.
    private mutating func linked(_ html: String) -> String {
        guard html.contains("[^") else { return html }
        var result = ""
        var rest = Substring(html)
        while let start = rest.firstRange(of: "[^") {
            result += rest[..<start.lowerBound]
            let after = rest[start.upperBound...]
            guard let end = after.firstIndex(of: "]"), let number = Int(after[..<end]), known.contains(number) else {
                result += "[^"
                rest = after
                continue
            }
            let anchor = "appel-\(number)" + (calls[number].map { "-\($0.count + 1)" } ?? "")
            calls[number, default: []].append(anchor)
            result +=
                "<sup id=\"\(anchor)\"><a href=\"#note-\(number)\"><span class=\"invisible\">note </span>\(number)</a></sup>"
            rest = after[after.index(after: end)...]
        }
        return result + rest
    }
}
