import FicheDocument
import FicheModel
import FicheReaders
import Foundation
import Testing

/// Every real document that lies beside the package, read by its own reader, written and read again.
@Suite("Markdown publié des documents réels")
struct SharedRoundTripTests {
    /// The folder of real documents beside the package; nil on a machine that does not have it.
    static let shared: URL? = {
        var folder = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { folder.deleteLastPathComponent() }
        folder.appendPathComponent("shared")
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }()

    static let documents: [String] = {
        guard let shared else { return [] }
        return ["fiches", "xml", "layouts"].flatMap { folder -> [String] in
            let names =
                (try? FileManager.default.contentsOfDirectory(atPath: shared.appendingPathComponent(folder).path)) ?? []
            return names.sorted().map { "\(folder)/\($0)" }
        }
    }()

    @Test(
        "Chaque fiche se relit telle quelle",
        .enabled(if: shared != nil, "documents réels absents : ce contrôle n’a pas eu lieu"), arguments: documents)
    func roundTrip(document: String) throws {
        let shared = try #require(Self.shared)
        let bytes = Array(try Data(contentsOf: shared.appendingPathComponent(document)))
        let lecteurs = ReaderCatalogue()
        let lues = lecteurs.read(bytes, path: document).fiches
        let isReadForm = ["fiches/", "xml/"].contains { document.hasPrefix($0) } || document.hasSuffix(".flow.xml")
        #expect(!(isReadForm && lues.isEmpty), "aucune fiche lue")
        for lue in lues {
            let fiche = lue.fiche
            let texte = FicheMarkdown.text(of: fiche, documents: true)
            let retour = lecteurs.read(Array(texte.utf8), path: "index.md")
            #expect(retour.diagnostics.filter { $0.severity == .error } == [])
            let relue = try #require(retour.fiches.first?.fiche)
            #expect(relue.source.format == .markdown)
            for champ in Champ.allCases where champ != .source {
                #expect(
                    relue.json(of: champ) == fiche.json(of: champ), "\(document) \(fiche.identifiant) \(champ.rawValue)"
                )
            }
            if fiche.source.couverture.passages.isEmpty { #expect(relue.source.couverture.passages == []) }
        }
    }
}
