import ArgumentParser
import Diagnostics
import FrenchText
import FicheReaders

/// A subcommand: its arguments, and what it does with a console. It never ends the process itself.
protocol CatalogueCommand: ParsableCommand, Sendable {
    func run(on console: Console) async -> ExitStatus
}

extension Console {
    /// Writes diagnostics as people read them: every error, and of a kind of warning or note the first ones, then how many
    /// more there are; `--json` has them all.
    ///
    /// - Parameter more: others of the same kinds, which were left out already.
    func report(_ diagnostics: [Diagnostic], more: [DiagnosticDigest.Rest] = []) {
        let digest = DiagnosticDigest(diagnostics, more: more)
        guard !digest.shown.isEmpty else { return }
        var text = DiagnosticWriter.human(digest.shown)
        let errors = Set(digest.shown.lazy.filter { $0.severity == .error }.map(\.identifier))
        let rest = Dictionary(digest.rest.map { ($0.identifier, $0.count) }, uniquingKeysWith: +)
        for (identifier, count) in rest.sorted(by: { $0.key.rawValue < $1.key.rawValue })
        where !errors.contains(identifier) {
            let words = count == 1 ? "autre remarque" : "autres remarques"
            text += "… et \(Typography.grouped(count)) \(words) de ce genre [\(identifier.rawValue)], avec --json\n"
        }
        remark(text)
    }
}

extension ExitStatus {
    /// The code for a set of diagnostics: a missing program, errors, or warnings where `strict` promotes them.
    ///
    /// - Parameter more: others of the same kinds, none of them an error.
    init(_ diagnostics: [Diagnostic], more: [DiagnosticDigest.Rest] = [], strict: Bool = false) {
        if diagnostics.contains(where: { $0.identifier == .outilManquant }) {
            self = .unavailable
        } else if diagnostics.hasErrors {
            self = .contentErrors
        } else {
            self = strict && (diagnostics.hasWarnings || more.contains { $0.severity == .warning }) ? .warnings : .done
        }
    }
}
