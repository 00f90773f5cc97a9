import FicheModel
import FrenchText

/// Kinds of words of the flow that are no text of a fiche.
enum MiseEnPage {
    static let balise = "balise XML"
    static let entite = "entité XML"
    static let commentaire = "commentaire XML"
    static let html = "balise HTML"
    static let puce = "puce"
    static let vide = "valeur vide"
    /// Turned into a typed value ("Oui" into true, "NIV7" into 7).
    static let code = "valeur codée"
    /// The same text under another element.
    static let repetition = "répétition"
}

/// What certifiers write where they have nothing to say.
enum ValeurVide {
    private static let words: Set<String> = [
        "sans objet", "neant", "non concerne", "non concernee", "non concernes", "non concernees",
    ]

    /// The bytes of the longest of them, with signs and blanks.
    static let longest = 40

    /// True for a blank, lone signs ("-", "*") and the usual words.
    static func isEmpty(_ text: String) -> Bool {
        guard text.utf8.count <= longest else { return false }
        // Most values begin like none of the words: answered without taking them apart.
        if let first = text.utf8.first, first < 0x80, first != UInt8(ascii: "n"), first != UInt8(ascii: "N"),
            first != UInt8(ascii: "s"), first != UInt8(ascii: "S"),
            (0x41...0x5A).contains(first & 0xDF) || (0x30...0x39).contains(first)
        {
            return false
        }
        let found = WordScanner.words(in: text)
        return found.isEmpty || words.contains(Folding.folded(found.joined(separator: " ")))
    }
}

/// Dates of the flow.
enum FluxDate {
    /// `JJ/MM/AAAA`, and the other spellings that copies of the flow show.
    static func parse(_ text: String) -> CalendarDate? {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[2] == UInt8(ascii: "/"), bytes[5] == UInt8(ascii: "/"),
            let day = number(bytes[0..<2]), let month = number(bytes[3..<5]), let year = number(bytes[6..<10])
        else { return CalendarDate(text) }
        return CalendarDate(year: year, month: month, day: day)
    }

    /// The day that the name of an export carries: `export_fiches_RNCP_V4_1_2026-08-16.xml`.
    static func inFileName(_ path: String) -> CalendarDate? {
        let name = path.split(separator: "/").last ?? ""
        let digits = name.utf8.split { $0 < 0x30 || $0 > 0x39 }.suffix(3)
        guard digits.count == 3, digits.map(\.count) == [4, 2, 2] else { return nil }
        let parts = digits.compactMap { number($0) }
        guard parts.count == 3 else { return nil }
        return CalendarDate(year: parts[0], month: parts[1], day: parts[2])
    }

    private static func number(_ digits: some Sequence<UInt8>) -> Int? {
        var value = 0
        for digit in digits {
            guard digit >= 0x30, digit <= 0x39 else { return nil }
            value = value * 10 + Int(digit - 0x30)
        }
        return value
    }
}
