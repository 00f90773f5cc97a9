import FicheModel
import Markdown

/// Writes a fiche in Parchemin's authoring format: the Markdown that is published beside its page.
///
/// Reading it gives the fiche back, `source` and the contents of linked documents (published on their own) excepted.
public enum FicheMarkdown {
    /// Front matter with the facts, then one `##` section a text, in the order of the contract.
    public static func text(of fiche: Fiche) -> String {
        var text = "---\n" + FicheMarkdownFrontMatter.lines(of: fiche).joined(separator: "\n") + "\n---\n"
        for champ in Champ.allCases {
            guard let content = FicheMarkdownBody.content(of: champ, in: fiche) else { continue }
            text += "\n## \(champ.titre)\n\n\(content)\n"
        }
        let passages = fiche.source.couverture.passages
        if !passages.isEmpty {
            let content = passages.map { FicheMarkdownBody.guarded($0.texte, level: 2) }.joined(separator: "\n\n")
            text += "\n## \(autresInformations)\n\n\(content)\n"
        }
        return text
    }

    /// The heading of what the reader of the source could not place.
    static let autresInformations = "Autres informations"
}
