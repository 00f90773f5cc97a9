/// `opensearch.xml`: how a browser searches the catalogue (OpenSearch 1.1).
public enum OpenSearch {
    static let path = "opensearch.xml"
    /// The longest names that the format allows, in characters.
    private static let shortest = 16
    private static let longest = 48

    /// It needs a search page, and the address where that page will be.
    static func isPlanned(_ model: CatalogueModel) -> Bool {
        let kinds = model.configuration.outputs
        return kinds.openSearch && kinds.recherche && model.configuration.url != nil
    }

    /// The description; empty without the address of the site.
    public static func xml(_ model: CatalogueModel) -> String {
        guard let url = model.configuration.url else { return "" }
        let titre = model.configuration.titre
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
              <ShortName>\(XMLText.escaped(name(titre, atMost: shortest)))</ShortName>
              <LongName>\(XMLText.escaped(name(titre, atMost: longest)))</LongName>
              <Description>Rechercher une certification par son titre, son numéro ou un métier.</Description>
              <Url type="text/html" template="\(XMLText.escaped(url.absolute("recherche/")))?q={searchTerms}"/>
              <Url type="application/opensearchdescription+xml" rel="self" template="\(XMLText.escaped(url.absolute(path)))"/>
              <Language>\(XMLText.escaped(model.configuration.langue))</Language>
              <InputEncoding>UTF-8</InputEncoding>
              <OutputEncoding>UTF-8</OutputEncoding>
            </OpenSearchDescription>

            """
    }

    /// The title, cut between two words where it is too long.
    private static func name(_ titre: String, atMost length: Int) -> String {
        guard titre.unicodeScalars.count > length else { return titre }
        var kept = ""
        for word in titre.split(separator: " ") {
            let longer = kept.isEmpty ? String(word) : "\(kept) \(word)"
            guard longer.unicodeScalars.count <= length else { break }
            kept = longer
        }
        return kept.isEmpty ? String(String.UnicodeScalarView(titre.unicodeScalars.prefix(length))) : kept
    }
}
