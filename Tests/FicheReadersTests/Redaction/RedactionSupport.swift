import Diagnostics
import FicheModel
import FicheReaders

/// Reads an authored fiche from a text.
func lire(_ texte: String, path: String = "fiches/essai.md") -> ReadResult {
    ReaderCatalogue(readers: [FicheRedigeeReader()]).read(Array(texte.utf8), path: path)
}

/// The one fiche of an authored text.
func fiche(_ texte: String) -> Fiche? { lire(texte).fiches.first?.fiche }

/// A front matter with an intitulé and other lines, then a body.
func rediger(_ enTete: String = "", corps: String = "") -> String {
    "---\nintitule: Relieur d’art\n\(enTete)\n---\n\(corps)"
}

extension ReadResult {
    /// The diagnostics as `line:column severity identifier`.
    var resume: [String] {
        diagnostics.map {
            "\($0.position?.line ?? 0):\($0.position?.column ?? 0) \($0.severity.rawValue) \($0.identifier.rawValue)"
        }
    }

    var couverture: Couverture { fiches.first?.fiche.source.couverture ?? Couverture() }
}
