import FicheModel
import FrenchText

/// Kinds of words of the export that are no text of a fiche.
enum CSVMiseEnPage {
    /// The number by which a row is joined to its fiche.
    static let cle = "numéro de jointure"
    static let vide = MiseEnPage.vide
    static let code = MiseEnPage.code
    static let repetition = MiseEnPage.repetition
}

/// The routes as the export labels them.
enum CSVVoie {
    /// By the words that tell the labels apart, whatever their apostrophes; the codes of the « kit apprentissage » too.
    static func code(of label: String) -> CodeVoieAcces? {
        let key = Folding.key(label)
        let marks: [(String, CodeVoieAcces)] = [
            ("eleve", .fi), ("etudiant", .fi), ("apprentissage", .ca), ("professionnalisation", .cq),
            ("formation continue", .fc), ("candidature", .cl), ("experience", .vae),
        ]
        let codes: [String: CodeVoieAcces] = [
            "contrata": .ca, "pfc": .fc, "contratp": .cq, "exp": .vae, "vae": .vae, "fi": .fi, "ca": .ca, "fc": .fc,
            "cq": .cq, "cl": .cl,
        ]
        return codes[key] ?? marks.first { key.contains($0.0) }?.1
    }
}

/// How the export writes labels.
enum CSVLabel {
    /// "Management et ingénierie d''affaires" with one apostrophe.
    static func singleApostrophes(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "'")) else { return text }
        var bytes: [UInt8] = []
        for byte in text.utf8 where byte != UInt8(ascii: "'") || bytes.last != byte { bytes.append(byte) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// "251 : Mécanique" without its code; nil when the label does not begin with it.
    static func withoutCode(_ label: String, _ code: String) -> String? {
        guard !code.isEmpty, label.hasPrefix(code) else { return nil }
        let rest = label.utf8.dropFirst(code.utf8.count).drop { $0 == 0x20 }
        guard rest.first == UInt8(ascii: ":") else { return nil }
        let text = Folding.squeezed(String(decoding: Array(rest.dropFirst()), as: UTF8.self))
        return text.isEmpty ? nil : text
    }
}
