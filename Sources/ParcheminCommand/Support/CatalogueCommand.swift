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
    /// more there are. A national base says the same thing thousands of times; `--json` has them all.
    func report(_ diagnostics: [Diagnostic]) {
        guard !diagnostics.isEmpty else { return }
        var counts: [Diagnostic.Identifier: Int] = [:]
        var text = ""
        for diagnostic in diagnostics {
            counts[diagnostic.identifier, default: 0] += 1
            guard diagnostic.severity == .error || counts[diagnostic.identifier, default: 0] <= Self.shownOfAKind else {
                continue
            }
            text += DiagnosticWriter.human(diagnostic)
        }
        let severities = Dictionary(diagnostics.map { ($0.identifier, $0.severity) }, uniquingKeysWith: max)
        for (identifier, count) in counts.sorted(by: { $0.key.rawValue < $1.key.rawValue })
        where count > Self.shownOfAKind && severities[identifier] != .error {
            let rest = count - Self.shownOfAKind
            let words = rest == 1 ? "autre remarque" : "autres remarques"
            text += "… et \(Typography.grouped(rest)) \(words) de ce genre [\(identifier.rawValue)], avec --json\n"
        }
        remark(text)
    }

    /// How many warnings or notes of one kind are printed.
    private static let shownOfAKind = 20
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
