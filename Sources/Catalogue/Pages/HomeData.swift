import FicheDocument
import FicheModel
import FrenchText

/// The home page: a field to search, examples, ways in, figures, fiches.
struct HomeData {
    private let model: CatalogueModel
    /// A catalogue of so few fiches shows them all.
    private static let fewFiches = 30

    init(_ model: CatalogueModel) { self.model = model }

    var data: PageData {
        var data: PageData = [
            "chiffres": chiffres, "entrees": entrees, "nombre": model.fiches.count,
            "nombre_en_clair": FrenchCount.fiches(model.fiches.count),
        ]
        if model.configuration.outputs.recherche { data["exemples"] = exemples }
        if model.fiches.count <= Self.fewFiches {
            data["fiches"] = model.fiches.indices.map { RowData.data(model.fiches[$0], etat: model.etats[$0]) }
        }
        if let presentation = model.presentation {
            data["presentation"] = TexteHTML.html(presentation.corps, titres: 2)
        }
        return data
    }

    private var chiffres: [PageData] {
        var enVigueur = 0
        var proches = 0
        for etat in model.etats {
            switch etat.nature {
            case .enVigueur: enVigueur += 1
            case .echeanceProche:
                enVigueur += 1
                proches += 1
            default: break
            }
        }
        let certificateurs = model.taxonomies[.certificateur]?.values.count ?? 0
        let blocs = model.fiches.reduce(0) { $0 + $1.nombreDeBlocs }
        return [
            figure(model.fiches.count, "fiche", "fiches"),
            figure(enVigueur, "en vigueur", "en vigueur"),
            figure(
                proches, "arrive à échéance dans les \(EtatDeValidite.moisAvantEcheance)\u{A0}mois",
                "arrivent à échéance dans les \(EtatDeValidite.moisAvantEcheance)\u{A0}mois"),
            figure(certificateurs, "certificateur", "certificateurs"),
            figure(blocs, "bloc de compétences", "blocs de compétences"),
        ]
    }

    private func figure(_ number: Int, _ one: String, _ many: String) -> PageData {
        ["valeur": Typography.grouped(number), "libelle": number >= 2 ? many : one]
    }

    private var entrees: [PageData] {
        let all: PageData = [
            "titre": "Toutes les fiches", "adresse": "fiches/", "texte": "Par ordre alphabétique",
            "nombre": Typography.grouped(model.fiches.count),
        ]
        return [all] + echeances
            + model.shownTaxonomies.map { taxonomy in
                let words = TaxonomyWords.of(taxonomy.kind)
                return [
                    "titre": words.titre, "adresse": taxonomy.adresse, "texte": words.invitation,
                    "nombre": Typography.grouped(taxonomy.values.count),
                ]
            } + livrets
    }

    private var livrets: [PageData] {
        guard !model.livrets.isEmpty else { return [] }
        return [
            [
                "titre": "Livrets", "adresse": LivretAddress.folder, "texte": "À imprimer, avec sommaire et index",
                "nombre": Typography.grouped(model.livrets.count),
            ]
        ]
    }

    private var echeances: [PageData] {
        guard model.configuration.outputs.echeances else { return [] }
        return [
            [
                "titre": "Échéances", "adresse": EcheancesAddress.page,
                "texte": "Mois par mois, avec les rappels du renouvellement",
                "nombre": Typography.grouped(Echeances(model).aVenir.count),
            ]
        ]
    }

    /// Queries that find something here: a word of the titles, a number, a certifier.
    private var exemples: [PageData] {
        var queries: [String] = []
        if let word = TitleWords(model.fiches.map(\.intitule)).mostUsed { queries.append(word) }
        let current = model.fiches.indices.filter { model.etats[$0].code == "en-vigueur" }
        let numbers = (current.isEmpty ? Array(model.fiches.indices) : current).compactMap {
            model.fiches[$0].numeroFiche
        }
        if let numero = numbers.first(where: { $0.hasPrefix("RNCP") }) ?? numbers.first { queries.append(numero) }
        if let certifier = mostUsed(model.taxonomies[.certificateur]?.values ?? []) {
            queries.append(firstWords(certifier.titre, 4))
        }
        return queries.filter { !$0.isEmpty }.map { query in
            ["titre": query, "adresse": "recherche/?q=" + PercentEncoding.query(query)]
        }
    }

    private func mostUsed(_ values: [Taxonomy.Value]) -> Taxonomy.Value? {
        values.enumerated().max { ($0.element.fiches.count, $1.offset) < ($1.element.fiches.count, $0.offset) }?.element
    }

    private func firstWords(_ text: String, _ count: Int) -> String {
        let words = text.split { " /,;()\u{A0}".contains($0) }.prefix(count)
        let short: Set<Substring> = ["de", "du", "des", "en", "et", "la", "le", "les", "à", "aux", "d’", "-"]
        var kept = Array(words)
        while let last = kept.last, kept.count > 1, short.contains(last) { kept.removeLast() }
        return kept.joined(separator: " ")
    }
}
