import ArgumentParser
import Diagnostics
import Preview
import SiteBuild

/// `parchemin serve`: shows a catalogue, or one document, on this machine, and follows its changes.
struct ServeCommand: CatalogueCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Montre le catalogue, ou un seul document, dans le navigateur de cette machine.",
        discussion: """
            La page ouverte se recharge à chaque enregistrement. Une erreur s’affiche dans la page, avec le fichier et la \
            ligne, et disparaît une fois corrigée. Les brouillons sont montrés. Rien n’est publié, et l’aperçu ne répond \
            qu’à cette machine. Ctrl-C l’arrête.
            """)

    @Argument(help: ArgumentHelp("Un seul document à montrer, au lieu du catalogue.", valueName: "fichier"))
    var document: String?

    @OptionGroup var place: ContentOptions

    @Option(name: .shortAndLong, help: ArgumentHelp("Le port sur 127.0.0.1.", valueName: "numéro"))
    var port: UInt16 = 8420

    func run(on console: Console) async -> ExitStatus {
        guard var base = place.request(on: console) else { return .usage }
        base.document = document
        base.drafts = true
        let request = base
        let watched = SiteBuilder.watchedPaths(request)
        if let missing = Self.missing(request) {
            console.report([missing])
            return .unreadable
        }
        let server = PreviewServer(
            port: port, watched: watched, render: { PreviewSite(SiteBuilder.render(request)) },
            report: { site in Self.report(site, on: console) })
        do {
            try await server.run { address in
                console.print("Aperçu : \(address)  (Ctrl-C pour l’arrêter)")
            }
            return .done
        } catch let error as PreviewError {
            console.report([error.diagnostic])
            return .unavailable
        } catch is CancellationError {
            return .interrupted
        } catch {
            console.report([Diagnostic(.error, "apercu-interrompu", "L’aperçu s’est arrêté : \(error)")])
            return .unavailable
        }
    }

    /// A folder or file that is not there at the start is a slip of the command line, not something to wait for.
    private static func missing(_ request: BuildRequest) -> Diagnostic? {
        let path = request.document ?? request.content
        guard !SystemFacts.exists(path) else { return nil }
        return Diagnostic(
            .error, request.document == nil ? "contenu-absent" : "fichier-absent", "« \(path) » n’existe pas",
            hint: "Donnez le dossier du catalogue avec --content, ou le chemin d’un document")
    }

    private static func report(_ site: PreviewSite, on console: Console) {
        console.report(site.diagnostics)
        let pages = site.files.keys.count { $0.hasSuffix(".html") }
        let errors = site.diagnostics.count { $0.severity == .error }
        console.remark(
            "\(pages) page\(pages > 1 ? "s" : "") prête\(pages > 1 ? "s" : "")"
                + (errors == 0 ? "\n" : ", \(errors) erreur\(errors > 1 ? "s" : "")\n"))
    }
}

extension PreviewSite {
    init(_ site: RenderedSite) {
        self.init(files: site.files, diagnostics: site.diagnostics, basePath: site.basePath, entry: site.entry)
    }
}
