import FicheDocument
import FrenchText

/// The pages that put fiches side by side. What they show is read by their scripts from the JSON of the fiches.
struct ComparisonData {
    private let model: CatalogueModel

    init(_ model: CatalogueModel) { self.model = model }

    /// For `comparer`: `index`, `manifeste?`, `nombre_en_clair`.
    var comparer: PageData {
        var data: PageData = [
            "titre": "Comparer des fiches", "index": "index.json",
            "nombre_en_clair": Typography.grouped(model.fiches.count),
        ]
        if model.configuration.outputs.recherche { data["manifeste"] = SearchAddress.manifeste }
        return data
    }

    /// For `versions`: `generations: [{avant, apres, adresse}]`; the list is left out, with `nombre_en_clair`
    /// in its place, where it would be longer than a page of a list.
    var versions: PageData {
        let generations = model.generations
        var data: PageData = ["titre": "Comparer deux versions"]
        guard generations.count <= CatalogueModel.fichesParPage else {
            data["nombre_en_clair"] = Typography.grouped(generations.count)
            return data
        }
        data["generations"] = generations.map { generation -> PageData in
            let (avant, apres) = (model.fiches[generation.avant], model.fiches[generation.apres])
            return [
                "avant": words(avant), "apres": words(apres),
                "adresse": Generation.adresse(avant: avant.identifiant, apres: apres.identifiant),
            ]
        }
        return data
    }

    private func words(_ fiche: FicheSummary) -> PageData {
        var data: PageData = ["titre": Typography.spaced(fiche.intitule)]
        data["numero"] = fiche.numeroFiche
        return data
    }
}
