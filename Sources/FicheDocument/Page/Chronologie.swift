import FicheModel

/// The dates of a registration as a line.
enum Chronologie {
    /// `[{date, date_iso, textes: [String], classe}]` in the order of the days; empty when the source gives no date.
    static func data(_ fiche: Fiche, etat: EtatDeValidite) -> [PageData] {
        let registration = fiche.enregistrement
        var events: [(date: CalendarDate, texte: String, classe: String)] = []
        func add(_ date: CalendarDate?, _ texte: String, _ classe: String = "") {
            if let date { events.append((date, texte, classe)) }
        }
        let length = registration.annees.map { ", pour \(Phrases.years($0))" } ?? ""
        add(registration.dateDecision, "Décision d’enregistrement")
        add(registration.datePublicationJO, "Publication au Journal officiel")
        add(registration.dateEffet, "Prise d’effet\(length)")
        add(registration.dateFin, "Échéance", "fin")
        add(registration.dateLimiteDelivrance, "Dernier jour de délivrance possible")
        guard !events.isEmpty else { return [] }
        add(etat.date, EtatPage.depuis(etat), "maintenant")

        var points: [PageData] = []
        var previous: CalendarDate?
        for event in events.enumerated().sorted(by: { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) })
            .map(\.element)
        {
            if event.date == previous, var last = points.popLast() {
                last["textes"] = (last["textes"] as? [String] ?? []) + [event.texte]
                if !event.classe.isEmpty { last["classe"] = event.classe }
                points.append(last)
            } else {
                points.append([
                    "date": event.date.inFull, "date_iso": event.date.iso, "textes": [event.texte],
                    "classe": event.classe,
                ])
            }
            previous = event.date
        }
        return points
    }
}
