import FicheModel
import FrenchText
import Markdown

/// The page of a whole document: cover, contents, numbered sections, tables, notes.
public enum DocumentPage {
    /// The data of the template `document`.
    ///
    /// `titre`, `nature`, `couverture` (HTML), `sommaire: [{titre, numero?, ancre, niveau}]`, `corps` (HTML), `notes: [{numero,
    /// texte (HTML), retours: [String]}]`, `fiche?: {titre, adresse}`.
    public static func data(_ document: DocumentReference, fiche: Fiche?, context: FicheContext) -> PageData {
        var body = DocumentBody(document)
        let titre = Typography.spaced(document.titre)
        var data: PageData = [
            "racine": context.racine, "titre": titre, "corps": body.html(),
            "page": [
                "titre": titre, "classe": "document",
                "titre_complet": [titre, context.titreSite].compactMap { $0 }.joined(separator: " – "),
                "description": "\(document.nature)\u{A0}: \(titre).",
                "fil": [["titre": "Accueil", "adresse": ""], ["titre": titre]] as [PageData],
            ] as PageData,
        ]
        data.set("nature", document.nature)
        data.set("couverture", body.cover())
        data.set("sommaire", body.contents)
        data.set("notes", body.notes())
        data.set("avis_demonstration", context.demonstration.map(TexteHTML.enLigne))
        if let fiche {
            data["fiche"] =
                [
                    "titre": Typography.spaced(fiche.intitule),
                    "adresse": "\(context.racine)fiches/\(fiche.identifiant)/",
                ] as PageData
        }
        return data
    }
}
