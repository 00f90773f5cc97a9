import ArgumentParser
import Diagnostics
import FileStore
import JSONText
import SearchIndex

/// `parchemin search`: asks the index of a built site, as its search page does.
struct SearchCommand: CatalogueCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Cherche dans un site publié, comme le fait sa page de recherche.",
        discussion: """
            Sans question, une question est lue sur chaque ligne de l’entrée standard. Avec --json, chaque réponse est une \
            ligne de JSON. Le code de sortie est 0 quand chaque question a au moins une réponse, 1 sinon, 65 quand l’index \
            ne peut pas être lu.
            """)

    @Argument(help: ArgumentHelp("La question\u{A0}: un métier, une compétence, un code.", valueName: "question"))
    var question: String?

    @Option(name: .shortAndLong, help: ArgumentHelp("Le dossier où le site est publié.", valueName: "dossier"))
    var output = "public"

    @Option(
        name: .customLong("filtre"),
        help: ArgumentHelp(
            "Une valeur d’une facette, par exemple «\u{A0}niveau=5\u{A0}»\u{A0}; l’option peut être répétée.",
            valueName: "facette=valeur"))
    var filtres: [String] = []

    @Option(
        name: .customLong("tri"),
        help: ArgumentHelp("L’ordre de la liste\u{A0}: pertinence, echeance ou intitule.", valueName: "ordre"))
    var tri = SearchSort.pertinence

    @Option(
        name: .customLong("facette"),
        help: ArgumentHelp(
            "Une facette dont compter les valeurs, par exemple «\u{A0}niveau\u{A0}»\u{A0}; l’option peut être répétée.",
            valueName: "facette"))
    var facettes: [String] = []

    @Option(name: .customLong("nombre"), help: ArgumentHelp("Combien de fiches montrer.", valueName: "n"))
    var nombre = 10

    @Flag(help: "Affiche les réponses en JSON, une par ligne.")
    var json = false

    func run(on console: Console) async -> ExitStatus {
        var facets: [String: [String]] = [:]
        for filtre in filtres {
            let parts = filtre.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else {
                let hint = "Écrivez-le « facette=valeur », par exemple « niveau=5 »"
                console.report([Diagnostic(.error, "filtre-invalide", "« \(filtre) » n’est pas un filtre", hint: hint)])
                return .usage
            }
            facets[parts[0], default: []].append(parts[1])
        }
        if let name = (facettes + facets.keys.sorted()).first(where: { !SearchEngine.facets.contains($0) }) {
            let hint = "Les facettes sont " + SearchEngine.facets.joined(separator: ", ")
            console.report([Diagnostic(.error, "filtre-invalide", "« \(name) » n’est pas une facette", hint: hint)])
            return .usage
        }
        let folder = output + "/" + SearchIndexBuilder.folder
        do {
            var engine = try SearchEngine { try FileBytes.read(folder + $0) }
            var status = ExitStatus.done
            func ask(_ question: String) throws {
                let answer = try engine.answer(
                    question, filters: facets, sort: tri, facets: facettes, shown: max(0, nombre))
                if answer.total == 0 { status = .contentErrors }
                if json {
                    console.output(JSONWriter.bytes(of: SearchAnswerText.json(question, answer)) + [0x0A])
                } else {
                    console.output(Array(SearchAnswerText.human(question, answer).utf8))
                }
            }
            if let question {
                try ask(question)
            } else {
                while let line = readLine() { try ask(line) }
            }
            return status
        } catch {
            console.report([Self.diagnostic(error, folder: folder)])
            return .unreadable
        }
    }

    private static func diagnostic(_ error: any Error, folder: String) -> Diagnostic {
        let hint = "Publiez d’abord le site avec « parchemin build », puis donnez son dossier avec --output"
        switch error {
        case SearchFailure.autreFormat(let format):
            return Diagnostic(
                .error, "index-illisible",
                "L’index de « \(folder) » est au format \(format), que cette version ne lit pas", hint: hint)
        case SearchFailure.fichierIllisible(let name):
            return Diagnostic(
                .error, "index-illisible", "« \(folder)\(name) » manque ou n’est pas un fichier de l’index", hint: hint)
        case let problem as FileProblem:
            var diagnostic = problem.diagnostic(.error, "index-illisible")
            diagnostic.hint = hint
            return diagnostic
        default:
            return Diagnostic(.error, "index-illisible", "L’index de « \(folder) » ne peut pas être lu", hint: hint)
        }
    }
}

extension SearchSort: ExpressibleByArgument {}
