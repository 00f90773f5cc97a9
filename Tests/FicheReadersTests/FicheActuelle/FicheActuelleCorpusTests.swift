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
        "RNCP99207.A.txt", "RNCP99207.B.txt", "RNCP99207.C.txt", "RNCP99207.page.html", "RNCP99207.pdf-layout.txt",
        "RNCP99207.copie.txt", "RS99307.A.txt", "RS99307.B.txt", "RS99307.C.txt", "RS99307.page.html",
        "RS99307.pdf-layout.txt",
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

    @Test("the text of a printed page gives the same fiche, but for bullets that the extraction lost")
    func printedPage() throws {
        let (page, text) = (
            try FicheActuelleCorpus.fiche("RNCP99207.page.html"),
            try FicheActuelleCorpus.fiche("RNCP99207.pdf-layout.txt")
        )
        #expect(text.certificateurs == page.certificateurs)
        #expect(text.partenaires == page.partenaires)
        #expect(text.activitesVisees == page.activitesVisees)
        #expect(text.blocsCompetences.map(\.competences) == page.blocsCompetences.map(\.competences))
        #expect(text.blocsCompetences.map(\.modalitesEvaluation) == page.blocsCompetences.map(\.modalitesEvaluation))
        #expect(text.baseLegale == page.baseLegale)
        #expect(text.correspondances == page.correspondances)
        #expect(text.statistiquesPromotions == page.statistiquesPromotions)
        #expect(text.enregistrement == page.enregistrement)
        for code in CodeVoieAcces.allCases {
            #expect(text.voiesAcces[code].ouverte == page.voiesAcces[code].ouverte)
            #expect(text.voiesAcces[code].dateDerniereModification == page.voiesAcces[code].dateDerniereModification)
        }
        let (specific, printed) = (
            try FicheActuelleCorpus.fiche("RS99307.page.html"), try FicheActuelleCorpus.fiche("RS99307.pdf-layout.txt")
        )
        #expect(FicheActuelleCorpus.facts(printed) == FicheActuelleCorpus.facts(specific))
    }

    /// Changes that keep the marks of a layout.
    static let mutations: [(String, @Sendable (String) -> String)] = [
        ("CRLF", { $0.replacingOccurrences(of: "\n", with: "\r\n") }),
        ("decomposed", { $0.decomposedStringWithCanonicalMapping }),
        ("no-break spaces", { $0.replacingOccurrences(of: " :", with: "\u{A0}:") }),
        ("form feeds", { $0.replacingOccurrences(of: "Base légale", with: "\u{C}Base légale") }),
        ("typographic apostrophes", { $0.replacingOccurrences(of: "d'é", with: "d’é") }),
        ("page numbers", { $0.replacingOccurrences(of: "\nBase légale", with: "\n\n- 3 -\n\n\u{C}Base légale") }),
        ("dashes as bullets", { $0.replacingOccurrences(of: "\n  • ", with: "\n  – ") }),
        (
            "headings without accents",
            {
                $0.replacingOccurrences(of: "Activités visées", with: "ACTIVITES VISEES")
                    .replacingOccurrences(of: "Compétences attestées", with: "Competences attestees")
                    .replacingOccurrences(of: "Base légale", with: "Base legale")
            }
        ),
    ]

    @Test("changes that keep the marks of the layout give the same fiche", arguments: mutations.indices)
    func mutation(index: Int) throws {
        let (name, change) = Self.mutations[index]
        for document in ["RNCP99207.A.txt", "RS99307.A.txt", "RNCP99207.B.txt"] {
            let text = String(decoding: try FicheActuelleCorpus.bytes(document), as: UTF8.self)
            let changed = ReaderCatalogue().read(Array(change(text).utf8), path: document)
            let fiche = try #require(changed.fiches.first?.fiche)
            #expect(fiche.source.couverture.nonReconnus == 0, "\(name) \(document)")
            let key = { (fiche: Fiche) in
                FicheActuelleCorpus.facts(fiche).precomposedStringWithCanonicalMapping
                    .replacingOccurrences(of: "\u{A0}", with: " ").replacingOccurrences(of: "’", with: "'")
            }
            #expect(key(fiche) == key(try FicheActuelleCorpus.fiche(document)), "\(name) \(document)")
        }
    }

    @Test("no cut of a document loses a word or stops the reader", arguments: documents())
    func truncated(name: String) throws {
        let bytes = try FicheActuelleCorpus.bytes(name)
        for end in stride(from: 40, to: bytes.count, by: 97) {
            let text = SourceText(Array(String(decoding: bytes[..<end], as: UTF8.self).utf8))
            let result = FicheActuelleReader().read(SourceDocument(path: name, text: text))
            guard let couverture = result.fiches.first?.fiche.source.couverture else {
                #expect(!result.diagnostics.isEmpty)
                continue
            }
            #expect(couverture.mots == CoverageLedger(text).audited(against: Fiche.none).couverture.nonReconnus)
        }
    }

    static func documents() -> [String] { FicheActuelleCorpus.documents }

    @Test("the old form is left to its reader")
    func oldForm() {
        for text in [AncienneFicheFixtures.pdf, AncienneFicheFixtures.web, AncienneFicheFixtures.markdown] {
            let document = SourceDocument(path: "fiche.txt", text: SourceText(text))
            #expect(FicheActuelleReader().recognition(of: document) == 0)
            #expect(ReaderCatalogue().reader(for: document)?.format == .ancienneFiche)
        }
    }
}

extension Fiche {
    fileprivate static let none = Fiche(
        identifiant: "", intitule: "", source: SourceFiche(fichier: "", format: .ficheActuelle))
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
        let current = names.filter {
            $0.contains(".layout-A") || $0.contains(".layout-B") || $0.contains(".layout-C") || $0.hasSuffix(".html")
        }
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
            #expect(
                fiche.anciennesCertifications.map(\.numeroFiche) == official.anciennesCertifications.map(\.numeroFiche))
        }
    }
}
