import Foundation
import FrenchText
import JSONText
import Testing

@testable import SearchIndex

/// The vectors that the scripts of the pages are held to as well. With `PARCHEMIN_RECORD=1` they are written anew, and the test fails.
@Suite struct AnalysisVectorTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Recherche")

    @Test func wordsOfTextsAreThoseOfTheVectors() throws {
        let texts = try String(contentsOf: Self.folder.appendingPathComponent("textes.txt"), encoding: .utf8)
            .split(separator: "\n").map(String.init)
        #expect(texts.count > 100)
        let value: JSONValue = ["analyse": AnalysisTables.json, "vecteurs": .array(texts.map(Self.vector))]
        let bytes = JSONWriter.bytes(of: value, indent: nil)
        let file = Self.folder.appendingPathComponent("vecteurs.json")
        let recorded = (try? Data(contentsOf: file)).map(Array.init) ?? []
        if ProcessInfo.processInfo.environment["PARCHEMIN_RECORD"] == "1", recorded != bytes {
            try Data(bytes).write(to: file)
        }
        #expect(recorded == bytes, "PARCHEMIN_RECORD=1 writes \(file.path) anew")
    }

    private static func vector(_ text: String) -> JSONValue {
        let folding = SearchFolding(text, mapped: true)
        let words = SearchWords.words(in: folding).map { word -> JSONValue in
            let analysed = AnalysedWord(word.forme)
            let (start, end) = (folding.starts[word.range.lowerBound], folding.ends[word.range.upperBound - 1])
            return [
                .string(analysed.forme), .string(analysed.lemme), .string(analysed.racine), .int(Int(start)), .int(Int(end)),
            ]
        }
        return ["texte": .string(text), "mots": .array(words)]
    }
}
