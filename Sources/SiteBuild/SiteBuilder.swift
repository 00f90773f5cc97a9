import Catalogue
import Diagnostics
import FileStore

/// The pipeline: discover → read → assemble → plan → render → stage → verify → publish.
public enum SiteBuilder {
    /// Builds the site of a request and publishes it. Whatever goes wrong, the last site stands until the new one is whole.
    public static func build(_ request: BuildRequest) -> BuildReport {
        let folder = request.dryRun ? nil : cacheFolder(request)
        let report = build(request, folder: folder)
        // What an earlier build kept is damaged in a place that shows only when it is used: then it is of no use.
        guard let folder, report.diagnostics.contains(where: { $0.identifier == .ficheIntrouvable }),
            (try? FileWriting.remove(folder)) != nil
        else { return report }
        return build(request, folder: cacheFolder(request))
    }

    private static func build(_ request: BuildRequest, folder: String?) -> BuildReport {
        let site: PreparedSite
        do {
            site = try PreparedSite.prepare(request, folder: folder)
        } catch {
            return BuildReport(unreadable: error.diagnostics)
        }
        var report = BuildReport(site)
        if request.dryRun {
            check(site, request, &report)
        } else {
            Publishing(site: site, request: request, folder: folder).run(&report)
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
        let result = SiteRendering(site).render(threads: request.threads, progress: { _ in }, sink: memory)
        let findings = located(result.findings, request)
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
        let result = SiteRendering(site, measured: request.measured).render(
            threads: request.threads, progress: { progress(.rendu, $0, total) }, sink: NoSink())
        let findings = located(result.findings, request)
        report.pages = result.pages
        var times = site.times
        times.add(result.times)
        report.measures = result.measures(of: site, times)
        report.add(result.cache.search.files.map(\.path))
        report.diagnostics += result.diagnostics + findings.content + findings.structure
        if result.diagnostics.hasErrors || !findings.structure.isEmpty { report.outcome = .refused }
    }

    /// The folder in which a build keeps what is of use to the next one, and puts aside what it cannot hold; nil where it
    /// cannot be made, and the build does without.
    private static func cacheFolder(_ request: BuildRequest) -> String? {
        var output = request.output
        while output.count > 1, output.hasSuffix("/") { output.removeLast() }
        let folder = OutputState(of: OutputFolder.resolved(output)).cache
        do throws(FileProblem) {
            try FileWriting.makeFolder(folder)
            return folder
        } catch {
            return nil
        }
    }

    /// The links that lead nowhere, those of documents with their lines.
    static func located(_ findings: LinkFindings, _ request: BuildRequest)
        -> (content: [Diagnostic], structure: [Diagnostic])
    {
        let content = LinkPlaces.located(findings.content) { name in
            request.document != nil || name.hasPrefix("/") ? name : request.content + "/" + name
        }
        return (content, findings.structure)
    }
}
