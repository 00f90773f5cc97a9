import ArgumentParser

/// The whole program as a function: arguments in, exit code out. The executable and the tests call it.
public enum ParcheminProgram {
    /// The version that `--version` prints and that pages state.
    public static let version = "0.1.0"

    /// Runs the command that `arguments` (without the name of the program) ask for.
    public static func run(_ arguments: [String], on console: Console = .standard) async -> ExitStatus {
        let command: ParsableCommand
        do {
            command = try Parchemin.parseAsRoot(arguments)
        } catch {
            return answer(error, console)
        }
        if let command = command as? CatalogueCommand { return await command.run(on: console) }
        // The command asked for is none of ours: help, or a script for completions. Its `run` throws its answer.
        do {
            var command = command
            try command.run()
            return .done
        } catch {
            return answer(error, console)
        }
    }

    private static func answer(_ error: Error, _ console: Console) -> ExitStatus {
        let message = FrenchHelp.translated(Parchemin.fullMessage(for: error))
        guard Parchemin.exitCode(for: error).isSuccess else {
            console.remark(message + "\n")
            return .usage
        }
        console.print(message)
        return .done
    }
}

/// The root command.
struct Parchemin: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parchemin",
        abstract: "Publie un catalogue de fiches de certifications professionnelles (RNCP, RS, CQP).",
        version: ParcheminProgram.version,
        subcommands: [
            BuildCommand.self, ServeCommand.self, CheckCommand.self, ParseCommand.self, ConvertCommand.self,
            PdfCommand.self, SearchCommand.self, InitCommand.self, RollbackCommand.self,
        ])
}
