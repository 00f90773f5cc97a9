import Testing

@testable import FicheReaders

@Suite("Table that keeps the places of the page")
struct PrintedTableTests {
    private static func lines(_ text: String) -> [PrintedLine] {
        SourceText(text).lines.compactMap { PrintedLine($0) }
    }

    private static func table(_ text: String) -> PrintedTable? {
        PrintedTable(lines(text)) { words in words.allSatisfy(["siret", "nom", "legal", "site"].contains) }
    }

    @Test("a SIRET stands in its column wherever it is printed")
    func siret() throws {
        let table = try #require(
            Self.table("Nom légal          Siret          Site\nATELIER 12345678901234 a.fr\n"))
        let cells = table.cells(anchor: { _, _ in false }).first ?? []
        #expect(cells.map { $0.map(\.text) } == [["ATELIER"], ["12345678901234"], ["a.fr"]])
    }

    @Test("a head that begins with the SIRET has no column before it: the name stays in the first")
    func siretFirst() throws {
        let table = try #require(Self.table("Siret          Nom légal\nATELIER   12345678901234   a.fr\n"))
        let cells = table.cells(anchor: { _, _ in false }).first ?? []
        #expect(cells.map { $0.map(\.text) } == [["ATELIER", "12345678901234"], ["a.fr"]])
    }
}
