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

/// A printed title: the exact title, and the type of certification that old forms print before it
/// ("CQP : Certificat de qualification professionnelle Horloger").
struct TitreDeCertification: Equatable {
    let intitule: String
    let abrege: CodeLibelle?
    /// How many words of the printed title belong to the type.
    let wordsOfAbrege: Int

    init(_ printed: String) {
        for type in Self.types {
            guard let found = Self.read(printed, as: type) else { continue }
            self = found
            return
        }
        for type in Self.types {
            guard let found = Self.spelledOut(printed, as: type) else { continue }
            self = found
            return
        }
        self.init(intitule: printed, abrege: nil, wordsOfAbrege: 0)
    }

    private init(intitule: String, abrege: CodeLibelle?, wordsOfAbrege: Int) {
        self.intitule = intitule
        self.abrege = abrege
        self.wordsOfAbrege = wordsOfAbrege
    }

    private static let types = CodeLists().entries(of: .abreges).filter { !$0.code.isEmpty }

    /// "Titre professionnel : maçon": the type in full, behind which a colon opens the title.
    private static func spelledOut(_ printed: String, as type: CodeLibelle) -> TitreDeCertification? {
        guard let libelle = type.libelle, let title = rest(of: printed, after: libelle) else { return nil }
        let separators = title.unicodeScalars.prefix { $0 == " " || $0 == ":" || $0 == "\u{A0}" }
        let exact = Folding.squeezed(String(title.unicodeScalars.dropFirst(separators.count)))
        guard separators.contains(":"), !exact.isEmpty else { return nil }
        return TitreDeCertification(
            intitule: exact, abrege: CodeLibelle(code: type.code, libelle: libelle, libelleDerive: true),
            wordsOfAbrege: WordScanner.words(in: libelle).count)
    }

    private static func read(_ printed: String, as type: CodeLibelle) -> TitreDeCertification? {
        let code = WordScanner.words(in: type.code).count
        guard let afterCode = rest(of: printed, after: type.code) else { return nil }
        let separators = afterCode.unicodeScalars.prefix { $0 == " " || $0 == ":" || Bullet.isDash($0) }
        guard separators.contains(where: { $0 != " " }) else { return nil }
        let text = String(afterCode.unicodeScalars.dropFirst(separators.count))
        if let libelle = type.libelle, let title = rest(of: text, after: libelle) {
            let intitule = Folding.squeezed(title)
            let printedLibelle = Folding.squeezed(String(text.dropLast(title.count)))
            let opens = intitule.unicodeScalars.prefix { $0 == " " || $0 == ":" || Bullet.isDash($0) }.count
            let exact = String(intitule.unicodeScalars.dropFirst(opens))
            guard !exact.isEmpty else { return nil }
            return TitreDeCertification(
                intitule: exact, abrege: CodeLibelle(code: type.code, libelle: printedLibelle),
                wordsOfAbrege: code + WordScanner.words(in: libelle).count)
        }
        guard !text.isEmpty else { return nil }
        return TitreDeCertification(
            intitule: text, abrege: CodeLibelle(code: type.code, libelle: type.libelle, libelleDerive: true),
            wordsOfAbrege: code)
    }

    /// What follows the words of `prefix` at the start of `text`, when a word ends there.
    private static func rest(of text: String, after prefix: String) -> String? {
        let bytes = Array(text.utf8)
        let ranges = WordScanner.ranges(in: bytes)
        let wanted = WordScanner.words(in: Folding.folded(prefix))
        guard !wanted.isEmpty, ranges.count >= wanted.count else { return nil }
        for (range, word) in zip(ranges, wanted) {
            guard Folding.folded(String(decoding: bytes[range], as: UTF8.self)) == word else { return nil }
        }
        return String(decoding: bytes[ranges[wanted.count - 1].upperBound...], as: UTF8.self)
    }
}
