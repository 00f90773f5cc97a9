import ArgumentParser
import Diagnostics
import FileStore
import FrenchText
import JSONText

/// `parchemin rollback`: publishes the former site again.
struct RollbackCommand: CatalogueCommand {
    static let configuration = CommandConfiguration(
        commandName: "rollback",
        abstract: "Remet en place le site publié juste avant.",
        discussion: """
            Parchemin garde, à côté du dossier de publication, le site que le dernier a remplacé. Cette commande les \
            échange d’un seul geste ; la relancer revient au plus récent. Les sources ne changent pas : la publication \
            suivante reprend leur état.
            """)

    @Option(name: .shortAndLong, help: ArgumentHelp("Le dossier où le site est publié.", valueName: "dossier"))
    var output = "public"

    @Flag(help: "Affiche le compte rendu en JSON.")
    var json = false

    func run(on console: Console) async -> ExitStatus {
        do throws(FileProblem) {
            guard FileTree.kind(of: output) == .folder else {
                throw FileProblem(.lire, output, code: FileProblem.absence)
            }
            let folder = try OutputFolder(output)
            guard folder.manifest != nil else {
                return refuse("« \(output) » n’est pas un site publié par Parchemin", console)
            }
            guard let rollback = try folder.rollBack() else {
                return refuse("Aucun site antérieur n’est gardé pour « \(output) »", console)
            }
            tell(rollback, console)
            return .done
        } catch {
            var problem = error.diagnostic(.error, "retour-impossible")
            problem.hint = "Le site publié reste tel qu’il était"
            console.report([problem])
            return .cannotWrite
        }
    }

    private func refuse(_ message: String, _ console: Console) -> ExitStatus {
        let hint = "Un site antérieur est gardé dès la deuxième publication dans un même dossier"
        console.report([Diagnostic(.error, "aucun-site-anterieur", message, hint: hint)])
        return .contentErrors
    }

    private func tell(_ rollback: OutputFolder.Rollback, _ console: Console) {
        let leftover = rollback.leftover.map { $0.diagnostic(.warning, "ancien-site-non-supprime") }
        if json {
            let report: JSONValue = [
                "resultat": "rétabli", "dossier": .string(output), "fichiers": .int(rollback.files),
                "differences": .int(rollback.differences),
                "diagnostics": DiagnosticWriter.json(leftover.map { [$0] } ?? []),
            ]
            console.output(JSONWriter.bytes(of: report, indent: 2))
            return
        }
        console.report(leftover.map { [$0] } ?? [])
        let files = "\(Typography.grouped(rollback.files)) \(rollback.files >= 2 ? "fichiers" : "fichier")"
        let verb = rollback.differences >= 2 ? "diffèrent" : "diffère"
        console.print(
            "Le site précédent est de nouveau publié dans « \(output) » : \(files), dont "
                + "\(Typography.grouped(rollback.differences)) \(verb) du site qu’il remplace")
    }
}
