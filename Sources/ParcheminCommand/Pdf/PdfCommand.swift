import ArgumentParser
import Diagnostics
import FileStore
import PagePrinting
import SiteBuild

/// `parchemin pdf NAME`: a fiche, a booklet or a document as a PDF.
struct PdfCommand: CatalogueCommand {
    static let configuration = CommandConfiguration(
        commandName: "pdf",
        abstract: "Fait un PDF d’une fiche, d’un livret ou d’un document.",
        discussion: """
            Le PDF est fait par WeasyPrint (sommaire paginé, titres courants, signets, PDF/UA-1, fiche jointe en JSON) ou, \
            à défaut, par Chromium (sommaire en liens, PDF balisé, rien de joint). L’un des deux doit être installé ; \
            aucun n’a accès au réseau.
            """)

    @Argument(
        help: ArgumentHelp(
            "Un identifiant ou un numéro de fiche, le nom d’un livret, ou le chemin d’un document.", valueName: "nom"))
    var name: String

    @Option(
        help: ArgumentHelp(
            "weasyprint ou chromium\u{A0}; sans cette option, le premier qui est installé.", valueName: "moteur"))
    var moteur: String?

    @Option(
        name: [.customShort("o"), .customLong("sortie")],
        help: ArgumentHelp(
            "Le fichier à écrire\u{A0}; sans cette option, le nom suivi de « .pdf ».", valueName: "fichier"))
    var sortie: String?

    @OptionGroup var place: ContentOptions

    func run(on console: Console) async -> ExitStatus {
        guard let engines = engines(on: console), var request = place.request(on: console) else { return .usage }
        let isDocument = FileTree.kind(of: name) == .file
        if isDocument {
            request.document = name
            request.drafts = true
        }
        switch SiteBuilder.printable(request, named: isDocument ? nil : name) {
        case .unreadable(let diagnostics):
            console.report(diagnostics)
            return max(ExitStatus(diagnostics), .unreadable)
        case .unknown(let nearest, let diagnostics):
            console.report(diagnostics.filter { $0.severity == .error } + [unknown(nearest, isDocument: isDocument)])
            return isDocument ? .contentErrors : .usage
        case .page(let page):
            console.report(page.diagnostics)
            return max(ExitStatus(page.diagnostics), print(page, engines, on: console))
        }
    }

    /// The engines to try, in their order; nil, with the reason said, when the one asked for is none.
    private func engines(on console: Console) -> [PrintEngine]? {
        guard let moteur else { return PrintEngine.allCases }
        if let engine = PrintEngine(rawValue: moteur.lowercased()) { return [engine] }
        let names = PrintEngine.allCases.map(\.rawValue)
        console.report([
            Diagnostic(
                .error, "moteur-inconnu", "« \(moteur) » n’est pas un moteur",
                hint: NearestMatch.nearest(to: moteur, in: names).map { "Vouliez-vous dire « \($0) » ?" }
                    ?? "Les moteurs sont : \(names.joined(separator: ", "))")
        ])
        return nil
    }

    private func unknown(_ nearest: String?, isDocument: Bool) -> Diagnostic {
        if isDocument {
            return Diagnostic(
                .error, "rien-a-imprimer",
                "« \(name) » ne donne aucune fiche, ou plus de fiches qu’un livret n’en prend",
                hint: "« parchemin check » dit ce qui a été lu")
        }
        return Diagnostic(
            .error, "nom-inconnu", "« \(name) » n’est ni une fiche, ni un livret, ni un document",
            hint: nearest.map { "Vouliez-vous dire « \($0) » ?" }
                ?? "Donnez un identifiant (rncp31387), un numéro (RNCP31387), le nom d’un livret ou un chemin")
    }

    private func print(_ page: PrintablePage, _ engines: [PrintEngine], on console: Console) -> ExitStatus {
        let target = sortie ?? page.name + ".pdf"
        let printing = PagePrint(page: page, environment: SystemFacts.environment)
        do throws(PagePrint.Failure) {
            let (engine, pdf) = try Interruption.held { () throws(PagePrint.Failure) in try printing.pdf(engines) }
            do throws(FileProblem) {
                try FileWriting.writeAtomically(pdf, to: target)
            } catch {
                throw PagePrint.Failure(.cannotWrite, error.diagnostic(.error, "sortie-non-ecrite"))
            }
            console.print("\(target) : \(Self.words(engine, page))")
            return .done
        } catch {
            console.report([error.diagnostic])
            return error.status
        }
    }

    private static func words(_ engine: PrintEngine, _ page: PrintablePage) -> String {
        switch engine {
        case .weasyprint:
            let count = page.attachments.count
            return "WeasyPrint, balisé (PDF/UA-1), "
                + (count == 1 ? "la fiche est jointe en JSON" : "\(count) fiches sont jointes en JSON")
        case .chromium:
            return
                "Chromium, balisé ; sommaire en liens, rien de joint (WeasyPrint pagine le sommaire et joint les fiches)"
        }
    }
}
