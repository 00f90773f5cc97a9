import Diagnostics
import FicheModel

extension FicheSummary {
    /// A summary of nothing, for a description of fields to fill.
    public static func blank(_ origin: Origin) -> FicheSummary {
        FicheSummary(
            Fiche(identifiant: "", intitule: "", source: SourceFiche(fichier: "", format: .markdown)), origin: origin)
    }

    /// The same, found at another place.
    public func standing(at origin: Origin) -> FicheSummary {
        var copy = self
        copy.origin = origin
        return copy
    }

    /// Its fields, for `Packing`. Where its document stands among the others is not part of them.
    public mutating func carry(_ packing: inout Packing) {
        var facts = facts
        facts.carry(&packing)
        if packing.isReading { self.facts = facts }
    }
}

extension FicheFacts {
    fileprivate mutating func carry(_ packing: inout Packing) {
        packing.text(&identifiant)
        packing.text(&numeroFiche)
        packing.text(&intitule)
        packing.optional(&abrege, .blank) { $1.carryShared(&$0) }
        packing.optional(&niveau, Niveau()) { packing, niveau in
            packing.number(&niveau.europe)
            packing.shared(&niveau.nomenclature1969)
            packing.shared(&niveau.deriveDe)
        }
        packing.list(&codesNSF, .blank) { $1.carryShared(&$0) }
        packing.list(&codesROME, .blank) { $1.carryShared(&$0) }
        packing.list(&conventions, .blank) { $1.carryShared(&$0) }
        packing.list(&codesIDCC, .blank) { $1.carryShared(&$0) }
        packing.list(&certificateurs, FicheSummary.Certifier(nom: "", siret: nil)) { packing, certifier in
            packing.shared(&certifier.nom)
            packing.text(&certifier.siret)
        }
        packing.list(&voiesOuvertes, .fi) { $0.word(&$1) }
        packing.number(&nombreDeBlocs)
        packing.slice(&libelles)
        packing.list(&numerosDeBlocs, 0) { $0.number(&$1) }
        packing.shared(&etatFiche)
        packing.truth(&actif)
        packing.date(&dateFin)
        packing.date(&dateLimiteDelivrance)
        packing.date(&dateDesDonnees)
        packing.texts(&anciennes)
        packing.texts(&nouvelles)
        packing.list(&correspondances, Correspondance(blocs: [], ficheCible: "", blocsCibles: [])) { $1.carry(&$0) }
        packing.list(&documents, FicheSummary.Document(identifiant: "", titre: "", nature: "")) { packing, document in
            packing.text(&document.identifiant)
            packing.text(&document.titre)
            packing.text(&document.nature)
        }
        packing.word(&format)
        packing.date(&dateDuFlux)
        packing.shared(&typeEnregistrement)
        packing.texts(&alias)
        packing.truth(&brouillon)
    }
}

extension CodeLibelle {
    /// Its fields, where many others say the same.
    fileprivate mutating func carryShared(_ packing: inout Packing) {
        packing.shared(&code)
        packing.shared(&libelle)
        packing.truth(&libelleDerive)
    }
}
