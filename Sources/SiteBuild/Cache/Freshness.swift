import Catalogue
import FicheDocument
import FicheModel
import FileStore

/// Tells which outputs of the last build are those of this one.
struct Freshness: Sendable {
    private let former: RenderCache
    private let site: PreparedSite
    private let common: CommonData
    /// Whether what all pages share is as it was.
    private let isShared: Bool
    /// By the place of each question: whether its answer is another one now.
    private let isChanged: [Bool]
    /// The numbers of the addresses that are gone.
    private let gone: Set<UInt32>

    /// - Parameters:
    ///   - former: what the last build remembered.
    ///   - shared: what all pages share now.
    ///   - foreign: what else lies in the folder of the site.
    init(
        _ former: RenderCache, site: PreparedSite, common: CommonData, shared: [String: Fingerprint], foreign: [String]
    ) {
        self.former = former
        self.site = site
        self.common = common
        isShared = former.shared == shared
        isChanged = isShared ? former.queries.map { $0.query.answer(in: site.model) != $0.answer } : []
        let present = Set(site.plan.outputs.map(\.path) + foreign)
        let lost =
            former.records.keys.filter { !present.contains($0) } + former.foreign.filter { !present.contains($0) }
        gone = Set(lost.flatMap(AddressTable.numbers(ofFile:)))
    }

    /// The record of an output that need not be made again; nil when it must.
    func record(_ output: PlannedOutput) -> RenderRecord? {
        guard isShared, let own = fingerprint(of: output) else { return nil }
        guard let record = former.records[output.path], record.own == own else { return nil }
        guard !former.unsound.contains(output.path), !record.queries.contains(where: { isChanged[$0] }) else {
            return nil
        }
        guard gone.isEmpty || !record.targets.contains(where: gone.contains) else { return nil }
        return record
    }

    /// The questions that the output of a record asked.
    func queries(of record: RenderRecord) -> [CatalogueQuery] { record.queries.map { former.queries[$0].query } }

    /// The same as `fingerprint(of:in:common:)` for this site.
    private func fingerprint(of output: PlannedOutput) -> Fingerprint? {
        Self.fingerprint(of: output, in: site, common: common)
    }

    /// What an output is made from, beside what all pages share and what it asks of the catalogue; nil for those few that are
    /// made each time.
    static func fingerprint(of output: PlannedOutput, in site: PreparedSite, common: CommonData) -> Fingerprint? {
        if let index = output.content.fiche { return site.fingerprint(of: site.model.fiches[index]) }
        switch output.content {
        case .toutesLesFiches, .liste:
            guard let content = PageContent(output, model: site.model, common: common, withRows: false) else {
                return nil
            }
            return Fingerprint { packing in
                packing.put(content.data)
                for index in content.fiches {
                    packing.put(site.fingerprint(of: site.model.fiches[index]) ?? .blank)
                }
            }
        default: return nil
        }
    }
}

extension PreparedSite {
    /// What the bytes of the fiche behind a summary are.
    func fingerprint(of summary: FicheSummary) -> Fingerprint? {
        guard documents.indices.contains(summary.origin.document) else { return nil }
        let fingerprints = documents[summary.origin.document].fiches.fingerprints
        return fingerprints.indices.contains(summary.origin.rank) ? fingerprints[summary.origin.rank] : nil
    }

    /// What all pages share, by the name under which it is told.
    func shared(_ common: CommonData) -> [String: Fingerprint] {
        var shared = [
            "la date": Fingerprint { $0.put(model.date.iso) }, "les réglages": settings,
            "le thème": Fingerprint(of: theme.content),
        ]
        let page = CommonData.Page(titre: "", classe: "")
        // The frame says what the catalogue has: menu, foot, national data.
        let frame = try? theme.pageBytes(template: "erreur-404", data: common.data(path: "index.html", page: page))
        shared["le cadre des pages"] = Fingerprint { packing in
            packing.put(Fingerprint(of: frame ?? []))
            packing.put(model.aComparer ? 1 : 0)
        }
        return shared
    }
}
