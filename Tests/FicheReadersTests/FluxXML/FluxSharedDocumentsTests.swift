import FicheModel
import Foundation
import Testing

@testable import FicheReaders

/// Holds the reader against the real flows beside the project, where they are; says loudly when they are not.
@Suite struct FluxSharedDocumentsTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("../shared/xml")
        .standardizedFileURL

    private static var files: [URL] {
        let all = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return (all ?? []).filter { $0.pathExtension == "xml" }.sorted { $0.path < $1.path }
    }

    @Test(.enabled(if: !files.isEmpty, "SKIPPED: the real flows (../shared/xml) are not beside the project"))
    func realFlowsAreWhollyAccountedFor() throws {
        for file in Self.files {
            let result = ReaderCatalogue(readers: [FluxReader()]).read(
                [UInt8](try Data(contentsOf: file)), path: file.lastPathComponent)
            #expect(result.diagnostics == [])
            #expect(!result.fiches.isEmpty)
            for fiche in result.fiches.map(\.fiche) {
                #expect(fiche.source.couverture.nonReconnus == 0, "\(fiche.identifiant)")
                #expect(fiche.source.couverture.repris > 300)
            }
        }
    }
}
