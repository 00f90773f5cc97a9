import FrenchText

/// The words of a cover by which a title is known.
enum CoverTitle {
    /// What follows "Certificat de qualification professionnelle" (the singular: the plural names a branch's certificates).
    static func afterCertificateName(_ text: String) -> (rest: String, interbranche: Bool)? {
        let key = Folding.folded(text)
        let names: [(String, Bool)] = [
            ("certificat de qualification professionnelle interbranches", true),
            ("certificat de qualification professionnelle interbranche", true),
            ("certificat de qualification professionnelle inter-branches", true),
            ("certificat de qualification professionnelle", false), ("cqpi", true), ("cqp", false),
        ]
        for (name, interbranche) in names where key.hasPrefix(name) {
            var rest = text.dropFirst(name.count)
            if let next = rest.first, next.isLetter || next.isNumber { continue }
            let separators: Set<Character> = [" ", "\u{A0}", ":", "-", "–", "—", "/"]
            rest = rest.drop { separators.contains($0) }
            if rest.hasPrefix("("), let close = rest.firstIndex(of: ")") {
                rest = rest[rest.index(after: close)...].drop { separators.contains($0) }
            }
            // "CQP de la branche …" names a branch, not a certificate.
            let next = Folding.key(String(rest))
            if ["de la branche", "de branche", "des ", "du secteur"].contains(where: next.hasPrefix) { return nil }
            return (String(rest), interbranche)
        }
        return nil
    }

    static func unquoted(_ text: String) -> String {
        var text = Folding.squeezed(text)
        for (open, close) in [("«", "»"), ("\"", "\""), ("“", "”")]
        where text.hasPrefix(open) && text.hasSuffix(close) && text.count > 2 {
            text = Folding.squeezed(String(text.dropFirst().dropLast()))
        }
        return text
    }

    static func range(of name: String, in text: String) -> Range<String.Index>? {
        let wanted = name.lowercased()
        for start in text.indices {
            guard let end = text.index(start, offsetBy: name.count, limitedBy: text.endIndex) else { return nil }
            if text[start..<end].lowercased() == wanted, text[end...].first == " " { return start..<end }
        }
        return nil
    }

    /// "Niveau 4", "Niveau de qualification : 4".
    static func niveau(_ text: String) -> Int? {
        let words = WordScanner.words(in: Folding.key(text))
        guard words.first == "niveau", let last = words.last, let level = Int(last), (1...8).contains(level) else {
            return nil
        }
        let labels: Set<String> = [
            "niveau", "de", "qualification", "europe", "europeen", "cec", "du", "cadre", "national",
        ]
        return words.dropLast().allSatisfy(labels.contains) ? level : nil
    }
}
