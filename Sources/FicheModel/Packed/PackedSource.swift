extension SourceFiche {
    mutating func carry(_ packing: inout Packing) {
        packing.text(&fichier)
        packing.word(&format)
        packing.text(&idFiche)
        packing.text(&versionFlux)
        packing.date(&dateDesDonnees)
        packing.number(&couverture.repris)
        packing.list(&couverture.miseEnPage, (nature: "", mots: 0)) { packing, kind in
            packing.text(&kind.nature)
            packing.number(&kind.mots)
        }
        packing.number(&couverture.nonReconnus)
        packing.list(&couverture.passages, Couverture.Passage(ligne: 0, texte: "")) { packing, passage in
            packing.number(&passage.ligne)
            packing.text(&passage.texte)
        }
    }
}

extension DocumentLie {
    mutating func carry(_ packing: inout Packing) {
        packing.text(&nature)
        packing.text(&titre)
        packing.text(&url)
        packing.optional(&contenu, DocumentReference(identifiant: "", titre: "", nature: "")) { $1.carry(&$0) }
    }
}

extension DocumentReference {
    mutating func carry(_ packing: inout Packing) {
        packing.text(&identifiant)
        packing.text(&titre)
        packing.text(&nature)
        packing.texts(&couverture)
        packing.list(&elements, .texte("")) { $1.carry(&$0) }
        packing.list(&notes, Note(numero: 0, texte: "")) { packing, note in
            packing.number(&note.numero)
            packing.text(&note.texte)
        }
    }
}

extension DocumentReference.Element {
    mutating func carry(_ packing: inout Packing) {
        var (kind, level, number, text, anchor) = (0, 0, String?.none, "", "")
        var (head, rows) = ([String](), [[String]]())
        switch self {
        case .titre(let niveau, let numero, let texte, let ancre):
            (kind, level, number, text, anchor) = (0, niveau, numero, texte, ancre)
        case .texte(let texte): (kind, text) = (1, texte)
        case .tableau(let entete, let lignes): (kind, head, rows) = (2, entete, lignes)
        }
        packing.number(&kind)
        switch kind {
        case 0:
            packing.number(&level)
            packing.text(&number)
            packing.text(&text)
            packing.text(&anchor)
            self = .titre(niveau: level, numero: number, texte: text, ancre: anchor)
        case 1:
            packing.text(&text)
            self = .texte(text)
        default:
            packing.texts(&head)
            packing.list(&rows, []) { $0.texts(&$1) }
            self = .tableau(entete: head, lignes: rows)
        }
    }
}
