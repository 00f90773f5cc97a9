import FicheModel
import FrenchText

/// Registration and validity as lists of facts: `[{titre, valeur (HTML)}]`.
enum FaitsPage {
    static func enregistrement(_ fiche: Fiche) -> [PageData] {
        let registration = fiche.enregistrement
        var facts: [PageData] = []
        func add(_ titre: String, _ valeur: String?) {
            if let valeur { facts.append(["titre": titre, "valeur": valeur]) }
        }
        add("Type d’enregistrement", registration.type.map(TexteHTML.echappe))
        add("État de la fiche", fiche.etatFiche.map(TexteHTML.echappe))
        add("Déclarée active par la source", fiche.actif.map { $0 ? "Oui" : "Non" })
        add("Décision", registration.dateDecision.map(Phrases.time))
        add("Prise d’effet", registration.dateEffet.map(Phrases.time))
        add("Échéance", registration.dateFin.map(Phrases.time))
        add("Durée de l’enregistrement", registration.annees.map(Phrases.years))
        add("Date limite de délivrance", registration.dateLimiteDelivrance.map(Phrases.time))
        add("Publication au Journal officiel", registration.datePublicationJO.map(Phrases.time))
        add("Dernière publication au Journal officiel", registration.dateDernierJO.map(Phrases.time))
        add("Publication de la fiche", registration.dateDePublication.map(Phrases.time))
        if !registration.anneesPromotionsNiveau.isEmpty {
            add(
                "Promotions reconnues à ce niveau",
                Phrases.list(registration.anneesPromotionsNiveau.sorted().map(String.init)))
        }
        return facts
    }

    /// Whether parts can be validated, and for how long.
    static func validite(_ fiche: Fiche) -> [PageData] {
        var facts: [PageData] = []
        func add(_ titre: String, _ valeur: String?) {
            if let valeur, !valeur.isEmpty { facts.append(["titre": titre, "valeur": valeur]) }
        }
        add("Validité des composantes acquises", fiche.validiteComposantes.map { TexteHTML.echappe($0.texte) })
        add("Durée de validité du certificat", fiche.dureeValidite.map(TexteHTML.echappe))
        add("Modalités de renouvellement", fiche.modalitesRenouvellement.map { TexteHTML.html($0) })
        if let partial = fiche.validationPartielle {
            let possible = partial.possible.map { $0 ? "Possible" : "Non possible" }
            let perimeter = partial.perimetre.map { TexteHTML.html($0) }
            add("Validation partielle", [possible, perimeter].compactMap { $0 }.joined(separator: "\n"))
        }
        return facts
    }
}
