import FicheModel
import Markdown

/// Writes a fiche in Parchemin's authoring format: the Markdown that is published beside its page.
///
/// Reading it gives the fiche back, `source` excepted, and the contents of linked documents where they are left out.
public enum FicheMarkdown {
    /// Front matter with the facts, then one `##` section a text, in the order of the contract.
    ///
    /// - Parameter documents: whether the whole texts of linked documents follow. Beside a published page they do not:
    ///   they have pages of their own.
    public static func text(of fiche: Fiche, documents: Bool = false) -> String {
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
        for lie in documents ? fiche.documents : [] {
            guard let contenu = lie.contenu else { continue }
            text += "\n" + FicheMarkdownDocument.text(of: contenu, nature: lie.nature)
        }
        return text
    }

    /// The heading of what the reader of the source could not place.
    static let autresInformations = "Autres informations"
}
