import Diagnostics
import FicheModel

extension FicheSummary {
    /// The summary as bytes of our own. Where its document stands among the others is not part of them.
    public var packed: [UInt8] {
        var copy = self
        return Packing.bytes { copy.carry(&$0) }
    }

    /// The summary of such bytes, for a fiche of `origin`; nil when they are damaged.
    public init?(packed bytes: [UInt8], origin: Origin) {
        let blank = Fiche(identifiant: "", intitule: "", source: SourceFiche(fichier: "", format: .markdown))
        let empty = FicheSummary(blank, origin: origin)
        let read = Packing.read(bytes) { packing in
            var summary = empty
            summary.carry(&packing)
            return summary
        }
        guard let read else { return nil }
        self = read
    }

    private mutating func carry(_ packing: inout Packing) {
        packing.text(&identifiant)
        packing.text(&numeroFiche)
        packing.text(&intitule)
        packing.optional(&abrege, .blank) { $1.carry(&$0) }
        packing.optional(&niveau, Niveau()) { $1.carry(&$0) }
        packing.list(&codesNSF, .blank) { $1.carry(&$0) }
        packing.list(&codesROME, .blank) { $1.carry(&$0) }
        packing.list(&conventions, .blank) { $1.carry(&$0) }
        packing.list(&codesIDCC, .blank) { $1.carry(&$0) }
        packing.list(&certificateurs, Certifier(nom: "", siret: nil)) { packing, certifier in
            packing.text(&certifier.nom)
            packing.text(&certifier.siret)
        }
        packing.list(&voiesOuvertes, .fi) { $0.word(&$1) }
        packing.texts(&blocs)
        packing.list(&numerosDeBlocs, 0) { $0.number(&$1) }
        packing.texts(&emplois)
        packing.text(&etatFiche)
        packing.truth(&actif)
        packing.date(&dateFin)
        packing.date(&dateLimiteDelivrance)
        packing.date(&dateDesDonnees)
        packing.texts(&anciennes)
        packing.texts(&nouvelles)
        packing.list(&correspondances, Correspondance(blocs: [], ficheCible: "", blocsCibles: [])) { $1.carry(&$0) }
        packing.list(&documents, Document(identifiant: "", titre: "", nature: "")) { packing, document in
            packing.text(&document.identifiant)
            packing.text(&document.titre)
            packing.text(&document.nature)
        }
        packing.word(&format)
        packing.date(&dateDuFlux)
        packing.text(&typeEnregistrement)
        packing.texts(&alias)
        packing.truth(&brouillon)
    }
}
