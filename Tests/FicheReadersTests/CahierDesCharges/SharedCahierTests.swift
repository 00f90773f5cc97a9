import FicheModel
import Foundation
import Testing

@testable import FicheReaders

/// The real document, where it lies beside the package.
enum RealCahier {
    static let bytes: [UInt8]? = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let file = root.deletingLastPathComponent().appendingPathComponent(
            "shared/fiches/cqp-vendeur-conseil-a-distance.md")
        return FileManager.default.contents(atPath: file.path).map(Array.init)
    }()
}

@Suite("Cahier des charges réel", .enabled(if: RealCahier.bytes != nil, "no ../shared/fiches beside the package"))
struct SharedCahierTests {
    @Test("No word is lost, nothing is reported but the item put back into its note")
    func coverage() throws {
        let result = ReaderCatalogue().read(try #require(RealCahier.bytes), path: "cqp.md")
        let fiche = try #require(result.fiches.first?.fiche)
        #expect(fiche.source.format == .cahierDesCharges)
        #expect(fiche.source.couverture.nonReconnus == 0)
        #expect(fiche.blocsCompetences.map { $0.unites.count } == [2, 3])
        #expect(fiche.documents.first?.contenu?.notes.count == 6)
        #expect(result.diagnostics.map(\.identifier) == [.noteDeplacee])
    }
}
