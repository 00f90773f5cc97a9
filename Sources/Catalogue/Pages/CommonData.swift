import FicheDocument
import FrenchText

/// What the frame of every page says: site, menu, foot, title, bread crumbs.
public struct CommonData: Sendable {
    private let model: CatalogueModel
    /// Found once: it goes through all fiches.
    let echeances: EcheancesParMois
    /// What all pages have alike: made once, and copied by reference into the data of each.
    private let site: SharedData
    private let pied: SharedData
    private let menu: [(titre: String, adresse: String)]

    public init(_ model: CatalogueModel) {
        self.model = model
        echeances = EcheancesParMois(model)
        site = SharedData(Self.site(model, nationales: DonneesNationales(model).phrase))
        pied = SharedData(Self.pied(model))
        menu = (model.configuration.menu ?? Self.usualMenu(model)).filter { Self.leadsSomewhere($0, model) }
            .map { (Typography.spaced($0.texte), $0.adresse) }
    }

    /// Data of templates that many threads read. Their values are texts, truths and dictionaries of these, which nobody
    /// changes.
    private struct SharedData: @unchecked Sendable {
        let value: Any

        init(_ data: PageData) { value = data }
        init(_ list: [PageData]) { value = list }
    }

    /// What one page says of itself.
    public struct Page {
        public var titre: String
        public var description: String?
        public var classe: String
        /// From home to this page, which has no address.
        public var fil: [(titre: String, adresse: String?)]

        public init(
            titre: String, description: String? = nil, classe: String, fil: [(titre: String, adresse: String?)] = []
        ) {
            self.titre = titre
            self.description = description
            self.classe = classe
            self.fil = fil
        }
    }

    /// The way from a page to the root of the site: `../../` for `fiches/rncp1/index.html`.
    public static func racine(of path: String) -> String {
        let depth = path.utf8.count { $0 == UInt8(ascii: "/") }
        return depth == 0 ? "./" : String(repeating: "../", count: depth)
    }

    /// The data that all templates share, for the output at `path`.
    public func data(path: String, page: Page) -> PageData {
        var shown: PageData = [
            "titre": Typography.spaced(page.titre), "titre_complet": titreComplet(page.titre, path: path),
            "classe": page.classe,
        ]
        shown["description"] = page.description
        shown["fil"] = page.fil.map { step -> PageData in
            var data: PageData = ["titre": Typography.spaced(step.titre)]
            data["adresse"] = step.adresse
            return data
        }
        return data(path: path, merging: shown)
    }

    /// The same, for a page whose own part was made elsewhere.
    public func data(path: String, merging page: PageData) -> PageData {
        var page = page
        let address = PlannedOutput(path: path, content: .accueil, inputs: []).adresse
        page["canonique"] = path == "404.html" ? nil : model.configuration.url?.absolute(address)
        page["noindex"] = model.configuration.noindex || path == "404.html"
        return [
            "racine": path == "404.html" ? model.configuration.url?.basePath ?? "/" : Self.racine(of: path),
            "site": site.value, "navigation": navigation(at: address), "pied": pied.value, "page": page,
        ]
    }

    private func titreComplet(_ titre: String, path: String) -> String {
        path == "index.html" ? model.configuration.titre : "\(titre) – \(model.configuration.titre)"
    }

    private static func site(_ model: CatalogueModel, nationales: String?) -> PageData {
        let configuration = model.configuration
        var site: PageData = [
            "titre": configuration.titre, "langue": configuration.langue, "date_iso": model.date.iso,
            "date_en_clair": model.date.inFull, "indexation": !configuration.noindex, "version": model.version,
            "recherche": configuration.outputs.recherche,
        ]
        site["sous_titre"] = configuration.sousTitre.map(Typography.spaced)
        site["url"] = configuration.url?.text
        site["demonstration"] = configuration.demonstration.map(TexteHTML.enLigne)
        site["logo"] = configuration.logo
        site["donnees_nationales"] = nationales
        site["locale"] = configuration.langue == "fr" ? "fr_FR" : nil
        site["opensearch"] = OpenSearch.isPlanned(model) ? OpenSearch.path : nil
        site["flux_echeances"] = EcheancesAddress.hasFeed(model) ? EcheancesAddress.flux : nil
        var editeur: PageData = [:]
        editeur["nom"] = configuration.editeur.nom
        editeur["adresse"] = configuration.editeur.adresse
        editeur["courriel"] = configuration.editeur.courriel
        editeur["site_internet"] = configuration.editeur.siteInternet
        editeur["directeur"] = configuration.editeur.directeur
        editeur["hebergeur"] = configuration.editeur.hebergeur
        if !editeur.isEmpty { site["editeur"] = editeur }
        return site
    }

    private func navigation(at address: String) -> [PageData] {
        menu.map { entry in
            [
                "titre": entry.titre, "adresse": entry.adresse,
                "courante": entry.adresse.isEmpty ? address.isEmpty : address.hasPrefix(entry.adresse),
            ]
        }
    }

    /// False for a list that has nothing in it and so no page: a menu may be written before the fiches are.
    private static func leadsSomewhere(_ entry: Configuration.MenuEntry, _ model: CatalogueModel) -> Bool {
        if entry.adresse == "comparer/" { return model.aComparer }
        if entry.adresse == "versions/" { return model.hasGenerations }
        guard let kind = Taxonomy.Kind.allCases.first(where: { entry.adresse == $0.folder + "/" }) else {
            let kinds = model.configuration.outputs
            switch entry.adresse {
            case "recherche/": return kinds.recherche
            case EcheancesAddress.page: return kinds.echeances
            case DonneesAddress.page: return kinds.donnees
            case LivretAddress.folder: return !model.livrets.isEmpty
            default: return true
            }
        }
        return model.shownTaxonomies.contains { $0.kind == kind }
    }

    private static func usualMenu(_ model: CatalogueModel) -> [Configuration.MenuEntry] {
        var menu = [Configuration.MenuEntry(texte: "Fiches", adresse: "fiches/")]
        let titles: [(Taxonomy.Kind, String)] = [
            (.rome, "Métiers"), (.niveau, "Niveaux"), (.certificateur, "Certificateurs"),
        ]
        for (kind, titre) in titles {
            guard let taxonomy = model.shownTaxonomies.first(where: { $0.kind == kind }) else { continue }
            menu.append(Configuration.MenuEntry(texte: titre, adresse: taxonomy.adresse))
        }
        if model.configuration.outputs.echeances {
            menu.append(Configuration.MenuEntry(texte: "Échéances", adresse: EcheancesAddress.page))
        }
        if model.configuration.outputs.recherche {
            menu.append(Configuration.MenuEntry(texte: "Recherche", adresse: "recherche/"))
        }
        for page in model.pages where page.menu {
            menu.append(Configuration.MenuEntry(texte: page.titre, adresse: page.adresse))
        }
        return menu
    }

    private static func pied(_ model: CatalogueModel) -> [PageData] {
        model.pages.map { ["titre": Typography.spaced($0.titre), "adresse": $0.adresse] }
            + LegalPage.planned(model).map { ["titre": $0.pied(model), "adresse": $0.adresse] }
            + (model.configuration.outputs.donnees ? [["titre": "Données", "adresse": DonneesAddress.page]] : [])
            + [["titre": "Plan du site", "adresse": "plan-du-site/"]]
    }
}
