import FicheDocument
import FrenchText

/// The template of a page and the data for it: everything but what a whole fiche is needed for.
public struct PageContent {
    public let template: String
    public let data: PageData
    /// The fiches whose rows a list shows, as places in the model: these rows say nothing but what the fiches say.
    public let fiches: [Int]

    /// Nil for an output that is no page, or that needs a whole fiche.
    ///
    /// - Parameters:
    ///   - withRows: whether the data of a list hold its rows.
    ///   - rowsApart: whether these come from elsewhere; the data then hold all the rest.
    public init?(
        _ output: PlannedOutput, model: CatalogueModel, common: CommonData, withRows: Bool = true,
        rowsApart: Bool = false
    ) {
        let lists = ListData(model, withRows: withRows, rowsApart: rowsApart)
        fiches = lists.fiches(of: output.content)
        let home: (titre: String, adresse: String?) = ("Accueil", "")
        let page: CommonData.Page
        let own: PageData
        switch output.content {
        case .accueil:
            template = "accueil"
            own = HomeData(model).data
            page = CommonData.Page(
                titre: model.configuration.titre, description: model.configuration.sousTitre, classe: "accueil")
        case .toutesLesFiches(let number):
            template = "liste"
            own = lists.all(page: number)
            page = CommonData.Page(
                titre: Self.titre("Toutes les fiches", page: number),
                description: "Toutes les certifications du catalogue, par ordre alphabétique.", classe: "liste",
                fil: [home, ("Fiches", nil)])
        case .listes(let kind):
            guard let taxonomy = model.taxonomies[kind] else { return nil }
            let words = TaxonomyWords.of(kind)
            template = "listes"
            own = lists.index(of: taxonomy)
            page = CommonData.Page(
                titre: words.titre, description: "\(words.invitation).", classe: "listes",
                fil: [home, (words.titre, nil)])
        case .listesGroupe(let kind, let index, let number):
            guard let taxonomy = model.taxonomies[kind], taxonomy.groups.indices.contains(index) else { return nil }
            let words = TaxonomyWords.of(kind)
            let group = lists.group(index, of: taxonomy, page: number)
            template = "listes"
            own = group.data
            page = CommonData.Page(
                titre: Self.titre(group.titre, page: number), description: "\(words.invitation).", classe: "listes",
                fil: [home, (words.titre, taxonomy.adresse), (group.titre, nil)])
        case .liste(let kind, let index, let number):
            guard let taxonomy = model.taxonomies[kind], taxonomy.values.indices.contains(index) else { return nil }
            let value = taxonomy.values[index]
            let words = TaxonomyWords.of(kind)
            let titre = [value.code, value.titre].compactMap { $0 }.joined(separator: "\u{A0}– ")
            template = "liste"
            own = lists.value(value, of: taxonomy, page: number)
            page = CommonData.Page(
                titre: Self.titre(titre, page: number),
                description: "\(words.titre), \(titre)\u{A0}: \(FrenchCount.fiches(value.fiches.count)).",
                classe: "liste",
                fil: [home, (words.titre, taxonomy.adresse), (value.titre, nil)])
        case .page(let index):
            let content = model.pages[index]
            template = "page"
            own = ["titre": Typography.spaced(content.titre), "corps": TexteHTML.html(content.corps, titres: 2)]
            page = CommonData.Page(
                titre: content.titre, description: content.description, classe: "page",
                fil: [home, (content.titre, nil)])
        case .legale(let legal):
            template = legal.rawValue
            own = legal.data(model)
            page = CommonData.Page(titre: legal.titre, classe: "page", fil: [home, (legal.titre, nil)])
        case .recherche:
            template = "recherche"
            own = [
                "titre": "Recherche", "nombre": model.fiches.count,
                "nombre_en_clair": FrenchCount.fiches(model.fiches.count), "manifeste": SearchAddress.manifeste,
            ]
            page = CommonData.Page(
                titre: "Recherche", description: "Chercher une certification par son titre, son numéro, un métier.",
                classe: "recherche", fil: [home, ("Recherche", nil)])
        case .comparer:
            template = "comparer"
            own = ComparisonData(model).comparer
            page = CommonData.Page(
                titre: "Comparer des fiches", description: "Deux à quatre certifications côte à côte, bloc par bloc.",
                classe: "comparer", fil: [home, ("Comparer", nil)])
        case .versions:
            template = "versions"
            own = ComparisonData(model).versions
            page = CommonData.Page(
                titre: "Comparer deux versions",
                description: "Ce qui a changé d’une certification à celle qui la suit.", classe: "versions",
                fil: [home, ("Versions", nil)])
        case .echeances:
            template = "echeances"
            own = EcheancesData(model, common.echeances).data
            page = CommonData.Page(
                titre: "Échéances",
                description: "Les échéances des certifications du catalogue, mois par mois, avec leurs rappels.",
                classe: "echeances", fil: [home, ("Échéances", nil)])
        case .echeancesMois(let cle, let number):
            guard let data = EcheancesData(model, common.echeances).mois(cle, page: number) else { return nil }
            template = "echeances-mois"
            own = data
            let titre = data["titre"] as? String ?? cle
            page = CommonData.Page(
                titre: Self.titre("Échéances, \(titre)", page: number), classe: "echeances",
                fil: [home, ("Échéances", EcheancesAddress.page), (titre, nil)])
        case .donnees:
            template = "donnees"
            own = DonneesData(model).data
            page = CommonData.Page(
                titre: "Données", description: "Les données ouvertes du catalogue\u{A0}: JSON, CSV et leurs schémas.",
                classe: "donnees", fil: [home, ("Données", nil)])
        case .livrets:
            template = "livrets"
            own = LivretsData(model).data
            page = CommonData.Page(
                titre: "Livrets", description: "Les livrets du catalogue, à imprimer ou à enregistrer en PDF.",
                classe: "livrets", fil: [home, ("Livrets", nil)])
        case .planDuSite:
            template = "plan-du-site"
            own = SiteMapData(model).data
            page = CommonData.Page(titre: "Plan du site", classe: "plan-du-site", fil: [home, ("Plan du site", nil)])
        case .erreur404:
            template = "erreur-404"
            own = ["titre": "Page introuvable"]
            page = CommonData.Page(titre: "Page introuvable", classe: "erreur-404")
        default: return nil
        }
        var merged = common.data(path: output.path, page: page)
        merged.merge(own) { _, own in own }
        self.data = merged
    }

    private static func titre(_ titre: String, page: Int) -> String {
        page == 1 ? titre : "\(titre), page\u{A0}\(page)"
    }
}
