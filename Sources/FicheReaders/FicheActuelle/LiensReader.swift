import FicheModel
import FrenchText

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
                } else if case .row = element, let last = found.indices.last, found[last].intitule == nil {
                    found[last].intitule = passage.text
                    lecture.claim(passage, .repris(champ))
                }
            }
        }
        return found
    }

    private static func label(_ passage: Passage?) -> String? {
        guard let passage else { return nil }
        let text = passage.text.unicodeScalars.drop { $0 == " " || $0 == ":" || Bullet.isDash($0) }
        return text.isEmpty ? nil : Folding.squeezed(String(text))
    }

    // MARK: Correspondances

    /// The whole section is kept as text; rows whose cells are told apart give correspondances too. Blocs named here are
    /// those of the links, never blocs of the fiche.
    private static func liens(_ section: PageSection, into lecture: inout PageLecture) {
        let isNone = section.elements.allSatisfy {
            let words = $0.words
            return words == ["aucune", "correspondance"] || words == ["aucun", "lien"] || BlockWriter.isPlaceholder(words: words)
        }
        guard !isNone else {
            for element in section.elements { lecture.claim(element, .miseEnPage("valeur vide")) }
            return
        }
        lecture.fiche.liensAutresCertifications = lecture.texte(
            section.elements, for: .liensAutresCertifications)?.texte
        for element in section.elements {
            guard case .row(let row) = element, let link = correspondance(row) else { continue }
            lecture.fiche.correspondances.append(link)
        }
    }

    /// "RNCP1BC01 - … | RNCP2 - Titre | RNCP2BC03 - …".
    private static func correspondance(_ row: TableRow) -> Correspondance? {
        guard row.cells.count >= 2 else { return nil }
        let target = row.cells.dropFirst().first { cell in
            cell.words.first.map { Repertoire.parse($0) != nil } ?? false
        }
        guard let target, let word = target.words.first, let numero = Repertoire.parse(word)?.numero else { return nil }
        let codes = row.cells.map { cell in
            cell.text.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.map(String.init)
                .filter { BlocCode.opening($0) != nil }
        }
        return Correspondance(
            blocs: codes[0], ficheCible: numero, blocsCibles: codes.dropFirst().flatMap { $0 },
            intituleCible: label(target.rest(afterWords: 1)))
    }

    // MARK: Description

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
            guard !addresses.isEmpty else {
                words.append(element)
                continue
            }
            lecture.fiche.lienURLDescription += addresses
            lecture.claim(element, .repris(.lienURLDescription))
        }
        if !words.isEmpty { lecture.fiche.autresSources = lecture.texte(words, for: .autresSources)?.texte }
    }
}
