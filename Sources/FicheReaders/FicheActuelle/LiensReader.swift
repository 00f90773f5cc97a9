import FicheModel
import FrenchText
import Markdown

/// Reads the lineage, the correspondances, the address of the description.
enum LiensReader {
    static func read(_ sections: PageSections, into lecture: inout PageLecture) {
        lecture.fiche.anciennesCertifications = certifications(
            sections[.anciennes], for: .anciennesCertifications, into: &lecture)
        lecture.fiche.nouvellesCertifications = certifications(
            sections[.nouvelles], for: .nouvellesCertifications, into: &lecture)
        if let section = sections[.liens] { liens(section, into: &lecture) }
        if let section = sections[.lien] { description(section, into: &lecture) }
    }

    private static let heads: Set<String> = [
        "code", "numero", "n", "de", "la", "fiche", "intitule", "et", "certification", "certifications", "remplacee",
        "anterieure", "nouvelle", "professionnelle",
    ]

    /// "RNCP27095", "RNCP27095 - Titre".
    private static func certifications(
        _ section: PageSection?, for champ: Champ, into lecture: inout PageLecture
    ) -> [CertificationLiee] {
        var found: [CertificationLiee] = []
        for element in lecture.withoutHeads(section?.elements ?? [], heads) {
            for passage in element.passages.map(\.withoutBullet) {
                if passage.isPlaceholder {
                    lecture.claimEmpty(passage)
                } else if let word = passage.words.first, let numero = Repertoire.parse(word)?.numero {
                    found.append(CertificationLiee(numeroFiche: numero, intitule: label(passage.rest(afterWords: 1))))
                    lecture.claim(passage, .repris(champ))
                } else if let last = found.indices.last, found[last].intitule == nil, isBeside(element) {
                    found[last].intitule = passage.text
                    lecture.claim(passage, .repris(champ))
                }
            }
        }
        return found
    }

    /// True for a cell of the row of a number, or the line straight below it.
    private static func isBeside(_ element: Element) -> Bool {
        if case .row = element { return true }
        return element.line?.follows ?? false
    }

    private static func label(_ passage: Passage?) -> String? {
        guard let passage else { return nil }
        let text = passage.text.unicodeScalars.drop { $0 == " " || $0 == ":" || Bullet.isDash($0) }
        return text.isEmpty ? nil : Folding.squeezed(String(text))
    }

    // MARK: Correspondances

    /// Correspondances and their words, one item each: blocs named here are those of the links, never blocs of the fiche.
    private static func liens(_ section: PageSection, into lecture: inout PageLecture) {
        let isNone = section.elements.allSatisfy {
            let words = $0.words
            return words == ["aucune", "correspondance"] || words == ["aucun", "lien"]
                || BlockWriter.isPlaceholder(words: words)
        }
        guard !isNone else {
            for element in section.elements { lecture.claim(element, .miseEnPage("valeur vide")) }
            return
        }
        var textes: [String] = []
        var prose: [Element] = []
        func closeProse(_ lecture: inout PageLecture) {
            guard !prose.isEmpty else { return }
            if let texte = lecture.texte(prose, for: .liensAutresCertifications)?.texte { textes.append(texte) }
            prose = []
        }
        var items: [String] = []
        let rows = lecture.rows(section.elements, linkHeads) { words, column in
            column == 1 && words.first.map { Repertoire.parse($0) != nil } ?? false
        }
        for element in lecture.withoutHeads(rows, linkHeads) {
            let pieces = element.passages.flatMap { BlocCode.pieces($0.text) }
            guard let link = correspondance(pieces, numero: lecture.fiche.numeroFiche) else {
                prose.append(element)
                continue
            }
            closeProse(&lecture)
            lecture.fiche.correspondances.append(link)
            lecture.claim(element, .repris(.liensAutresCertifications))
            items.append("- " + MarkdownEscaping.escaped(pieces.joined(separator: " — ")))
        }
        closeProse(&lecture)
        if !items.isEmpty { textes.append(items.joined(separator: "\n")) }
        lecture.fiche.liensAutresCertifications = textes.isEmpty ? nil : textes.joined(separator: "\n\n")
    }

    private static let linkHeads: Set<String> = [
        "bloc", "blocs", "s", "de", "competences", "concerne", "concernes", "code", "et", "intitule", "la",
        "certification", "professionnelle", "reconnue", "en", "correspondance", "partielle", "totale",
    ]

    /// "RNCP1BC01 - …", "RNCP2 - Titre", "RNCP2BC03 - …"; nil where no certification of another number is named.
    private static func correspondance(_ pieces: [String], numero: String?) -> Correspondance? {
        var (blocs, targets): ([String], [String]) = ([], [])
        var target: (numero: String, intitule: String?)?
        for piece in pieces {
            if let code = BlocCode.opening(piece) {
                let owner = BlocCode.numeroFiche(code)
                // Until the other certification is named, blocs are those of this one.
                if owner == numero || (numero == nil && target == nil) {
                    blocs.append(code)
                } else {
                    targets.append(code)
                }
            } else if let word = WordScanner.words(in: piece).first, let found = Repertoire.parse(word)?.numero,
                target == nil
            {
                let rest = piece.dropFirst(word.count).unicodeScalars.drop {
                    $0 == " " || $0 == ":" || Bullet.isDash($0)
                }
                target = (found, rest.isEmpty ? nil : String(rest))
            }
        }
        guard let target, target.numero != numero else { return nil }
        return Correspondance(
            blocs: blocs, ficheCible: target.numero, blocsCibles: targets, intituleCible: target.intitule)
    }

    // MARK: Description

    /// True for the end of an address that the edge of the page broke.
    private static func goesOn(_ address: String, _ element: Element) -> Bool {
        guard let line = element.line, line.follows, Bullet(line) == nil else { return false }
        let isOpen = address.hasSuffix("-") || address.hasSuffix("/") || address.utf8.count >= 80
        return isOpen && !line.text.utf8.contains(0x20) && !line.words.isEmpty
    }

    /// Addresses go to `lienURLDescription`, words to `autresSources`.
    private static func description(_ section: PageSection, into lecture: inout PageLecture) {
        var words: [Element] = []
        for element in section.elements {
            let passages = element.passages.map(\.withoutBullet)
            let addresses = passages.flatMap { passage -> [String] in
                let bytes = Array(passage.text.utf8)
                let links = FluxLiens(bytes)
                let rest = WordScanner.words(in: String(decoding: links.words(in: bytes), as: UTF8.self))
                guard rest.isEmpty else { return [] }
                return links.urls.map { String(decoding: bytes[$0], as: UTF8.self) }
            }
            if addresses.isEmpty, words.isEmpty, let last = lecture.fiche.lienURLDescription.indices.last,
                goesOn(lecture.fiche.lienURLDescription[last], element)
            {
                lecture.fiche.lienURLDescription[last] += passages.map(\.text).joined()
                lecture.claim(element, .repris(.lienURLDescription))
                continue
            }
            // "(exemple- / formation.fr)": the edge of the page broke a word of the sentence.
            let goesOn = words.last.flatMap(\.line).map { LineEnds.isOpen($0.text) || $0.text.hasSuffix("-") } ?? false
            guard !addresses.isEmpty, !goesOn || element.line?.follows != true else {
                words.append(element)
                continue
            }
            lecture.fiche.lienURLDescription += addresses
            lecture.claim(element, .repris(.lienURLDescription))
        }
        if !words.isEmpty { lecture.fiche.autresSources = lecture.texte(words, for: .autresSources)?.texte }
    }
}
