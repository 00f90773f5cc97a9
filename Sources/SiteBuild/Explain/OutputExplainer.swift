import Catalogue
import Diagnostics
import FileStore

/// Says of outputs why a build made them again or not.
struct OutputExplainer: Sendable {
    let site: PreparedSite
    /// Nil where no earlier build left anything of use.
    let freshness: Freshness?
    let former: RenderCache?
    /// What came of the build; nil where nothing was made.
    var result: RenderCache?

    /// What became of the outputs at these paths.
    ///
    /// - Parameter paths: as people write them: with or without `index.html`, with a `/` before them.
    /// - Returns: a diagnostic for each path that is no output of the site.
    func explain(_ paths: [String]) -> (explanations: [OutputExplanation], problems: [Diagnostic]) {
        var explanations: [OutputExplanation] = []
        var problems: [Diagnostic] = []
        for path in paths {
            if let output = output(path) {
                explanations.append(explanation(of: output))
            } else if let file = (result ?? former)?.search.files.first(where: { $0.path == path }) {
                explanations.append(explanation(ofSearch: file.path, hash: file.hash))
            } else {
                problems.append(unknown(path))
            }
        }
        return (explanations, problems)
    }

    /// The planned output that a path means.
    private func output(_ path: String) -> PlannedOutput? {
        let bare = String(path.drop { $0 == "/" })
        let folder = bare.isEmpty || bare.hasSuffix("/") ? bare : bare + "/"
        return site.plan.output(at: bare) ?? site.plan.output(at: folder + "index.html")
    }

    private func explanation(of output: PlannedOutput) -> OutputExplanation {
        if case .csv = output.content { return explanation(ofTable: output.path) }
        let reasons = allReasons(output)
        let grounds = reasons.map(\.words) + (reasons.isEmpty ? unchanged(output) : [])
        guard let result else {
            return OutputExplanation(
                path: output.path, outcome: reasons.isEmpty ? .seraitGarde : .seraitRefait, reasons: grounds)
        }
        let isMade = result.made.contains(output.path)
        let isSame = former?.records[output.path]?.hash == result.records[output.path]?.hash
        guard isMade else { return OutputExplanation(path: output.path, outcome: .garde, reasons: grounds) }
        return OutputExplanation(
            path: output.path, outcome: isSame ? .refaitIdentique : .refait,
            reasons: reasons.isEmpty ? [RemakeReason.retouche.words] : grounds)
    }

    /// Why an output must be made: for reasons of its own, or because another one of its fiche must.
    private func allReasons(_ output: PlannedOutput) -> [RemakeReason] {
        guard let freshness else { return [.sansTrace] }
        let own = freshness.reasons(output)
        guard own.isEmpty, let fiche = output.content.fiche else { return own }
        let other = site.plan.outputs.first {
            $0.content.fiche == fiche && $0.path != output.path && !freshness.reasons($0).isEmpty
        }
        return other.map { [.memeFiche($0.path)] } ?? []
    }

    /// What an output that is kept rests on.
    private func unchanged(_ output: PlannedOutput) -> [String] {
        let questions = former?.records[output.path]?.queries.count ?? 0
        let source =
            output.inputs.isEmpty
            ? "ce dont il est fait n’a pas changé"
            : "sa source dit la même chose\u{A0}: \(output.inputs.joined(separator: ", "))"
        let answers = "les \(questions) réponses du catalogue dont il dépend sont les mêmes"
        return [source] + (questions > 1 ? [answers] : [])
            + ["programme, date, réglages, thème et cadre des pages sont les mêmes"]
    }

    /// The tables and the search are put together from what each fiche has in them.
    private func explanation(ofTable path: String) -> OutputExplanation {
        explanation(together: path, was: former?.records[path]?.hash, is: result?.records[path]?.hash)
    }

    private func explanation(ofSearch path: String, hash: ContentHash) -> OutputExplanation {
        let was = former?.search.files.first { $0.path == path }?.hash
        return explanation(together: path, was: was, is: result == nil ? nil : hash)
    }

    private func explanation(together path: String, was: ContentHash?, is hash: ContentHash?) -> OutputExplanation {
        let fiches = remadeFiches
        guard result != nil else {
            let outcome: OutputExplanation.Outcome = fiches.isEmpty && was != nil ? .seraitGarde : .seraitRefait
            return OutputExplanation(path: path, outcome: outcome, reasons: [RemakeReason.fiches(fiches).words])
        }
        guard let was else {
            return OutputExplanation(path: path, outcome: .refait, reasons: [RemakeReason.sansTrace.words])
        }
        let isSame = was == hash
        return OutputExplanation(
            path: path, outcome: isSame ? .garde : .refait,
            reasons: isSame
                ? ["ce que les fiches y mettent n’a pas changé"] : [RemakeReason.fiches(fiches).words])
    }

    /// The pages of the fiches that are, or were, made again, and of those that are gone.
    private var remadeFiches: [String] {
        let pages = site.plan.outputs.filter { output in
            guard case .fiche = output.content else { return false }
            return result.map { $0.made.contains(output.path) } ?? !allReasons(output).isEmpty
        }
        let present = Set(site.plan.outputs.map(\.path))
        return pages.map(\.path) + (former?.order.filter { !present.contains($0) } ?? [])
    }

    private func unknown(_ path: String) -> Diagnostic {
        let paths = site.plan.outputs.map(\.path) + ((result ?? former)?.search.files.map(\.path) ?? [])
        return Diagnostic(
            .error, .cheminInconnu, "« \(path) » n’est pas un fichier du site",
            hint: NearestMatch.nearest(to: path, in: paths).map { "Le plus proche : « \($0) »" }
                ?? "Donnez son chemin depuis le dossier publié, par exemple « fiches/rncp1/index.html »")
    }
}

extension Diagnostic.Identifier {
    static let cheminInconnu: Self = "chemin-inconnu"
}
