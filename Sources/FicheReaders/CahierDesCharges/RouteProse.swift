import FicheModel
import FrenchText

/// Reads out of prose by which routes the certification can be obtained, and who sits in its jury.
struct RouteProse {
    private(set) var voies = VoiesAcces()
    private(set) var lines: [SourceLine] = []
    private let sections: CahierSections
    private let notes: Set<Int>

    init(_ sections: CahierSections, notes: Set<Int>) {
        self.sections = sections
        self.notes = notes
        readRoutes()
        readJuries()
    }

    private func plain(_ block: CahierBlock) -> String {
        NoteCalls.removed(from: SourceMarkup.plain(NoteCalls.normalised(block.text)), known: notes).text
    }

    private mutating func readRoutes() {
        readSentences()
        guard voies.ouvertes.isEmpty else { return }
        // No sentence says it: "Missions dans le cadre d'un accès au CQP par la voie de la VAE" in a title still does.
        for section in sections.sections {
            let key = section.titre.map(Folding.key) ?? ""
            guard key.contains("acces"), key.contains("voie") else { continue }
            for route in Self.routes(in: key) { open(route, true) }
        }
    }

    private mutating func readSentences() {
        for section in sections.sections {
            var announced = Self.announcesRoutes(section.titre)
            for block in section.blocks {
                guard block.isProse else {
                    announced = false
                    continue
                }
                let text = plain(block)
                var found = false
                // Whether the paragraph names the certification: asked once, however many sentences begin with "Il".
                var isNamed: Bool?
                for sentence in Sentences.split(text) {
                    let key = Folding.key(sentence)
                    // "Il peut être obtenu par…" speaks of what the paragraph names.
                    let refersBack = key.hasPrefix("il ") || key.hasPrefix("elle ")
                    if refersBack, isNamed == nil { isNamed = Self.namesCertification(Folding.key(text)) }
                    let names = refersBack ? isNamed ?? false : Self.namesCertification(key)
                    let states = (names && Self.statesAccess(key)) || (block.isItem && announced)
                    if states || Self.statesCandidature(key) {
                        let routes = states ? Self.routes(in: key) : [.cl]
                        for route in routes { open(route, !Self.isNegated(key)) }
                        found = found || !routes.isEmpty
                    }
                }
                if found { lines += block.lines }
                if block.kind == .paragraph, text.hasSuffix(":") {
                    let key = Folding.key(text)
                    announced = announced || (Self.namesCertification(key) && Self.statesAccess(key))
                }
            }
        }
    }

    private mutating func open(_ route: CodeVoieAcces, _ isOpen: Bool) {
        // What one sentence opens no other closes: "n'est pas accessible sans …" elsewhere is a condition.
        if voies[route].ouverte != true { voies[route].ouverte = isOpen }
    }

    /// A section of its own: its items are routes.
    private static func announcesRoutes(_ title: String?) -> Bool {
        let key = title.map(Folding.key) ?? ""
        return ["voies d'acces", "voie d'acces", "les voies d'acces", "modalites d'acces"].contains(
            where: key.hasPrefix)
    }

    private static func namesCertification(_ key: String) -> Bool {
        WordScanner.words(in: key).contains { ["cqp", "certification", "certificat"].contains($0) }
    }

    /// "Le CQP est accessible par…", "peut être obtenu par…".
    private static func statesAccess(_ key: String) -> Bool {
        let words = WordScanner.words(in: key)
        if words.contains("accessible"),
            ["par ", "en ", "via ", "dans le cadre", ":", "apres "].contains(where: key.contains)
        {
            return true
        }
        return [
            "peut etre obtenu", "peut etre prepare", "peut etre acquis", "s'obtient", "voies d'acces", "s'acquiert",
        ].contains(where: key.contains)
            && ["par ", "en ", "via ", ":", "apres "].contains(where: key.contains)
    }

    /// "Les candidatures individuelles sont admises."
    private static func statesCandidature(_ key: String) -> Bool {
        guard
            key.contains("candidature individuelle") || key.contains("candidatures individuelles")
                || key.contains("candidats individuels")
        else { return false }
        return ["admis", "accept", "possible", "autoris", "recevable"].contains { key.contains($0) }
    }

    private static func isNegated(_ key: String) -> Bool {
        [" n'est pas ", " ne sont pas ", " ne peut pas ", " ne peut etre ", " n'est plus ", " ne peuvent "].contains {
            key.contains($0)
        }
    }

    private static func routes(in key: String) -> [CodeVoieAcces] {
        var found: [CodeVoieAcces] = []
        let words = WordScanner.words(in: key)
        if key.contains("apprentissage") { found.append(.ca) }
        if key.contains("professionnalisation") { found.append(.cq) }
        if key.contains("formation initiale") || key.contains("statut scolaire") || key.contains("statut d'etudiant")
            || key.contains("statut d'eleve")
        {
            found.append(.fi)
        }
        let isTraining = [
            "voie de la formation", "par la formation", "parcours de formation", "issue d'une formation",
            "issue de la formation",
            "action de formation", "actions de formation",
        ].contains(where: key.contains)
        if key.contains("formation continue") || isTraining && !found.contains(.fi) { found.append(.fc) }
        if words.contains("vae") || key.contains("validation des acquis") { found.append(.vae) }
        if key.contains("candidature individuelle") || key.contains("candidat libre")
            || key.contains("candidatures individuelles")
        {
            found.append(.cl)
        }
        return found
    }

    /// The paragraphs that say of whom the jury is composed, for the routes that they speak of.
    private mutating func readJuries() {
        var juries: [CodeVoieAcces: [String]] = [:]
        for section in sections.sections {
            for block in section.blocks where block.isProse {
                let text = plain(block)
                let key = Folding.key(text)
                guard Self.statesComposition(key) else { continue }
                for route in routesOfJury(key, titles: section.titles) where !(juries[route] ?? []).contains(text) {
                    juries[route, default: []].append(text)
                }
                lines += block.lines
            }
        }
        for (route, texts) in juries.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            voies[route].compositionJury = texts.map { SourceMarkup.inline($0) }.joined(separator: "\n\n")
        }
    }

    private static func statesComposition(_ key: String) -> Bool {
        if key.hasPrefix("composition du jury") { return key.utf8.count > 30 }
        let bodies: Set<String> = ["jury", "jurys", "binome", "binomes", "commission"]
        let verbs: Set<String> = [
            "compose", "composes", "composee", "composees", "constitue", "constitues", "constituee", "comprend",
        ]
        let objects: Set<String> = ["dossier", "livret", "pieces", "documents", "epreuve", "epreuves", "referentiel"]
        return Sentences.split(key).contains { sentence in
            let words = WordScanner.words(in: sentence)
            guard let verb = words.indices.first(where: { verbs.contains(words[$0]) && $0 + 1 < words.count }) else {
                return false
            }
            let before = words[max(0, verb - 14)..<verb]
            let after = words[verb + 1]
            let takesMembers = words[verb] == "comprend" || ["d", "de", "du", "des", "a", "au", "par"].contains(after)
            return takesMembers && before.contains(where: bodies.contains)
                && !words[..<verb].contains(where: objects.contains)
        }
    }

    /// Among the open routes: those of the VAE where the text or its section speak of it alone, all where of both.
    private func routesOfJury(_ key: String, titles: [String]) -> [CodeVoieAcces] {
        let words = WordScanner.words(in: key)
        let speaksOfVAE = words.contains("vae") || key.contains("validation des acquis")
        let speaksOfTraining =
            key.contains("certificative") || key.contains("acces formation") || key.contains("voie de la formation")
        let sectionIsVAE = titles.contains(where: EvaluationReader.speaksOfVAE)
        let open = voies.ouvertes
        if sectionIsVAE || (speaksOfVAE && !speaksOfTraining) { return open.filter { $0 == .vae } }
        if speaksOfTraining && !speaksOfVAE { return open.filter { $0 != .vae } }
        return open
    }
}
