import Diagnostics
import Testing

@testable import FicheReaders

@Suite("What is left out is named")
struct ExtentTests {
    @Test("a fiche without a title among several: its error names its lines")
    func severalFiches() throws {
        let document = try #require(CorpusDocument.all.first { $0.path.hasSuffix("deux-fiches.web.txt") })
        let lines = try document.text().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let whole = CorpusReading.read(Array(lines.joined(separator: "\n").utf8), path: document.path)
        #expect(whole.fiches.count == 2)
        let title = try #require(lines.firstIndex(of: "Intitulé"))
        var damaged = lines
        damaged.remove(at: title + 1)
        let bytes = Array(damaged.joined(separator: "\n").utf8)
        let result = CorpusReading.read(bytes, path: document.path)
        #expect(result.fiches.count == 1)
        let error = try #require(result.diagnostics.first { $0.severity == .error })
        let extent = try #require(error.extent)
        #expect(extent.lowerBound == SourcePosition(line: 1))
        #expect(extent.upperBound.line > title)
        #expect(WordAccount.flaws(of: result, bytes, path: document.path) == [])
    }

    @Test("a fiche of a flow that stands twice, once malformed: its error names the one that is left out")
    func flow() throws {
        let piece = "<FICHE><NUMERO_FICHE>RNCP99123</NUMERO_FICHE><INTITULE>Glacier &amp; fils</INTITULE></FICHE>"
        let flow =
            "<FICHES><VERSION_FLUX>4.1</VERSION_FLUX>é" + piece.replacing("&amp;", with: "&") + piece + "</FICHES>"
        let bytes = Array(flow.utf8)
        let result = CorpusReading.read(bytes, path: "flux.xml")
        #expect(result.fiches.count == 1)
        let error = try #require(result.diagnostics.first { $0.severity == .error })
        let start = "<FICHES><VERSION_FLUX>4.1</VERSION_FLUX>é".unicodeScalars.count + 1
        #expect(error.extent?.lowerBound == SourcePosition(line: 1, column: start))
        #expect(error.extent?.upperBound == SourcePosition(line: 1, column: start + piece.count - 4))
        #expect(WordAccount.flaws(of: result, bytes, path: "flux.xml") == [])
    }
}
