import FicheModel
import FrenchText

/// The title of a certification whose référentiel stands alone, without a cover that names a certificate.
enum ReferentielTitle {
    typealias Line = (text: String, line: SourceLine)

    /// The title as a label, a number, quotes, the name of the document or the line beside it give it; nil where none does.
    static func title(_ lines: [Line]) -> (texte: String, lines: [SourceLine])? {
        let lines = lines.filter { !$0.text.isEmpty }
        for find in [labelled, numbered, named, beside] {
            if let (text, line) = find(lines), text.contains(where: \.isLetter), text.utf8.count <= 300 {
                return (text, [line])
            }
        }
        return nil
    }

    /// "Intitulé de la certification : …", on its line or on the next.
    private static func labelled(_ lines: [Line]) -> Line? {
        for (index, line) in lines.enumerated() {
            guard let colon = line.text.firstIndex(of: ":") else { continue }
            let label = Folding.key(String(line.text[..<colon])).split(separator: " ").joined(separator: " ")
            guard labels.contains(label) else { continue }
            let rest = cleaned(line.text[line.text.index(after: colon)...])
            if !rest.isEmpty { return (rest, line.line) }
            return lines.dropFirst(index + 1).first.map { (cleaned($0.text[...]), $0.line) }
        }
        return nil
    }

    private static let labels: Set<String> = [
        "intitule", "intitule de la certification", "intitule du titre", "intitule du diplome", "titre",
        "titre de la certification", "certification", "certification visee", "nom de la certification", "diplome",
        "titre professionnel",
    ]

    /// "RNCP38417 – Titre".
    private static func numbered(_ lines: [Line]) -> Line? {
        for line in lines {
            let parts = line.text.split(separator: " ", omittingEmptySubsequences: true)
            for count in 1...2 where parts.count > count {
                guard Repertoire.parse(parts[..<count].joined()) != nil else { continue }
                let rest = cleaned(line.text[parts[count].startIndex...])
                if !rest.isEmpty, !CoverPage.namesDocument(rest) { return (rest, line.line) }
            }
        }
        return nil
    }

    /// "Référentiel d’activités, de compétences et d’évaluation du titre « … »", "Référentiel : …".
    private static func named(_ lines: [Line]) -> Line? {
        for line in lines where Folding.key(line.text).hasPrefix("referentiel") {
            if let open = line.text.firstIndex(of: "«"), let close = line.text[open...].firstIndex(of: "»") {
                return (cleaned(line.text[line.text.index(after: open)..<close]), line.line)
            }
            for separator in [" : ", " – ", " — ", " - "] {
                guard let place = line.text.ranges(of: separator).first else { continue }
                let rest = cleaned(line.text[place.upperBound...])
                let key = Folding.key(rest)
                if !rest.isEmpty, !key.hasPrefix("referentiel"), !key.hasPrefix("competence"),
                    !key.hasPrefix("evaluation")
                {
                    return (rest, line.line)
                }
            }
        }
        return nil
    }

    /// A short line beside the name of the document.
    private static func beside(_ lines: [Line]) -> Line? {
        let place = lines.firstIndex { Folding.key($0.text).hasPrefix("referentiel") } ?? 0
        let near = lines[place...].dropFirst(lines.isEmpty ? 0 : 1) + lines[..<place].reversed()
        let all =
            place == 0 && lines.first.map { !Folding.key($0.text).hasPrefix("referentiel") } ?? false
            ? lines[...] : near
        return all.first { line in
            line.text.utf8.count <= 200 && !CoverPage.namesDocument(line.text)
                && !CoverPage.namesCertificateur(line.text) && !line.text.hasSuffix(".") && !line.text.contains(":")
                && CompetenceHeading(line.text) == nil && Repertoire.parse(line.text) == nil
        }
        .map { (cleaned($0.text[...]), $0.line) }
    }

    private static func cleaned(_ text: Substring) -> String {
        let separators: Set<Character> = [" ", "\u{A0}", ":", "-", "–", "—"]
        return CoverTitle.unquoted(String(text.drop { separators.contains($0) }))
    }
}
