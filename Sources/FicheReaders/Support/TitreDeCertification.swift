import FicheModel
import FrenchText

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
