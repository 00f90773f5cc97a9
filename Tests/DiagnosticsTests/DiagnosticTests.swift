import JSONText
import Testing

@testable import Diagnostics

@Suite("Diagnostics")
struct DiagnosticTests {
    private let diagnostic = Diagnostic(
        .warning, "cle-inconnue", "La clé « nivau » n’existe pas", file: "fiches/a.md",
        position: SourcePosition(line: 4, column: 3), hint: "Vouliez-vous dire « niveau » ?", excerpt: "  nivau: 5")

    @Test("the human form is file:line:column, severity, message, identifier, then the line with a caret and the hint")
    func human() {
        #expect(
            DiagnosticWriter.human(diagnostic) == """
                fiches/a.md:4:3: warning: La clé « nivau » n’existe pas [cle-inconnue]
                  4 |   nivau: 5
                    |   ^
                  → Vouliez-vous dire « niveau » ?

                """)
    }

    @Test("a long source line is cut around the place")
    func longLine() {
        let long = Diagnostic(
            .error, "x", "m", file: "f", position: SourcePosition(line: 1, column: 501),
            excerpt: String(repeating: "a", count: 500) + "b" + String(repeating: "c", count: 500))
        let lines = DiagnosticWriter.human(long).split(separator: "\n")
        #expect(lines[1].count < 120)
        let caret = lines[2].distance(from: lines[2].startIndex, to: lines[2].firstIndex(of: "^") ?? lines[2].endIndex)
        #expect(Array(lines[1])[caret] == "b")
    }

    @Test("the JSON form")
    func json() {
        #expect(
            JSONWriter.text(of: DiagnosticWriter.json(diagnostic))
                == #"{"file":"fiches/a.md","line":4,"column":3,"severity":"warning","message":"La clé « nivau » n’existe pas","identifier":"cle-inconnue","hint":"Vouliez-vous dire « niveau » ?"}"#
        )
    }

    @Test("what is left out is named by its lines, or by its columns on one line")
    func extent() {
        var left = diagnostic
        left.excerpt = nil
        left.extent = SourcePosition(line: 4)..<SourcePosition(line: 57, column: 12)
        #expect(DiagnosticWriter.human(left).contains("\n  → Laissé de côté : lignes 4 à 57\n"))
        #expect(
            JSONWriter.text(of: DiagnosticWriter.json(left)).hasSuffix(
                #","extent":{"line":4,"column":1,"endLine":57,"endColumn":12}}"#))
        left.extent = SourcePosition(line: 1, column: 20)..<SourcePosition(line: 1, column: 31)
        #expect(DiagnosticWriter.human(left).contains("\n  → Laissé de côté : ligne 1, colonnes 20 à 30\n"))
    }

    @Test("they sort by file and place")
    func order() {
        let first = Diagnostic(.note, "n", "b", file: "a", position: SourcePosition(line: 2))
        let second = Diagnostic(.error, "e", "a", file: "a", position: SourcePosition(line: 10))
        #expect([diagnostic, second, first].sorted() == [first, second, diagnostic])
        #expect([first, second].hasErrors)
        #expect(![first].hasErrors)
    }

    @Test(
        "the nearest match",
        arguments: [("nivau", "niveau"), ("neviau", "niveau"), ("INTITULE", "intitule"), ("cuisine", nil)])
    func nearest(word: String, expected: String?) {
        #expect(NearestMatch.nearest(to: word, in: ["niveau", "intitule", "abrege"]) == expected)
    }

    @Test("a transposition is one mistake")
    func transposition() { #expect(NearestMatch.nearest(to: "abc", in: ["bac"]) == "bac") }
}
