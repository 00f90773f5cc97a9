import Catalogue
import Diagnostics
import FicheDocument
import FicheModel
import FileStore
import SearchIndex
import Threads

/// Renders what the last site does not have and hands each output to a sink as it is done. Nothing of an output is held but
/// what the next build must know of it.
struct SiteRendering: Sendable {
    private let site: PreparedSite
    private let renderer: OutputRenderer
    private let jobs: RenderJobs
    /// Needed once a page is made.
    private let links: Later<LinkTargets>
    private let foreign: [String]
    private let shared: [String: Fingerprint]
    private let former: RenderCache?
    private let freshness: Freshness?
    private let folder: String?
    private let measured: Bool
    /// What the search keeps of each fiche, as the last build knew it.
    private let formerSearch: KnownFiches
    private let ahead: SearchAhead?

    struct Result {
        /// What kept an output from being made.
        var diagnostics: [Diagnostic] = []
        /// What is wrong with the links of the pages.
        var findings = LinkFindings()
        /// All pages, those of the last site included.
        var pages = 0
        /// The outputs that were made in this build.
        var made = 0
        /// The first write that failed.
        var problem: FileProblem?
        /// What the next build may know of this one.
        var cache = RenderCache()
        var times = StageTimes()
        /// What making each output took, in the order of the plan; empty unless that is measured.
        var nanoseconds: [Int] = []
    }

    /// - Parameters:
    ///   - foreign: what else will lie in the folder of the site: links may lead there.
    ///   - former: what the last build remembered; nil to make everything.
    ///   - ahead: what it kept of the search, where that is being taken out already.
    ///   - folder: where it is kept; nil where nothing is.
    ///   - measured: whether the clock is read at each output.
    init(
        _ site: PreparedSite, foreign: [String] = [], former: RenderCache? = nil, ahead: SearchAhead? = nil,
        folder: String? = nil, measured: Bool = false
    ) {
        self.folder = folder
        self.measured = measured
        self.ahead = ahead
        let formerSearch = Later { SearchOutputs.known(former, folder, site.model) }
        links = Later {
            LinkTargets(
                site.plan.outputs.map(\.path) + foreign, basePath: site.model.configuration.url?.basePath ?? "/")
        }
        let jobs = Later { RenderJobs(site.plan, model: site.model) }
        self.site = site
        self.foreign = foreign
        self.former = former
        renderer = OutputRenderer(site)
        shared = site.shared(renderer.common)
        let (common, shared) = (renderer.common, shared)
        freshness = former.map { Freshness($0, site: site, common: common, shared: shared, foreign: foreign) }
        self.jobs = jobs.value
        self.formerSearch = formerSearch.value
    }

    /// Says why outputs are made or not, before they are or, with what came of it, after.
    func explainer(_ result: RenderCache? = nil) -> OutputExplainer {
        OutputExplainer(site: site, freshness: freshness, former: former, result: result)
    }

    /// Renders what must be.
    ///
    /// - Parameter progress: told how many outputs are done.
    func render(threads: Int, progress: (Int) -> Void, sink: some OutputSink) -> Result {
        var result = Result()
        if measured { result.nanoseconds = Array(repeating: 0, count: site.plan.outputs.count) }
        result.cache.shared = shared
        result.cache.catalogue = site.catalogue
        result.cache.copies = sink.copies
        result.cache.foreign = foreign
        var audits: [PageAudit] = []
        var done = 0
        let formerTables = former.flatMap { FormerTables(jobs.tables, $0, sink: sink) }
        var tables = TableWriter(jobs.tables, former: formerTables, sink: sink)
        var search = SearchOutputs(
            site.model, former: former, known: formerSearch, ahead: ahead, folder: folder)
        result.problem = attempt { () throws(FileProblem) in try tables.begin() }
        result.pages = site.plan.outputs.count(where: \.isPage)
        let numbers = staleJobs(formerTables, sink, &result, &audits) ?? Array(jobs.jobs.indices)
        var delivered = 0
        var next = 0
        // What the tables and the search have of the fiches between two that are rendered.
        func passKept(upTo end: Int) {
            while next < end {
                if let fiche = jobs.jobs[next].fiche, result.problem == nil {
                    let path = formerSearch[fiche]?.path ?? site.model.fiches[fiche].adresse + "index.html"
                    search.addKnown(fiche)
                    tables.addFormer(path)
                }
                next += 1
            }
        }
        OrderedStream.run(count: numbers.count, threads: threads) { [self] number in
            rendered(jobs.jobs[numbers[number]], formerTables, sink)
        } deliver: { job in
            passKept(upTo: numbers[delivered])
            let fiche = jobs.jobs[numbers[delivered]].fiche
            (delivered, next) = (delivered + 1, numbers[delivered] + 1)
            result.diagnostics += job.diagnostics
            result.problem = result.problem ?? job.problem
            for output in job.outputs { note(output, &result, &audits) }
            done += job.outputs.count
            progress(done)
            guard result.problem == nil, let fiche, let path = job.fichePath else { return }
            if let document = job.search { search.add(document, of: fiche, at: path) } else { search.addKnown(fiche) }
            result.problem = attempt { () throws(FileProblem) in
                if let rows = job.rows { try tables.add(rows, of: path) } else { tables.addFormer(path) }
            }
        }
        renderer.rows.clear()
        passKept(upTo: jobs.jobs.count)
        result.times.end(.rendu)
        if result.problem == nil {
            // The tables are copied from those of before while the search is made.
            let last = tables
            let ending = Later { self.end(of: last) }
            result.problem = attempt { () throws(FileProblem) in
                try search.finish(sink, &result.cache, threads: threads) { place in
                    site.fiche(site.model.fiches[place]).map { SearchDocument($0) }
                }
            }
            let problem: FileProblem?
            (tables, problem) = ending.value
            result.problem = problem ?? result.problem
        }
        remember(tables, &result)
        result.times.end(.recherche)
        result.findings = LinkFindings(audits, plan: site.plan, targets: links.value) { anchors(of: $0) }
        result.times.end(.verification)
        return result
    }

    /// The jobs of which an output may have changed, with what is known of the others taken over without a look at each; nil
    /// where every job is to be looked at.
    private func staleJobs(
        _ tables: FormerTables?, _ sink: some OutputSink, _ result: inout Result, _ audits: inout [PageAudit]
    ) -> [Int]? {
        guard let former, let freshness, freshness.isShared, former.copies == sink.copies,
            tables != nil || jobs.tables.isEmpty
        else { return nil }
        let outputs = site.plan.outputs
        let all = Array(jobs.jobs.indices)
        let marks = ParallelMap.map(all, parts: 16) { self.isStale(self.jobs.jobs[$0], freshness) }
        let stale = all.filter { marks[$0] }
        let remade = Set(stale.flatMap { jobs.jobs[$0].outputs.map { outputs[$0].path } } + freshness.lost)
        let cache = result.cache
        let taken = Later { cache.takingOver(former, except: remade, answers: freshness.answers) }
        // These are put together from all fiches, and looked at as a whole.
        let others = remade.union(jobs.tables.map(\.path))
        let bytes = others.reduce(former.records.reduce(0) { $0 + $1.value.size }) {
            $0 - (former.records[$1]?.size ?? 0)
        }
        guard sink.keepAll(except: others.union(former.search.files.map(\.path)), of: former.site, bytes: bytes) else {
            return nil
        }
        result.cache = taken.value
        for path in result.cache.linking {
            guard let place = site.plan.place(at: path), let record = result.cache.records[path] else { continue }
            var audit = PageAudit(place: place)
            audit.elsewhere = record.elsewhere
            audits.append(audit)
        }
        return stale
    }

    /// Whether an output of a job is, or may be, another one than in the last site. What is not about a fiche is little, and
    /// looked at one by one unless the catalogue is the same.
    private func isStale(_ job: RenderJob, _ freshness: Freshness) -> Bool {
        guard let fiche = job.fiche else {
            return !freshness.isSameCatalogue
                || !job.outputs.allSatisfy { freshness.record(site.plan.outputs[$0]) != nil }
        }
        if site.model.configuration.outputs.recherche, formerSearch[fiche] == nil { return true }
        return !job.outputs.allSatisfy { freshness.record(site.plan.outputs[$0]) != nil }
    }

    private func end<Sink>(of tables: TableWriter<Sink>) -> (tables: TableWriter<Sink>, problem: FileProblem?) {
        var tables = tables
        let problem = attempt { () throws(FileProblem) in try tables.finish() }
        return (tables, problem)
    }

    private func attempt(_ work: () throws(FileProblem) -> Void) -> FileProblem? {
        do throws(FileProblem) {
            try work()
            return nil
        } catch {
            return error
        }
    }

    private func remember(_ tables: TableWriter<some OutputSink>, _ result: inout Result) {
        guard !jobs.tables.isEmpty else { return }
        result.cache.order = tables.order
        for (path, lengths) in tables.lengths where result.cache.records[path]?.rows != lengths {
            result.cache.records[path]?.rows = lengths
        }
        for (table, hash, size) in tables.results {
            var record = RenderRecord()
            (record.hash, record.size) = (hash, size)
            result.cache.records[table.path] = record
        }
    }

    private func note(_ output: RenderedOutput, _ result: inout Result, _ audits: inout [PageAudit]) {
        let path = site.plan.outputs[output.place].path
        var record = output.record
        record.queries = output.queries.map { query in
            result.cache.questions.place(of: query) { query.answer(in: site.model) }
        }
        if output.isMade {
            result.made += 1
            result.cache.made.insert(path)
        }
        if measured { result.nanoseconds[output.place] = output.nanoseconds }
        var audit = output.audit ?? PageAudit(place: output.place)
        record.elsewhere = audit.elsewhere
        result.cache.add(record, of: path, isUnsound: audit.isUnsound)
        audit.targets = []
        if !audit.isClean { audits.append(audit) }
    }

    private func rendered(_ job: RenderJob, _ tables: FormerTables?, _ sink: some OutputSink) -> RenderedJob {
        if let kept = kept(job, sink) {
            guard let index = job.fiche else { return kept }
            var result = kept
            let lacksSearch = formerSearch[index] == nil && site.model.configuration.outputs.recherche
            guard tables == nil || lacksSearch else { return result }
            let fiche = site.fiche(site.model.fiches[index])
            if tables == nil { result.rows = fiche.map { rows(of: $0, at: index) } }
            if lacksSearch { result.search = fiche.flatMap { search($0, at: index) } }
            return result
        }
        var result = RenderedJob()
        var fiche: Fiche?
        if let index = job.fiche {
            fiche = site.fiche(site.model.fiches[index])
            result.fichePath = site.model.fiches[index].adresse + "index.html"
            result.rows = fiche.map { rows(of: $0, at: index) }
            result.search = fiche.flatMap { search($0, at: index) }
        }
        var anchors: [String: PageAnchors] = [:]
        for place in job.outputs { make(place, fiche, &anchors, &result, sink, isAlone: job.outputs.count == 1) }
        return result
    }

    private func rows(of fiche: Fiche, at index: Int) -> [[UInt8]] {
        jobs.tables.map { renderer.rows(of: fiche, at: index, in: $0) }
    }

    private func search(_ fiche: Fiche, at index: Int) -> SearchOutputs.Document? {
        guard site.model.configuration.outputs.recherche else { return nil }
        let bytes = SearchDocument(fiche).bytes
        let place = site.model.fiches[index].origin.document
        let isAuthored =
            site.documents.indices.contains(place) && site.documents[place].summaries.count <= SearchAhead.few
        return SearchOutputs.Document(bytes: bytes, hash: Fingerprint(of: bytes), isAuthored: isAuthored)
    }

    /// The outputs of a job as the last site has them; nil when one of them must be made, and then all are: what one page of a
    /// fiche says of another is then true of both.
    private func kept(_ job: RenderJob, _ sink: some OutputSink) -> RenderedJob? {
        guard let freshness, !job.outputs.isEmpty else { return nil }
        var result = RenderedJob()
        for place in job.outputs {
            guard let record = freshness.record(site.plan.outputs[place]) else { return nil }
            var audit = PageAudit(place: place)
            audit.elsewhere = record.elsewhere
            result.outputs.append(
                RenderedOutput(
                    place: place, record: record, queries: freshness.queries(of: record), audit: audit, isMade: false))
        }
        for output in result.outputs {
            let path = site.plan.outputs[output.place].path
            guard sink.keep(path, hash: output.record.hash, size: output.record.size) else { return nil }
        }
        if let index = job.fiche { result.fichePath = site.model.fiches[index].adresse + "index.html" }
        return result
    }

    private func make(
        _ place: Int, _ fiche: Fiche?, _ anchors: inout [String: PageAnchors], _ result: inout RenderedJob,
        _ sink: some OutputSink, isAlone: Bool
    ) {
        let output = site.plan.outputs[place]
        let log = QueryLog()
        let start = measured ? StageTimes.now : 0
        let bytes: [UInt8]
        do throws(RenderFailure) {
            bytes = try renderer.bytes(of: output, fiche: fiche, log: log)
        } catch {
            result.diagnostics += error.diagnostics
            return
        }
        var made = RenderedOutput(place: place, record: RenderRecord(), queries: Array(log.queries), audit: nil)
        if measured { made.nanoseconds = max(1, Int(StageTimes.now - start)) }
        if output.isPage {
            let (audit, own) = links.value.audit(bytes, of: output.path, place: place, near: anchors)
            made.record.targets = audit.targets
            made.audit = audit
            if !isAlone { anchors[output.path] = own }
        }
        made.record.own = Freshness.fingerprint(of: output, in: site, common: renderer.common) ?? .blank
        made.record.size = bytes.count
        do throws(FileProblem) {
            made.record.hash = try sink.add(bytes, at: output.path)
            result.outputs.append(made)
        } catch {
            result.problem = result.problem ?? error
        }
    }

    /// The anchors of another page, which is made once more for it: links from page to page with an anchor are rare.
    private func anchors(of path: String) -> PageAnchors? {
        guard let output = site.plan.output(at: path), output.isPage else { return nil }
        let fiche = output.content.fiche.flatMap { site.fiche(site.model.fiches[$0]) }
        do throws(RenderFailure) {
            return links.value.audit(try renderer.bytes(of: output, fiche: fiche), of: path, place: 0, near: [:])
                .anchors
        } catch {
            // What keeps this page from being made was told when it was to be written.
            return nil
        }
    }
}
