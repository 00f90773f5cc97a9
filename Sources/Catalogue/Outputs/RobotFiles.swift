import MarkupText

/// What robots read: `sitemap.xml` (sitemaps.org) and `robots.txt` (RFC 9309).
public enum RobotFiles {
    /// The addresses of all pages. A date is given only where a fiche states one.
    public static func sitemap(_ plan: BuildPlan, model: CatalogueModel) -> String {
        guard let url = model.configuration.url else { return "" }
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        text += "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        for output in plan.outputs where output.isPage && output.path != "404.html" {
            if case .redirection = output.content { continue }
            text += "  <url><loc>\(HTMLText.escaped(url.absolute(output.adresse)))</loc>"
            if case .fiche(let index) = output.content, let date = model.fiches[index].dateDesDonnees {
                text += "<lastmod>\(date.iso)</lastmod>"
            }
            text += "</url>\n"
        }
        return text + "</urlset>\n"
    }

    /// Robots must be let in to read that a page is not to be kept, so nothing is closed to them.
    public static func robots(_ model: CatalogueModel) -> String {
        var text = "User-agent: *\nDisallow:\n"
        if let url = model.configuration.url, !model.configuration.noindex {
            text += "\nSitemap: \(url.absolute("sitemap.xml"))\n"
        }
        return text
    }
}
