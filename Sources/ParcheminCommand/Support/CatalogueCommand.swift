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
        // A few kinds, and one of them mostly thousands of times in a row.
        var kinds: [(identifier: Diagnostic.Identifier, count: Int, severity: Diagnostic.Severity)] = []
        var last = 0
        var text = ""
        for diagnostic in diagnostics {
            if !kinds.indices.contains(last) || kinds[last].identifier != diagnostic.identifier {
                last = kinds.firstIndex { $0.identifier == diagnostic.identifier } ?? kinds.count
                if last == kinds.count { kinds.append((diagnostic.identifier, 0, diagnostic.severity)) }
            }
            kinds[last].count += 1
            kinds[last].severity = max(kinds[last].severity, diagnostic.severity)
            guard diagnostic.severity == .error || kinds[last].count <= Self.shownOfAKind else { continue }
            text += DiagnosticWriter.human(diagnostic)
        }
        for (identifier, count, severity) in kinds.sorted(by: { $0.identifier.rawValue < $1.identifier.rawValue })
        where count > Self.shownOfAKind && severity != .error {
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
