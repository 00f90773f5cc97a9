import Catalogue
import Diagnostics
import FicheDocument
import FicheModel
import FileStore
import SearchIndex

/// Renders all outputs and hands each to a sink as it is done. Nothing of an output is held but what is wrong with it.
struct SiteRendering: Sendable {
    private let site: PreparedSite
    private let renderer: OutputRenderer
    private let jobs: RenderJobs
    private let links: LinkTargets

    /// What came of one job.
    private struct Rendered: Sendable {
        var diagnostics: [Diagnostic] = []
        var pages: [PageAudit] = []
        /// What the fiche adds to each table.
        var rows: [[UInt8]] = []
        var search: SearchDocument?
        var outputs = 0
        var problem: FileProblem?
    }

    struct Result {
        /// What kept an output from being made.
        var diagnostics: [Diagnostic] = []
        /// What is wrong with the links of the pages.
        var findings = LinkFindings()
        var pages = 0
        /// The first write that failed.
        var problem: FileProblem?
    }

    /// - Parameter foreign: what else will lie in the folder of the site: links may lead there.
    init(_ site: PreparedSite, foreign: [String] = []) {
        self.site = site
        renderer = OutputRenderer(site)
        jobs = RenderJobs(site.plan, model: site.model)
        links = LinkTargets(
            site.plan.outputs.map(\.path) + foreign, basePath: site.model.configuration.url?.basePath ?? "/")
    }

    /// Renders everything.
    ///
    /// - Parameter progress: told how many outputs are done.
    func render(threads: Int, progress: (Int) -> Void, sink: some OutputSink) -> Result {
        var result = Result()
        var audits: [PageAudit] = []
        var search = SearchOutputs(site.model)
        var done = 0
        do throws(FileProblem) {
            for table in jobs.tables {
                try sink.append(CSVText(columns: table.colonnes.map(\.nom)).bytes, to: table.path)
            }
        } catch {
            result.problem = error
        }
        OrderedStream.run(count: jobs.jobs.count, threads: threads) { [self] number in
            rendered(jobs.jobs[number], sink)
        } deliver: { job in
            result.diagnostics += job.diagnostics
            result.problem = result.problem ?? job.problem
            result.pages += job.pages.count
            audits += job.pages.filter { !$0.isClean }
            if let document = job.search { search.add(document) }
            done += job.outputs
            progress(done)
            guard result.problem == nil else { return }
            do throws(FileProblem) {
                for (table, rows) in zip(jobs.tables, job.rows) { try sink.append(rows, to: table.path) }
            } catch {
                result.problem = error
            }
        }
        do throws(FileProblem) {
            if result.problem == nil {
                for table in jobs.tables { try sink.close(table.path) }
                for file in search.files { try sink.add(file.bytes, at: file.path) }
            }
        } catch {
            result.problem = error
        }
        result.findings = LinkFindings(audits, plan: site.plan, targets: links) { anchors(of: $0) }
        return result
    }

    private func rendered(_ job: RenderJob, _ sink: some OutputSink) -> Rendered {
        var result = Rendered()
        var fiche: Fiche?
        if let index = job.fiche {
            fiche = site.fiche(site.model.fiches[index])
            if let fiche {
                result.rows = jobs.tables.map { renderer.rows(of: fiche, at: index, in: $0) }
                if site.model.configuration.outputs.recherche { result.search = SearchDocument(fiche) }
            }
        }
        var anchors: [String: PageAnchors] = [:]
        for place in job.outputs {
            let output = site.plan.outputs[place]
            result.outputs += 1
            let bytes: [UInt8]
            do throws(RenderFailure) {
                bytes = try renderer.bytes(of: output, fiche: fiche)
            } catch {
                result.diagnostics += error.diagnostics
                continue
            }
            if output.isPage {
                let (audit, own) = links.audit(bytes, of: output.path, place: place, near: anchors)
                result.pages.append(audit)
                if job.outputs.count > 1 { anchors[output.path] = own }
            }
            do throws(FileProblem) {
                try sink.add(bytes, at: output.path)
            } catch {
                result.problem = result.problem ?? error
            }
        }
        return result
    }

    /// The anchors of another page, which is made once more for it: links from page to page with an anchor are rare.
    private func anchors(of path: String) -> PageAnchors? {
        guard let output = site.plan.output(at: path), output.isPage else { return nil }
        let fiche = output.content.fiche.flatMap { site.fiche(site.model.fiches[$0]) }
        do throws(RenderFailure) {
            return links.audit(try renderer.bytes(of: output, fiche: fiche), of: path, place: 0, near: [:]).anchors
        } catch {
            // What keeps this page from being made was told when it was to be written.
            return nil
        }
    }
}
