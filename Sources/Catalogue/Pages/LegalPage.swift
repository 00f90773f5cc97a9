import FicheDocument
import FrenchText

/// The pages that a site owes to its readers: the legal notice and the declaration of accessibility. A page of the same
/// address in `pages/` takes their place.
public enum LegalPage: String, CaseIterable, Sendable {
    case mentionsLegales = "mentions-legales"
    case accessibilite

    /// The address from the root of the site.
    var adresse: String { rawValue + "/" }

    /// The title of the page, and of its lists of links.
    var titre: String {
        switch self {
        case .mentionsLegales: "Mentions légales"
        case .accessibilite: "Accessibilité"
        }
    }

    /// What stands at the foot of every page: the state of conformity is a part of the link (RGAA, obligations d’affichage).
    func pied(_ model: CatalogueModel) -> String {
        switch self {
        case .mentionsLegales: titre
        case .accessibilite: "\(titre)\u{A0}: \(Self.conformite(model))"
        }
    }

    /// Those that no page of the content replaces.
    static func planned(_ model: CatalogueModel) -> [LegalPage] {
        let written = Set(model.pages.map(\.adresse))
        return allCases.filter { !written.contains($0.adresse) }
    }

    private static func conformite(_ model: CatalogueModel) -> String {
        (model.configuration.audit?.etat ?? .non).enClair
    }

    /// The data of its template, which has its name.
    func data(_ model: CatalogueModel) -> PageData {
        switch self {
        case .mentionsLegales: return ["titre": titre, "recherche": model.configuration.outputs.recherche]
        case .accessibilite:
            var data: PageData = [
                "titre": "Déclaration d’accessibilité", "conformite": Self.conformite(model), "audite": false,
            ]
            guard let audit = model.configuration.audit else { return data }
            data["audite"] = true
            data["audit"] =
                [
                    "taux": audit.taux, "date": audit.date.inFull, "date_iso": audit.date.iso,
                    "auditeur": Typography.spaced(audit.auditeur), "referentiel": Typography.spaced(audit.referentiel),
                ] as PageData
            data["non_conformites"] = audit.nonConformites.map { TexteHTML.enLigne($0) }
            return data
        }
    }
}
