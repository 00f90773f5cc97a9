import Diagnostics
import FicheModel
import FrenchText
import Markdown

/// Reads the lines of one document: headings, texts, tables, notes.
struct AuthoredDocumentReader {
    private let lines: [SourceLine]
    private var index = 0
    private var pending: [SourceLine] = []
    private var cover: [String]?
    private var elements: [DocumentReference.Element] = []
    private var notes: [DocumentReference.Note] = []
    private var anchors = UniqueAnchors()

    init(_ lines: [SourceLine]) { self.lines = lines }

    mutating func read(
        identifiant: String, titre: String, nature: String, _ decoder: inout FieldDecoder
    ) -> DocumentReference {
        while index < lines.count {
            let line = lines[index]
            if let heading = AuthoredBody.heading(line), heading.level > 1 {
                flush(&decoder)
                addHeading(heading.level, heading.title, &decoder)
                index += 1
            } else if line.text.utf8.first == UInt8(ascii: "|") {
                flush(&decoder)
                addTable(&decoder)
            } else if let label = DocumentSyntax.noteLabel(Substring(line.text).utf8) {
                flush(&decoder)
                addNote(label.numero, label.length, &decoder)
            } else if let mark = mark(line) {
                mark == DocumentSyntax.endOfCover ? closeCover(&decoder) : flush(&decoder)
                decoder.ledger.claim(line, .miseEnPage("marque"))
                index += 1
            } else {
                pending.append(line)
                index += 1
            }
        }
        flush(&decoder)
        return DocumentReference(
            identifiant: identifiant, titre: titre, nature: nature, couverture: cover ?? [], elements: elements,
            notes: notes)
    }

    private func mark(_ line: SourceLine) -> String? {
        guard line.text.utf8.first == UInt8(ascii: "{") else { return nil }
        let text = Folding.squeezed(line.text)
        return text == DocumentSyntax.nextText || text == DocumentSyntax.endOfCover ? text : nil
    }

    // MARK: Texts

    private mutating func flush(_ decoder: inout FieldDecoder) {
        let content = pending
        pending = []
        if let text = decoder.documentText(content) { elements.append(.texte(text)) }
    }

    /// The texts so far are the cover: one paragraph each where a mark parts them, else one at each blank line.
    private mutating func closeCover(_ decoder: inout FieldDecoder) {
        guard cover == nil, elements.allSatisfy({ if case .texte = $0 { true } else { false } }) else {
            return flush(&decoder)
        }
        if !elements.isEmpty {
            flush(&decoder)
        } else {
            let paragraphs = pending.split { AuthoredBody.isBlank($0.text) }
            pending = []
            for paragraph in paragraphs {
                if let text = decoder.documentText(Array(paragraph)) { elements.append(.texte(text)) }
            }
        }
        cover = elements.compactMap { if case .texte(let text) = $0 { text } else { nil } }
        elements = []
    }

    // MARK: Headings

    private mutating func addHeading(_ level: Int, _ title: SourceLine, _ decoder: inout FieldDecoder) {
        var niveau = level - 1
        var ancre: String?
        var numero: String?
        var isNumbered = false
        let braces = HeadingBraces.find(in: title.text).flatMap { $0.inside.hasPrefix("#") ? $0 : nil }
        if let braces {
            let parts = braces.inside.dropFirst().split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
            ancre = Folding.squeezed(String(parts.first ?? ""))
            var rest = parts.count > 1 ? Self.trimmed(parts[1]) : ""
            if rest.hasPrefix("niveau:") {
                let facts = rest.dropFirst("niveau:".count).split(separator: ",", maxSplits: 1)
                niveau = Int(Self.trimmed(facts.first ?? "")).map { max(1, min($0, 40)) } ?? niveau
                rest = facts.count > 1 ? Self.trimmed(facts[1]) : ""
            }
            if rest.hasPrefix("numero:") {
                isNumbered = true
                let text = Self.trimmed(rest.dropFirst("numero:".count))
                numero = text.isEmpty ? nil : text
            }
        }
        var texte = decoder.titleText(title, without: braces?.range)
        if let numero, let braces { decoder.claimNumber(numero, in: title.part(braces.range)) }
        if !isNumbered, let read = DocumentSyntax.headingNumber(texte) { (numero, texte) = read }
        elements.append(.titre(niveau: niveau, numero: numero, texte: texte, ancre: unique(ancre, numero, texte)))
    }

    /// The anchor that the author gave, else one made of the number or the words; no two are the same.
    private mutating func unique(_ ancre: String?, _ numero: String?, _ texte: String) -> String {
        let made = Slug.make(numero.map { "section \($0)" } ?? texte)
        let wanted = ancre.flatMap { $0.isEmpty ? nil : $0 } ?? (made.isEmpty ? "section" : made)
        return anchors.take(wanted)
    }

    private static func trimmed(_ text: Substring) -> String { Folding.squeezed(String(text)) }

    // MARK: Tables and notes

    private mutating func addTable(_ decoder: inout FieldDecoder) {
        var rows: [[String]] = []
        var head: [String]?
        while index < lines.count, lines[index].text.utf8.first == UInt8(ascii: "|") {
            let line = lines[index]
            index += 1
            if head == nil, rows.count <= 1, DocumentSyntax.isDelimiter(line.text) {
                head = rows.popLast() ?? []
            } else {
                rows.append(DocumentSyntax.cells(of: line.text).map { decoder.documentCell(line.part($0)) })
            }
        }
        elements.append(.tableau(entete: head ?? [], lignes: rows))
    }

    private mutating func addNote(_ numero: Int, _ length: Int, _ decoder: inout FieldDecoder) {
        let first = lines[index]
        decoder.ledger.claim(first.part(0..<length), .repris(.documents))
        var content = [first.part(length..<first.text.utf8.count)]
        index += 1
        while index < lines.count {
            let line = lines[index]
            let spaces = line.text.utf8.prefix { $0 == 0x20 }.count
            guard AuthoredBody.isBlank(line.text) || spaces >= 4 else { break }
            content.append(line.part(min(4, spaces)..<line.text.utf8.count))
            index += 1
        }
        if content.first?.text.utf8.first == 0x20 { content[0] = content[0].part(1..<content[0].text.utf8.count) }
        notes.append(.init(numero: numero, texte: decoder.documentText(content, isGuarded: false) ?? ""))
    }
}

extension FieldDecoder {
    /// A text of a document, claimed for it; nil when the lines are blank.
    mutating func documentText(_ content: [SourceLine], isGuarded: Bool = true) -> String? {
        let written = content.drop { AuthoredBody.isBlank($0.text) }
        guard !written.isEmpty else { return nil }
        ledger.claim(written, .repris(.documents))
        var texts = written.map { isGuarded ? DocumentSyntax.unguarded($0.text) : $0.text }
        while let last = texts.last, AuthoredBody.isBlank(last) { texts.removeLast() }
        let text = texts.joined(separator: "\n")
        guard let conversion = AuthoredHTML.converted(text), let first = written.first else { return text }
        for line in written { claimTags(in: line.range) }
        reportHTML(conversion, at: SourcePosition(line: first.number + conversion.firstLine))
        return conversion.text.isEmpty ? nil : conversion.text
    }

    /// A cell of a table, its line ends restored.
    mutating func documentCell(_ cell: SourceLine) -> String {
        ledger.claim(cell, .repris(.documents))
        if cell.text.utf8.contains(UInt8(ascii: "<")) { claimTags(in: cell.range) }
        let text = DocumentSyntax.decoded(cell.text)
        guard let conversion = AuthoredHTML.converted(text) else { return text }
        reportHTML(conversion, at: SourcePosition(line: cell.number))
        return conversion.text
    }

    /// The number of a heading that stands in its braces is a word of the document.
    mutating func claimNumber(_ numero: String, in braces: SourceLine) {
        guard let found = braces.text.utf8.lastRange(of: Array(numero.utf8)) else { return }
        let lower = braces.text.utf8.distance(from: braces.text.startIndex, to: found.lowerBound)
        ledger.claim(braces.part(lower..<lower + numero.utf8.count), .repris(.documents))
    }
}

extension String.UTF8View {
    /// The last place where `bytes` stand.
    fileprivate func lastRange(of bytes: [UInt8]) -> Range<Index>? {
        guard !bytes.isEmpty, count >= bytes.count else { return nil }
        var start = index(endIndex, offsetBy: -bytes.count)
        while true {
            if self[start...].starts(with: bytes) { return start..<index(start, offsetBy: bytes.count) }
            if start == startIndex { return nil }
            start = index(before: start)
        }
    }
}
