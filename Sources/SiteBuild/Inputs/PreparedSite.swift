import Catalogue
import Diagnostics
import FicheModel
import FicheReaders
import FileStore
import Theme
import Threads

/// All that is needed to render a site: discovered, read, assembled, planned.
struct PreparedSite: Sendable {
    var model: CatalogueModel
    let plan: BuildPlan
    /// What was found, from which all else was made.
    let inputs: SiteInputs
    var documents: [ReadDocument]
    let theme: Theme
    let medias: [String: String]
    let dateOrigin: BuildDate.Origin
    /// Of the settings file and of what the request adds to it.
    let settings: Fingerprint
    /// Of all that is said of fiches in short, of the pages and of what is copied: of what the model is made from beside the
    /// settings and the day.
    let catalogue: Fingerprint
    /// What the stages up to the plan took.
    let times: StageTimes
    /// What is to be said beside what the documents say themselves.
    let catalogueDiagnostics: [Diagnostic]
    /// Done once the divisions of the catalogue are kept for the next build; nil where they are already, or nowhere.
    let keeping: Later<Void>?

    var diagnostics: [Diagnostic] { catalogueDiagnostics + documents.flatMap(\.diagnostics) }

    /// The same without the remarks that have a file of their own.
    var ownDiagnostics: [Diagnostic] {
        catalogueDiagnostics + documents.filter { $0.remarks.place == nil }.flatMap(\.diagnostics)
    }

    /// The whole fiche behind a summary.
    func fiche(_ summary: FicheSummary) -> Fiche? {
        guard documents.indices.contains(summary.origin.document) else { return nil }
        return documents[summary.origin.document].fiches[summary.origin.rank]
    }
}

/// Why a site could not be prepared.
struct PreparationFailure: Error { let diagnostics: [Diagnostic] }

extension PreparedSite {
    /// Runs the stages from the request to the plan. A document that cannot be read is a diagnostic; settings or a theme
    /// that cannot are a failure.
    ///
    /// - Parameter folder: what earlier builds kept and this one keeps; nil for neither.
    static func prepare(_ request: BuildRequest, folder: String? = nil) throws(PreparationFailure) -> PreparedSite {
        prepare(try GatheredInputs(request), request, folder: folder)
    }

    /// The same from what was gathered already.
    ///
    /// - Parameter onRead: told what was read before anything is made of it.
    static func prepare(
        _ gathered: GatheredInputs, _ request: BuildRequest, folder: String?,
        onRead: ([ReadDocument]) -> Void = { _ in }
    ) -> PreparedSite {
        prepare(gathered, request, folder: folder) { documents in
            let (progress, total) = (request.progress, documents.count)
            let read = Reading.read(
                documents, threads: request.threads,
                cache: ReadingCache(
                    folder: folder, program: request.program, largeSize: request.largeSource, isBrief: request.isBrief),
                verify: request.verify
            ) { progress(.lecture, $0, total) }
            onRead(read)
            return read
        }
    }

    /// The same, with the documents as `read` gives them, in their order.
    static func prepare(
        _ request: BuildRequest, read: ([SiteInputs.Document]) -> [ReadDocument]
    ) throws(PreparationFailure) -> PreparedSite {
        prepare(try GatheredInputs(request), request, folder: nil, read: read)
    }

    private static func prepare(
        _ gathered: GatheredInputs, _ request: BuildRequest, folder: String?,
        read: ([SiteInputs.Document]) -> [ReadDocument]
    ) -> PreparedSite {
        var times = gathered.times
        var diagnostics = gathered.diagnostics
        let (date, program) = (gathered.date.date, request.program)
        let former = folder.map { folder in Later { KeptDivisions.load(folder, program: program) } }
        let documents = read(gathered.inputs.documents)
        times.end(.lecture)
        let summaries = documents.flatMap(\.summaries)
        let key = KeptDivisions.key(documents, request, date: date)
        let known = former?.value.flatMap { $0.key == key && $0.divisions.fit(summaries.count) ? $0.divisions : nil }
        let order = known?.order ?? AssemblyOrder(summaries, drafts: request.drafts, threads: request.threads)
        let assembly = Assembly(summaries, order: order)
        diagnostics += assembly.diagnostics
        let (pages, pageProblems, pageHashes) = readPages(gathered.inputs.pages)
        diagnostics += pageProblems
        let model = CatalogueModel(
            configuration: gathered.configuration, date: date, version: request.version, assembly: assembly,
            pages: pages,
            medias: gathered.medias.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) },
            actifs: gathered.theme.assets.map(\.path), codes: CodeLists(), taxonomies: known?.taxonomies,
            threads: request.threads)
        times.end(.assemblage)
        let divisions = KeptDivisions(order: order, taxonomies: model.taxonomies)
        let keeping =
            known != nil
            ? nil
            : folder.map { folder in
                Later { divisions.save(folder, program: program, key: key) }
            }
        let plan = BuildPlan(model)
        times.end(.plan)
        return PreparedSite(
            model: model, plan: plan, inputs: gathered.inputs, documents: documents, theme: gathered.theme,
            medias: gathered.medias, dateOrigin: gathered.date.origin,
            settings: Fingerprint { packing in
                var bytes = gathered.settings
                packing.bytes(&bytes)
                packing.put([request.portable ? "portable" : "", request.version])
            },
            catalogue: Fingerprint { packing in
                packing.put(request.drafts ? 1 : 0)
                for document in documents {
                    packing.put(document.name)
                    packing.put(document.source)
                    packing.put(document.digest)
                }
                for (page, hash) in zip(gathered.inputs.pages, pageHashes) {
                    packing.put(page.name)
                    packing.put(hash)
                }
                packing.put(model.medias)
                packing.put(gathered.configuration.logo ?? "")
            },
            times: times, catalogueDiagnostics: diagnostics + plan.diagnostics, keeping: keeping)
    }

    private static func readPages(_ files: [SiteInputs.File]) -> ([ContentPage], [Diagnostic], [ContentHash]) {
        var pages: [ContentPage] = []
        var hashes: [ContentHash] = []
        var diagnostics: [Diagnostic] = []
        for file in files {
            do {
                let bytes = try FileBytes.read(file.path)
                hashes.append(ContentHash(of: bytes))
                let (text, problems) = TextDecoding.decode(bytes, path: file.name)
                diagnostics += problems
                guard let text else { continue }
                let (page, wrong) = ContentPageReader.read(String(decoding: text.bytes, as: UTF8.self), file: file.name)
                pages.append(page)
                diagnostics += wrong
            } catch {
                hashes.append(.blank)
                diagnostics.append(error.diagnostic())
            }
        }
        return (pages, diagnostics, hashes)
    }
}
