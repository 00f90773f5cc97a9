import Diagnostics
import FicheModel
import Testing

@testable import FicheReaders

@Suite struct FluxPieceTests {
    private let text = FluxFixture.flux(
        (1...30).map { FluxFixture.fiche(numero: "RNCP\(99000 + $0)", titre: "Métier n° \($0)") }.joined())

    private struct Outcome: Sendable {
        let range: Range<Int>
        let position: SourcePosition
        let digest: ContentDigest
        let version: String?
        let read: ReadResult
    }

    private func outcomes(_ text: String, threads: Int = 1, block: Int = 100) -> (found: [Outcome], said: [Diagnostic])
    {
        var stream = SourceStream(MemoryBytes(Array(text.utf8)), blockLength: block)
        var found: [Outcome] = []
        let said = FluxStream(path: "flux.xml", threads: threads).pieces(of: &stream) { piece, reader in
            Outcome(
                range: piece.range, position: piece.position, digest: piece.digest(seed: 5), version: reader.version,
                read: reader.read(piece))
        } deliver: {
            found += $0
        }
        return (found, said)
    }

    @Test(arguments: [1, 3]) func aPieceSaysWhereItStands(_ threads: Int) throws {
        let (found, said) = outcomes(text, threads: threads)
        #expect(said == [])
        #expect(found.count == 30)
        let bytes = Array(text.utf8)
        for (index, outcome) in found.enumerated() {
            let piece = String(decoding: bytes[outcome.range], as: UTF8.self)
            #expect(
                piece.hasPrefix("<FICHE>") && piece.hasSuffix("</FICHE>") && piece.contains("RNCP\(99001 + index)<"))
            #expect(outcome.version == "4.1")
            #expect(outcome.read.fiches.map(\.fiche.numeroFiche) == ["RNCP\(99001 + index)"])
            let before = bytes[..<outcome.range.lowerBound].count { $0 == 0x0A }
            #expect(outcome.position == SourcePosition(line: before + 1, column: 3))
        }
    }

    /// One edit changes the digest of one piece, whatever moves.
    @Test func theDigestTellsWhatChanged() {
        let edited = text.split(separator: "Métier n° 7<").joined(separator: "Métier de la mer n° 7<")
        let (before, after) = (outcomes(text).found, outcomes(edited).found)
        #expect(zip(before, after).enumerated().filter { $1.0.digest != $1.1.digest }.map(\.offset) == [6])
        #expect(Set(before.map(\.digest)).count == 30)
    }

    @Test func theDigestSeesEveryByteAndTheSeed() {
        for length in 0..<70 {
            let bytes = [UInt8](repeating: 0, count: length)
            var digests: Set<ContentDigest> = [
                ContentDigest(bytes, seed: 1), ContentDigest(bytes, seed: 2), ContentDigest(bytes + [0], seed: 1),
            ]
            for index in 0..<length {
                var changed = bytes
                changed[index] = 1
                digests.insert(ContentDigest(changed, seed: 1))
            }
            #expect(digests.count == length + 3)
            #expect(ContentDigest(bytes, seed: 1) == ContentDigest(bytes, seed: 1))
        }
    }

    @Test func problemsOfTheFileAreGivenBack() {
        let (found, said) = outcomes("<FICHES><VERSION_FLUX>4.1</VERSION_FLUX>" + FluxFixture.fiche())
        #expect(found.count == 1)
        #expect(said.map(\.identifier) == [.fluxTronque])
    }
}
