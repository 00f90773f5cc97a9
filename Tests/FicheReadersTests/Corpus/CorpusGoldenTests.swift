import Foundation
import FrenchText
import Testing

@testable import FicheReaders

/// Each document gives what its golden holds. `PARCHEMIN_RECORD=1` writes the goldens that differ, and fails, so that no
/// run both records and passes. Those of the current fiche are held by `FicheActuelleCorpusTests`.
@Suite("Corpus: goldens")
struct CorpusGoldenTests {
    private static let isRecording = ProcessInfo.processInfo.environment["PARCHEMIN_RECORD"] == "1"

    @Test(
        "a document gives its golden, and each of its words is accounted for",
        arguments: CorpusDocument.all.filter { !$0.path.contains("/FicheActuelle/") })
    func golden(document: CorpusDocument) throws {
        let bytes = try document.bytes()
        let result = CorpusReading.read(bytes, path: document.path)
        #expect(!result.fiches.isEmpty)
        if document.layout != .flux {
            let counted = result.fiches.reduce(0) { $0 + $1.fiche.source.couverture.mots }
            #expect(counted == WordScanner.ranges(in: bytes).count)
        }
        let text = CorpusReading.golden(result)
        let known = try? String(contentsOf: document.golden, encoding: .utf8)
        guard text != known else { return }
        if Self.isRecording {
            try FileManager.default.createDirectory(
                at: document.golden.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: document.golden, atomically: true, encoding: .utf8)
            Issue.record("recorded anew: read the change before committing it")
        } else if let known {
            Issue.record("\(Self.firstDifference(text, known))")
        } else {
            Issue.record("no golden: record one with PARCHEMIN_RECORD=1")
        }
    }

    @Test("the corpus holds at least forty documents over all layouts, and no golden without its document")
    func breadth() {
        #expect(CorpusDocument.all.count >= 40)
        let layouts = Set(CorpusDocument.all.map(\.layout))
        for layout in [CorpusDocument.Layout.imprime, .page, .tableaux, .flux, .redaction, .cahier] {
            #expect(layouts.contains(layout))
        }
        let expected = Set(CorpusDocument.all.map(\.golden.path))
        let folder = CorpusDocument.root.appendingPathComponent(CorpusDocument.folder)
        let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        let goldens = names.filter { $0.hasSuffix(".json") }.map { folder.appendingPathComponent($0).path }
        #expect(goldens.filter { !expected.contains($0) } == [])
    }

    private static func firstDifference(_ text: String, _ known: String) -> String {
        let (left, right) = (text.split(separator: "\n"), known.split(separator: "\n"))
        let line = zip(left, right).prefix { $0 == $1 }.count
        return
            "line \(line + 1): « \(line < left.count ? left[line] : "") », golden « \(line < right.count ? right[line] : "") »"
    }
}
