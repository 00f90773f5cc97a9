import FrenchText
import Markdown

/// The items of a cell that a layout printed on one line: behind bullets, numbers, or at the ends of sentences.
enum CellItems {
    /// The blocks of a cell, as inline CommonMark: one paragraph where nothing marks items.
    static func blocks(_ text: String) -> [HTMLFragment.Block] {
        if let starred = starred(text) { return starred }
        if let numbered = numbered(text) ?? counted(text) { return numbered }
        if let glued = GluedItems(text) {
            let lead = glued.lead.map { [paragraph($0)] } ?? []
            return lead + glued.items.map { item($0) }
        }
        return [paragraph(text)]
    }

    /// The competences of a cell without marks: sentences that each begin with a verb.
    static func competences(_ text: String) -> [HTMLFragment.Block] {
        let marked = blocks(text)
        guard marked.count == 1 else { return marked }
        let words = CellWords(text)
        let starts = words.starts.indices.filter { index in
            index == 0 || (words.endsSentence(before: index) && words.isVerb(index))
        }
        guard starts.count > 1, words.isVerb(0) else { return marked }
        return words.cut(at: starts).map(paragraph)
    }

    /// Kinds of assessment without marks: each begins with a noun that names one.
    static func modalites(_ text: String) -> [HTMLFragment.Block] {
        let marked = blocks(text)
        guard marked.count == 1 else { return marked }
        let words = CellWords(text)
        let starts = words.starts.indices.filter { $0 == 0 || ColumnBoundary.names($0, words) }
        return starts.count > 1 ? words.cut(at: starts).map(paragraph) : marked
    }

    /// "* A * B": a star between blanks is nothing but a bullet.
    private static func starred(_ text: String) -> [HTMLFragment.Block]? {
        let parts = (" " + text).split(separator: " * ", omittingEmptySubsequences: false)
        guard parts.count > 1 else { return nil }
        let lead = Folding.squeezed(String(parts[0]))
        return (lead.isEmpty ? [] : [paragraph(lead)])
            + parts.dropFirst().map { Folding.squeezed(String($0)) }.filter { !$0.isEmpty }.map { item($0) }
    }

    /// "1.1 A 1.1.1 B", "C1. A C2. B": labels are kept as words.
    private static func numbered(_ text: String) -> [HTMLFragment.Block]? {
        let words = CellWords(text)
        let starts = words.starts.indices.filter { words.label($0) != nil }
        guard starts.count > 1, starts.first == 0 else { return nil }
        return words.cut(at: starts).map(paragraph)
    }

    /// "1. A 2. B": figures that count on from one.
    private static func counted(_ text: String) -> [HTMLFragment.Block]? {
        let words = CellWords(text)
        var starts: [Int] = []
        for index in words.starts.indices.dropLast() where words.beginsWithCapital(index + 1) {
            let next = String(starts.count + 1)
            if words.stretches[index] == next + "." || words.stretches[index] == next + ")" { starts.append(index) }
        }
        guard starts.count > 1, starts.first == 0 else { return nil }
        return words.cut(at: starts).enumerated().map { index, part in
            let rest = part.drop { $0 != " " }
            return .init(.item(level: 1, numero: index + 1), MarkdownEscaping.escaped(Folding.squeezed(String(rest))))
        }
    }

    private static func item(_ text: String) -> HTMLFragment.Block {
        .init(.item(level: 1, numero: nil), MarkdownEscaping.escaped(text))
    }

    private static func paragraph(_ text: String) -> HTMLFragment.Block {
        .init(.paragraph, MarkdownEscaping.escaped(text))
    }
}

/// The stretches between the blanks of a cell.
struct CellWords {
    let text: String
    /// Where each stretch begins, in UTF-8 bytes.
    let starts: [Int]
    let stretches: [String]

    init(_ text: String) {
        self.text = text
        var starts: [Int] = []
        var stretches: [String] = []
        var offset = 0
        for part in text.split(separator: " ", omittingEmptySubsequences: false) {
            if !part.isEmpty {
                starts.append(offset)
                stretches.append(String(part))
            }
            offset += part.utf8.count + 1
        }
        (self.starts, self.stretches) = (starts, stretches)
    }

    /// The text cut before some stretches.
    func cut(at indices: [Int]) -> [String] {
        let bytes = Array(text.utf8)
        let bounds = indices.map { starts[$0] } + [bytes.count]
        return zip(bounds, bounds.dropFirst()).map {
            Folding.squeezed(String(decoding: bytes[$0..<$1], as: UTF8.self))
        }
    }

    func endsSentence(before index: Int) -> Bool {
        guard index > 0, let last = stretches[index - 1].unicodeScalars.last else { return true }
        return last == "." || last == ";" || last == "!" || last == "…"
    }

    func beginsWithCapital(_ index: Int) -> Bool {
        stretches[index].unicodeScalars.first { $0 != "«" && $0 != "\"" && $0 != "\u{A0}" }?.properties.isUppercase
            ?? false
    }

    /// "RGPD", "ASV": capitals that may stand in mid-sentence.
    func isAcronym(_ index: Int) -> Bool {
        let letters = stretches[index].unicodeScalars.filter(\.properties.isAlphabetic)
        return letters.count > 1 && !letters.contains { $0.properties.isLowercase }
    }

    /// True for a capitalised infinitive: "Réaliser", "S’adapter", "Mettre".
    func isVerb(_ index: Int) -> Bool {
        guard beginsWithCapital(index) else { return false }
        var word = Folding.folded(stretches[index])
        if word.hasPrefix("s'") { word.removeFirst(2) }
        if word == "se", index + 1 < stretches.count { word = Folding.folded(stretches[index + 1]) }
        word = String(word.prefix { $0.isLetter })
        guard word.utf8.count >= 4, !Self.nouns.contains(word) else { return false }
        return word.hasSuffix("er") || word.hasSuffix("ir") || word.hasSuffix("re")
    }

    /// Words that end like a verb and are none.
    private static let nouns: Set<String> = [
        "dossier", "dossiers", "cahier", "atelier", "chantier", "metier", "memoire", "titre", "cadre", "autre",
        "premier",
        "premiere", "dernier", "derniere", "exercice", "livre", "ministere", "theatre", "oeuvre", "lettre", "filiere",
        "maniere", "matiere", "entre", "outre", "contre", "sphere", "nombre", "chiffre", "membre", "offre", "centre",
        "semestre", "trimestre", "papier", "courrier", "particulier", "oratoire", "laboratoire", "questionnaire",
        "glossaire", "inventaire", "itineraire", "horaire", "salaire", "partenaire", "stagiaire", "titulaire",
        "obligatoire", "complementaire", "hiver", "devoir", "savoir", "pouvoir", "avenir", "plaisir", "loisir",
    ]

    /// The label that opens a stretch, without its sign: "1.1.2", "A1C1" of "A1C1." and of "A1C1.Note"; nil for any other.
    func label(_ index: Int) -> Substring? {
        guard index + 1 < stretches.count else { return nil }
        var label = Substring(stretches[index])
        while let last = label.last, last == "." || last == ":" || last == ")" { label.removeLast() }
        if let dot = label.lastIndex(of: ".") {
            let after = label[label.index(after: dot)...]
            if after.first?.isUppercase == true, after.count > 2, !after.contains(where: \.isNumber),
                Self.isLabel(label[..<dot])
            {
                return label[..<dot]
            }
        }
        // A label opens a text: "niveau C1 du CECRL" and "au moins 1.5 fois" do not.
        let next = stretches[index + 1]
        guard beginsWithCapital(index + 1) || next == ":" || next == "-" || next == "–" else { return nil }
        return Self.isLabel(label) ? label : nil
    }

    /// True for "1.1.2" and "A5.C1"; false for "2", "CO2e", "2024".
    private static func isLabel(_ label: Substring) -> Bool {
        let bytes = Array(label.utf8)
        guard (2...9).contains(bytes.count), let last = bytes.last, isDigit(last) else { return false }
        var (numbers, letters) = (0, 0)
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case 0x30...0x39:
                if index == 0 || !isDigit(bytes[index - 1]) { numbers += 1 }
                if index > 1, isDigit(bytes[index - 1]), isDigit(bytes[index - 2]) { return false }
            case 0x41...0x5A: letters += 1
            case UInt8(ascii: "."): if index == 0 || bytes[index - 1] == byte { return false }
            default: return false
            }
        }
        return (letters > 0 && letters <= 4) || numbers > 1
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
