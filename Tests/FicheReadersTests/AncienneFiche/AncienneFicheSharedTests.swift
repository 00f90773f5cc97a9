import FicheModel
import Foundation
import Testing

@testable import FicheReaders

/// The real documents lie beside the checkout, never in it: without them these tests say that they were skipped.
private let sharedFiches = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("shared/fiches")

@Suite("Old printed form: real documents")
struct AncienneFicheSharedTests {
    @Test(
        "every word of the real forms is placed",
        .enabled(
            if: FileManager.default.fileExists(atPath: sharedFiches.path),
            "../shared is not there: real documents not read"),
        arguments: [("rncp27413.txt", 4), ("rncp31313.txt", 4), ("rncp31387.txt", 7), ("rncp32204.md", 3)])
    func coverage(name: String, blocs: Int) throws {
        let bytes = try [UInt8](Data(contentsOf: sharedFiches.appendingPathComponent(name)))
        let result = ReaderCatalogue().read(bytes, path: name)
        let fiche = try #require(result.fiches.first?.fiche)
        #expect(fiche.identifiant == String(name.prefix(9)))
        #expect(fiche.blocsCompetences.count == blocs)
        #expect(fiche.blocsCompetences.allSatisfy { !$0.competences.isEmpty && !$0.modalitesEvaluation.isEmpty })
        #expect(fiche.source.couverture.nonReconnus == 0)
        #expect(fiche.voiesAcces.ouvertes.count >= 4)
        #expect(result.diagnostics.isEmpty)
    }
}
