import Catalogue
import FicheModel
import SearchIndex

/// The files of the search, made of the fiches that are published.
struct SearchOutputs {
    private var builder: SearchIndexBuilder?

    /// - Parameter model: where no search page is wanted there will be no files.
    init(_ model: CatalogueModel) {
        let outputs = model.configuration.outputs
        guard outputs.recherche else { return }
        builder = SearchIndexBuilder(
            date: model.date, offer: .init(ficheJSON: outputs.json, blocPages: outputs.blocs))
    }

    /// Adds a fiche of the model; all of them, in any order.
    mutating func add(_ document: SearchDocument) { builder?.add(document) }

    /// The files with their paths in the site.
    var files: [SearchIndexBuilder.File] { builder?.files() ?? [] }
}
