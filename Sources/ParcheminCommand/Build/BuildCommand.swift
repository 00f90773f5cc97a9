import ArgumentParser
import Diagnostics
import FicheModel
import JSONText
import SiteBuild

/// `parchemin build`: publishes a catalogue.
struct BuildCommand: CatalogueCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Construit le catalogue et le publie dans un dossier.",
        discussion: """
            Le site est préparé à côté du dossier de publication, vérifié, puis mis à sa place d’un seul geste : si quelque \
            chose échoue, le dernier site publié reste tel quel. Les fichiers que Parchemin n’a pas écrits sont conservés.
            """)

    @OptionGroup var place: ContentOptions

    @Option(name: .shortAndLong, help: ArgumentHelp("Le dossier où publier.", valueName: "dossier"))
    var output = "public"

    @Flag(help: "Publie même si beaucoup de fiches déjà publiées doivent disparaître.")
    var allowRemovals = false

    @Flag(
        help:
            "Publie dans un dossier qui contient d’autres fichiers\u{A0}; ils y restent, sauf à la place d’un fichier du site."
    )
    var force = false

    @Flag(help: "Termine les adresses par index.html, pour lire le site depuis un dossier, sans serveur.")
    var portable = false

    @Flag(
        help:
            "Ajoute à côté des textes leur copie compressée (.gz, et .br si le système a la bibliothèque brotli), pour les hébergeurs qui savent l’envoyer."
    )
    var compress = false

    @Flag(
        help:
            "Relit les grandes sources, que la construction suivante reconnaît sinon à leur taille et à leur date de modification."
    )
    var verify = false

    @Option(
        help: ArgumentHelp(
            "Dit pourquoi ce fichier du site a été refait ou gardé (ou le serait, avec --dry-run)\u{A0}; peut être répétée.",
            valueName: "chemin"))
    var explain: [String] = []

    @Flag(help: "Vérifie tout et liste les fichiers prévus, sans rien écrire.")
    var dryRun = false

    @Flag(
        help:
            "Dit aussi ce que la construction a coûté\u{A0}: durée des étapes, gabarits, pages et listes les plus lourds, mémoire."
    )
    var report = false

    @OptionGroup var reporting: ReportOptions

    func run(on console: Console) async -> ExitStatus {
        guard var request = place.request(on: console) else { return .usage }
        request.output = output
        request.allowRemovals = allowRemovals
        request.force = force
        request.portable = portable
        request.compress = compress
        request.verify = verify
        request.dryRun = dryRun
        request.explain = explain
        request.measured = report
        request.isLast = true
        request.isBrief = !reporting.json
        let progress = ProgressLine(console)
        request.progress = { progress.show($0, $1, $2) }
        let built = SiteBuilder.build(request)
        progress.clear()
        let status = ExitStatus(built, strict: reporting.strict)
        let measures = BuildMeasuresText(built, usage: ProcessUsage.now)
        console.report(built.diagnostics, more: built.rest)
        if reporting.json {
            console.output(
                JSONWriter.bytes(
                    of: BuildReportText.json(built, output: output, status: status, measures: measures?.json), indent: 2
                ))
        } else {
            if dryRun, explain.isEmpty { built.outputs.forEach(console.print) }
            built.explanations.forEach { console.print($0.text) }
            console.print(BuildReportText.human(built, output: output))
            if let measures { console.print("\n" + measures.human) }
        }
        return status
    }
}

extension ExitStatus {
    /// The code for what a build did: the most severe of what went wrong.
    init(_ report: BuildReport, strict: Bool) {
        let content = ExitStatus(report.diagnostics, more: report.rest, strict: strict)
        switch report.outcome {
        case .published, .planned: self = content
        case .refused: self = max(content, .contentErrors)
        case .unreadable: self = max(content, .unreadable)
        case .cannotWrite: self = max(content, .cannotWrite)
        }
    }
}
