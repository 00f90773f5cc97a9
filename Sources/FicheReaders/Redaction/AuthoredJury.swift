import Diagnostics
import FicheModel
import FrenchText

/// Reads « ## Voies d’accès et jury »: one `### FC` (or the official label; several with commas) a composition of jury.
enum AuthoredJury {
    private static let champ = Champ.voiesAcces

    static func read(_ content: [SourceLine], into fiche: inout Fiche, _ decoder: inout FieldDecoder) {
        let (lead, sections) = AuthoredBody.split(content, level: 3)
        let codes = CodeVoieAcces.allCases.map(\.rawValue)
        decoder.unplaced(
            lead, "Ce texte n’est donné pour aucune voie d’accès",
            hint: "Écrivez au-dessus les voies concernées, par exemple « ### \(codes.joined(separator: ", ")) »")
        var previous: String?
        for section in sections {
            guard let voies = routes(section, &decoder) else { continue }
            decoder.ledger.claim(section.title, .miseEnPage("titre de rubrique"))
            guard let texte = decoder.text(of: section.content, champ, level: 3) else { continue }
            var jury = texte
            if let repeated = previous, Folding.key(texte).hasPrefix("idem"), texte.utf8.count <= 6 {
                jury = repeated
                decoder.ledger.claim(section.content, .miseEnPage("Idem"))
            }
            previous = jury
            for code in voies { fiche.voiesAcces[code].compositionJury = jury }
        }
    }

    /// The routes that a heading names; nil, and said, when it names another.
    private static func routes(_ section: AuthoredSection, _ decoder: inout FieldDecoder) -> [CodeVoieAcces]? {
        var routes: [CodeVoieAcces] = []
        for name in section.title.text.split(separator: ",") {
            let code = route(named: String(name))
            guard let code else {
                let known = CodeVoieAcces.allCases.map(\.rawValue)
                let near = NearestMatch.nearest(
                    to: Folding.squeezed(String(name)), in: known + CodeVoieAcces.allCases.map(\.libelle))
                decoder.unplacedSection(
                    section, .voieInconnue, "« \(Folding.squeezed(String(name))) » n’est pas une voie d’accès",
                    hint: near.map { "Vouliez-vous dire « \($0) » ?" } ?? "Voies : \(known.joined(separator: ", "))")
                return nil
            }
            routes.append(code)
        }
        return routes
    }

    /// By its code, its official label, or words that stand in one label alone ("formation continue").
    private static func route(named name: String) -> CodeVoieAcces? {
        let key = RubriqueTitles.key(name)
        let all = CodeVoieAcces.allCases
        if let exact = all.first(where: { $0.rawValue.lowercased() == key || RubriqueTitles.key($0.libelle) == key }) {
            return exact
        }
        guard key.utf8.count >= 8 else { return nil }
        let holding = all.filter { " \(RubriqueTitles.key($0.libelle)) ".contains(" \(key) ") }
        return holding.count == 1 ? holding.first : nil
    }
}
