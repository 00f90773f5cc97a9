import FicheModel
import FrenchText

/// Reads "Historique de la certification" and the certifications that it names.
enum HistoriqueReader {
    static func read(_ section: Section, into lecture: inout Lecture) {
        let blocks = parts(section.lines).flatMap { lecture.blocks($0) }
        lecture.fiche.historique = lecture.text(blocks, for: .historique)
        var open: WritableKeyPath<Fiche, [CertificationLiee]>?
        for block in blocks {
            if let (relation, value) = relation(of: block.text) {
                if value.isEmpty {
                    open = relation
                } else {
                    open = nil
                    lecture.fiche[keyPath: relation].append(certification(value))
                }
            } else if let relation = open, block.isItem {
                lecture.fiche[keyPath: relation].append(certification(block.text))
            } else {
                open = nil
            }
        }
    }

    /// The lines divided before each that names another certification, however full the line before it is.
    private static func parts(_ lines: [PrintedLine]) -> [[PrintedLine]] {
        var parts: [[PrintedLine]] = []
        for line in lines {
            if parts.isEmpty || relation(of: line.text) != nil {
                parts.append([line])
            } else {
                parts[parts.count - 1].append(line)
            }
        }
        return parts
    }

    /// What a line says of another certification: "Certification précédente : X".
    private static func relation(of text: String) -> (WritableKeyPath<Fiche, [CertificationLiee]>, String)? {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let words = WordScanner.words(in: Folding.folded(String(text[..<colon])))
        let value = String(
            text[text.index(after: colon)...].unicodeScalars.drop { $0 == " " || $0 == ":" || Bullet.isDash($0) })
        if former.contains(where: { $0.isWhole(words) }) { return (\.anciennesCertifications, value) }
        if later.contains(where: { $0.isWhole(words) }) { return (\.nouvellesCertifications, value) }
        return nil
    }

    private static func certification(_ value: String) -> CertificationLiee {
        let head = value.prefix { $0 != " " && $0 != ":" && $0 != "," }
        guard let (_, numero) = Repertoire.parse(String(head)) else { return CertificationLiee(intitule: value) }
        let rest = value.dropFirst(head.count).unicodeScalars.drop {
            $0 == " " || $0 == ":" || $0 == "," || Bullet.isDash($0)
        }
        return CertificationLiee(numeroFiche: numero, intitule: rest.isEmpty ? nil : String(rest))
    }

    private static let former = [
        "certification|certifications s? precedente|precedentes s?",
        "ancien|anciens libelle|intitule|libelles|intitules de? la? certification?",
        "ancienne|anciennes s? certification|certifications s?", "fiche precedente",
    ].map(WordPattern.init)
    private static let later = [
        "certification|certifications s? suivante|suivantes s?",
        "nouvelle|nouvelles s? certification|certifications s?",
        "certification|certifications s? remplacante|remplacantes s?",
        "nouveau libelle|intitule de? la? certification?",
    ].map(WordPattern.init)
}
