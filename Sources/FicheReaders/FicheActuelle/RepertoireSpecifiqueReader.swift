import FicheModel
import FrenchText

/// Reads what only fiches of the Répertoire spécifique have: how long the certificate is valid, validation in part.
enum RepertoireSpecifiqueReader {
    static func read(_ sections: PageSections, into lecture: inout PageLecture) {
        if let section = sections[.dureeValidite] { duree(section, into: &lecture) }
        if let section = sections[.validationPartielle] { partielle(section, into: &lecture) }
        // The blocs themselves say which prerequisites they have.
        for element in sections[.prerequisBlocs]?.elements ?? [] where element.words == ["non"] {
            lecture.claim(element, .miseEnPage("réponse oui ou non"))
        }
    }

    private static func duree(_ section: PageSection, into lecture: inout PageLecture) {
        let passages = section.elements.flatMap(\.passages).filter { !$0.isPlaceholder }
        guard !passages.isEmpty else { return }
        lecture.fiche.dureeValidite = Folding.squeezed(passages.map(\.text).joined(separator: " "))
        for passage in passages { lecture.claim(passage, .repris(.dureeValidite)) }
    }

    /// "Oui", "Non", with what can be validated.
    private static func partielle(_ section: PageSection, into lecture: inout PageLecture) {
        var elements = section.elements
        var possible: Bool?
        if let first = elements.first, first.words == ["oui"] || first.words == ["non"] {
            possible = first.words == ["oui"]
            lecture.claim(first, .miseEnPage("réponse oui ou non"))
            elements.removeFirst()
        }
        let perimetre = elements.isEmpty ? nil : lecture.texte(elements, for: .validationPartielle)?.texte
        if possible != nil || perimetre != nil {
            lecture.fiche.validationPartielle = ValidationPartielle(possible: possible, perimetre: perimetre)
        }
    }
}
