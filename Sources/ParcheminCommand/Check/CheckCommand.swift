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
            compte, puis les erreurs et les avertissements avec leur ligne.
            """)

    @OptionGroup var place: ContentOptions
    @OptionGroup var reporting: ReportOptions

    func run(on console: Console) async -> ExitStatus {
        guard var request = place.request(on: console) else { return .usage }
        request.drafts = true
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
