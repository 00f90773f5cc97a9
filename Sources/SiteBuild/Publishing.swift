import Catalogue
import Diagnostics
import FileStore
import Threads

/// A build that writes: read, render into a staging tree, verify it, put it in its place.
struct Publishing {
    let request: BuildRequest
    /// The folder to publish into.
    let claim: OutputClaim
    /// Where what was made is remembered for the next build; nil where nothing is.
    var folder: String?
    /// What the site is made from; nil where nobody can tell.
    var inputs: Fingerprint?
    /// What lies in the folder, if nobody touched it since the last build.
    var untouched: Later<PublishedSite?>?

    /// Publishes, and says how that went. Until the very last step the last site stands as it was.
    func run(_ gathered: GatheredInputs) -> BuildReport {
        let (claim, untouched, program) = (claim, untouched, request.program)
        // What the last build left is looked at beside reading and assembling, which leave a processor free.
        let output = Later { OutputFolder.Opening(claim, untouched: untouched?.value) }
        let former = folder.map { folder in Later { RenderCache.load(folder, program: program) } }
        var ahead: SearchAhead?
        let site = PreparedSite.prepare(gathered, request, folder: folder) { documents in
            if let folder, let former { ahead = SearchAhead(documents, former: former, folder: folder) }
        }
        var report = BuildReport(site, apart: true)
        run(site, output, former, ahead, &report)
        report.addKept(site, isBrief: request.isBrief)
        _ = site.keeping?.value
        if request.isLast { EndOfProcess.leave(site, output, former as Any, ahead as Any) }
        return report
    }

    private func run(
        _ site: PreparedSite, _ opening: Later<OutputFolder.Opening>, _ former: Later<RenderCache?>?,
        _ ahead: SearchAhead?, _ report: inout BuildReport
    ) {
        do throws(FileProblem) {
            let output = try opening.value.get()
            if let refusal = refusal(site, output) {
                report.diagnostics.append(refusal.diagnostic)
                report.outcome = refusal.outcome
                return
            }
            do throws(FileProblem) {
                try publish(site, into: output, former?.value, ahead, &report)
            } catch {
                // What failed first is what is told; a tree that cannot be removed now is removed by the next build.
                try? output.abandon()
                throw error
            }
        } catch {
            report.diagnostics.append(Self.diagnostic(error))
            report.outcome = .cannotWrite
        }
    }

    /// A problem of the folder to publish into.
    static func diagnostic(_ problem: FileProblem) -> Diagnostic {
        var diagnostic = problem.diagnostic(.error, "sortie-non-ecrite")
        diagnostic.hint = "Le dernier site publié reste en place ; choisissez un autre dossier avec --output"
        return diagnostic
    }

    private func publish(
        _ site: PreparedSite, into output: OutputFolder, _ former: RenderCache?, _ ahead: SearchAhead?,
        _ report: inout BuildReport
    ) throws(FileProblem) {
        var times = site.times
        let staging = try output.stage(companions: request.compress ? CompressedCopies.companions : [])
        let total = site.plan.outputs.count
        let progress = request.progress
        let rendering = SiteRendering(
            site, foreign: output.foreignFiles, former: former, ahead: ahead, folder: folder, measured: request.measured
        )
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
        report.explain(request.explain, rendering.explainer(result.cache))
        progress(.publication, total, total)
        // Made while the site takes its place, written once it has it.
        let (list, cache, program) = (staging.list, result.cache, request.program)
        let packed = folder.map { folder in
            Later {
                var cache = cache
                cache.site = list.value.hash
                return cache.packed(folder, program: program)
            }
        }
        let isUnchanged = Later { self.isUnchanged }
        let publication = try output.publish(staging)
        report.files = staging.count
        report.outcome = .published
        report.made = result.made
        times.end(.publication)
        // Only what is published can be taken over by the next build.
        let saving = folder.flatMap { folder in
            packed.map { packed in Later { RenderCache.save(packed.value, folder, program: program) } }
        }
        if let leftover = publication.leftover {
            report.diagnostics.append(leftover.diagnostic(.warning, "ancien-site-non-supprime"))
        } else {
            let kept = site.documents.compactMap(\.remarks.place)
            seal(
                publication.site ?? output.site(of: staging, publication, threads: request.threads), isUnchanged, kept,
                &report)
        }
        _ = saving?.value
        times.end(.conservation)
        report.measures = result.measures(of: site, times)
        if request.isLast { EndOfProcess.leave(result, rendering, staging) }
    }

    /// Whether the inputs, now that all were read, are those from which the build set out.
    private var isUnchanged: Bool {
        guard let inputs, let now = try? GatheredInputs(request) else { return false }
        return now.fingerprint(request) == inputs
    }

    /// Lets the next build see at once that nothing changed, if nothing did while this one was at work.
    ///
    /// - Parameter kept: where remarks are kept that the report does not hold yet.
    private func seal(
        _ site: @autoclosure () -> PublishedSite?, _ isUnchanged: Later<Bool>, _ kept: [Remarks.Place],
        _ report: inout BuildReport
    ) {
        guard let folder, let inputs, isUnchanged.value, let site = site() else { return }
        report.diagnostics.sort()
        BuildSeal(inputs: inputs, site: site).save(report, kept: kept, folder, program: request.program)
    }

    /// Publishing over the catalogue itself, or over a folder that holds it, would move the sources about.
    static func overlap(_ request: BuildRequest) -> Diagnostic? {
        guard request.document == nil, let content = FileTree.realPath(request.content),
            let output = FileTree.realPath(request.output), (content + "/").hasPrefix(output + "/")
        else { return nil }
        return Diagnostic(
            .error, "sortie-sur-le-contenu",
            "« \(request.output) » contient le catalogue lui-même : rien n’y est publié",
            hint: "Choisissez un autre dossier avec --output")
    }

    /// Why the plan may not be published into the folder; nil when it may.
    private func refusal(_ site: PreparedSite, _ output: OutputFolder)
        -> (outcome: BuildReport.Outcome, diagnostic: Diagnostic)?
    {
        if !output.isOurs, !request.force {
            let diagnostic = Diagnostic(
                .error, "dossier-etranger",
                "« \(output.givenPath) » contient des fichiers que Parchemin n’a pas écrits (« \(output.foreignFiles[0]) »)",
                hint: "Choisissez un dossier vide, ou ajoutez --force : ces fichiers y resteront")
            return (.cannotWrite, diagnostic)
        }
        if !request.force, let inTheWay = output.foreignFiles.first(where: { site.plan.place(at: $0) != nil }) {
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
