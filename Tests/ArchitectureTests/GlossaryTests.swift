import Testing

@Suite("Glossary")
struct GlossaryTests {
    @Test("Every key of the JSON of a fiche is explained")
    func keys() throws {
        let explained = Set(backticked(try SourceTree.text("Documentation/glossaire.md")))
        let written = try jsonKeys()
        #expect(written.count > 80)
        #expect(written.subtracting(explained).sorted() == [])
    }

    /// The raw values of the fields, and the keys that the JSON writer names as `"key": …` or `Member("key", …)`.
    private func jsonKeys() throws -> Set<String> {
        var keys: Set<String> = []
        for line in try SourceTree.text("Sources/FicheModel/Champ.swift").split(separator: "\n") {
            let words = line.split { $0 == " " }
            guard words.first == "case", words.count >= 2, words[1].first?.isLowercase == true else { continue }
            keys.insert(words.last.map { String($0.filter { $0 != "\"" }) } ?? "")
        }
        let json = try SourceTree.text("Sources/FicheModel/FicheJSON.swift")
        let pieces = json.split(separator: "\"", omittingEmptySubsequences: false)
        for index in stride(from: 1, to: pieces.count - 1, by: 2)
        where pieces[index + 1].hasPrefix(":") || pieces[index - 1].hasSuffix("Member(") {
            keys.insert(String(pieces[index]))
        }
        return keys
    }

    private func backticked(_ text: String) -> [String] {
        text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }
}
