import FicheDocument
import FrenchText

/// Lists of fiches and indexes of divisions.
struct ListData {
    private let model: CatalogueModel
    private let withRows: Bool
    private let rowsApart: Bool

    /// - Parameters:
    ///   - withRows: whether lists hold the rows of their fiches.
    ///   - rowsApart: whether these come from elsewhere.
    init(_ model: CatalogueModel, withRows: Bool = true, rowsApart: Bool = false) {
        (self.model, self.withRows, self.rowsApart) = (model, withRows, rowsApart)
    }

    /// The fiches that a page of a list shows.
    func fiches(of content: PlannedOutput.Content) -> [Int] {
        switch content {
        case .toutesLesFiches(let page): return Array(Self.shown(Array(model.fiches.indices), page: page))
        case .liste(let kind, let index, let page):
            guard let taxonomy = model.taxonomies[kind], taxonomy.values.indices.contains(index) else { return [] }
            return Array(Self.shown(taxonomy.values[index].fiches, page: page))
        default: return []
        }
    }

    private static func shown(_ fiches: [Int], page: Int) -> ArraySlice<Int> {
        fiches.dropFirst((page - 1) * CatalogueModel.fichesParPage).prefix(CatalogueModel.fichesParPage)
    }

    /// One page of the list of all fiches.
    func all(page: Int) -> PageData {
        list(
            titre: "Toutes les fiches", code: nil, genre: "fiches",
            explication: "<p>Toutes les certifications de ce catalogue, par ordre alphabétique de leur intitulé.</p>",
            fiches: Array(model.fiches.indices), folder: "fiches/", page: page)
    }

    /// One page of the fiches of one value.
    func value(_ value: Taxonomy.Value, of taxonomy: Taxonomy, page: Int) -> PageData {
        list(
            titre: value.titre, code: value.code, genre: taxonomy.kind.rawValue,
            explication: explication(of: taxonomy.kind), fiches: value.fiches,
            folder: taxonomy.adresse(of: value), page: page)
    }

    /// The index of a division.
    func index(of taxonomy: Taxonomy) -> PageData {
        IndexData(taxonomy, explication: explication(of: taxonomy.kind)).data
    }

    /// One page of one heading of a long index, with the title of the heading.
    func group(_ index: Int, of taxonomy: Taxonomy, page: Int) -> (titre: String, data: PageData) {
        let pages = IndexData(taxonomy, explication: explication(of: taxonomy.kind))
        return (pages.titre(ofGroup: index), pages.data(ofGroup: index, page: page))
    }

    /// States depend on the day, which is said with them.
    private func explication(of kind: Taxonomy.Kind) -> String {
        let day = kind == .etat ? "</p><p>Ces listes sont établies au \(model.date.inFull)." : ""
        return "<p>" + TaxonomyWords.of(kind).explication + day + "</p>"
    }

    private func list(
        titre: String, code: String?, genre: String, explication: String, fiches: [Int], folder: String, page: Int
    ) -> PageData {
        let shown = withRows && !rowsApart ? Self.shown(fiches, page: page) : []
        var data: PageData = [
            "titre": Typography.spaced(titre), "genre": genre, "explication": explication, "nombre": fiches.count,
            "nombre_en_clair": FrenchCount.fiches(fiches.count),
            "fiches": shown.map { RowData.data(model.fiches[$0], etat: model.etats[$0]) },
        ]
        data["code"] = code
        let lettres = Lettres(fiches, initiales: model.initiales, folder: folder, page: page)
        // Without rows the data only tell whether the page has changed: one text is less than many dictionaries.
        data["lettres"] = withRows ? lettres.data as Any : lettres.text
        data["pagination"] = Self.pagination(folder, page: page, total: CatalogueModel.pageCount(fiches.count))
        return data
    }

    /// Where a page of a list stands among its pages, from the root; nil for a list of one page.
    static func pagination(_ folder: String, page: Int, total: Int) -> PageData? {
        guard total > 1 else { return nil }
        var data: PageData = ["courante": page, "total": total]
        func link(_ key: String, to other: Int, _ titre: String) {
            data[key] = ["adresse": ListAddress.adresse(folder, page: other), "titre": titre] as PageData
        }
        if page > 2 { link("premiere", to: 1, "Première\u{A0}page") }
        if page > 1 { link("precedente", to: page - 1, "Page\u{A0}précédente") }
        if page < total { link("suivante", to: page + 1, "Page\u{A0}suivante") }
        if page < total - 1 { link("derniere", to: total, "Dernière\u{A0}page") }
        return data
    }
}
