import FicheModel
import FrenchText

/// Reads "L'essentiel": level, codes, end of the registration.
enum EssentielReader {
    static func read(_ sections: PageSections, into lecture: inout PageLecture) {
        // Some copies repeat each value once more below the last, as the page does for small screens.
        var known: Set<String> = []
        for rubrique in [RubriqueActuelle.essentiel, .niveau, .codesNSF, .formacodes, .conventions, .echeance, .debut] {
            guard let section = sections[rubrique] else { continue }
            for passage in section.elements.flatMap(\.passages) {
                let key = Folding.key(passage.withoutBullet.text)
                if isIcon(passage.words) {
                    lecture.claim(passage, .miseEnPage("texte de remplacement d’une icône"))
                } else if passage.isPlaceholder {
                    lecture.claimEmpty(passage)
                } else if known.contains(key) {
                    lecture.claim(passage, .miseEnPage("répétition"))
                } else if read(passage.withoutBullet, under: rubrique, into: &lecture) {
                    known.insert(key)
                }
            }
        }
    }

    /// "Icon NSF", "Icon de la nomenclature".
    private static func isIcon(_ words: [String]) -> Bool {
        (words.first == "icon" || words.first == "icone") && words.count <= 6
    }

    private static func read(
        _ passage: Passage, under rubrique: RubriqueActuelle, into lecture: inout PageLecture
    ) -> Bool {
        switch rubrique {
        case .niveau: return niveau(passage, into: &lecture)
        case .codesNSF: return code(passage, .nsf, .codesNSF, \.codesNSF, into: &lecture)
        case .formacodes: return code(passage, .formacode, .formacodes, \.formacodes, into: &lecture)
        case .conventions: return code(passage, .convention, .conventions, \.conventions, into: &lecture)
        case .echeance:
            guard lecture.fiche.enregistrement.dateFin == nil, let date = CalendarDate(passage.text) else {
                return false
            }
            lecture.fiche.enregistrement.dateFin = date
            lecture.echeance = passage
            lecture.claim(passage, .repris(.enregistrement))
            return true
        case .debut:
            guard lecture.fiche.enregistrement.dateEffet == nil, let date = CalendarDate(passage.text) else {
                return false
            }
            lecture.fiche.enregistrement.dateEffet = date
            lecture.claim(passage, .repris(.enregistrement))
            return true
        default: return false
        }
    }

    /// "Niveau 5".
    private static func niveau(_ passage: Passage, into lecture: inout PageLecture) -> Bool {
        guard let place = passage.words.firstIndex(where: { Int($0).map { (1...8).contains($0) } ?? false }),
            let europe = Int(passage.words[place]), passage.words.count <= 3
        else {
            guard passage.words.starts(with: ["sans", "niveau"]) || passage.words == ["reprise"] else { return false }
            lecture.claim(passage, .miseEnPage("valeur vide"))
            return true
        }
        lecture.fiche.niveau = Niveau(europe: europe)
        lecture.claim(passage, .miseEnPage("libellé du niveau"))
        lecture.claim(passage, words: place..<place + 1, .repris(.niveau))
        return true
    }

    /// "326 : Informatique"; a line without a code goes on with the label before it.
    static func code(
        _ passage: Passage, _ shape: CodesReader.Shape, _ champ: Champ,
        _ codes: WritableKeyPath<Fiche, [CodeLibelle]>, into lecture: inout PageLecture
    ) -> Bool {
        if let entry = CodesReader.entry(passage.text, shape: shape) {
            lecture.fiche[keyPath: codes].append(entry)
        } else if let last = lecture.fiche[keyPath: codes].indices.last, passage.line?.follows == true {
            lecture.fiche[keyPath: codes][last].libelle.grow {
                BlockBuilder.append(passage.text, to: &$0)
            } orBeginWith: {
                passage.text
            }
        } else {
            return false
        }
        lecture.claim(passage, .repris(champ))
        return true
    }
}
