import FicheDocument
import FrenchText
import MarkupText

/// The style sheet of one booklet: the running title, the number and the foot of the pages of each fiche.
///
/// Named pages carry them, because no browser has `string-set` (CSS Generated Content for Paged Media) and the policy of
/// the pages allows no style of their own.
public enum LivretFeuille {
    /// The class of the fiche at `rank`, from 0: it chooses the named page.
    static func classe(_ rank: Int) -> String { "page-fiche-\(rank + 1)" }

    public static func text(_ livret: Livret, model: CatalogueModel) -> String {
        let titre = shortened(Typography.spaced(livret.titre))
        let pied = "\(model.configuration.titre), établi le \(model.date.inFull)"
        var css = "/* Pages du livret. */\n"
        css += page("livret-sommaire", gauche: titre, droite: "Sommaire", pied: pied)
        css += page("livret-index", gauche: titre, droite: "Index", pied: pied)
        for (rank, index) in livret.fiches.enumerated() {
            let fiche = model.fiches[index]
            let name = "fiche-\(rank + 1)"
            css += page(
                name, gauche: shortened(Typography.spaced(fiche.intitule)),
                droite: fiche.numeroFiche.map(RowData.numero) ?? titre, pied: self.pied(fiche, model: model))
            css += ".\(classe(rank)) { page: \(name) }\n"
        }
        return css
    }

    private static func page(_ name: String, gauche: String, droite: String, pied: String) -> String {
        "@page \(name) { @top-left { content: \(CSSText.quoted(gauche)) } @top-right { content: \(CSSText.quoted(droite)) } "
            + "@bottom-left { content: \(CSSText.quoted(pied)) } }\n"
    }

    private static func pied(_ fiche: FicheSummary, model: CatalogueModel) -> String {
        let fictif =
            model.configuration.demonstration != nil
            || fiche.numeroFiche.map(model.configuration.numerosFictifs.contains) ?? false
        let source = SourceCourte.phrase(
            fichier: fiche.origin.file, format: fiche.format, date: fiche.dateDuFlux, fictif: fictif)
        return "\(shortened(model.configuration.titre, to: 40)), \(source), établi le \(model.date.inFull)"
    }

    /// A running title is one line: a longer one ends at a word.
    private static func shortened(_ text: String, to length: Int = 84) -> String {
        guard text.count > length else { return text }
        let cut = text.prefix(length - 1)
        return cut[..<(cut.lastIndex(of: " ") ?? cut.endIndex)] + "…"
    }
}
