import Catalogue
import Diagnostics
import FicheModel
import FicheReaders
import FileStore
import Theme

/// All that is needed to render a site: discovered, read, assembled, planned.
struct PreparedSite: Sendable {
    let model: CatalogueModel
    let plan: BuildPlan
    let documents: [ReadDocument]
    let theme: Theme
    let medias: [String: String]
    let dateOrigin: BuildDate.Origin
    /// Of the settings file and of what the request adds to it.
    let settings: Fingerprint
    /// What the stages up to the plan took.
    let times: StageTimes
    var diagnostics: [Diagnostic]

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
        var times = StageTimes()
        var inputs = try discover(request)
        var (configuration, problems) = try configuration(inputs.configuration)
        configuration.portable = configuration.portable || request.portable
        var diagnostics = inputs.diagnostics + problems
        diagnostics += addSources(configuration, request, &inputs)
        guard
            let date = BuildDate(
                argument: request.date, configuration: configuration.date,
                epoch: request.environment["SOURCE_DATE_EPOCH"], now: request.now)
        else {
            throw PreparationFailure(
                diagnostics: [Diagnostic(.error, "date-illisible", "La date de construction ne peut pas être établie")])
        }
        if inputs.documents.isEmpty {
            diagnostics.append(
                Diagnostic(
                    .warning, "aucun-document", "« \(request.content) » ne contient aucun document à lire",
                    hint: "Mettez-y des fiches, par exemple dans un dossier « fiches »"))
        }
        let theme = try loadTheme(configuration, request, inputs)
        diagnostics += theme.diagnostics
        times.end(.decouverte)
        let progress = request.progress
        let total = inputs.documents.count
        let documents = Reading.read(
            inputs.documents, threads: request.threads,
            cache: ReadingCache(folder: folder, program: request.program, largeSize: request.largeSource),
            verify: request.verify
        ) { progress(.lecture, $0, total) }
        diagnostics += documents.flatMap(\.diagnostics)
        times.end(.lecture)
        let assembly = Assembly(documents.flatMap(\.summaries), drafts: request.drafts)
        diagnostics += assembly.diagnostics
        let (pages, pageProblems) = readPages(inputs.pages)
        diagnostics += pageProblems
        let (medias, logoProblems, checked) = medias(inputs, configuration, request)
        diagnostics += logoProblems
        let model = CatalogueModel(
            configuration: checked, date: date.date, version: request.version, fiches: assembly.fiches, pages: pages,
            medias: medias.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) },
            actifs: theme.assets.map(\.path), codes: CodeLists())
        times.end(.assemblage)
        let plan = BuildPlan(model)
        times.end(.plan)
        return PreparedSite(
            model: model, plan: plan, documents: documents, theme: theme, medias: medias, dateOrigin: date.origin,
            settings: Fingerprint { packing in
                var bytes = inputs.configuration.flatMap { try? FileBytes.read($0.path) } ?? []
                packing.bytes(&bytes)
                packing.put([request.portable ? "portable" : "", request.version])
            },
            times: times, diagnostics: diagnostics + plan.diagnostics)
    }

    private static func discover(_ request: BuildRequest) throws(PreparationFailure) -> SiteInputs {
        if let document = request.document {
            guard FileTree.kind(of: document) == .file else {
                throw PreparationFailure(diagnostics: [FileProblem(.lire, document, code: 2).diagnostic()])
            }
            var inputs = SiteInputs()
            inputs.documents = [.init(file: .init(path: document, name: document), source: 0)]
            return inputs
        }
        do {
            return try Discovery.inputs(in: request.content, output: request.output)
        } catch {
            var problem = error.diagnostic(.error, "contenu-absent")
            problem.hint = "Donnez le dossier du catalogue avec --content, ou créez-en un avec « parchemin init »"
            throw PreparationFailure(diagnostics: [problem])
        }
    }

    private static func configuration(_ file: SiteInputs.File?) throws(PreparationFailure)
        -> (Configuration, [Diagnostic])
    {
        guard let file else { return (Configuration(), []) }
        let bytes: [UInt8]
        do {
            bytes = try FileBytes.read(file.path)
        } catch {
            throw PreparationFailure(diagnostics: [error.diagnostic()])
        }
        let (text, problems) = TextDecoding.decode(bytes, path: file.name)
        // Settings that are empty are settings left at their defaults.
        guard let text else { return (Configuration(), problems.filter { $0.identifier != .fichierVide }) }
        let (configuration, wrong) = ConfigurationReader.read(
            String(decoding: text.bytes, as: UTF8.self), file: file.name)
        guard !wrong.hasErrors else { throw PreparationFailure(diagnostics: problems + wrong) }
        return (configuration, problems + wrong)
    }

    private static func addSources(
        _ configuration: Configuration, _ request: BuildRequest, _ inputs: inout SiteInputs
    ) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        for (index, source) in configuration.sources.enumerated() {
            do {
                inputs.documents += try Discovery.documents(ofSource: source, at: index + 1, from: request.content)
            } catch {
                var problem = error.diagnostic()
                problem.file = Configuration.fileName
                diagnostics.append(problem)
            }
        }
        return diagnostics
    }

    private static func loadTheme(
        _ configuration: Configuration, _ request: BuildRequest, _ inputs: SiteInputs
    ) throws(PreparationFailure) -> Theme {
        let own = configuration.theme.map { request.content + "/" + $0 }
        do {
            var couleurs: Couleurs?
            if let couleur = configuration.couleur { couleurs = try Couleurs(accent: couleur) }
            return try Theme.load(overrides: request.theme ?? own ?? inputs.theme, couleurs: couleurs)
        } catch {
            throw PreparationFailure(diagnostics: error.diagnostics)
        }
    }

    private static func readPages(_ files: [SiteInputs.File]) -> ([ContentPage], [Diagnostic]) {
        var pages: [ContentPage] = []
        var diagnostics: [Diagnostic] = []
        for file in files {
            do {
                let (text, problems) = TextDecoding.decode(try FileBytes.read(file.path), path: file.name)
                diagnostics += problems
                guard let text else { continue }
                let (page, wrong) = ContentPageReader.read(String(decoding: text.bytes, as: UTF8.self), file: file.name)
                pages.append(page)
                diagnostics += wrong
            } catch {
                diagnostics.append(error.diagnostic())
            }
        }
        return (pages, diagnostics)
    }

    /// The files to copy, by their path in the site; and the settings without a logo that does not exist.
    private static func medias(_ inputs: SiteInputs, _ configuration: Configuration, _ request: BuildRequest)
        -> ([String: String], [Diagnostic], Configuration)
    {
        var medias: [String: String] = [:]
        for file in inputs.medias { medias[file.name] = file.path }
        guard let logo = configuration.logo, medias[logo] == nil else { return (medias, [], configuration) }
        let path = request.content + "/" + logo
        if FileTree.kind(of: path) == .file, !DocumentNames.isActive(logo) {
            medias[logo] = path
            return (medias, [], configuration)
        }
        var checked = configuration
        checked.logo = nil
        let problem = Diagnostic(
            .error, .valeurInvalide, "Le logo « \(logo) » n’existe pas dans le dossier du catalogue",
            file: Configuration.fileName, hint: "Mettez l’image dans « medias/ » et donnez ce chemin")
        return (medias, [problem], checked)
    }
}
