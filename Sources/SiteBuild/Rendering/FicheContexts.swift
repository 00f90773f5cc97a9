import Catalogue
import FicheDocument

/// Makes what a page of a fiche must know of the catalogue.
enum FicheContexts {
    /// - Parameters:
    ///   - identifiant: that of the fiche, for its own page.
    ///   - log: told of everything that the page asks of the catalogue.
    static func context(
        _ model: CatalogueModel, path: String, identifiant: String? = nil, log: QueryLog? = nil
    ) -> FicheContext {
        let kinds = model.configuration.outputs
        let donnees = [("JSON", "index.json", kinds.json), ("Markdown", "index.md", kinds.markdown)]
        let adresse = path.hasSuffix("index.html") ? String(path.dropLast("index.html".count)) : path
        return FicheContext(
            racine: CommonData.racine(of: path), demonstration: model.configuration.demonstration,
            titreSite: model.configuration.titre, adresseAbsolue: model.configuration.url?.absolute(adresse),
            numerosFictifs: Set(model.configuration.numerosFictifs),
            jsonLD: kinds.jsonLD,
            donnees: donnees.filter(\.2).map { (titre: $0.0, adresse: $0.1) },
            pagesDeBlocs: kinds.blocs, comparer: model.aComparer ? identifiant.map { "comparer/?f=\($0)" } : nil,
            versions: { model.aComparer ? Generation.adresse(avant: $0, apres: $1) : nil },
            adresse: {
                log?.note($0, $1)
                return self.adresse(of: $0, $1, in: model)
            },
            fiche: {
                log?.note(.fiche, $0)
                return known($0, in: model)
            },
            lineage: {
                log?.note(.lignee, $0)
                return lineage(of: $0, in: model)
            },
            lointaines: {
                log?.note(.lointaines, $0)
                return model.lineage.lointaines(of: $0)
            },
            correspondancesRecues: {
                log?.note(.correspondances, $0)
                return model.correspondances[$0]
            })
    }

    /// For a fiche that stands with others on the page at `path`: it leads to no page about itself alone, and is cited by the
    /// address of its own.
    static func embedded(_ model: CatalogueModel, path: String, fiche: FicheSummary) -> FicheContext {
        FicheContext(
            racine: CommonData.racine(of: path), demonstration: model.configuration.demonstration,
            titreSite: model.configuration.titre, adresseAbsolue: model.configuration.url?.absolute(fiche.adresse),
            numerosFictifs: Set(model.configuration.numerosFictifs), jsonLD: false, donnees: [],
            adresse: { self.adresse(of: $0, $1, in: model) }, fiche: { known($0, in: model) },
            lineage: { lineage(of: $0, in: model) }, lointaines: { model.lineage.lointaines(of: $0) },
            correspondancesRecues: { model.correspondances[$0] })
    }

    static func known(_ numero: String, in model: CatalogueModel) -> FicheContext.FicheConnue? {
        model.index(ofNumero: numero).map { index in
            FicheContext.FicheConnue(
                titre: model.fiches[index].intitule, adresse: model.fiches[index].adresse,
                etat: model.etats[index], identifiant: model.fiches[index].identifiant)
        }
    }

    static func lineage(of numero: String, in model: CatalogueModel) -> (avant: [String], apres: [String]) {
        (model.lineage.anciennes(declaringNext: numero), model.lineage.nouvelles(declaringPrevious: numero))
    }

    static func adresse(of list: FicheContext.Taxonomie, _ key: String, in model: CatalogueModel) -> String? {
        guard model.configuration.outputs.listes else { return nil }
        switch list {
        case .niveau: return model.taxonomies.adresse(of: .niveau, key: key)
        case .rome: return model.taxonomies.adresse(of: .rome, key: key.uppercased())
        case .nsf: return model.taxonomies.adresse(of: .nsf, key: key.lowercased())
        case .certificateur: return model.taxonomies.adresse(of: .certificateur, key: key)
        case .convention: return model.taxonomies.adresse(of: .convention, key: key)
        case .idcc: return model.taxonomies.adresse(of: .convention, key: "idcc " + key)
        case .voieAcces: return model.taxonomies.adresse(of: .voie, key: key)
        case .type: return model.taxonomies.adresse(of: .type, key: key)
        case .formacode: return nil
        }
    }
}
