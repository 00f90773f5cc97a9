import ArgumentParser
import Diagnostics
import FicheDocument
import FicheModel
import FicheReaders
import FileStore
import SiteBuild

/// `parchemin convert FILE…`: any readable document as Markdown of the authoring format.
struct ConvertCommand: CatalogueCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: "Convertit des documents en fiches rédigées (Markdown), sans perte.",
        discussion: """
            Chaque fiche lue donne un fichier « adresse.md » dans le dossier de sortie : relu, il donne la même fiche, le \
            texte entier d’un cahier des charges compris. Ce qui n’a pas été reconnu est écrit sous « Autres \
            informations ». Un fichier qui existe n’est pas remplacé, sauf avec --force.
            """)

    @Argument(help: ArgumentHelp("Les documents à convertir.", valueName: "fichiers"))
    var files: [String]

    @Option(name: .shortAndLong, help: ArgumentHelp("Le dossier où écrire les fiches.", valueName: "dossier"))
    var output = "."

    @Flag(help: "Remplace les fichiers qui existent.")
    var force = false

    func run(on console: Console) async -> ExitStatus {
        var worst = ExitStatus.done
        var written: [String: String] = [:]
        for file in files {
            let result: ReadResult
            do {
                result = try DocumentReading.read(file)
            } catch {
                console.report([error.diagnostic()])
                worst = max(worst, .unreadable)
                continue
            }
            var diagnostics = result.diagnostics
            for read in result.fiches {
                diagnostics += write(read.fiche, from: file, &written, on: console, &worst)
            }
            console.report(diagnostics.sorted())
            worst = max(worst, ExitStatus(diagnostics))
        }
        return worst
    }

    /// Writes one fiche; what kept it from being written.
    private func write(
        _ fiche: Fiche, from file: String, _ written: inout [String: String], on console: Console,
        _ worst: inout ExitStatus
    ) -> [Diagnostic] {
        guard FicheMarkdown.canName(fiche) else {
            return [
                Diagnostic(
                    .error, .nomImpossible, "« \(fiche.identifiant.prefix(80)) » ne peut pas nommer un fichier",
                    file: file)
            ]
        }
        let path = FilePath.joined(output, fiche.identifiant + ".md")
        if let first = written[path] {
            return [
                Diagnostic(
                    .error, .ficheEnDouble, "La fiche \(fiche.identifiant) est aussi dans « \(first) », déjà converti",
                    file: file, hint: "Convertissez l’un des deux dans un autre dossier")
            ]
        }
        if !force, FileTree.kind(of: path) != .nothing {
            worst = max(worst, .cannotWrite)
            return [
                Diagnostic(
                    .error, .fichierExistant, "« \(path) » existe déjà : il n’est pas remplacé", file: file,
                    hint: "Choisissez un autre dossier avec --output, ou ajoutez --force")
            ]
        }
        do throws(FileProblem) {
            try FileWriting.makeFolder(output)
            try FileWriting.writeAtomically(Array(FicheMarkdown.text(of: fiche, documents: true).utf8), to: path)
        } catch {
            worst = max(worst, .cannotWrite)
            return [error.diagnostic()]
        }
        written[path] = file
        console.print(path)
        return []
    }
}

extension FicheMarkdown {
    /// True when the address of a fiche can be the name of a file: it comes from a document and is trusted no further.
    fileprivate static func canName(_ fiche: Fiche) -> Bool {
        let name = fiche.identifiant.utf8
        return !name.isEmpty && name.count <= 200
            && name.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
    }
}

/// Joins a folder and a name.
private enum FilePath {
    static func joined(_ folder: String, _ name: String) -> String {
        if folder == "." { return name }
        return folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }
}

extension Diagnostic.Identifier {
    static let nomImpossible: Self = "nom-impossible"
    static let ficheEnDouble: Self = "fiche-en-double"
    static let fichierExistant: Self = "fichier-existant"
}
