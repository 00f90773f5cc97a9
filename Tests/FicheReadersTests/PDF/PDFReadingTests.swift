import Diagnostics
import ExternalProgram
import FicheModel
import FicheReaders
import Testing

@Suite("PDF")
struct PDFReadingTests {
    private let pdf = Array("%PDF-1.7\n…".utf8)

    /// Reads a PDF whose text is what `text` gives.
    private func read(
        _ text: @escaping @Sendable (PDFExtraction.Mode) throws(PDFExtraction.Failure) -> String
    ) -> ReadResult {
        let extraction = PDFExtraction {
            (_: [UInt8], mode: PDFExtraction.Mode) throws(PDFExtraction.Failure) -> [UInt8] in
            Array(try text(mode).utf8)
        }
        return ReaderCatalogue(pdf: extraction).read(pdf, path: "fiches/a.pdf")
    }

    @Test("Le texte du PDF est lu comme tout autre document")
    func asText() throws {
        let direct = ReaderCatalogue().read(Array(AncienneFicheFixtures.pdf.utf8), path: "fiches/a.pdf")
        let lu = read { _ in AncienneFicheFixtures.pdf }
        #expect(lu.fiches.count == 1)
        #expect(lu.fiches.first?.fiche == direct.fiches.first?.fiche)
        #expect(lu.fiches.first?.fiche.source.fichier == "fiches/a.pdf")
    }

    @Test(
        "La mise en page où le plus est compris est retenue, la première à égalité",
        arguments: PDFExtraction.Mode.allCases)
    func bestMode(mode: PDFExtraction.Mode) throws {
        let whole = AncienneFicheFixtures.pdf
        let half = String(whole.prefix(whole.count / 2))
        let lu = read { $0 == mode ? whole : half }
        let attendue = try #require(ReaderCatalogue().read(Array(whole.utf8), path: "fiches/a.pdf").fiches.first?.fiche)
        #expect(lu.fiches.first?.fiche == attendue)
        #expect(read { _ in whole }.fiches.first?.fiche == attendue)
    }

    @Test("Ce qui cite des lignes dit de quel texte elles sont")
    func noteAboutLines() throws {
        let lu = read { _ in "Rien de tel\n" }
        #expect(lu.diagnostics.map(\.identifier).contains(.formatInconnu))
        let note = try #require(lu.diagnostics.first { $0.identifier == .texteDuPDF })
        #expect(note.severity == .note)
        #expect(note.message.contains("pdftotext -layout"))
    }

    @Test("Un PDF sans texte, protégé, abîmé, ou sans programme pour le lire est dit tel")
    func failures() {
        #expect(read { _ in "\u{C}\n \u{C}" }.diagnostics.map(\.identifier) == [.pdfSansTexte])
        let failures: [(PDFExtraction.Failure, Diagnostic.Identifier, String)] = [
            (.toolMissing, .outilManquant, "poppler-utils"), (.locked, .pdfIllisible, "mot de passe"),
            (.damaged("xref"), .pdfIllisible, "tronqué"), (.outOfBounds, .pdfIllisible, "pages"),
        ]
        for (failure, identifier, word) in failures {
            let lu = read { _ throws(PDFExtraction.Failure) in throw failure }
            #expect(lu.fiches.isEmpty)
            #expect(lu.diagnostics.map(\.identifier) == [identifier])
            #expect(lu.diagnostics.first?.hint?.contains(word) == true)
        }
        let absent = PDFExtraction.pdftotext(ExternalProgram("pdftotext-qui-n-existe-pas"))
        #expect(ReaderCatalogue(pdf: absent).read(pdf, path: "a.pdf").diagnostics.map(\.identifier) == [.outilManquant])
    }

    /// Whether `pdftotext` is on this machine.
    static let isInstalled = (try? ExternalProgram("pdftotext").run(["-v"], input: [])) != nil

    @Test(
        "Le vrai pdftotext lit un vrai PDF",
        .enabled(if: isInstalled, "pdftotext absent : ce contrôle n’a pas eu lieu"))
    func realProgram() throws {
        let lines = AncienneFicheFixtures.pdf.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let direct = try #require(
            ReaderCatalogue().read(Array(AncienneFicheFixtures.pdf.utf8), path: "a.pdf").fiches.first?.fiche)
        let lu = ReaderCatalogue().read(SmallPDF.bytes(of: lines), path: "a.pdf")
        let fiche = try #require(lu.fiches.first?.fiche, "\(lu.diagnostics.map(\.message))")
        #expect(fiche.numeroFiche == direct.numeroFiche)
        #expect(fiche.intitule == direct.intitule)
        #expect(fiche.blocsCompetences.count == direct.blocsCompetences.count)
        #expect(fiche.source.couverture.nonReconnus == 0)
        let blank = ReaderCatalogue().read(SmallPDF.bytes(of: [""]), path: "a.pdf")
        #expect(blank.diagnostics.map(\.identifier) == [.pdfSansTexte])
        let broken = ReaderCatalogue().read(Array(SmallPDF.bytes(of: lines).prefix(60)), path: "a.pdf")
        #expect(broken.diagnostics.map(\.identifier) == [.pdfIllisible])
    }

    @Test("Un document bureautique est nommé, et son PDF demandé")
    func office() {
        let cases: [([UInt8], String, String)] = [
            (Array("PK\u{3}\u{4}\u{14}\u{0}[Content_Types].xml … word/document.xml".utf8), "a", "Word (.docx)"),
            (Array("PK\u{3}\u{4}\u{14}\u{0}[Content_Types].xml … xl/workbook.xml".utf8), "a", "Excel (.xlsx)"),
            (Array("PK\u{3}\u{4}mimetypeapplication/vnd.oasis.opendocument.text".utf8), "a", "OpenDocument (.odt)"),
            (Array("PK\u{3}\u{4}".utf8), "Fiche.DOCX", "Word (.docx)"),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], "a", "(.doc, .xls)"), (Array("{\\rtf1\\ansi".utf8), "a", "RTF"),
        ]
        for (bytes, name, kind) in cases {
            let lu = ReaderCatalogue().read(bytes, path: name)
            #expect(lu.diagnostics.map(\.identifier) == [.documentBureautique], "\(kind)")
            #expect(lu.diagnostics.first?.message.contains(kind) == true, "\(kind)")
            #expect(lu.diagnostics.first?.hint?.contains("PDF") == true)
        }
    }
}
