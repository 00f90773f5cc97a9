import Catalogue
import Diagnostics
import FicheModel
import FicheReaders
import FileStore
import Theme

/// All that a site is made from, found but not read: content folder, settings, further sources, theme, day.
struct GatheredInputs: Sendable {
    var inputs: SiteInputs
    /// The settings, without a logo that does not exist.
    var configuration: Configuration
    /// The bytes of the settings file.
    var settings: [UInt8] = []
    var date: BuildDate
    var theme: Theme
    /// The files to copy, by their path in the site.
    var medias: [String: String] = [:]
    /// What is to be said of all that.
    var diagnostics: [Diagnostic]
    /// What finding it took.
    var times = StageTimes()
}

extension GatheredInputs {
    /// Finds what a request is made from. Settings or a theme that cannot be read are a failure.
    init(_ request: BuildRequest) throws(PreparationFailure) {
        inputs = try Self.discover(request)
        let problems: [Diagnostic]
        (configuration, settings, problems) = try Self.configuration(inputs.configuration)
        configuration.portable = configuration.portable || request.portable
        diagnostics = inputs.diagnostics + problems
        diagnostics += Self.addSources(configuration, request, &inputs)
        guard
            let date = BuildDate(
                argument: request.date, configuration: configuration.date,
                epoch: request.environment["SOURCE_DATE_EPOCH"], now: request.now)
        else {
            throw PreparationFailure(
                diagnostics: [Diagnostic(.error, "date-illisible", "La date de construction ne peut pas être établie")])
        }
        self.date = date
        if inputs.documents.isEmpty {
            diagnostics.append(
                Diagnostic(
                    .warning, "aucun-document", "« \(request.content) » ne contient aucun document à lire",
                    hint: "Mettez-y des fiches, par exemple dans un dossier « fiches »"))
        }
        theme = try Self.loadTheme(configuration, request, inputs)
        diagnostics += theme.diagnostics
        findMedias(request)
        times.end(.decouverte)
    }

    static func discover(_ request: BuildRequest) throws(PreparationFailure) -> SiteInputs {
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
        -> (Configuration, [UInt8], [Diagnostic])
    {
        guard let file else { return (Configuration(), [], []) }
        let bytes: [UInt8]
        do {
            bytes = try FileBytes.read(file.path)
        } catch {
            throw PreparationFailure(diagnostics: [error.diagnostic()])
        }
        let (text, problems) = TextDecoding.decode(bytes, path: file.name)
        // Settings that are empty are settings left at their defaults.
        guard let text else { return (Configuration(), bytes, problems.filter { $0.identifier != .fichierVide }) }
        let (configuration, wrong) = ConfigurationReader.read(
            String(decoding: text.bytes, as: UTF8.self), file: file.name)
        guard !wrong.hasErrors else { throw PreparationFailure(diagnostics: problems + wrong) }
        return (configuration, bytes, problems + wrong)
    }

    static func addSources(
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

    private mutating func findMedias(_ request: BuildRequest) {
        for file in inputs.medias { medias[file.name] = file.path }
        guard let logo = configuration.logo, medias[logo] == nil else { return }
        let path = request.content + "/" + logo
        if FileTree.kind(of: path) == .file, !DocumentNames.isActive(logo) {
            medias[logo] = path
            return
        }
        configuration.logo = nil
        diagnostics.append(
            Diagnostic(
                .error, .valeurInvalide, "Le logo « \(logo) » n’existe pas dans le dossier du catalogue",
                file: Configuration.fileName, hint: "Mettez l’image dans « medias/ » et donnez ce chemin"))
    }
}
