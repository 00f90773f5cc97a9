import Catalogue
import Diagnostics
import FicheDocument
import FicheModel
import FicheReaders
import FileStore

/// What a certifier has to reproduce of each fiche, and what the texts of the catalogue say that is not to be said.
public struct CommunicationReport: Sendable {
    /// The mentions of each fiche, in the order of the catalogue.
    public var fiches: [(identifiant: String, mentions: Mentions)] = []
    /// In the order of files and lines.
    public var diagnostics: [Diagnostic] = []
    /// False when the catalogue could not be read at all.
    public var isReadable = true
}

extension SiteBuilder {
    /// Reads a catalogue and looks at what it says: the pages and settings of the site are warned about, the fiches that
    /// were written here are remarked on, those read from documents of others are theirs to say.
    public static func communication(_ request: BuildRequest) -> CommunicationReport {
        var report = CommunicationReport()
        let site: PreparedSite
        do {
            site = try PreparedSite.prepare(request)
        } catch {
            report.diagnostics = error.diagnostics
            report.isReadable = false
            return report
        }
        report.diagnostics = site.diagnostics.filter { $0.severity == .error }
        let context = FicheContexts.context(site.model, path: "index.html")
        for summary in site.model.fiches {
            guard let fiche = site.fiche(summary) else { continue }
            let mentions = Mentions(fiche, context: context)
            report.fiches.append((summary.identifiant, mentions))
            guard !mentions.manquants.isEmpty else { continue }
            report.diagnostics.append(
                Diagnostic(
                    .note, .mentionManquante,
                    "\(summary.numeroFiche ?? summary.identifiant) : des mentions à reproduire manquent ("
                        + mentions.manquants.joined(separator: ", ") + ")",
                    file: summary.origin.file, position: summary.origin.position))
        }
        var written: [(name: String, severity: Diagnostic.Severity)] = site.model.pages.map { ($0.file, .warning) }
        if let home = site.model.presentation { written.append((home.file, .warning)) }
        written.append((Configuration.fileName, .warning))
        written += site.documents.filter { $0.counts.format == .markdown }.map { ($0.name, .note) }
        for (name, severity) in written {
            let path = name.hasPrefix("/") ? name : request.content + "/" + name
            guard FileTree.kind(of: path) == .file else { continue }
            do {
                let (text, _) = TextDecoding.decode(try FileBytes.read(path), path: name)
                guard let text else { continue }
                report.diagnostics += CommunicationLint.diagnostics(
                    in: String(decoding: text.bytes, as: UTF8.self), file: name, severity: severity)
            } catch {
                report.diagnostics.append(error.diagnostic())
            }
        }
        report.diagnostics.sort()
        return report
    }
}
