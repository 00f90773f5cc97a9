import ArgumentParser
import Diagnostics
import FicheModel
import SiteBuild

/// Where the catalogue is and for which day it is built: the same for `build` and `check`.
struct ContentOptions: ParsableArguments {
    @Option(name: .shortAndLong, help: ArgumentHelp("Le dossier du catalogue.", valueName: "dossier"))
    var content = "Content"

    @Option(
        help: ArgumentHelp(
            "La date à laquelle dire si une fiche est en vigueur\u{A0}; sinon celle des réglages, puis aujourd’hui.",
            valueName: "AAAA-MM-JJ"))
    var date: String?

    @Option(
        help: ArgumentHelp("Un dossier de fichiers de thème, qui remplacent ceux du programme.", valueName: "dossier"))
    var theme: String?

    /// The request for these options; nil, with the reason said, when the date is none.
    func request(on console: Console) -> BuildRequest? {
        var request = BuildRequest(content: Self.trimmed(content), version: ParcheminProgram.version)
        request.theme = theme.map(Self.trimmed)
        guard let date else { return request }
        guard let day = CalendarDate(date) else {
            console.report([
                Diagnostic(
                    .error, "date-invalide", "« \(date) » n’est pas une date",
                    hint: "Écrivez-la AAAA-MM-JJ, par exemple 2026-01-31")
            ])
            return nil
        }
        request.date = day
        return request
    }

    private static func trimmed(_ path: String) -> String {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        return path
    }
}

/// How the result is told: the same for `build` and `check`.
struct ReportOptions: ParsableArguments {
    @Flag(help: "Rend un avertissement aussi grave qu’une erreur (code de sortie 2).")
    var strict = false

    @Flag(help: "Affiche le compte rendu en JSON.")
    var json = false
}
