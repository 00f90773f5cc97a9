import FicheModel
import FrenchText

/// Reads the number, the title and the level.
enum IdentiteReader {
    /// "Code RNCP : 31313".
    static func numero(_ section: Section, into lecture: inout Lecture) {
        let tokens = LineTokens(section.lines).tokens
        guard let digits = tokens.firstIndex(where: { Int($0.word) != nil || Repertoire.parse($0.word) != nil }) else {
            lecture.report(
                .warning, .valeurIllisible,
                "Cette fiche n’a pas de numéro lisible après « Résumé descriptif de la certification »",
                at: section.heading, hint: "La forme attendue est « Code RNCP : 12345 »")
            return
        }
        let before = tokens[..<digits]
        let repertoire: Repertoire = before.contains { $0.word == "rs" } ? .rs : .rncp
        let parsed =
            Repertoire.parse(tokens[digits].word) ?? repertoire.numero(tokens[digits].word).map { (repertoire, $0) }
        guard let parsed else {
            lecture.report(
                .warning, .valeurIllisible, "« \(tokens[digits].word) » n’est pas un numéro de fiche",
                at: section.heading,
                hint: "Un numéro de fiche a sept chiffres au plus")
            return
        }
        (lecture.fiche.repertoire, lecture.fiche.numeroFiche) = parsed
        for (index, token) in tokens.enumerated() where index <= digits {
            let isLabel = token.word == "code" || token.word == "numero" || token.word == "n"
            lecture.claim(token, of: section.lines, isLabel ? .miseEnPage("titre de rubrique") : .repris(.numeroFiche))
        }
    }

    /// The title up to the first blank line; what follows it is not the title.
    static func intitule(_ section: Section, into lecture: inout Lecture) {
        var lines = section.lines
        if let end = lines.indices.dropFirst().first(where: { !lines[$0].follows }) { lines.removeSubrange(end...) }
        guard let titre = BlockBuilder.wholeText(lines) else { return }
        let read = TitreDeCertification(titre)
        lecture.fiche.intitule = read.intitule
        lecture.fiche.abrege = read.abrege
        for (index, token) in LineTokens(lines).tokens.enumerated() {
            lecture.claim(token, of: lines, .repris(index < read.wordsOfAbrege ? .abrege : .intitule))
        }
    }

    /// "III (Nomenclature de 1969)", "5 (Nomenclature Europe)"; some forms date the old nomenclature from 1967.
    static func niveau(_ section: Section, into lecture: inout Lecture) {
        var niveau = Niveau()
        for line in section.lines {
            let words = line.words.filter { $0 != "niveau" }
            guard let value = words.first else { continue }
            let rest = words.dropFirst()
            if let europe = Int(value), (1...8).contains(europe), rest.isEmpty || rest.contains("europe") {
                niveau.europe = europe
            } else if numerals.contains(value.uppercased()),
                rest.isEmpty || rest.contains("1969") || rest.contains("1967")
            {
                niveau.nomenclature1969 = value.uppercased()
            } else {
                continue
            }
            for token in LineTokens([line]).tokens {
                lecture.claim(
                    token, of: [line], token.word == value ? .repris(.niveau) : .miseEnPage("libellé du niveau"))
            }
        }
        if niveau.europe == nil, let numeral = niveau.nomenclature1969 { niveau = .derived(fromNumeral: numeral) }
        lecture.fiche.niveau = niveau == Niveau() ? nil : niveau
    }

    private static let numerals: Set<String> = ["I", "II", "III", "IV", "V", "VI"]
}
