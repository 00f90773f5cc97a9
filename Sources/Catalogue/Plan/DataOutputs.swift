import FicheDocument

extension PlanCollector {
    mutating func addEcheances(_ model: CatalogueModel) {
        guard model.configuration.outputs.echeances else { return }
        add(EcheancesAddress.page + "index.html", .echeances)
        let parMois = EcheancesParMois(model)
        for mois in parMois.estPagine ? parMois.mois : [] {
            for page in 1...EcheancesParMois.pages(mois) {
                add(
                    EcheancesParMois.adresse(mois.cle, page: page) + "index.html",
                    .echeancesMois(mois.cle, page: page))
            }
        }
        if EcheancesAddress.hasCalendar(model) { add(EcheancesAddress.calendrier, .echeancesCalendrier) }
        if EcheancesAddress.hasFeed(model) { add(EcheancesAddress.flux, .echeancesFlux) }
    }

    mutating func addDonnees(_ model: CatalogueModel) {
        let kinds = model.configuration.outputs
        if kinds.donnees {
            add(DonneesAddress.page + "index.html", .donnees)
            for schema in PublishedSchema.allCases { add(schema.path, .schema(schema)) }
        }
        if kinds.csv {
            for table in TableCSV.allCases { add(table.path, .csv(table)) }
        }
        if OpenSearch.isPlanned(model) { add(OpenSearch.path, .openSearch) }
    }
}
