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
        var announced = false
        for section in sections.sections {
            announced = false
            for block in section.blocks {
                guard block.isProse else {
                    announced = false
                    continue
                }
                let text = plain(block)
                var found = false
                for sentence in Sentences.split(text) {
                    let key = Folding.key(sentence)
                    let states = Self.statesAccess(key) || (block.isItem && announced)
                    if states || Self.statesCandidature(key) {
                        let routes = states ? Self.routes(in: key) : [.cl]
                        for route in routes { open(route, !Self.isNegated(key)) }
                        found = found || !routes.isEmpty
                    }
                }
                if found { lines += block.lines }
                if block.kind == .paragraph { announced = Self.statesAccess(Folding.key(text)) && text.hasSuffix(":") }
            }
        }
    }

    private mutating func open(_ route: CodeVoieAcces, _ isOpen: Bool) {
        // What one sentence opens no other closes: "n'est pas accessible sans …" elsewhere is a condition.
        if voies[route].ouverte != true { voies[route].ouverte = isOpen }
    }

    /// "Le CQP est accessible par…", "peut être obtenu par…".
    private static func statesAccess(_ key: String) -> Bool {
        let subjects = ["cqp", "certification", "certificat"]
        let words = WordScanner.words(in: key)
        guard words.contains(where: subjects.contains) else { return false }
        if words.contains("accessible"), ["par ", "en ", "via ", "dans le cadre", ":", "apres "].contains(where: key.contains) { return true }
        return ["peut etre obtenu", "peut etre prepare", "peut etre acquis", "s'obtient", "voies d'acces", "s'acquiert"].contains(where: key.contains)
            && ["par ", "en ", "via ", ":", "apres "].contains(where: key.contains)
    }

    /// "Les candidatures individuelles sont admises."
    private static func statesCandidature(_ key: String) -> Bool {
        guard key.contains("candidature individuelle") || key.contains("candidatures individuelles") || key.contains("candidats individuels")
        else { return false }
        return ["admis", "accept", "possible", "autoris", "recevable"].contains { key.contains($0) }
    }

    private static func isNegated(_ key: String) -> Bool {
        [" n'est pas ", " ne sont pas ", " ne peut pas ", " ne peut etre ", " n'est plus ", " ne peuvent "].contains { key.contains($0) }
    }

    private static func routes(in key: String) -> [CodeVoieAcces] {
        var found: [CodeVoieAcces] = []
        let words = WordScanner.words(in: key)
        if key.contains("apprentissage") { found.append(.ca) }
        if key.contains("professionnalisation") { found.append(.cq) }
        if key.contains("formation initiale") || key.contains("statut scolaire") || key.contains("statut d'etudiant") || key.contains("statut d'eleve") {
            found.append(.fi)
        }
        if key.contains("formation continue") || key.contains("la formation") && !key.contains("formation initiale")
            || key.contains("un parcours de formation") || key.contains("parcours de formation continue")
        {
            found.append(.fc)
        }
        if words.contains("vae") || key.contains("validation des acquis") { found.append(.vae) }
        if key.contains("candidature individuelle") || key.contains("candidat libre") || key.contains("candidatures individuelles") { found.append(.cl) }
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
        let bodies = ["jury", "binome d'evaluateurs", "commission d'evaluation", "evaluateurs habilites"]
        let verbs = ["compose d", "composes d", "composee d", "est constitue d", "constituee d", "comprend au moins", "composition du jury"]
        return Sentences.split(key).contains { sentence in bodies.contains(where: sentence.contains) && verbs.contains(where: sentence.contains) }
    }

    /// Among the open routes: those of the VAE where the text or its section speak of it alone, all where of both.
    private func routesOfJury(_ key: String, titles: [String]) -> [CodeVoieAcces] {
        let words = WordScanner.words(in: key)
        let speaksOfVAE = words.contains("vae") || key.contains("validation des acquis")
        let speaksOfTraining = key.contains("certificative") || key.contains("acces formation") || key.contains("voie de la formation")
        let sectionIsVAE = titles.contains(where: EvaluationReader.speaksOfVAE)
        let open = voies.ouvertes
        if sectionIsVAE || (speaksOfVAE && !speaksOfTraining) { return open.filter { $0 == .vae } }
        if speaksOfTraining && !speaksOfVAE { return open.filter { $0 != .vae } }
        return open
    }
}
