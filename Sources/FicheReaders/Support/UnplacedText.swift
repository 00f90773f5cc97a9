import Diagnostics
import FicheModel

extension Couverture {
    /// One warning for each passage that no field could take, with its line.
    func unplacedDiagnostics(in document: SourceDocument) -> [Diagnostic] {
        let (lines, first) = (document.text.lines, document.text.firstLine)
        return passages.map { passage in
            let excerpt = lines.indices.contains(passage.ligne - first) ? lines[passage.ligne - first].text : nil
            return Diagnostic(
                .warning, .texteNonReconnu, "« \(passage.texte.prefix(80)) » n’a pas trouvé de place dans la fiche",
                file: document.path, position: SourcePosition(line: passage.ligne),
                hint: "Ce texte est gardé et montré sous « Autres informations »", excerpt: excerpt)
        }
    }
}
