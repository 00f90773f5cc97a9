import Diagnostics
import FicheModel
import FrenchText
import Markdown

/// The lines of a whole document that follow a fiche: from `# Titre {document: adresse}` to the next such heading.
struct AuthoredDocumentLines {
    let title: SourceLine
    let content: [SourceLine]

    /// The lines of the fiche, and those of each document.
    static func split(_ lines: [SourceLine]) -> (fiche: [SourceLine], documents: [AuthoredDocumentLines]) {
        let starts = lines.indices.filter { index in
            AuthoredBody.heading(lines[index]).map { $0.level == 1 && facts(of: $0.title) != nil } ?? false
        }
        guard let first = starts.first else { return (lines, []) }
        let ends = starts.dropFirst() + [lines.count]
        let documents = zip(starts, ends).compactMap { start, end -> AuthoredDocumentLines? in
            guard let title = AuthoredBody.heading(lines[start])?.title else { return nil }
            return AuthoredDocumentLines(title: title, content: Array(lines[(start + 1)..<end]))
        }
        return (Array(lines[..<first]), documents)
    }

    /// What the braces at the end of a document's heading say; nil when the heading is none of a document.
    static func facts(of title: SourceLine) -> (identifiant: String, nature: String?, braces: Range<Int>)? {
        guard let (inside, braces) = HeadingBraces.find(in: title.text), inside.hasPrefix("document:") else {
            return nil
        }
        let rest = inside.dropFirst("document:".count)
        let parts = rest.split(separator: ",", maxSplits: 1)
        let nature = parts.dropFirst().first.map { Folding.squeezed(String($0)) }
        return (
            Folding.squeezed(String(parts.first ?? "")),
            nature.flatMap { $0.hasPrefix("nature:") ? Folding.squeezed(String($0.dropFirst(7))) : nil }, braces
        )
    }
}

/// The braces with facts at the end of a heading: `3.2 Le jury {#section-3-2}`.
enum HeadingBraces {
    /// What is inside, and the bytes of the braces with the spaces before them.
    static func find(in title: String) -> (inside: String, range: Range<Int>)? {
        let bytes = Array(title.utf8)
        guard bytes.last == UInt8(ascii: "}"), let open = bytes.lastIndex(of: UInt8(ascii: "{")) else { return nil }
        var start = open
        while start > 0, bytes[start - 1] <= 0x20 { start -= 1 }
        return (String(decoding: bytes[(open + 1)..<(bytes.count - 1)], as: UTF8.self), start..<bytes.count)
    }
}

/// Reads the documents below a fiche and joins each to the entry of the front matter that has its address.
enum AuthoredDocuments {
    static func read(
        _ documents: [AuthoredDocumentLines], into fiche: inout Fiche, _ decoder: inout FieldDecoder
    ) {
        for lines in documents {
            guard let facts = AuthoredDocumentLines.facts(of: lines.title) else { continue }
            let titre = decoder.titleText(lines.title, without: facts.braces)
            let identifiant = Slug.make(facts.identifiant.isEmpty ? titre : facts.identifiant, limit: .max)
            if identifiant.isEmpty {
                decoder.report(
                    .error, .identifiantInvalide, "Ce document n’a ni titre ni adresse",
                    at: SourcePosition(line: lines.title.number),
                    hint: "Écrivez « # Titre du document {document: adresse} »")
                continue
            }
            let url = "documents/\(identifiant)/"
            let place = fiche.documents.firstIndex { $0.url == url && $0.contenu == nil }
            let nature = facts.nature ?? place.map { fiche.documents[$0].nature } ?? ""
            var reader = AuthoredDocumentReader(lines.content)
            let contenu = reader.read(identifiant: identifiant, titre: titre, nature: nature, &decoder)
            if let place {
                fiche.documents[place].contenu = contenu
            } else {
                fiche.documents.append(DocumentLie(nature: nature, titre: titre, url: url, contenu: contenu))
            }
        }
    }
}

extension FieldDecoder {
    /// The words of a heading before its braces, claimed for the document.
    mutating func titleText(_ title: SourceLine, without braces: Range<Int>?) -> String {
        ledger.claim(title, .repris(.documents))
        guard let braces else { return title.text }
        let facts = title.part(braces)
        ledger.claim(facts, .miseEnPage("ancre"))
        return title.part(0..<braces.lowerBound).text
    }
}
