import Catalogue
import Diagnostics
import FicheModel

/// The links of all pages of a preview, followed beside its other work. What was found of a page is kept, so that after a
/// change only pages that may lead elsewhere now are made again.
public struct LiveLinks: Sendable {
    /// What was found of one page.
    private struct Record: Sendable {
        /// Of the fiches that the page is made of.
        var own: Fingerprint
        var audit: PageAudit
        /// What it asked of the catalogue, as places among all questions.
        var queries: [Int] = []
        /// What kept the page from being made.
        var problems: [Diagnostic] = []
    }

    private var records: [String: Record] = [:]
    /// What all pages shared when they were looked at.
    private var shared: [String: Fingerprint] = [:]
    private var queries: [(query: CatalogueQuery, answer: Fingerprint)] = []
    private var places: [CatalogueQuery: Int] = [:]
    /// The state of the assembled catalogue.
    private var assembled = -1
    /// What is wrong, of the last state that was followed to its end.
    private(set) var findings: [Diagnostic] = []
    /// That state.
    private(set) var revision = -1

    public init() {}

    /// Follows the links of a site to their end; nil when the work was given up.
    ///
    /// - Parameter isWanted: asked before each page. What was found so far is kept when it says no.
    public mutating func follow(_ live: LiveSite, while isWanted: () -> Bool) -> [Diagnostic]? {
        guard let site = live.prepared, let renderer = live.renderer else { return nil }
        let targets = LinkTargets(
            site.plan.outputs.map(\.path), basePath: site.model.configuration.url?.basePath ?? "/")
        forget(live, site, renderer)
        var fiche: (place: Int, fiche: Fiche?)?
        for (place, output) in site.plan.outputs.enumerated() where output.isPage {
            guard isWanted() else { return nil }
            let own = Self.own(output, site)
            if let record = records[output.path], record.own == own, record.problems.isEmpty { continue }
            if let index = output.content.fiche, fiche?.place != index {
                fiche = (index, site.fiche(site.model.fiches[index]))
            }
            records[output.path] = record(
                output, place, own, output.content.fiche == nil ? nil : fiche?.fiche, site, renderer, targets)
        }
        revision = live.revision
        findings = said(site, renderer, targets, live.request)
        return findings
    }

    /// Forgets what may not hold any more of the pages whose fiches are what they were.
    private mutating func forget(_ live: LiveSite, _ site: PreparedSite, _ renderer: OutputRenderer) {
        guard assembled != live.assembled else { return }
        assembled = live.assembled
        let now = site.shared(renderer.common)
        if now != shared { (records, queries, places) = ([:], [], [:]) }
        shared = now
        var isChanged: [Bool] = []
        for place in queries.indices {
            let answer = queries[place].query.answer(in: site.model)
            isChanged.append(answer != queries[place].answer)
            queries[place].answer = answer
        }
        let present = Set(site.plan.outputs.map(\.path))
        let gone = Set(records.keys.filter { !present.contains($0) }.flatMap(AddressTable.numbers(ofFile:)))
        records = records.filter { path, record in
            guard let output = site.plan.output(at: path), !record.audit.isUnsound else { return false }
            guard gone.isDisjoint(with: record.audit.targets) else { return false }
            switch output.content {
            // Rows lead to the pages of their fiches.
            case .toutesLesFiches, .liste: return true
            default: return output.content.fiche != nil && !record.queries.contains { isChanged[$0] }
            }
        }
    }

    private static func own(_ output: PlannedOutput, _ site: PreparedSite) -> Fingerprint {
        if let index = output.content.fiche { return site.fingerprint(of: site.model.fiches[index]) ?? .blank }
        guard case .livret(let index) = output.content else { return .blank }
        let fiches = site.model.livrets[index].fiches
        return Fingerprint { packing in
            for fiche in fiches { packing.put(site.fingerprint(of: site.model.fiches[fiche]) ?? .blank) }
        }
    }

    private mutating func record(
        _ output: PlannedOutput, _ place: Int, _ own: Fingerprint, _ fiche: Fiche?, _ site: PreparedSite,
        _ renderer: OutputRenderer, _ targets: LinkTargets
    ) -> Record {
        let log = QueryLog()
        do throws(RenderFailure) {
            let page = try renderer.bytes(of: output, fiche: fiche, log: log)
            return Record(
                own: own, audit: targets.audit(page, of: output.path, place: place, near: [:]).audit,
                queries: log.queries.map { number(of: $0, site.model) })
        } catch {
            return Record(own: own, audit: PageAudit(place: place), problems: error.diagnostics)
        }
    }

    private mutating func number(of query: CatalogueQuery, _ model: CatalogueModel) -> Int {
        if let known = places[query] { return known }
        places[query] = queries.count
        queries.append((query, query.answer(in: model)))
        return queries.count - 1
    }

    private func said(
        _ site: PreparedSite, _ renderer: OutputRenderer, _ targets: LinkTargets, _ request: BuildRequest
    ) -> [Diagnostic] {
        var audits: [PageAudit] = []
        var problems: [Diagnostic] = []
        for (place, output) in site.plan.outputs.enumerated() {
            guard let record = records[output.path] else { continue }
            problems += record.problems
            if !record.audit.isClean { audits.append(record.audit.at(place)) }
        }
        let findings = LinkFindings(audits, plan: site.plan, targets: targets) { path in
            guard let output = site.plan.output(at: path), output.isPage else { return nil }
            let fiche = output.content.fiche.flatMap { site.fiche(site.model.fiches[$0]) }
            // What keeps this page from being made is among the problems.
            guard let page = try? renderer.bytes(of: output, fiche: fiche) else { return nil }
            return targets.audit(page, of: path, place: 0, near: [:]).anchors
        }
        let located = SiteBuilder.located(findings, request)
        // A single document may link to fiches of the catalogue that is not here: that is no fault of its own.
        return problems + (request.document == nil ? located.content : []) + located.structure
    }
}

extension PageAudit {
    /// The same of a page that stands at another place in the plan.
    fileprivate func at(_ place: Int) -> PageAudit {
        var copy = PageAudit(place: place)
        (copy.broken, copy.elsewhere, copy.doubled) = (broken, elsewhere, doubled)
        return copy
    }
}

extension LiveSite {
    /// The same site with what following its links found; as it is, where another state was followed.
    public func with(_ links: LiveLinks) -> LiveSite {
        guard links.revision == revision, !isPartial else { return self }
        var next = self
        next.links = links.findings
        next.linksRevision = revision
        next.noteErrors()
        return next
    }
}
