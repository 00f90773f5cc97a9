import FicheModel
import FrenchText
import Markdown

/// Certifiers in full and the bodies that they empower.
struct OrganismesPage {
    let context: FicheContext

    /// `[{nom, adresse?, faits: [{titre, valeur (HTML)}]}]`; empty when the essentials already say all.
    func certificateurs(_ certificateurs: [Certificateur]) -> [PageData] {
        let rows = certificateurs.map { certificateur -> PageData in
            var facts: [PageData] = []
            func add(_ titre: String, _ valeur: String?) {
                if let valeur { facts.append(["titre": titre, "valeur": valeur]) }
            }
            add("Nom commercial", certificateur.nomCommercial.map(TexteHTML.echappe))
            add("SIRET", certificateur.siret.map { "<span class=\"code\">\(TexteHTML.echappe($0))</span>" })
            add("Qualité du signataire", certificateur.qualiteSignataire.map(TexteHTML.echappe))
            add("Site internet", certificateur.siteInternet.map(Self.site))
            add("État", certificateur.etat.map(TexteHTML.echappe))
            add("Dernier changement d’état", certificateur.dateDerniereModificationEtat.map(Phrases.time))
            var row: PageData = ["nom": Typography.spaced(certificateur.nom)]
            row.set("adresse", context.lien(.certificateur, certificateur.siret ?? certificateur.nom))
            row.set("faits", facts)
            return row
        }
        let telling = rows.contains { $0["faits"] != nil } || rows.count > 5
        return telling ? rows : []
    }

    /// One HTML list of all partners: there can be hundreds.
    func partenaires(_ partenaires: [Partenaire]) -> String? {
        guard !partenaires.isEmpty else { return nil }
        var html = "<ul class=\"partenaires\">\n"
        for partenaire in partenaires {
            var facts: [String] = []
            if let habilitation = partenaire.habilitation {
                facts.append(TexteHTML.echappe(Self.habilitation(habilitation)))
            }
            if let siret = partenaire.siret {
                facts.append("<span class=\"code\">SIRET \(TexteHTML.echappe(siret))</span>")
            }
            if let etat = partenaire.etat {
                let changed = partenaire.dateDerniereModificationEtat.map { ", modifié le \(Phrases.time($0))" } ?? ""
                facts.append(TexteHTML.echappe(etat) + changed)
            } else if let changed = partenaire.dateDerniereModificationEtat {
                facts.append("modifié le \(Phrases.time(changed))")
            }
            if let since = partenaire.dateActif { facts.append("actif depuis le \(Phrases.time(since))") }
            html += "<li>\(TexteHTML.echappe(partenaire.nom))"
            if !facts.isEmpty { html += " <span class=\"precision\">\(facts.joined(separator: " · "))</span>" }
            html += "</li>\n"
        }
        return html + "</ul>\n"
    }

    static func site(_ adresse: String) -> String {
        let target = adresse.lowercased().hasPrefix("www.") ? "https://" + adresse : adresse
        return LinkScheme.isWeb(target) ? TexteHTML.lien(target, texte: adresse) : TexteHTML.echappe(adresse)
    }

    private static func habilitation(_ code: String) -> String {
        switch code {
        case "HABILITATION_FORMER": "habilité à former"
        case "HABILITATION_ORGANISER": "habilité à organiser l’évaluation"
        case "HABILITATION_ORGA_FORM": "habilité à former et à organiser l’évaluation"
        default: code
        }
    }
}
