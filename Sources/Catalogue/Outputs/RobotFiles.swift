/// What robots read first: `robots.txt` (RFC 9309).
public enum RobotFiles {
    /// Robots must be let in to read that a page is not to be kept, so nothing is closed to them.
    public static func robots(_ model: CatalogueModel) -> String {
        var text = "User-agent: *\nDisallow:\n"
        if let url = model.configuration.url, !model.configuration.noindex {
            text += "\nSitemap: \(url.absolute("sitemap.xml"))\n"
        }
        return text
    }
}
