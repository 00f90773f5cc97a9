import ArgumentParser
import Diagnostics
import FrenchText
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

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "Le dossier où «\u{A0}build\u{A0}» publie\u{A0}: ce qu’il a gardé d’une grande source n’est pas relu.",
            valueName: "dossier"))
    var output = "public"

    @Option(name: .shortAndLong, help: ArgumentHelp("Le port sur 127.0.0.1.", valueName: "numéro"))
    var port: UInt16 = 8420

    func run(on console: Console) async -> ExitStatus {
        guard var base = place.request(on: console) else { return .usage }
        base.document = document
        base.output = output
        base.drafts = true
        let progress = ProgressLine(console)
        base.progress = progress.show
        let request = base
        if let missing = Self.missing(request) {
            console.report([missing])
            return .unreadable
        }
        console.remark("Lecture du catalogue…\n")
        let server = PreviewServer(port: port, request: request) { news in
            progress.clear()
            Self.tell(news, on: console)
        }
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

    private static func tell(_ news: PreviewNews, on console: Console) {
        switch news {
        case .ready(let site):
            console.report(site.diagnostics)
            tell(site, on: console)
        case .changed(let site, let remarks):
            console.report(remarks)
            tell(site, on: console)
        case .watching(let diagnostic): console.report([diagnostic])
        case .linksFollowed(_, let remarks): console.report(remarks)
        }
    }

    private static func tell(_ site: LiveSite, on console: Console) {
        let errors = site.errors.count
        let pages = Typography.grouped(site.pages)
        console.remark(
            "\(pages) page\(site.pages > 1 ? "s" : "")"
                + (errors == 0 ? "" : ", \(errors) erreur\(errors > 1 ? "s" : "")")
                + (site.isPartial ? "\u{A0}; les listes et les liens suivent" : "") + "\n")
    }
}
