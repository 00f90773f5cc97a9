import FicheDocument
import FrenchText

/// The page at a former address of a fiche: it leads to the present one, without a script.
public enum RedirectPage {
    /// - Parameters:
    ///   - path: the former output path, `fiches/ancien/index.html`.
    ///   - target: the present address from the root of the site.
    public static func html(path: String, target: String, titre: String, model: CatalogueModel) -> String {
        let page = model.configuration.portable ? "index.html" : ""
        let address = TexteHTML.echappe(CommonData.racine(of: path) + target + page)
        let canonical =
            model.configuration.url.map {
                "<link rel=\"canonical\" href=\"\(TexteHTML.echappe($0.absolute(target)))\">\n"
            } ?? ""
        return """
            <!doctype html>
            <html lang="\(TexteHTML.echappe(model.configuration.langue))">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'">
            <meta http-equiv="refresh" content="0; url=\(address)">
            \(canonical)<title>\(TexteHTML.echappe(titre))</title>
            </head>
            <body>
            <p>Cette fiche a changé d’adresse\u{A0}: <a href="\(address)">\(TexteHTML.echappe(titre))</a>.</p>
            </body>
            </html>

            """
    }
}
