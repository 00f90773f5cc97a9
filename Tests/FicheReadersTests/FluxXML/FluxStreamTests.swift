import Diagnostics
import FicheModel
import Testing

@testable import FicheReaders

@Suite struct FluxStreamTests {
    private func fiches(_ count: Int) -> [String] {
        (1...count).map { FluxFixture.fiche(numero: "RNCP\(99000 + $0)", titre: "Métier n° \($0)") }
    }

    private func read(_ text: String, block: Int = SourceStream.blockLength, threads: Int = 1) -> ReadResult {
        var stream = SourceStream(MemoryBytes(Array(text.utf8)), blockLength: block)
        return FluxStream(path: "flux.xml", threads: threads).read(&stream)
    }

    /// Blocks of any size and any number of threads give the same fiches, places and diagnostics.
    @Test(arguments: [1, 7, 64, 1000]) func blocksAndThreadsChangeNothing(_ block: Int) {
        let parts = fiches(40)
        let text =
            FluxFixture.flux(parts.joined()).split(separator: "Métier n° 7<").joined(separator: "Métier</X>n° 7<")
            + "mots de la fin"
        let expected = read(text)
        #expect(expected.fiches.count == 39)
        #expect(expected.diagnostics.map(\.identifier) == [.xmlMalForme, .texteNonReconnu])
        #expect(expected.diagnostics.first?.position?.line == 36)
        for threads in [1, 2, 5] {
            let result = read(text, block: block, threads: threads)
            #expect(result.fiches.map(\.fiche) == expected.fiches.map(\.fiche))
            #expect(result.diagnostics == expected.diagnostics)
        }
    }

    /// What is made of the fiches where they are read comes in the order of the flow, the problems of the file last.
    @Test(arguments: [1, 2, 5]) func preparedPartsComeInOrder(_ threads: Int) {
        let text = FluxFixture.flux(fiches(40).joined()) + "mots de la fin"
        let expected = read(text)
        var flow = FluxStream(path: "flux.xml", threads: threads)
        flow.batchLength = 500
        var stream = SourceStream(MemoryBytes(Array(text.utf8)), blockLength: 500)
        var parts: [[String]] = []
        flow.read(&stream) { result in
            result.fiches.map(\.fiche.identifiant) + result.diagnostics.map { $0.identifier.rawValue }
        } deliver: {
            parts.append($0)
        }
        #expect(parts.count > 4)
        #expect(parts.flatMap { $0 } == expected.fiches.map(\.fiche.identifiant) + ["texte-non-reconnu"])
    }

    @Test(arguments: [1, 3, 500]) func placesAreThoseOfTheFile(_ block: Int) {
        let text = "<FICHES>é\r\n\n<FICHE>a\r</FICHE>\r\n  <FICHE>éb</FICHE><FICHE>c</FICHE></FICHES>"
        var stream = SourceStream(MemoryBytes(Array(text.utf8)), blockLength: block)
        var cutter = FluxCutter()
        var places: [SourcePosition] = []
        do {
            while let part = try cutter.next(from: &stream) { places.append(part.position) }
        } catch {
            Issue.record("\(error)")
        }
        #expect(
            places == [
                SourcePosition(line: 3), SourcePosition(line: 5, column: 3), SourcePosition(line: 5, column: 20),
                SourcePosition(line: 5, column: 45),
            ])
    }

    /// What opens and never closes is given up after a bound: the cutter does not hold the rest of the file.
    @Test func littleIsHeldWhateverIsLeftOpen() throws {
        let open = "<FICHE><![CDATA[ouverte " + String(repeating: "mot ", count: 200)
        let text = "<FICHES>" + open + fiches(30).joined() + "</FICHES>"
        var stream = SourceStream(MemoryBytes(Array(text.utf8)), blockLength: 100)
        var cutter = FluxCutter(limit: 1500)
        var found: [FluxPart] = []
        while let part = try cutter.next(from: &stream) { found.append(part) }
        #expect(found.compactMap(\.flaw) == [.unclosed(7)])
        #expect(found.count { !$0.piece.isEmpty } == 31)
        #expect(found.reduce(0) { $0 + $1.gap.count + $1.piece.count } == text.utf8.count)
        var long = SourceStream(
            MemoryBytes(
                Array(
                    ("<FICHES><FICHE>" + String(repeating: "x ", count: 5000)
                        + fiches(3).joined() + "</FICHES>").utf8)), blockLength: 100)
        cutter = FluxCutter(limit: 1500)
        var flaws: [FluxSplitter.Flaw] = []
        var pieces = 0
        while let part = try cutter.next(from: &long) {
            #expect(part.piece.count < 2000)
            flaws += part.flaw.map { [$0] } ?? []
            if part.flaw == nil, !part.piece.isEmpty { pieces += 1 }
        }
        #expect(flaws == [.tooLong])
        #expect(pieces == 3)
    }

    @Test func aSelectionLeavesOut() {
        var stream = SourceStream(MemoryBytes(Array(FluxFixture.flux(fiches(9).joined()).utf8)))
        var selection = SelectionDeFiches()
        selection.codes = ["RNCP99003", "RNCP99008"]
        let read = FluxStream(path: "flux.xml", selection: selection).read(&stream)
        #expect(read.fiches.map(\.fiche.numeroFiche) == ["RNCP99003", "RNCP99008"])
        #expect(read.diagnostics == [])
    }

    @Test func aStreamThatFailsKeepsWhatWasRead() {
        struct Failing: ByteStream {
            var blocks: [[UInt8]]
            mutating func next() throws(ByteFailure) -> [UInt8]? {
                guard !blocks.isEmpty else { throw ByteFailure(.lectureImpossible, "Le disque ne répond plus") }
                return blocks.removeFirst()
            }
        }
        var stream = Failing(blocks: [Array(("<FICHES><VERSION_FLUX>4.1</VERSION_FLUX>" + fiches(3).joined()).utf8)])
        let read = FluxStream(path: "flux.xml", threads: 2).read(&stream)
        #expect(read.fiches.count == 3)
        #expect(read.diagnostics.map(\.identifier) == [.lectureImpossible])
    }
}
