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

    @Test("the same for a set of CSV exports, some of its files damaged")
    func damagedSets() throws {
        let folder = CorpusDocument.root.appendingPathComponent("Tests/Corpus/FluxCSV")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        let files = try names.map {
            CSVSet.File(path: $0, bytes: Array(try Data(contentsOf: folder.appendingPathComponent($0))))
        }
        #expect(files.count == 10)
        for number in 0..<Self.count {
            var damaged = files
            for index in files.indices where (number + index) % 4 == 0 {
                let bytes = Corruption.corrupted(files[index].bytes, seed: UInt64(number))
                damaged[index] = CSVSet.File(path: files[index].path, bytes: bytes)
            }
            let result = ReaderCatalogue().read(damaged, path: "csv")
            let flaws = WordAccount.setFlaws(of: result, damaged)
            #expect(result.fiches.isEmpty ? result.diagnostics.hasErrors : flaws == [], "seed \(number): \(flaws)")
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
