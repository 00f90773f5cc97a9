import FicheModel
import Foundation
import JSONText
import Testing

@testable import FicheReaders

/// One invented certification of each register, in every shape in which the page of France compétences travels.
enum FicheActuelleCorpus {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Corpus/FicheActuelle")

    static let documents = [
        "RNCP99207.A.txt", "RNCP99207.B.txt", "RNCP99207.C.txt", "RNCP99207.page.html", "RS99307.A.txt", "RS99307.B.txt",
        "RS99307.C.txt", "RS99307.page.html",
    ]

    static func bytes(_ name: String) throws -> [UInt8] {
        try [UInt8](Data(contentsOf: folder.appendingPathComponent(name)))
    }

    static func fiche(_ name: String) throws -> Fiche {
        let result = ReaderCatalogue().read(try bytes(name), path: name)
        return try #require(result.fiches.first?.fiche)
    }

    /// The facts of a fiche, without where they were read.
    static func facts(_ fiche: Fiche) -> String {
        var fiche = fiche
        fiche.source = SourceFiche(fichier: "", format: .ficheActuelle)
        return String(decoding: JSONWriter.bytes(of: fiche.json, indent: 2), as: UTF8.self)
    }
}

@Suite("Fiche of France compétences: corpus")
struct FicheActuelleCorpusTests {
    /// A golden that is missing is written, and fails the run that writes it.
    @Test("each document gives its golden JSON", arguments: FicheActuelleCorpus.documents)
    func golden(name: String) throws {
        let found = JSONWriter.bytes(of: try FicheActuelleCorpus.fiche(name).json, indent: 2)
        let file = FicheActuelleCorpus.folder.appendingPathComponent(name + ".json")
        guard FileManager.default.fileExists(atPath: file.path) else {
            try Data(found).write(to: file)
            Issue.record("golden of \(name) recorded: read it, then run again")
            return
        }
        let wanted = try [UInt8](Data(contentsOf: file))
        #expect(String(decoding: found, as: UTF8.self) == String(decoding: wanted, as: UTF8.self))
    }

    @Test("each document is recognised, and every word of it is placed", arguments: FicheActuelleCorpus.documents)
    func coverage(name: String) throws {
        let bytes = try FicheActuelleCorpus.bytes(name)
        let document = SourceDocument(path: name, text: SourceText(bytes))
        #expect(ReaderCatalogue().reader(for: document)?.format == .ficheActuelle)
        #expect(AncienneFicheReader().recognition(of: document) == 0)
        let couverture = try FicheActuelleCorpus.fiche(name).source.couverture
        #expect(couverture.passages.map(\.texte) == [])
        #expect(couverture.repris > 80)
    }

    @Test("all layouts give one fiche, but for the head that a copy left out")
    func oneFiche() throws {
        for numero in ["RNCP99207", "RS99307"] {
            let page = try FicheActuelleCorpus.fiche("\(numero).page.html")
            for layout in ["A", "B", "C"] {
                var text = try FicheActuelleCorpus.fiche("\(numero).\(layout).txt")
                if layout != "A" { (text.intitule, text.abrege, text.actif) = (page.intitule, page.abrege, page.actif) }
                #expect(FicheActuelleCorpus.facts(text) == FicheActuelleCorpus.facts(page), "\(numero).\(layout)")
            }
        }
    }

    @Test("the old form is left to its reader")
    func oldForm() {
        for text in [AncienneFicheFixtures.pdf, AncienneFicheFixtures.web, AncienneFicheFixtures.markdown] {
            let document = SourceDocument(path: "fiche.txt", text: SourceText(text))
            #expect(FicheActuelleReader().recognition(of: document) == 0)
            #expect(ReaderCatalogue().reader(for: document)?.format == .ancienneFiche)
        }
    }
}

@Suite("Fiche of France compétences: real documents")
struct FicheActuelleSharedTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("shared/layouts")

    @Test(
        "every word of the real fiches is placed, and their facts are those of the flow",
        .enabled(
            if: FileManager.default.fileExists(atPath: folder.path), "../shared is not there: real documents not read"))
    func shared() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).sorted()
        let current = names.filter { $0.contains(".layout-A") || $0.contains(".layout-B") || $0.contains(".layout-C") || $0.hasSuffix(".html") }
        #expect(current.count >= 18)
        for name in names where !name.hasSuffix(".flow.xml") {
            let bytes = try [UInt8](Data(contentsOf: Self.folder.appendingPathComponent(name)))
            let result = ReaderCatalogue().read(bytes, path: name)
            let fiche = try #require(result.fiches.first?.fiche, "\(name)")
            #expect(fiche.source.format == (current.contains(name) ? .ficheActuelle : .ancienneFiche), "\(name)")
            guard current.contains(name) else { continue }
            #expect(fiche.source.couverture.nonReconnus == 0, "\(name)")
            let number = name.prefix { $0 != "." }
            let flow = try [UInt8](Data(contentsOf: Self.folder.appendingPathComponent("\(number).flow.xml")))
            let official = try #require(ReaderCatalogue().read(flow, path: "flux.xml").fiches.first?.fiche)
            #expect(fiche.numeroFiche == official.numeroFiche, "\(name)")
            #expect(fiche.blocsCompetences.map(\.libelle) == official.blocsCompetences.map(\.libelle), "\(name)")
            #expect(fiche.enregistrement.dateFin == official.enregistrement.dateFin, "\(name)")
            #expect(fiche.voiesAcces.ouvertes == official.voiesAcces.ouvertes, "\(name)")
            #expect(fiche.anciennesCertifications.map(\.numeroFiche) == official.anciennesCertifications.map(\.numeroFiche))
        }
    }
}
