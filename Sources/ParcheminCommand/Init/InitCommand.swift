import ArgumentParser
import Diagnostics
import FileStore

/// `parchemin init DIR`: a new catalogue with one commented fiche.
struct InitCommand: CatalogueCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Crée un catalogue avec une fiche commentée, prête à modifier.")

    @Argument(help: ArgumentHelp("Le dossier à créer ; il doit être vide ou ne pas exister.", valueName: "dossier"))
    var folder: String

    func run(on console: Console) async -> ExitStatus {
        do throws(FileProblem) {
            if FileTree.kind(of: folder) != .nothing, !(try FileTree(of: folder, hidden: true).files.isEmpty) {
                console.report([
                    Diagnostic(
                        .error, "dossier-non-vide", "« \(folder) » n’est pas vide : rien n’y est écrit", file: folder,
                        hint: "Donnez un dossier vide ou qui n’existe pas encore")
                ])
                return .cannotWrite
            }
            for (path, text) in NewCatalogue.files {
                let target = folder + "/" + path
                if let slash = target.lastIndex(of: "/") { try FileWriting.makeFolder(String(target[..<slash])) }
                try FileWriting.writeAtomically(Array(text.utf8), to: target)
            }
        } catch {
            console.report([error.diagnostic(.error, "sortie-non-ecrite")])
            return .cannotWrite
        }
        console.print("Catalogue créé dans « \(folder) » :")
        for (path, _) in NewCatalogue.files { console.print("  \(path)") }
        console.print("Pour le voir : parchemin serve --content \(folder)")
        console.print("Pour le publier : parchemin build --content \(folder)")
        return .done
    }
}
