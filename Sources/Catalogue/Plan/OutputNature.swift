extension PlannedOutput.Content {
    /// What kind of file it is, for accounts of a build: the name of its template for a page, with the list that it belongs to;
    /// for another file, what it is called in the site.
    public var nature: String {
        switch self {
        case .accueil: "accueil"
        case .toutesLesFiches: "liste fiches"
        case .listes, .listesGroupe: "listes"
        case .liste(let kind, _, _): "liste " + kind.folder
        case .fiche: "fiche"
        case .ficheJSON: "fiche, JSON"
        case .ficheMarkdown: "fiche, Markdown"
        case .bloc: "bloc"
        case .document: "document"
        case .documentJSON: "document, JSON"
        case .page: "page"
        case .legale(let page): page.rawValue
        case .recherche: "recherche"
        case .comparer: "comparer"
        case .versions: "versions"
        case .planDuSite: "plan-du-site"
        case .erreur404: "erreur-404"
        case .index: "index.json"
        case .sitemap, .sitemapPartie: "sitemap"
        case .robots: "robots.txt"
        case .echeances: "echeances"
        case .echeancesMois: "echeances-mois"
        case .echeancesCalendrier: "calendrier"
        case .echeancesFlux: "flux"
        case .donnees: "donnees"
        case .csv: "table CSV"
        case .schema: "schéma"
        case .openSearch: "opensearch.xml"
        case .livrets: "livrets"
        case .livret: "livret"
        case .livretPages: "livret, titres courants"
        case .redirection: "redirection"
        case .media: "média"
        case .actif: "actif du thème"
        }
    }
}
