import Diagnostics
import JSONText
import SiteBuild

/// `parchemin check --communication`: what to reproduce of each fiche, and what the pages say that is not to be said.
struct CommunicationCheck {
    let request: BuildRequest
    let reporting: ReportOptions

    func run(on console: Console) -> ExitStatus {
        let report = SiteBuilder.communication(request)
        let content = ExitStatus(report.diagnostics, strict: reporting.strict)
        let status = report.isReadable ? content : max(content, .unreadable)
        if reporting.json {
            console.output(JSONWriter.bytes(of: json(report, status), indent: 2))
        } else {
            for fiche in report.fiches where !fiche.mentions.numeroFictif {
                console.print("\(fiche.identifiant)\n    \(fiche.mentions.texte)\n")
            }
            let invented = report.fiches.count { $0.mentions.numeroFictif }
            if invented > 0 {
                console.print(
                    invented == 1
                        ? "1 fiche au numéro inventé : rien à reproduire"
                        : "\(invented) fiches au numéro inventé : rien à reproduire")
            }
        }
        console.report(report.diagnostics)
        return status
    }

    private func json(_ report: CommunicationReport, _ status: ExitStatus) -> JSONValue {
        let fiches = report.fiches.map { fiche -> JSONValue in
            [
                "identifiant": .string(fiche.identifiant), "texte": .string(fiche.mentions.texte),
                "fictive": .bool(fiche.mentions.numeroFictif),
                "adresse_officielle": .optional(fiche.mentions.adresseOfficielle),
                "mentions": .array(
                    fiche.mentions.faits.map { ["titre": .string($0.titre), "valeur": .optional($0.valeur)] }),
            ]
        }
        return [
            "code": .int(Int(status.rawValue)), "fiches": .array(fiches),
            "diagnostics": DiagnosticWriter.json(report.diagnostics),
        ]
    }
}
