import FrenchText

/// Finds the name that the first paragraph of the objectives gives to the certification between quotation marks:
/// "La certification « Premiers gestes » vise à …".
enum QuotedTitle {
    /// Nil when the paragraph quotes nothing, or something that it does not call a certification.
    ///
    /// - Parameter texte: CommonMark.
    static func title(in texte: String) -> String? {
        let paragraph = texte.prefix { $0 != "\n" }
        for (open, close) in [("«", "»"), ("\"", "\""), ("“", "”")] as [(Character, Character)] {
            guard let start = paragraph.firstIndex(of: open) else { continue }
            let after = paragraph[paragraph.index(after: start)...]
            guard let end = after.firstIndex(of: close) else { continue }
            let before = WordScanner.words(in: Folding.folded(String(paragraph[..<start])))
            guard before.count <= 5, before.contains(where: names.contains) else { continue }
            let title = Folding.squeezed(String(after[..<end]))
            if (3...200).contains(title.utf8.count), !title.contains("\\") { return title }
        }
        return nil
    }

    private static let names: Set<String> = [
        "certification", "certificat", "diplome", "titre", "mention", "specialite", "brevet", "licence", "master",
        "cqp",
        "habilitation",
    ]
}
