import ArgumentParser
import Diagnostics
import FicheReaders

/// A subcommand: its arguments, and what it does with a console. It never ends the process itself.
protocol CatalogueCommand: ParsableCommand, Sendable {
    func run(on console: Console) async -> ExitStatus
}

extension Console {
    /// Writes diagnostics as people read them.
    func report(_ diagnostics: [Diagnostic]) {
        guard !diagnostics.isEmpty else { return }
        remark(DiagnosticWriter.human(diagnostics))
    }
}

extension ExitStatus {
    /// The code for a set of diagnostics: a missing program, errors, or warnings where `strict` promotes them.
    init(_ diagnostics: [Diagnostic], strict: Bool = false) {
        if diagnostics.contains(where: { $0.identifier == .outilManquant }) {
            self = .unavailable
        } else if diagnostics.hasErrors {
            self = .contentErrors
        } else {
            self = strict && diagnostics.hasWarnings ? .warnings : .done
        }
    }
}
