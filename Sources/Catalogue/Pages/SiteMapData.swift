import FicheDocument
import FrenchText

/// The page that names every part of the site.
struct SiteMapData {
    private let model: CatalogueModel

    init(_ model: CatalogueModel) { self.model = model }

    var data: PageData {
        var sections: [PageData] = [section("Le catalogue", catalogue)]
        let documents = model.configuration.outputs.documents ? model.fiches.flatMap(\.documents) : []
        if !documents.isEmpty {
            sections.append(section("Documents", documents.map { link($0.titre, "documents/\($0.identifiant)/") }))
        }
        let about =
            model.pages.map { link($0.titre, $0.adresse) }
            + LegalPage.planned(model).map { link($0.titre, $0.adresse) }
        if !about.isEmpty { sections.append(section("À propos", about)) }
        sections.append(section("Données", donnees))
        return ["titre": "Plan du site", "sections": sections]
    }

    private var donnees: [PageData] {
        let kinds = model.configuration.outputs
        var links: [PageData] = []
        if kinds.donnees { links.append(link("Données ouvertes du catalogue", "donnees/")) }
        links.append(link("Index du catalogue (JSON)", "index.json", number: model.fiches.count))
        if kinds.csv { links += TableCSV.allCases.map { link("\($0.titre) (CSV)", $0.path) } }
        return links
    }

    private var catalogue: [PageData] {
        var links = [link("Accueil", ""), link("Toutes les fiches", "fiches/", number: model.fiches.count)]
        for taxonomy in model.shownTaxonomies {
            links.append(
                link(TaxonomyWords.of(taxonomy.kind).titre, taxonomy.adresse, number: taxonomy.values.count))
        }
        if model.configuration.outputs.echeances { links.append(link("Échéances", EcheancesAddress.page)) }
        if !model.livrets.isEmpty { links.append(link("Livrets", LivretAddress.folder, number: model.livrets.count)) }
        if model.configuration.outputs.recherche { links.append(link("Recherche", "recherche/")) }
        if model.aComparer { links.append(link("Comparer des fiches", "comparer/")) }
        let generations = model.generations.count
        if generations > 0 { links.append(link("Comparer deux versions", "versions/", number: generations)) }
        return links
    }

    private func section(_ titre: String, _ liens: [PageData]) -> PageData { ["titre": titre, "liens": liens] }

    private func link(_ titre: String, _ adresse: String, number: Int? = nil) -> PageData {
        var data: PageData = ["titre": Typography.spaced(titre), "adresse": adresse]
        data["nombre"] = number.map(Typography.grouped)
        return data
    }
}
