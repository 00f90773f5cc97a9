import Catalogue
import Diagnostics
import FileStore
import Threads

/// The pipeline: discover → read → assemble → plan → render → stage → verify → publish.
public enum SiteBuilder {
    /// Builds the site of a request and publishes it. Whatever goes wrong, the last site stands until the new one is whole.
    public static func build(_ request: BuildRequest) -> BuildReport {
        let gathered: GatheredInputs
        do {
            gathered = try GatheredInputs(request)
        } catch {
            return BuildReport(unreadable: error.diagnostics)
        }
        if request.dryRun { return planned(gathered, request) }
        if let problem = Publishing.overlap(request) {
            return BuildReport(gathered, unwritten: problem)
        }
        let claim: OutputClaim
        do {
            claim = try OutputClaim(request.output)
        } catch {
            return BuildReport(gathered, unwritten: Publishing.diagnostic(error))
        }
        defer { claim.release() }
        let report = build(gathered, request, claim)
        if request.isLast { EndOfProcess.leave(report) }
        return report
    }

    private static func build(_ gathered: GatheredInputs, _ request: BuildRequest, _ claim: OutputClaim) -> BuildReport
    {
        var publishing = Publishing(request: request, claim: claim)
        guard let folder = cacheFolder(request) else { return publishing.run(gathered) }
        let seal = BuildSeal.load(folder, program: request.program)
        let threads = request.threads
        let untouched = seal.map { seal in Later { claim.untouched(since: seal.site, threads: threads) } }
        let inputs = gathered.fingerprint(request)
        if let seal, let inputs, seal.inputs == inputs, !request.verify, request.explain.isEmpty,
            untouched?.value != nil,
            var report = seal.repeatedReport(folder, program: request.program, isBrief: request.isBrief)
        {
            var times = gathered.times
            times.end(.reprise)
            report.measures = request.measured ? BuildMeasures(times) : nil
            return report
        }
        (publishing.folder, publishing.inputs) = (folder, inputs)
        if let untouched {
            // Looked at beside reading and assembling, which leave a processor free.
            publishing.untouched = Later {
                guard var site = untouched.value else { return nil }
                site.previous = claim.untouchedPrevious(of: site, threads: 1)
                return site
            }
        }
        let report = publishing.run(gathered)
        // What an earlier build kept is damaged in a place that shows only when it is used: then it is of no use.
        guard report.diagnostics.contains(where: { $0.identifier == .ficheIntrouvable }),
            (try? FileWriting.remove(folder)) != nil
        else { return report }
        publishing.folder = cacheFolder(request)
        return publishing.run(gathered)
    }

    private static func planned(_ gathered: GatheredInputs, _ request: BuildRequest) -> BuildReport {
        let site = PreparedSite.prepare(gathered, request, folder: nil)
        var report = BuildReport(site)
        check(site, request, &report)
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

    /// Renders and verifies without writing.
    private static func check(_ site: PreparedSite, _ request: BuildRequest, _ report: inout BuildReport) {
        let total = site.plan.outputs.count
        let progress = request.progress
        if !request.explain.isEmpty {
            // What would be depends on what the last build kept; nothing is written beside it.
            let former = RenderCache.load(cachePath(request), program: request.program)
            report.explain(
                request.explain, SiteRendering(site, foreign: former?.foreign ?? [], former: former).explainer())
        }
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
    static func cacheFolder(_ request: BuildRequest) -> String? {
        let folder = cachePath(request)
        do throws(FileProblem) {
            try FileWriting.makeFolder(folder)
            FileWriting.removeAbandoned(in: folder)
            return folder
        } catch {
            return nil
        }
    }

    private static func cachePath(_ request: BuildRequest) -> String {
        var output = request.output
        while output.count > 1, output.hasSuffix("/") { output.removeLast() }
        return OutputState(of: OutputFolder.resolved(output)).cache
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
