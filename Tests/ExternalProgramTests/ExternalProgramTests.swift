import ExternalProgram
import Testing

@Suite("Programmes de la machine")
struct ExternalProgramTests {
    @Test("Ce qui entre ressort, aussi long que ce soit")
    func cat() throws {
        for size in [0, 1, 70_000, 3_000_000] {
            let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            let outcome = try ExternalProgram("cat").run([], input: bytes)
            #expect(outcome.output == bytes)
            #expect(outcome.status == 0)
            #expect(outcome.remarks.isEmpty)
        }
    }

    @Test("Les arguments ne passent par aucun interpréteur de commandes")
    func arguments() throws {
        let outcome = try ExternalProgram("printf").run(["%s|", "$HOME", "; exit 3", "a b", "*"], input: [])
        #expect(String(decoding: outcome.output, as: UTF8.self) == "$HOME|; exit 3|a b|*|")
    }

    @Test("Code de sortie et messages d’erreur sont rendus")
    func status() throws {
        let outcome = try ExternalProgram("sh").run(["-c", "echo non >&2; exit 3"], input: [1, 2, 3])
        #expect(outcome.status == 3)
        #expect(String(decoding: outcome.remarks, as: UTF8.self) == "non\n")
    }

    @Test("Un programme qui ne lit pas son entrée ne nous arrête pas")
    func unread() throws {
        let outcome = try ExternalProgram("true").run([], input: [UInt8](repeating: 65, count: 5_000_000))
        #expect(outcome.status == 0)
    }

    @Test("Un programme absent, trop lent ou trop bavard est dit tel")
    func failures() {
        #expect(throws: ExternalProgram.Failure.missing) {
            try ExternalProgram("programme-qui-n-existe-pas").run([], input: [])
        }
        #expect(throws: ExternalProgram.Failure.missing) {
            try ExternalProgram("/dev/null/rien").run([], input: [])
        }
        #expect(throws: ExternalProgram.Failure.tooSlow) {
            try ExternalProgram("sleep", seconds: 1).run(["30"], input: [])
        }
        #expect(throws: ExternalProgram.Failure.tooMuchOutput) {
            try ExternalProgram("yes", seconds: 30, limit: 1000).run([], input: [])
        }
    }
}
