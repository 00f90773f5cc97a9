import ArgumentParser
import Diagnostics
import FicheDocument
import FicheModel
import FicheReaders
import FileStore
import JSONText
import SiteBuild

/// `parchemin parse FILE`: what the readers make of one document.
struct ParseCommand: CatalogueCommand {
    static let configuration = CommandConfiguration(
        commandName: "parse",
        abstract: "Lit un document et affiche la fiche en JSON.",
        discussion: """
            La forme du document est reconnue à son contenu : fiche imprimée (PDF, texte, Markdown tabulé), page de France \
            compétences, flux XML officiel (même dans son .zip), cahier des charges, fiche rédigée en Markdown. Un dossier \
            ou un .zip des dix exports CSV se lit comme un document. Un document qui contient plusieurs fiches donne une \
            liste. Un PDF est lu par « pdftotext » (paquet poppler-utils).
            """)

    @Argument(help: ArgumentHelp("Le document à lire.", valueName: "fichier"))
    var file: String

    @Flag(help: "Affiche la fiche en Markdown, dans la forme que Parchemin relit.")
    var markdown = false

    @Flag(help: "Rend compte de chaque mot du document : repris, mise en page ou non reconnu.")
    var coverage = false

    @Flag(help: "Montre de quelles lignes du document vient chaque rubrique.")
    var explain = false

    @Flag(help: "Avec --coverage ou --explain : en JSON.")
    var json = false

    func run(on console: Console) async -> ExitStatus {
        let result: ReadResult
        do {
            result = try DocumentReading.read(file)
        } catch {
            console.report([error.diagnostic()])
            return .unreadable
        }
        console.output(answer(result))
        console.report(result.diagnostics.sorted())
        return ExitStatus(result.diagnostics)
    }

    private func answer(_ result: ReadResult) -> [UInt8] {
        if coverage {
            let report = CoverageReport(result.fiches.map(\.fiche))
            return json ? JSONWriter.bytes(of: report.json, indent: 2) : Array(report.text.utf8)
        }
        if explain {
            let report = ProvenanceReport(result, text: result.text ?? text())
            return json ? JSONWriter.bytes(of: report.json, indent: 2) : Array(report.text.utf8)
        }
        if markdown {
            return Array(
                result.fiches.map { FicheMarkdown.text(of: $0.fiche, documents: true) }.joined(separator: "\n").utf8)
        }
        guard let first = result.fiches.first else { return [] }
        let value: JSONValue =
            result.fiches.count == 1 ? first.fiche.json : .array(result.fiches.map(\.fiche.json))
        return JSONWriter.bytes(of: value, indent: 2)
    }

    /// The text of a document that was streamed, to tell the lines of its parts apart; nil for an archive or a folder.
    private func text() -> SourceText? {
        guard let bytes = try? FileBytes.read(file) else { return nil }
        return TextDecoding.decode(bytes, path: file).0
    }
}
