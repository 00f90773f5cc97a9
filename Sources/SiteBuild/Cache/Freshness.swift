import Catalogue
import FicheDocument
import FicheModel
import FileStore
import Threads

/// Tells which outputs of the last build are those of this one.
struct Freshness: Sendable {
    private let former: RenderCache
    private let shared: [String: Fingerprint]
    private let site: PreparedSite
    private let common: CommonData
    /// Whether what all pages share is as it was.
    let isShared: Bool
    /// Whether, beside that, the catalogue says the same of all fiches, and the same files of others are there: then only what
    /// is made of a whole fiche, or copied, may be another one.
    let isSameCatalogue: Bool
    /// By the place of each question: its answer now, and whether that is another one.
    let answers: [Fingerprint]
    /// Empty where none is.
    private let isChanged: [Bool]
    /// The numbers of the addresses that are gone.
    private let gone: Set<UInt32>
    /// The files that are gone.
    let lost: [String]

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
        self.shared = shared
        isShared = former.shared == shared
        isSameCatalogue = isShared && former.catalogue == site.catalogue && former.foreign == foreign
        if isSameCatalogue {
            answers = former.questions.answers
            isChanged = []
            (gone, lost) = ([], [])
            return
        }
        answers = isShared ? ParallelMap.map(former.questions.queries, parts: 16) { $0.answer(in: site.model) } : []
        isChanged = zip(former.questions.answers, answers).map { $0 != $1 }
        let present = Set(site.plan.outputs.map(\.path) + foreign)
        lost = former.records.paths.filter { !present.contains($0) } + former.foreign.filter { !present.contains($0) }
        gone = Set(lost.flatMap(AddressTable.numbers(ofFile:)))
    }

    /// The record of an output that need not be made again; nil when it must.
    func record(_ output: PlannedOutput) -> RenderRecord? {
        guard isShared, let record = former.records[output.path] else { return nil }
        if !(isSameCatalogue && output.content.isOfCatalogue) {
            guard let own = fingerprint(of: output), record.own == own else { return nil }
        }
        guard !former.unsound.contains(output.path),
            isChanged.isEmpty || !record.queries.contains(where: { isChanged[$0] })
        else { return nil }
        guard gone.isEmpty || !record.targets.contains(where: gone.contains) else { return nil }
        return record
    }

    /// Why an output must be made again; empty when it need not.
    func reasons(_ output: PlannedOutput) -> [RemakeReason] {
        guard isShared else {
            let names = Set(shared.keys).union(former.shared.keys).filter { shared[$0] != former.shared[$0] }
            return [.partage(names.sorted())]
        }
        guard let record = former.records[output.path] else { return [.sansTrace] }
        var reasons: [RemakeReason] = []
        if !(isSameCatalogue && output.content.isOfCatalogue) {
            guard let own = fingerprint(of: output) else { return [.toujours] }
            if record.own != own { reasons.append(.source(output.inputs)) }
        }
        let answers =
            isChanged.isEmpty ? [] : record.queries.filter { isChanged[$0] }.map { former.questions.queries[$0].words }
        if !answers.isEmpty { reasons.append(.reponses(answers)) }
        if former.unsound.contains(output.path) { reasons.append(.lienFautif) }
        let targets = Set(record.targets)
        let gone = lost.filter { !targets.isDisjoint(with: AddressTable.numbers(ofFile: $0)) }
        if !gone.isEmpty { reasons.append(.adressesDisparues(gone.sorted())) }
        return reasons
    }

    /// The questions that the output of a record asked.
    func queries(of record: RenderRecord) -> [CatalogueQuery] { record.queries.map { former.questions.queries[$0] } }

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

extension PlannedOutput.Content {
    /// Whether the output is made from the catalogue alone: from what is said of fiches in short, settings, theme and pages.
    fileprivate var isOfCatalogue: Bool {
        switch self {
        case .media, .livret, .livretPages: false
        default: fiche == nil
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
