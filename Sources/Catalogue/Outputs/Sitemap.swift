import MarkupText

/// `sitemap.xml` (sitemaps.org): the addresses of all pages, in several files where there are more than one may hold. A date is
/// given only where a fiche states one.
public struct Sitemap {
    static let path = "sitemap.xml"
    /// The most addresses that one file may hold.
    public static let longest = 50_000

    private let pages: [PlannedOutput]
    private let model: CatalogueModel
    private let longest: Int

    /// - Parameters:
    ///   - outputs: of the site, in order.
    ///   - longest: the most addresses of one file.
    public init(_ outputs: [PlannedOutput], model: CatalogueModel, longest: Int = Sitemap.longest) {
        self.model = model
        self.longest = longest
        pages = outputs.filter(Self.lists)
    }

    /// Whether the address of an output stands in it.
    private static func lists(_ output: PlannedOutput) -> Bool {
        if case .redirection = output.content { return false }
        return output.isPage && output.path != "404.html"
    }

    /// How many files there are beside `sitemap.xml`; 0 where it holds all addresses itself.
    public var parts: Int { Self.parts(pages.count, longest) }

    /// The same for outputs that are not put together.
    static func parts(_ outputs: [PlannedOutput]) -> Int {
        parts(outputs.indices.reduce(0) { lists(outputs[$1]) ? $0 + 1 : $0 }, longest)
    }

    private static func parts(_ pages: Int, _ longest: Int) -> Int {
        pages <= longest ? 0 : (pages + longest - 1) / longest
    }

    /// Where a part is, from the root; the first is 1.
    static func path(part: Int) -> String { "sitemap-\(part).xml" }

    /// `sitemap.xml`: the addresses, or the list of the parts.
    public var xml: String {
        guard let url = model.configuration.url else { return "" }
        guard parts > 0 else { return urlset(pages[...]) }
        let entries = (1...parts).map { part in
            "  <sitemap><loc>\(HTMLText.escaped(url.absolute(Self.path(part: part))))</loc></sitemap>\n"
        }
        return Self.head + "<sitemapindex xmlns=\"\(Self.namespace)\">\n" + entries.joined() + "</sitemapindex>\n"
    }

    /// One part.
    public func xml(part: Int) -> String {
        let start = min((part - 1) * longest, pages.count)
        return urlset(pages[start..<min(start + longest, pages.count)])
    }

    private func urlset(_ pages: ArraySlice<PlannedOutput>) -> String {
        guard let url = model.configuration.url else { return "" }
        var text = Self.head + "<urlset xmlns=\"\(Self.namespace)\">\n"
        for output in pages {
            text += "  <url><loc>\(HTMLText.escaped(url.absolute(output.adresse)))</loc>"
            if case .fiche(let index) = output.content, let date = model.fiches[index].dateDesDonnees {
                text += "<lastmod>\(date.iso)</lastmod>"
            }
            text += "</url>\n"
        }
        return text + "</urlset>\n"
    }

    private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    private static let namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"
}
