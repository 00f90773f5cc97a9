import FicheModel
import FrenchText

/// Routes and juries as a table: a jury is written out once.
enum VoiesPage {
    /// `[{code, libelle, ouverte, classe, jury? (HTML), meme?, precision?}]`, one for each of the six routes; nil when the
    /// source says nothing of any.
    static func data(_ voies: VoiesAcces) -> [PageData]? {
        guard CodeVoieAcces.allCases.contains(where: { voies[$0] != VoieAcces() }) else { return nil }
        var known: [(jury: String, code: CodeVoieAcces)] = []
        return CodeVoieAcces.allCases.map { code in
            let voie = voies[code]
            var row: PageData = ["code": code.rawValue, "libelle": libelle(code)]
            switch voie.ouverte {
            case true?: (row["ouverte"], row["classe"]) = ("Oui", "oui")
            case false?: (row["ouverte"], row["classe"]) = ("Non", "non")
            case nil: (row["ouverte"], row["classe"]) = ("Non précisé", "inconnu")
            }
            if let jury = voie.compositionJury {
                if let same = known.first(where: { $0.jury == jury }) {
                    row["meme"] = "Même jury que pour \(complement(same.code))"
                } else {
                    known.append((jury, code))
                    row["jury"] = TexteHTML.html(jury, titres: 4)
                }
            } else {
                row["sans_jury"] = voie.ouverte == false ? "Voie non ouverte" : "Non précisé"
            }
            var notes: [String] = []
            if let year = voie.depuis { notes.append("dispositif prévu en \(year)") }
            if let date = voie.dateDerniereModification { notes.append("modifié le \(date.inFull)") }
            row.set("precision", notes.joined(separator: ", "))
            return row
        }
    }

    private static func libelle(_ code: CodeVoieAcces) -> String {
        code == .vae ? "Par expérience, par la validation des acquis de l’expérience (VAE)" : code.libelle
    }

    /// In the essentials and in lists.
    static func libelleCourt(_ code: CodeVoieAcces) -> String {
        switch code {
        case .fi: "Formation initiale (élève ou étudiant)"
        case .ca: "Apprentissage"
        case .fc: "Formation continue"
        case .cq: "Contrat de professionnalisation"
        case .cl: "Candidature individuelle"
        case .vae: "Validation des acquis de l’expérience (VAE)"
        }
    }

    private static func complement(_ code: CodeVoieAcces) -> String {
        switch code {
        case .fi: "la formation sous statut d’élève ou d’étudiant"
        case .ca: "le contrat d’apprentissage"
        case .fc: "la formation continue"
        case .cq: "le contrat de professionnalisation"
        case .cl: "la candidature individuelle"
        case .vae: "l’accès par expérience (VAE)"
        }
    }

    /// `[{titre, ouverte, classe}]` for the two territories; empty when the source speaks of neither. The old printed form
    /// always does, also where the mark cannot be told from its neighbour.
    static func territoires(_ fiche: Fiche) -> [PageData] {
        let facts = [
            ("Accessible en Nouvelle-Calédonie", fiche.accessibleNouvelleCaledonie),
            ("Accessible en Polynésie française", fiche.accessiblePolynesieFrancaise),
        ]
        let spoken = fiche.source.format == .ancienneFiche || facts.contains { $0.1 != nil }
        guard spoken else { return [] }
        return facts.map { name, open in
            [
                "titre": name, "ouverte": open.map { $0 ? "Oui" : "Non" } ?? "Non précisé",
                "classe": open.map { $0 ? "oui" : "non" } ?? "inconnu",
            ]
        }
    }
}
