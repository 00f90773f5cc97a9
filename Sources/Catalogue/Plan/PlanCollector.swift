import Diagnostics

/// Names the outputs one after the other and notices two that would be one file.
struct PlanCollector {
    private var outputs: [PlannedOutput] = []

    mutating func add(_ path: String, _ content: PlannedOutput.Content, inputs: [String] = []) {
        outputs.append(PlannedOutput(path: path, content: content, inputs: inputs))
    }

    /// The outputs in the order of the bytes of their paths. Of several that would be one file, the first that was named stays;
    /// the others are told, in the order in which they were named.
    func finish() -> ([PlannedOutput], [Diagnostic]) {
        var paths = ByteOrder()
        for index in outputs.indices { paths.append(outputs[index].path.utf8) }
        var planned: [PlannedOutput] = []
        planned.reserveCapacity(outputs.count)
        var double: [(second: Int, first: Int)] = []
        var first = 0
        for place in paths.places {
            if !planned.isEmpty, paths.areEqual(first, place) {
                double.append((place, first))
            } else {
                planned.append(outputs[place])
                first = place
            }
        }
        let diagnostics = double.sorted { $0.second < $1.second }.map { clash(outputs[$0.second], outputs[$0.first]) }
        return (planned, diagnostics)
    }

    private func clash(_ second: PlannedOutput, _ first: PlannedOutput) -> Diagnostic {
        let names = (first.inputs + second.inputs).map { "« \($0) »" }.joined(separator: " et ")
        return Diagnostic(
            .error, .sortieEnDouble,
            "Deux contenus donneraient le même fichier « \(second.path) »" + (names.isEmpty ? "" : " : \(names)"),
            file: second.inputs.first ?? first.inputs.first,
            hint: "Changez l’identifiant, l’alias ou le nom de l’un des deux ; le premier est publié")
    }

    mutating func addFiches(_ model: CatalogueModel) {
        let kinds = model.configuration.outputs
        // By their places: a summary has many fields, and is dear to copy.
        let fiches = model.fiches
        // All fiches of a document share the name of its file.
        var (name, file): (String, [String]) = ("", [""])
        for index in fiches.indices {
            let adresse = fiches[index].adresse
            if fiches[index].origin.file != name {
                name = fiches[index].origin.file
                file = [name]
            }
            add(adresse + "index.html", .fiche(index), inputs: file)
            if kinds.json { add(adresse + "index.json", .ficheJSON(index), inputs: file) }
            if kinds.markdown { add(adresse + "index.md", .ficheMarkdown(index), inputs: file) }
            if kinds.blocs {
                for numero in fiches[index].numerosDeBlocs {
                    add("\(adresse)blocs/\(numero)/index.html", .bloc(fiche: index, numero: numero), inputs: file)
                }
            }
            guard kinds.documents else { continue }
            for document in fiches[index].documents {
                let folder = "documents/\(document.identifiant)/"
                add(folder + "index.html", .document(fiche: index, identifiant: document.identifiant), inputs: file)
                if kinds.json {
                    add(
                        folder + "index.json", .documentJSON(fiche: index, identifiant: document.identifiant),
                        inputs: file)
                }
            }
        }
        for index in fiches.indices {
            for alias in fiches[index].alias {
                add(
                    "fiches/\(alias)/index.html", .redirection(fiches[index].adresse),
                    inputs: [fiches[index].origin.file])
            }
        }
    }

    mutating func addLists(_ model: CatalogueModel) {
        for page in 1...CatalogueModel.pageCount(model.fiches.count) {
            add(ListAddress.path("fiches/", page: page), .toutesLesFiches(page: page))
        }
        for taxonomy in model.shownTaxonomies {
            add(taxonomy.adresse + "index.html", .listes(taxonomy.kind))
            for group in taxonomy.estDivisee ? taxonomy.groups.indices : 0..<0 {
                for page in 1...taxonomy.pages(ofGroup: group) {
                    add(
                        ListAddress.path(taxonomy.adresse(ofGroup: group), page: page),
                        .listesGroupe(taxonomy.kind, groupe: group, page: page))
                }
            }
            for (index, value) in taxonomy.values.enumerated() {
                for page in 1...CatalogueModel.pageCount(value.fiches.count) {
                    add(
                        ListAddress.path(taxonomy.adresse(of: value), page: page),
                        .liste(taxonomy.kind, valeur: index, page: page))
                }
            }
        }
    }

    mutating func addPages(_ model: CatalogueModel) {
        add("index.html", .accueil)
        add("plan-du-site/index.html", .planDuSite)
        add("404.html", .erreur404)
        if model.configuration.outputs.recherche { add("recherche/index.html", .recherche) }
        if model.aComparer { add("comparer/index.html", .comparer) }
        if model.hasGenerations { add("versions/index.html", .versions) }
        for legal in LegalPage.planned(model) { add(legal.adresse + "index.html", .legale(legal)) }
        for (index, page) in model.pages.enumerated() {
            add(page.adresse + "index.html", .page(index), inputs: [page.file])
        }
    }

    mutating func addFiles(_ model: CatalogueModel) {
        add("index.json", .index)
        if model.configuration.outputs.sitemap {
            if model.configuration.url != nil { add(Sitemap.path, .sitemap) }
            add("robots.txt", .robots)
        }
        for (index, path) in model.medias.enumerated() { add(path, .media(index), inputs: [path]) }
        for (index, path) in model.actifs.enumerated() { add(path, .actif(index)) }
    }
}

/// Addresses of the pages of a list.
enum ListAddress {
    /// From the root: the first page is the folder itself.
    static func adresse(_ folder: String, page: Int) -> String { page == 1 ? folder : "\(folder)page-\(page)/" }
    static func path(_ folder: String, page: Int) -> String { adresse(folder, page: page) + "index.html" }
}
