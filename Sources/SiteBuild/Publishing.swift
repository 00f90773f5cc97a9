import Catalogue
import Diagnostics
import FileStore

/// The last stages of a build: render into a staging tree, verify it, put it in its place.
struct Publishing {
    let site: PreparedSite
    let request: BuildRequest
    /// Where what was made is remembered for the next build; nil where nothing is.
    let folder: String?

    /// Publishes, and says in the report how that went. Until the very last step the last site stands as it was.
    func run(_ report: inout BuildReport) {
        if let problem = overlap {
            report.diagnostics.append(problem)
            report.outcome = .cannotWrite
            return
        }
        do throws(FileProblem) {
            let output = try OutputFolder(request.output)
            if let refusal = refusal(output) {
                report.diagnostics.append(refusal.diagnostic)
                report.outcome = refusal.outcome
                return
            }
            do throws(FileProblem) {
                try publish(into: output, &report)
            } catch {
                // What failed first is what is told; a tree that cannot be removed now is removed by the next build.
                try? output.abandon()
                throw error
            }
        } catch {
            var problem = error.diagnostic(.error, "sortie-non-ecrite")
            problem.hint = "Le dernier site publié reste en place ; choisissez un autre dossier avec --output"
            report.diagnostics.append(problem)
            report.outcome = .cannotWrite
        }
    }

    private func publish(into output: OutputFolder, _ report: inout BuildReport) throws(FileProblem) {
        var times = site.times
        let staging = try output.stage(companions: request.compress ? CompressedCopies.companions : [])
        let total = site.plan.outputs.count
        let progress = request.progress
        let former = folder.flatMap { RenderCache.load($0, program: request.program) }
        let rendering = SiteRendering(
            site, foreign: output.foreignFiles, former: former, folder: folder, measured: request.measured)
        times.end(.reprise)
        let result = rendering.render(
            threads: request.threads, progress: { progress(.rendu, $0, total) }, sink: staging)
        if let problem = result.problem { throw problem }
        times.add(result.times)
        let findings = SiteBuilder.located(result.findings, request)
        report.pages = result.pages
        report.add(result.cache.search.files.map(\.path))
        report.diagnostics += result.diagnostics + findings.content + findings.structure
        guard !result.diagnostics.hasErrors, findings.structure.isEmpty else {
            report.outcome = .refused
            try output.abandon()
            return
        }
        progress(.publication, total, total)
        let leftover = try output.publish(staging)
        report.files = staging.count
        report.outcome = .published
        report.made = result.made
        times.end(.publication)
        // Only what is published can be taken over by the next build.
        if let folder { result.cache.save(folder, program: request.program) }
        times.end(.conservation)
        report.measures = result.measures(of: site, times)
        if let leftover { report.diagnostics.append(leftover.diagnostic(.warning, "ancien-site-non-supprime")) }
    }

    /// Publishing over the catalogue itself, or over a folder that holds it, would move the sources about.
    private var overlap: Diagnostic? {
        guard request.document == nil, let content = FileTree.realPath(request.content),
            let output = FileTree.realPath(request.output), (content + "/").hasPrefix(output + "/")
        else { return nil }
        return Diagnostic(
            .error, "sortie-sur-le-contenu",
            "« \(request.output) » contient le catalogue lui-même : rien n’y est publié",
            hint: "Choisissez un autre dossier avec --output")
    }

    /// Why the plan may not be published into the folder; nil when it may.
    private func refusal(_ output: OutputFolder)
        -> (outcome: BuildReport.Outcome, diagnostic: Diagnostic)?
    {
        if !output.isOurs, !request.force {
            let diagnostic = Diagnostic(
                .error, "dossier-etranger",
                "« \(output.givenPath) » contient des fichiers que Parchemin n’a pas écrits (« \(output.foreignFiles[0]) »)",
                hint: "Choisissez un dossier vide, ou ajoutez --force : ces fichiers y resteront")
            return (.cannotWrite, diagnostic)
        }
        let planned = Set(site.plan.outputs.map(\.path))
        if !request.force, let inTheWay = output.foreignFiles.first(where: planned.contains) {
            let diagnostic = Diagnostic(
                .error, "fichier-etranger",
                "« \(inTheWay) » est à la place d’un fichier du site, et Parchemin ne l’a pas écrit",
                hint: "Déplacez-le, ou ajoutez --force pour le remplacer")
            return (.cannotWrite, diagnostic)
        }
        if !request.allowRemovals, let problem = RemovalGuard.problem(site.plan, manifest: output.manifest) {
            return (.refused, problem)
        }
        return nil
    }
}
