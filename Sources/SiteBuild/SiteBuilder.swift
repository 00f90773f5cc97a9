import Catalogue
import Diagnostics
import FileStore

/// The pipeline: discover → read → assemble → plan → render → stage → verify → publish.
public enum SiteBuilder {
    /// Builds the site of a request and publishes it. Whatever goes wrong, the last site stands until the new one is whole.
    public static func build(_ request: BuildRequest) -> BuildReport {
        let site: PreparedSite
        do {
            site = try PreparedSite.prepare(request)
        } catch {
            return BuildReport(unreadable: error.diagnostics)
        }
        var report = BuildReport(site)
        if request.dryRun {
            check(site, request, &report)
        } else {
            publish(site, request, &report)
        }
        report.diagnostics.sort()
        return report
    }

    /// Reads, renders and verifies without writing, and says what the readers made of each document.
    public static func check(_ request: BuildRequest) -> (report: BuildReport, documents: [DocumentCheck]) {
        var request = request
        request.dryRun = true
        let site: PreparedSite
        do {
            site = try PreparedSite.prepare(request)
        } catch {
            return (BuildReport(unreadable: error.diagnostics), [])
        }
        var report = BuildReport(site)
        check(site, request, &report)
        report.diagnostics.sort()
        return (report, site.documents.map(DocumentCheck.init))
    }

    /// Renders the site of a request in memory, for a preview: nothing is written.
    public static func render(_ request: BuildRequest) -> RenderedSite {
        let site: PreparedSite
        do {
            site = try PreparedSite.prepare(request)
        } catch {
            return RenderedSite(files: [:], diagnostics: error.diagnostics, basePath: "/", entry: "")
        }
        let memory = MemorySink()
        let result = SiteRendering.render(
            site, threads: request.threads, progress: { _ in }, sink: { path, bytes in memory.add(path, bytes) })
        let findings = links(result, site, foreign: [])
        // A single document may link to fiches of the catalogue that is not here: that is no fault of its own.
        let content = request.document == nil ? findings.content : []
        let all = site.diagnostics + result.diagnostics + content + findings.structure
        let entry = request.document == nil ? "" : site.model.fiches.first?.adresse ?? ""
        return RenderedSite(
            files: memory.files, diagnostics: all.sorted(), basePath: site.model.configuration.url?.basePath ?? "/",
            entry: entry)
    }

    /// Renders and verifies without writing.
    private static func check(_ site: PreparedSite, _ request: BuildRequest, _ report: inout BuildReport) {
        let total = site.plan.outputs.count
        let progress = request.progress
        let result = SiteRendering.render(
            site, threads: request.threads, progress: { progress(.rendu, $0, total) }, sink: { _, _ in })
        let findings = links(result, site, foreign: [])
        report.pages = result.pages
        report.diagnostics += result.diagnostics + findings.content + findings.structure
        if result.diagnostics.hasErrors || !findings.structure.isEmpty { report.outcome = .refused }
    }

    private static func publish(_ site: PreparedSite, _ request: BuildRequest, _ report: inout BuildReport) {
        do throws(FileProblem) {
            let output = try OutputFolder(request.output)
            if let refusal = refusal(output, site, request) {
                report.diagnostics.append(refusal.diagnostic)
                report.outcome = refusal.outcome
                return
            }
            let staging = try output.stage()
            let total = site.plan.outputs.count
            let progress = request.progress
            let result = SiteRendering.render(
                site, threads: request.threads, progress: { progress(.rendu, $0, total) },
                sink: { path, bytes throws(FileProblem) in try staging.add(bytes, at: path) })
            if let problem = result.problem { throw problem }
            let findings = links(result, site, foreign: output.foreignFiles)
            report.pages = result.pages
            report.diagnostics += result.diagnostics + findings.content + findings.structure
            guard !result.diagnostics.hasErrors, findings.structure.isEmpty else {
                report.outcome = .refused
                try output.abandon()
                return
            }
            progress(.publication, total, total)
            try output.publish(staging)
            report.files = staging.count
            report.outcome = .published
        } catch {
            var problem = error.diagnostic(.error, "sortie-non-ecrite")
            problem.hint = "Le dernier site publié reste en place ; choisissez un autre dossier avec --output"
            report.diagnostics.append(problem)
            report.outcome = .cannotWrite
        }
    }

    /// Why the plan may not be published into the folder; nil when it may.
    private static func refusal(_ output: OutputFolder, _ site: PreparedSite, _ request: BuildRequest)
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

    private static func links(_ result: SiteRendering.Result, _ site: PreparedSite, foreign: [String])
        -> LinkCheck.Findings
    {
        let files = Set(site.plan.outputs.map(\.path)).union(foreign)
        let check = LinkCheck(
            pages: result.links, files: files, basePath: site.model.configuration.url?.basePath ?? "/")
        return check.findings(result.links)
    }
}
