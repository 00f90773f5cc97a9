extension PlanCollector {
    /// A booklet depends on the documents of its fiches, and on no other.
    mutating func addLivrets(_ model: CatalogueModel) {
        guard !model.livrets.isEmpty else { return }
        add(LivretAddress.folder + "index.html", .livrets)
        for (index, livret) in model.livrets.enumerated() {
            var seen: Set<String> = []
            let files = livret.fiches.map { model.fiches[$0].origin.file }.filter { seen.insert($0).inserted }
            add(livret.adresse + "index.html", .livret(index), inputs: files)
            add(livret.feuille, .livretPages(index), inputs: files)
        }
    }
}
