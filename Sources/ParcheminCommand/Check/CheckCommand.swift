import ArgumentParser
import Diagnostics
import JSONText
import SiteBuild

/// `parchemin check`: reads, renders and verifies a catalogue without publishing it.
struct CheckCommand: CatalogueCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Vérifie le catalogue sans rien publier.",
        discussion: """
            Montre pour chaque document la forme reconnue, les rubriques trouvées et la part des mots dont il est rendu \
            compte, puis les erreurs et les avertissements avec leur ligne. Avec --communication, donne les mentions à \
            reproduire et relit les pages du catalogue\u{A0}; avec --site, suit les liens d’un site déjà construit.
            """)

    @OptionGroup var place: ContentOptions

    @Flag(help: "Donne les mentions à reproduire de chaque fiche et relit ce que disent les pages du catalogue.")
    var communication = false

    @Option(
        help: ArgumentHelp("Un site déjà construit, dont suivre les liens et les ancres.", valueName: "dossier"))
    var site: String?

    @Option(
        help: ArgumentHelp(
            "Avec --site, le dossier du site dans son adresse publique\u{A0}; sinon celui que dit sa page d’accueil.",
            valueName: "chemin"))
    var basePath: String?

    @OptionGroup var reporting: ReportOptions

    func validate() throws {
        if communication, site != nil {
            throw ValidationError("--communication et --site ne vont pas ensemble\u{A0}: lancez deux vérifications.")
        }
        if basePath != nil, site == nil { throw ValidationError("--base-path ne sert qu’avec --site.") }
    }

    func run(on console: Console) async -> ExitStatus {
        if let site { return SiteTreeCheck(folder: site, basePath: basePath, reporting: reporting).run(on: console) }
        guard var request = place.request(on: console) else { return .usage }
        request.drafts = true
        if communication { return CommunicationCheck(request: request, reporting: reporting).run(on: console) }
        let progress = ProgressLine(console)
        request.progress = { progress.show($0, $1, $2) }
        let (report, documents) = SiteBuilder.check(request)
        progress.clear()
        let status = ExitStatus(report, strict: reporting.strict)
        if reporting.json {
            var members = [JSONValue.Member("documents", .array(documents.map(CheckTable.json)))]
            if case .object(let rest) = BuildReportText.json(report, output: "", status: status) {
                members += rest.filter { $0.key != "dossier" }
            }
            console.output(JSONWriter.bytes(of: .object(members), indent: 2))
        } else if !documents.isEmpty {
            console.output(Array(CheckTable.text(documents).utf8))
        }
        console.report(report.diagnostics)
        if !reporting.json { console.print(BuildReportText.human(report, output: "")) }
        return status
    }
}
