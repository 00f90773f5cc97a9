import Diagnostics
import FileStore
import FrenchText
import JSONText
import SiteBuild

/// `parchemin check --site`: the links and anchors of a built tree.
struct SiteTreeCheck {
    let folder: String
    let basePath: String?
    let reporting: ReportOptions

    func run(on console: Console) -> ExitStatus {
        do {
            let check = try TreeCheck(of: folder, basePath: basePath.map(Self.withSlashes))
            let status = ExitStatus(check.diagnostics, strict: reporting.strict)
            console.report(check.diagnostics)
            if reporting.json {
                console.output(JSONWriter.bytes(of: json(check, status), indent: 2))
            } else {
                console.print(human(check))
            }
            return status
        } catch {
            console.report([error.diagnostic()])
            return .unreadable
        }
    }

    private func human(_ check: TreeCheck) -> String {
        let errors = check.diagnostics.count { $0.severity == .error }
        let pages = "\(Typography.grouped(check.pages)) \(check.pages >= 2 ? "pages vérifiées" : "page vérifiée")"
        let files = "\(Typography.grouped(check.files)) \(check.files >= 2 ? "fichiers" : "fichier")"
        let found = errors == 0 ? "aucun lien mort" : "\(errors) \(errors >= 2 ? "erreurs" : "erreur")"
        return "\(pages) parmi \(files), \(found)"
    }

    private func json(_ check: TreeCheck, _ status: ExitStatus) -> JSONValue {
        [
            "dossier": .string(folder), "code": .int(Int(status.rawValue)), "pages": .int(check.pages),
            "fichiers": .int(check.files), "diagnostics": DiagnosticWriter.json(check.diagnostics),
        ]
    }

    private static func withSlashes(_ path: String) -> String {
        let inner = path.split(separator: "/").joined(separator: "/")
        return inner.isEmpty ? "/" : "/\(inner)/"
    }
}
