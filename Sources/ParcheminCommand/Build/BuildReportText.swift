import Diagnostics
import FrenchText
import JSONText
import SiteBuild

/// What a build did, in words and as JSON. No times and no paths of the machine: the same input gives the same text, unless
/// measures are asked for.
enum BuildReportText {
    static func human(_ report: BuildReport, output: String) -> String {
        var lines: [String] = []
        if let date = report.date, let origin = report.dateOrigin {
            lines.append("Date des états : \(date.iso) (\(origin.rawValue))")
        }
        if report.documents > 0 || report.fiches > 0 {
            lines.append(
                "\(count(report.documents, "document lu", "documents lus")), "
                    + count(report.fiches, "fiche", "fiches"))
        }
        let errors = report.count(of: .error)
        let warnings = report.count(of: .warning)
        lines.append(count(errors, "erreur", "erreurs") + ", " + count(warnings, "avertissement", "avertissements"))
        switch report.outcome {
        case .published:
            lines.append(
                "Publié dans « \(output) » : \(count(report.outputs.count, "fichier", "fichiers")), dont "
                    + "\(count(report.files.written, "écrit", "écrits")) et "
                    + count(report.files.unchanged, "inchangé", "inchangés")
                    + (report.files.removed == 0 ? "" : " ; " + count(report.files.removed, "retiré", "retirés")))
        case .planned:
            lines.append(
                "Vérifié : \(count(report.outputs.count, "fichier prévu", "fichiers prévus")), rien n’est écrit")
        case .unreadable, .refused, .cannotWrite:
            lines.append("Rien n’est publié ; le dernier site publié, s’il y en a un, reste en place")
        }
        return lines.joined(separator: "\n")
    }

    /// - Parameter measures: what it cost, where that was asked for.
    static func json(
        _ report: BuildReport, output: String, status: ExitStatus, measures: JSONValue? = nil
    ) -> JSONValue {
        let account: JSONValue = [
            "resultat": .string(report.outcome.rawValue), "code": .int(Int(status.rawValue)),
            "date": .optional(report.date?.iso), "origine_de_la_date": .optional(report.dateOrigin?.rawValue),
            "dossier": .string(output),
            "nombres": [
                "documents": .int(report.documents), "fiches": .int(report.fiches),
                "fichiers": .int(report.outputs.count), "pages": .int(report.pages),
                "ecrits": .int(report.files.written), "inchanges": .int(report.files.unchanged),
                "retires": .int(report.files.removed),
                "octets": .int(report.files.bytes),
                "erreurs": .int(report.count(of: .error)),
                "avertissements": .int(report.count(of: .warning)),
            ],
            "explications": .array(
                report.explanations.map { explanation in
                    [
                        "chemin": .string(explanation.path), "resultat": .string(explanation.outcome.rawValue),
                        "raisons": .strings(explanation.reasons),
                    ]
                }),
            "diagnostics": DiagnosticWriter.json(report.diagnostics),
        ]
        guard let measures, case .object(let members) = account else { return account }
        return .object(members + [.init("mesures", measures)])
    }

    private static func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(Typography.grouped(number)) \(number >= 2 ? many : one)"
    }
}
