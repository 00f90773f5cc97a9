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
            Publishing(site: site, request: request).run(&report)
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
        let findings = links(result, site, request)
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
        let findings = links(result, site, request)
        report.pages = result.pages
        report.diagnostics += result.diagnostics + findings.content + findings.structure
        if result.diagnostics.hasErrors || !findings.structure.isEmpty { report.outcome = .refused }
    }

    /// The links of the rendered pages that lead nowhere.
    static func links(
        _ result: SiteRendering.Result, _ site: PreparedSite, _ request: BuildRequest, foreign: [String] = []
    ) -> (content: [Diagnostic], structure: [Diagnostic]) {
        let files = Set(site.plan.outputs.map(\.path)).union(foreign)
        let check = LinkCheck(
            pages: result.links, files: files, basePath: site.model.configuration.url?.basePath ?? "/")
        let findings = check.findings(result.links)
        let content = LinkPlaces.located(findings.content) { name in
            request.document != nil || name.hasPrefix("/") ? name : request.content + "/" + name
        }
        return (content, findings.structure)
    }
}
