import Diagnostics
import Foundation
import Testing

@testable import ParcheminCommand

@Suite("What the terminal shows of many remarks")
struct ConsoleReportTests {
    private final class Paper: @unchecked Sendable {
        private let lock = NSLock()
        private var written: [UInt8] = []
        func add(_ bytes: [UInt8]) { lock.withLock { written += bytes } }
        var text: String { lock.withLock { String(decoding: written, as: UTF8.self) } }
    }

    private func printed(_ diagnostics: [Diagnostic], more: [DiagnosticDigest.Rest] = []) -> String {
        let paper = Paper()
        Console(output: { _ in }, remarks: { paper.add($0) }).report(diagnostics, more: more)
        return paper.text
    }

    @Test func aKindOfNoteIsShownTwentyTimesThenCounted() {
        let notes = (1...1500).map { Diagnostic(.note, "siret-douteux", "Le SIRET n° \($0)", file: "a.xml") }
        let text = printed(notes)
        #expect(text.split(separator: "\n").count == 21)
        #expect(text.contains("… et 1\u{202F}480 autres remarques de ce genre [siret-douteux]"))
    }

    @Test func everyErrorIsShown() {
        let errors = (1...50).map { Diagnostic(.error, "fiche-sans-titre", "Fiche \($0)", file: "a.xml") }
        #expect(printed(errors).split(separator: "\n").count == 50)
        #expect(printed([]).isEmpty)
    }

    /// What was counted apart, document by document, is shown as if all had been put in one order first.
    @Test(arguments: 1...8)
    func digestsShowWhatAllWouldShow(_ seed: Int) {
        var state = UInt64(seed)
        func dice(_ sides: UInt64) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % sides)
        }
        let identifiers: [Diagnostic.Identifier] = ["code-inconnu", "siret-douteux", "texte-non-place", "rare"]
        let severities: [Diagnostic.Severity] = [.note, .note, .note, .warning, .warning, .error]
        let documents = (1...3).map { _ in
            (0..<(30 + dice(120))).map { number in
                let identifier = identifiers[dice(dice(9) == 0 ? 4 : 3)]
                // A kind of notes alone, and kinds in which all severities meet.
                let severity: Diagnostic.Severity = identifier == "siret-douteux" ? .note : severities[dice(6)]
                return Diagnostic(
                    severity, identifier, "Remarque n° \(number)", file: "f\(dice(5)).xml",
                    position: SourcePosition(line: 1 + dice(40)))
            }.sorted()
        }
        let all = documents.flatMap { $0 }.sorted()
        let digests = documents.map { DiagnosticDigest($0) }
        let shown = digests.flatMap(\.shown).sorted()
        let more = digests.flatMap(\.rest)
        #expect(shown.count < all.count)
        #expect(printed(shown, more: more) == printed(all))
        for strict in [false, true] {
            #expect(ExitStatus(shown, more: more, strict: strict) == ExitStatus(all, strict: strict))
        }
        #expect(shown.count + more.reduce(0) { $0 + $1.count } == all.count)
    }

    @Test func aWarningThatIsOnlyCountedIsOne() {
        let notes = (1...30).map { Diagnostic($0 == 30 ? .warning : .note, "siret-douteux", "Le SIRET n° \($0)") }
        let digest = DiagnosticDigest(notes)
        #expect(!digest.shown.hasWarnings)
        #expect(ExitStatus(digest.shown, more: digest.rest, strict: true) == .warnings)
        #expect(ExitStatus(digest.shown, more: digest.rest) == .done)
    }
}
