import Diagnostics
import FicheModel

/// How a refused piece is put into words.
enum FluxRefusal {
    static func words(for reason: XMLOutline.Refusal.Reason) -> (Diagnostic.Identifier, String, hint: String?) {
        switch reason {
        case .malformed(let code): return (.xmlMalForme, "son XML est mal formé (\(flaw(code)))", hint(code))
        case .doctype:
            return (
                .doctypeInterdit, "elle déclare un type de document (DOCTYPE)",
                "Le flux officiel n’en a pas : retirez-le"
            )
        case .tooManyNodes: return (.ficheTropGrande, "elle a plus de \(XMLOutline.Limit.nodes) éléments", nil)
        case .tooDeep:
            return (.ficheTropGrande, "ses éléments s’emboîtent sur plus de \(XMLOutline.Limit.depth) niveaux", nil)
        case .tooLong: return (.ficheTropGrande, "elle dépasse \(XMLOutline.Limit.length >> 20) Mo", nil)
        case .outOfMemory: return (.ficheTropGrande, "la mémoire manque pour la lire", nil)
        }
    }

    /// « La fiche RNCP34762 » when the piece shows its number.
    static func name(ofPiece bytes: ArraySlice<UInt8>) -> String {
        let head = String(decoding: bytes.prefix(1000), as: UTF8.self)
        let parts = head.split(separator: "NUMERO_FICHE>", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2,
            let numero = Repertoire.parse(String(parts[1].prefix { $0.isLetter || $0.isNumber }))?.numero
        else { return "Une fiche" }
        return "La fiche \(numero)"
    }

    /// By the codes of `xmlParserErrors`.
    private static func flaw(_ code: Int) -> String {
        switch code {
        case 6...8: "référence de caractère invalide"
        case 9: "caractère interdit"
        case 23, 68: "signe « & » ou « < » isolé"
        case 26, 27: "entité inconnue"
        case 38...42: "attribut invalide"
        case 62, 63: "section CDATA mal fermée"
        case 45: "commentaire mal fermé"
        case 80: "« -- » dans un commentaire"
        case 73: "balise sans « > »"
        case 76: "la balise fermante n’est pas celle de l’élément ouvert"
        case 77: "un élément n’est pas fermé"
        default: "erreur \(code) de libxml2"
        }
    }

    private static func hint(_ code: Int) -> String? {
        switch code {
        case 23, 26, 27, 68: "Dans un texte, « & » s’écrit « &amp; » et « < » s’écrit « &lt; »"
        default: nil
        }
    }
}
