import Diagnostics
import FicheModel
import FrenchText

/// Reads what stands above the first heading: the register, the title, the state, the number.
enum EnTeteReader {
    static func read(_ preamble: [Element], isHTML: Bool, into lecture: inout PageLecture) {
        let passages = preamble.flatMap(\.passages)
        var title: [Passage] = []
        var titleIsOver = false
        var index = 0
        while index < passages.count {
            let passage = passages[index]
            if index + 1 < passages.count, repertoire(passage.words) == nil,
                let repertoire = repertoire(passage.words + passages[index + 1].words)
            {
                // The name of the register, broken over two lines.
                lecture.fiche.repertoire = repertoire
                for passage in title { lecture.claim(passage, .miseEnPage("cadre de la page")) }
                title = []
                for passage in passages[index...index + 1] {
                    lecture.claim(passage, .miseEnPage("titre du répertoire"))
                }
                index += 2
                continue
            }
            if let nature = furniture(passage.words) {
                lecture.claim(passage, .miseEnPage(nature))
                if let repertoire = repertoire(passage.words) {
                    lecture.fiche.repertoire = repertoire
                    // What stands above the name of the register is navigation.
                    for passage in title { lecture.claim(passage, .miseEnPage("cadre de la page")) }
                    title = []
                }
                titleIsOver = titleIsOver || (!title.isEmpty && nature == state)
            } else if let actif = actif(passage.words) {
                lecture.fiche.actif = actif
                lecture.claim(passage, .miseEnPage(state))
                titleIsOver = !title.isEmpty
            } else if let glued = gluedNumero(passage.words) {
                (lecture.fiche.repertoire, lecture.fiche.numeroFiche) = glued
                lecture.claim(passage, .miseEnPage("titre de rubrique"))
                titleIsOver = !title.isEmpty
            } else if let count = label.length(in: passage.words) {
                lecture.claim(passage, words: 0..<count, .miseEnPage("titre de rubrique"))
                if let rest = passage.rest(afterWords: count) {
                    numeroAndState(rest, into: &lecture)
                } else if index + 1 < passages.count, numero(passages[index + 1], into: &lecture) {
                    index += 1
                }
                titleIsOver = !title.isEmpty
            } else if passage.attributes.contains("title--page") {
                for passage in title { lecture.claim(passage, .miseEnPage("cadre de la page")) }
                title = [passage]
                titleIsOver = true
            } else if !titleIsOver {
                title.append(passage)
            } else if isHTML {
                lecture.claim(passage, .miseEnPage("cadre de la page"))
            }
            index += 1
        }
        intitule(title, into: &lecture)
    }

    private static let state = "état de la fiche"
    private static let label = WordPattern("n|no|numero de? la? fiche")

    /// "N° de ficheRNCP37001": a page sets the two apart by its style alone.
    private static func gluedNumero(_ words: [String]) -> (repertoire: Repertoire, numero: String)? {
        guard let last = words.last, last.hasPrefix("fiche"), label.isWhole(words.dropLast() + ["fiche"]) else {
            return nil
        }
        return Repertoire.parse(String(last.dropFirst(5)))
    }

    private static func furniture(_ words: [String]) -> String? {
        if repertoire(words) != nil { return "titre du répertoire" }
        if words.starts(with: ["aller", "a"]) || words.starts(with: ["aller", "au"]) { return "lien de navigation" }
        switch words {
        case ["etat"]: return state
        case ["imprimer"], ["telecharger"], ["partager"], ["retour"], ["accueil"], ["france", "competences"],
            ["telecharger", "la", "fiche"], ["imprimer", "la", "fiche"]:
            return "bouton"
        default: return nil
        }
    }

    private static func repertoire(_ words: [String]) -> Repertoire? {
        if WordPattern("repertoire national des certifications professionnelles rncp?").isWhole(words) { return .rncp }
        return WordPattern("repertoire specifique rs?").isWhole(words) ? .rs : nil
    }

    private static func actif(_ words: [String]) -> Bool? {
        switch words.first == "etat" ? Array(words.dropFirst()) : words {
        case ["active"], ["actif"]: true
        case ["inactive"], ["inactif"]: false
        default: nil
        }
    }

    /// "RNCP37001", and the state where the layout sets both on one line: "RNCP37001    Etat : Active".
    private static func numeroAndState(_ passage: Passage, into lecture: inout PageLecture) {
        guard !numero(passage, into: &lecture) else { return }
        for count in 1...2 where count < passage.words.count {
            guard let tail = passage.rest(afterWords: count), let actif = actif(tail.words),
                let parsed = Repertoire.parse(passage.words[..<count].joined())
            else { continue }
            (lecture.fiche.repertoire, lecture.fiche.numeroFiche) = parsed
            lecture.fiche.actif = actif
            lecture.claim(passage, words: 0..<count, .repris(.numeroFiche))
            lecture.claim(tail, .miseEnPage(state))
            return
        }
    }

    @discardableResult
    private static func numero(_ passage: Passage?, into lecture: inout PageLecture) -> Bool {
        guard let passage, let parsed = Repertoire.parse(passage.text) else { return false }
        (lecture.fiche.repertoire, lecture.fiche.numeroFiche) = parsed
        lecture.claim(passage, .repris(.numeroFiche))
        return true
    }

    /// The title, without the type of certification that the page sets before it ("BTS - …").
    private static func intitule(_ passages: [Passage], into lecture: inout PageLecture) {
        var printed = Folding.squeezed(passages.map(\.text).joined(separator: " "))
        guard !printed.isEmpty else { return }
        var passages = passages
        // "RNCP37744 - Titre": the number stands before the title.
        if let first = passages.first, let word = first.words.first, let parsed = Repertoire.parse(word),
            let title = first.rest(afterWords: 1)?.withoutDash
        {
            (lecture.fiche.repertoire, lecture.fiche.numeroFiche) = parsed
            lecture.claim(first, words: 0..<1, .repris(.numeroFiche))
            passages[0] = title
            printed = Folding.squeezed(passages.map(\.text).joined(separator: " "))
        }
        let read = TitreDeCertification(printed)
        lecture.fiche.intitule = read.intitule
        lecture.fiche.abrege = read.abrege
        var left = read.wordsOfAbrege
        for passage in passages {
            let ofAbrege = min(left, passage.words.count)
            lecture.claim(passage, .repris(.intitule))
            lecture.claim(passage, words: 0..<ofAbrege, .repris(.abrege))
            left -= ofAbrege
        }
    }

    /// Completes what the document leaves out above its first heading: the number from its blocs or from the name of the
    /// file, and the number for a title.
    static func complete(_ lecture: inout PageLecture) {
        if lecture.fiche.numeroFiche == nil { numeroFromBlocs(&lecture) }
        if lecture.fiche.numeroFiche == nil { numeroFromFile(&lecture) }
        guard lecture.fiche.intitule.isEmpty else { return }
        if let named = QuotedTitle.title(in: lecture.fiche.objectifsContexte ?? "") {
            lecture.fiche.intitule = named
            return lecture.report(
                .warning, .ficheSansTitre,
                "Cette fiche n’a pas d’intitulé : « \(named) » vient de ses objectifs, qui nomment ainsi la certification",
                line: 1, hint: "Copiez la page depuis son titre, au-dessus de « L’essentiel »")
        }
        if let job = NamedJob.title(
            objectifs: lecture.fiche.objectifsContexte, emplois: lecture.fiche.typeEmploiAccessibles)
        {
            lecture.fiche.intitule = job
            return lecture.report(
                .warning, .ficheSansTitre,
                "Cette fiche n’a pas d’intitulé : « \(job) », emploi accessible dont parlent d’abord ses objectifs, en tient lieu",
                line: 1, hint: "Copiez la page depuis son titre, au-dessus de « L’essentiel »")
        }
        guard let numero = lecture.fiche.numeroFiche else { return }
        lecture.fiche.intitule = numero
        lecture.report(
            .warning, .ficheSansTitre, "Cette fiche n’a pas d’intitulé : son numéro \(numero) en tient lieu", line: 1,
            hint: "Copiez la page depuis son titre, au-dessus de « L’essentiel »")
    }

    private static func numeroFromBlocs(_ lecture: inout PageLecture) {
        let numeros = Set(lecture.fiche.blocsCompetences.compactMap { $0.code.flatMap(BlocCode.numeroFiche) })
        guard numeros.count == 1, let numero = numeros.first else { return }
        (lecture.fiche.repertoire, lecture.fiche.numeroFiche) = (.rncp, numero)
        lecture.report(
            .note, .numeroDeduit,
            "Le numéro \(numero) est celui des codes de ses blocs : la fiche n’en donne pas d’autre",
            line: 1)
    }

    private static func numeroFromFile(_ lecture: inout PageLecture) {
        let name = lecture.file.split(separator: "/").last.map(String.init) ?? lecture.file
        let stem = name.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
        guard let parsed = Repertoire.parse(String(stem)) else { return }
        (lecture.fiche.repertoire, lecture.fiche.numeroFiche) = parsed
        lecture.report(
            .note, .numeroDeduit, "Le numéro \(parsed.numero) vient du nom du fichier : la fiche n’en donne pas",
            line: 1)
    }
}

extension Diagnostic.Identifier {
    static let numeroDeduit: Self = "numero-deduit"
    static let echeanceDifferente: Self = "echeance-differente"
}
