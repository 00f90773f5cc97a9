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
            case .enVigueur, .declareeActive: enVigueur += 1
            case .echeanceProche:
                enVigueur += 1
                proches += 1
            default: break
            }
        }
        let certificateurs = model.taxonomies[.certificateur]?.values.count ?? 0
        let blocs = model.fiches.reduce(0) { $0 + $1.blocs.count }
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
            "nombre": model.fiches.count,
        ]
        return [all]
            + model.shownTaxonomies.map { taxonomy in
                let words = TaxonomyWords.of(taxonomy.kind)
                return [
                    "titre": words.titre, "adresse": taxonomy.adresse, "texte": words.invitation,
                    "nombre": taxonomy.values.count,
                ]
            }
    }

    /// Queries that find something here: a job, a number, a certifier.
    private var exemples: [PageData] {
        var queries: [String] = []
        let jobs = model.taxonomies[.rome]?.values ?? []
        if let job = mostUsed(jobs) { queries.append(firstWords(job.titre, 3).lowercased()) }
        let current = model.etats.firstIndex { $0.code == "en-vigueur" } ?? model.etats.indices.first
        if let current, let numero = model.fiches[current].numeroFiche { queries.append(numero) }
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

/// Percent-encoding of addresses (RFC 3986).
enum PercentEncoding {
    /// A value of a query string.
    static func query(_ text: String) -> String {
        var result: [UInt8] = []
        for byte in text.utf8 {
            let plain =
                (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || "-._~".utf8.contains(byte)
            if plain {
                result.append(byte)
            } else {
                result.append(UInt8(ascii: "%"))
                result.append(contentsOf: hexadecimal[Int(byte >> 4)...Int(byte >> 4)])
                result.append(contentsOf: hexadecimal[Int(byte & 15)...Int(byte & 15)])
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static let hexadecimal = Array("0123456789ABCDEF".utf8)
}
