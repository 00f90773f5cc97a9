import FicheDocument
import FicheModel
import FrenchText

/// Where the open data are, from the root of the site.
public enum DonneesAddress {
    static let page = "donnees/"

    /// The address of a fiche in a table: whole where that of the site is known, else from the root.
    public static func adresse(of fiche: FicheSummary, in model: CatalogueModel) -> String {
        model.configuration.url?.absolute(fiche.adresse) ?? fiche.adresse
    }
}

/// The page that documents the open data of the catalogue.
struct DonneesData {
    private let model: CatalogueModel

    init(_ model: CatalogueModel) { self.model = model }

    var data: PageData {
        var data: PageData = [
            "titre": "Données", "fichiers": files, "tables": tables, "schemas": schemas, "cles": keys,
            "nombre_en_clair": FrenchCount.fiches(model.fiches.count),
        ]
        if let fiche = model.fiches.first, model.configuration.outputs.json {
            data["exemple"] =
                ["titre": Typography.spaced(fiche.intitule), "adresse": fiche.adresse + "index.json"] as PageData
        }
        return data
    }

    private var files: [PageData] {
        let kinds = model.configuration.outputs
        var files = [
            file(
                "Index du catalogue", "index.json", "JSON",
                "Toutes les fiches en bref\u{A0}: codes, certificateurs, état, échéance, adresse.")
        ]
        if kinds.csv {
            files += TableCSV.allCases.map { file($0.titre, $0.path, "CSV", Typography.spaced($0.ligne)) }
        }
        if EcheancesAddress.hasCalendar(model) {
            files.append(
                file("Échéances", EcheancesAddress.calendrier, "iCalendar", "Les échéances à venir et leurs rappels."))
        }
        if EcheancesAddress.hasFeed(model) {
            files.append(file("Échéances", EcheancesAddress.flux, "Atom", "Les rappels des douze derniers mois."))
        }
        return files
    }

    private func file(_ titre: String, _ adresse: String, _ type: String, _ texte: String) -> PageData {
        ["titre": titre, "adresse": adresse, "type": type, "texte": texte]
    }

    private var tables: [PageData] {
        guard model.configuration.outputs.csv else { return [] }
        return TableCSV.allCases.map { table in
            [
                "titre": table.titre, "nom": "\(table.rawValue).csv",
                "colonnes": table.colonnes.map { ["nom": $0.nom, "sens": Typography.spaced($0.sens)] },
            ]
        }
    }

    private var schemas: [PageData] {
        PublishedSchema.allCases.map { ["titre": $0.titre, "adresse": $0.path, "nom": "\($0.rawValue).schema.json"] }
    }

    private var keys: [PageData] { Champ.allCases.map { ["nom": $0.rawValue, "sens": $0.titre] } }
}
