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

    private func printed(_ diagnostics: [Diagnostic]) -> String {
        let paper = Paper()
        Console(output: { _ in }, remarks: { paper.add($0) }).report(diagnostics)
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
}
