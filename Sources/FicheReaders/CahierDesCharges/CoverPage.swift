import FicheModel
import FrenchText
import Markdown

/// What the cover of a cahier des charges says: the title of the CQP, who awards it, and the name of the document.
struct CoverPage: Sendable {
    /// The paragraphs, as CommonMark.
    private(set) var paragraphs: [String] = []
    private(set) var intitule: (texte: String, lines: [SourceLine])?
    private(set) var certificateur: (nom: String, lines: [SourceLine])?
    private(set) var titreDuDocument: String?
    private(set) var isInterbranche = false
    /// The European level, where the cover has a line for it.
    private(set) var niveau: Int?
    private(set) var numero: (repertoire: Repertoire, numero: String, line: SourceLine)?

    /// True for a référentiel of a certification that is no CQP.
    private let isReferentiel: Bool

    /// - Parameters:
    ///   - lines: the lines before the contents; without contents, those before the first section.
    ///   - isReferentiel: true for a document that is known by its table and names no CQP.
    init(_ lines: [SourceLine], isReferentiel: Bool = false) {
        self.isReferentiel = isReferentiel
        let groups = Self.paragraphs(of: lines)
        paragraphs = groups.map(Self.paragraph)
        for (index, group) in groups.enumerated() {
            let texts = group.map { Self.words(of: $0) }
            if intitule == nil { readTitle(texts, group, next: groups.dropFirst(index + 1).first) }
            readCertificateur(texts, group)
            readDocument(texts)
            readNumber(group)
            for text in texts where niveau == nil { niveau = CoverTitle.niveau(text) }
        }
        if intitule == nil { readTitleOfDocument(groups) }
        if intitule == nil { readLabelledTitle(groups.flatMap { $0 }) }
        if intitule == nil, isReferentiel {
            intitule = ReferentielTitle.title(groups.flatMap { $0 }.map { (Self.words(of: $0), $0) })
        }
    }

    /// Nil for a certification that the document does not call a CQP.
    var abrege: CodeLibelle? {
        guard !isReferentiel else { return nil }
        return isInterbranche
            ? CodeLibelle(code: "CQPI", libelle: "Certificat de qualification professionnelle interbranches")
            : CodeLibelle(code: "CQP", libelle: "Certificat de qualification professionnelle")
    }

    /// "Cahier des charges", "Référentiel", as the document calls itself.
    var nature: String {
        titreDuDocument.map { Folding.key($0).hasPrefix("referentiel") ? "Référentiel" : "Cahier des charges" }
            ?? (isReferentiel ? "Référentiel" : "Cahier des charges")
    }

    /// The lines of a paragraph, apart where the author set them apart and joined where the page wrapped them.
    private static func paragraph(_ group: [SourceLine]) -> String {
        var text = ""
        var before = ""
        for line in group {
            let words = words(of: line)
            if !text.isEmpty { text += LineWrapping.continues(before, with: words) ? " " : "\n" }
            text += Folding.squeezed(unheaded(line.text))
            before = words
        }
        return SourceMarkup.inline(text)
    }

    private static func paragraphs(of lines: [SourceLine]) -> [[SourceLine]] {
        var groups: [[SourceLine]] = []
        var open = false
        for line in lines {
            if Folding.squeezed(line.text).isEmpty {
                open = false
            } else if open, !line.text.hasPrefix("#") {
                groups[groups.count - 1].append(line)
            } else {
                groups.append([line])
                open = true
            }
        }
        return groups
    }

    /// A line without heading marks and emphasis.
    private static func words(of line: SourceLine) -> String {
        Folding.squeezed(SourceMarkup.bare(line.text).replacing("**", with: "").replacing("*", with: ""))
    }

    private static func unheaded(_ line: String) -> String {
        let text = Folding.squeezed(line)
        let marks = text.prefix { $0 == "#" }
        return (1...6).contains(marks.count) && text.dropFirst(marks.count).hasPrefix(" ")
            ? String(text.dropFirst(marks.count + 1)) : text
    }

    /// The title stands after the name of the certificate, on its line or on the next.
    private mutating func readTitle(_ texts: [String], _ group: [SourceLine], next: [SourceLine]?) {
        guard let start = texts.firstIndex(where: { CoverTitle.afterCertificateName($0) != nil }),
            let (rest, interbranche) = CoverTitle.afterCertificateName(texts[start])
        else { return }
        var parts: [(String, SourceLine)] = rest.isEmpty ? [] : [(rest, group[start])]
        for index in texts.indices.dropFirst(start + 1) {
            if Self.namesDocument(texts[index]) || Self.namesCertificateur(texts[index]) { break }
            parts.append((texts[index], group[index]))
        }
        if parts.isEmpty, let next {
            for line in next {
                let text = Self.words(of: line)
                if Self.namesDocument(text) || Self.namesCertificateur(text) { break }
                parts.append((text, line))
            }
        }
        let title = CoverTitle.unquoted(parts.map(\.0).joined(separator: " "))
        guard !title.isEmpty, title.utf8.count <= 300 else { return }
        intitule = (title, parts.map(\.1))
        isInterbranche = interbranche
    }

    /// "Cahier des charges du CQP Vendeur …", where the cover has no line for the title alone.
    private mutating func readTitleOfDocument(_ groups: [[SourceLine]]) {
        for group in groups {
            let text = group.map { Self.words(of: $0) }.joined(separator: " ")
            guard Self.namesDocument(text) else { continue }
            for name in ["du Certificat de Qualification Professionnelle", "du CQPI", "du CQP", "CQPI", "CQP"] {
                guard let found = CoverTitle.range(of: name, in: text) else { continue }
                let title = CoverTitle.unquoted(String(text[found.upperBound...]))
                guard title.first?.isLetter == true else { continue }
                intitule = (title, group)
                isInterbranche = name.hasSuffix("CQPI")
                return
            }
        }
    }

    /// "Intitulé du CQP : …"
    private mutating func readLabelledTitle(_ lines: [SourceLine]) {
        for line in lines {
            let text = Self.words(of: line)
            guard Folding.key(text).hasPrefix("intitule"), let colon = text.firstIndex(of: ":") else { continue }
            let title = CoverTitle.unquoted(String(text[text.index(after: colon)...]))
            guard !title.isEmpty else { continue }
            intitule = (CoverTitle.afterCertificateName(title)?.rest ?? title, [line])
            return
        }
    }

    /// The certificateur that a line of the text names: "Organisme certificateur : …".
    static func certificateur(in blocks: [CahierBlock]) -> (nom: String, lines: [SourceLine])? {
        for block in blocks where block.isProse {
            let text = SourceMarkup.plain(block.text)
            let key = Folding.key(text)
            guard
                ["organisme certificateur", "certificateur", "autorite certificatrice", "autorite de certification"]
                    .contains(where: key.hasPrefix),
                let colon = text.firstIndex(of: ":")
            else { continue }
            let name = Folding.squeezed(String(text[text.index(after: colon)...]))
            if !name.isEmpty, name.utf8.count <= 200 { return (name, block.lines) }
        }
        return nil
    }

    static func namesDocument(_ text: String) -> Bool {
        let key = Folding.key(text)
        return ["cahier des charges", "referentiel", "version", "date", "annexe", "edition", "mise a jour", "sommaire"]
            .contains(where: key.hasPrefix)
    }

    static func namesCertificateur(_ text: String) -> Bool {
        let key = Folding.key(text)
        return [
            "commission paritaire", "la commission paritaire", "commission nationale paritaire", "cpne", "cpnefp",
            "organisme certificateur", "certificateur", "branche", "organisation",
        ]
        .contains(where: key.hasPrefix)
    }

    /// The commission of the branch, or what the cover calls the certificateur.
    private mutating func readCertificateur(_ texts: [String], _ group: [SourceLine]) {
        guard certificateur == nil, let start = texts.firstIndex(where: Self.namesCertificateur) else { return }
        var name = texts[start...].prefix { !Self.namesDocument($0) && CoverTitle.afterCertificateName($0) == nil }
            .joined(
                separator: " ")
        let key = Folding.key(name)
        for label in ["organisme certificateur", "certificateur"] where key.hasPrefix(label) {
            guard let colon = name.firstIndex(of: ":") else { return }
            name = Folding.squeezed(String(name[name.index(after: colon)...]))
        }
        if key.hasPrefix("branche") || key.hasPrefix("organisation") { return }
        name = Self.withoutVersion(name)
        guard !name.isEmpty, name.utf8.count <= 300 else { return }
        certificateur = (name, Array(group[start...]))
    }

    /// The name without the version that a dash sets behind it, and without the calls of notes.
    private static func withoutVersion(_ name: String) -> String {
        var name = name
        for dash in [" — ", " – ", " - "] {
            for place in name.ranges(of: dash) where namesDocument(String(name[place.upperBound...])) {
                name = String(name[..<place.lowerBound])
                break
            }
        }
        while let start = name.range(of: "[^"), let end = name[start.upperBound...].firstIndex(of: "]") {
            name.removeSubrange(start.lowerBound...end)
        }
        return Folding.squeezed(name)
    }

    private mutating func readDocument(_ texts: [String]) {
        guard titreDuDocument == nil, let start = texts.firstIndex(where: { Self.isDocumentTitle($0) }) else { return }
        titreDuDocument = Folding.squeezed(texts[start...].joined(separator: " "))
    }

    private static func isDocumentTitle(_ text: String) -> Bool {
        let key = Folding.key(text)
        return key.hasPrefix("cahier des charges") || key.hasPrefix("referentiel")
    }

    private mutating func readNumber(_ group: [SourceLine]) {
        guard numero == nil else { return }
        for line in group {
            let words = WordScanner.words(in: line.text)
            for (index, word) in words.enumerated() {
                let candidate =
                    ["RNCP", "RS"].contains(word.uppercased()) && index + 1 < words.count
                    ? word + words[index + 1] : word
                guard candidate.utf8.count >= 6, let found = Repertoire.parse(candidate) else { continue }
                numero = (found.repertoire, found.numero, line)
                return
            }
        }
    }
}
