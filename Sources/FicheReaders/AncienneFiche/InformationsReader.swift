import FicheModel
import FrenchText

/// Reads "Pour plus d'informations": statistics, sources, places, and the links around the certification.
enum InformationsReader {
    static func read(_ sections: Sections, footAddresses: [PrintedLine], into lecture: inout Lecture) {
        lecture.fiche.statistiques = text(sections[.statistiques], for: .statistiques, into: &lecture)
        lecture.fiche.lieuxCertification = text(sections[.lieuxCertification], for: .lieuxCertification, into: &lecture)
        lecture.fiche.lieuxPreparation = text(sections[.lieuxPreparation], for: .lieuxPreparation, into: &lecture)
        sources(sections, footAddresses, into: &lecture)
        liens(sections, into: &lecture)
        if let section = sections[.validite] { validite(section, into: &lecture) }
    }

    private static func text(_ section: Section?, for champ: Champ, into lecture: inout Lecture) -> String? {
        guard let section else { return nil }
        return lecture.text(ImpliedLists.introduced(lecture.blocks(section.lines)), for: champ, keepsLines: true)
    }

    /// "Autres sources d'information", and the site of the authority: the form prints its label here and its address at
    /// the foot of the page.
    private static func sources(_ sections: Sections, _ footAddresses: [PrintedLine], into lecture: inout Lecture) {
        var others = sections[.autresSources]?.lines ?? []
        var addresses = footAddresses
        if let label = sections[.siteAutorite] {
            for line in label.lines {
                if lecture.fiche.siteInternetAutorite == nil, let address = line.bareAddress {
                    lecture.fiche.siteInternetAutorite = address
                    lecture.claim(line, .repris(.siteInternetAutorite))
                } else {
                    others.append(line)
                }
            }
            let foot = addresses.firstIndex { $0.number > label.heading.number } ?? addresses.indices.last
            if lecture.fiche.siteInternetAutorite == nil, let foot {
                let line = addresses.remove(at: foot)
                lecture.fiche.siteInternetAutorite = line.text
                lecture.claim(line, .repris(.siteInternetAutorite))
            }
        }
        for line in addresses {
            if line.text == lecture.fiche.siteInternetAutorite {
                lecture.claim(line, .miseEnPage("répétition"))
            } else {
                others.append(line)
            }
        }
        lecture.fiche.autresSources = lecture.text(lecture.blocks(others), for: .autresSources, keepsLines: true)
    }

    /// "Liens avec d'autres certifications" and "Accords européens ou internationaux", two columns of one table.
    private static func liens(_ sections: Sections, into lecture: inout Lecture) {
        let links = sections[.liens]
        let agreements = sections[.accords]
        let shared = agreements.map(\.sharesLine) ?? false
        lecture.fiche.liensAutresCertifications = text(links, for: .liensAutresCertifications, into: &lecture)
        guard shared, let agreements, !agreements.lines.isEmpty else {
            lecture.fiche.accordsEuropeensInternationaux = text(
                agreements, for: .accordsEuropeensInternationaux, into: &lecture)
            return
        }
        if agreements.lines.allSatisfy(\.isTabbed) {
            lecture.fiche.liensAutresCertifications = cell(0, of: agreements, .liensAutresCertifications, &lecture)
            lecture.fiche.accordsEuropeensInternationaux = cell(
                1, of: agreements, .accordsEuropeensInternationaux, &lecture)
            return
        }
        // The extraction put the two columns one under the other: the words must tell which is meant.
        let words = agreements.lines.flatMap(\.words)
        let isAgreement = words.contains {
            $0.hasPrefix("europe") || $0.hasPrefix("internationa") || $0.hasPrefix("accord") || $0 == "ects"
                || $0 == "erasmus"
        }
        if isAgreement {
            lecture.fiche.accordsEuropeensInternationaux = text(
                agreements, for: .accordsEuropeensInternationaux, into: &lecture)
        } else {
            lecture.fiche.liensAutresCertifications = text(agreements, for: .liensAutresCertifications, into: &lecture)
        }
        guard lecture.fiche.liensAutresCertifications != nil || lecture.fiche.accordsEuropeensInternationaux != nil
        else { return }
        lecture.report(
            .note, .colonneIncertaine, "Le texte ne dit pas à laquelle de ses deux colonnes cette partie appartient",
            at: agreements.lines[0],
            hint:
                "Il est rangé sous « \(isAgreement ? "Accords européens ou internationaux" : "Liens avec d’autres certifications") » : vérifiez-le"
        )
    }

    /// One column of a table whose cells are kept apart.
    private static func cell(_ index: Int, of section: Section, _ champ: Champ, _ lecture: inout Lecture) -> String? {
        let lines = section.lines.compactMap { line -> PrintedLine? in
            let cells = line.source.cells
            return cells.indices.contains(index) ? PrintedLine(cells[index], of: line.source) : nil
        }
        return lecture.text(lecture.blocks(lines), for: champ)
    }

    /// "illimitée", "5 an(s)".
    private static func validite(_ section: Section, into lecture: inout Lecture) {
        guard let first = section.lines.first else { return }
        let words = first.words
        let years = words.indices.dropLast().first { words[$0 + 1].hasPrefix("an") }.flatMap {
            FrenchCalendar.number(named: words[$0])
        }
        guard !BlockWriter.isPlaceholder(lecture.blocks([first])) else {
            lecture.claim(first, .miseEnPage("valeur vide"))
            return
        }
        lecture.fiche.validiteComposantes = ValiditeComposantes(texte: first.text, annees: years)
        lecture.claim(first, .repris(.validiteComposantes))
    }
}
