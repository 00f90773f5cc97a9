import Foundation
import Testing

@testable import FicheReaders

/// Damaged documents of every family. `PARCHEMIN_CORRUPTIONS=10000` asks for as many a family.
@Suite("Corpus: corruptions")
struct CorruptionTests {
    private static let count = Int(ProcessInfo.processInfo.environment["PARCHEMIN_CORRUPTIONS"] ?? "") ?? 10

    @Test("no crash, and each word is kept, unplaced or named", arguments: CorpusDocument.Layout.allCases)
    func corruptions(layout: CorpusDocument.Layout) throws {
        let documents = CorpusDocument.all.filter { $0.layout == layout }
        let originals = try documents.map { try $0.bytes() }
        guard !originals.isEmpty else { return }
        for number in 0..<Self.count {
            let bytes = Corruption.corrupted(originals[number % originals.count], seed: UInt64(number))
            let path = documents[number % documents.count].path
            let result = CorpusReading.read(bytes, path: path)
            let flaws = WordAccount.flaws(of: result, bytes, path: path)
            #expect(flaws == [], "\(path), seed \(number)")
        }
    }

    @Test("the same damage each time, of every kind")
    func deterministic() throws {
        let bytes = Array(repeating: Array("Une ligne de texte.\n".utf8), count: 40).flatMap { $0 }
        #expect(Corruption.corrupted(bytes, seed: 7) == Corruption.corrupted(bytes, seed: 7))
        let different = Set((0..<50).map { Corruption.corrupted(bytes, seed: $0) })
        #expect(different.count > 40)
    }
}
