import Diagnostics

/// The text of a document brought to lines that its readers know. They are not those of the file: what is said of them is
/// brought back to it.
struct RewrittenText {
    let text: SourceText
    /// The line of the file for each line of the text.
    private let numbers: [Int]
    /// Words of the file that are not in the text, by kind.
    private let furniture: [(nature: String, mots: Int)]

    init(_ lines: [(text: String, number: Int)], furniture: (SourceText) -> [(nature: String, mots: Int)] = { _ in [] })
    {
        text = SourceText(lines.map(\.text).joined(separator: "\n"))
        numbers = lines.map(\.number)
        self.furniture = furniture(text)
    }

    /// The result of reading the text, with the places and the account of the file.
    func restored(_ result: ReadResult) -> ReadResult {
        var result = result
        result.diagnostics = result.diagnostics.map { diagnostic in
            var diagnostic = diagnostic
            if let line = diagnostic.position?.line { diagnostic.position = SourcePosition(line: number(line)) }
            return diagnostic
        }
        for index in result.fiches.indices {
            for (champ, lines) in result.fiches[index].provenance {
                var seen: Set<Int> = []
                result.fiches[index].provenance[champ] = lines.map(number).filter { seen.insert($0).inserted }
            }
            var couverture = result.fiches[index].fiche.source.couverture
            couverture.passages = couverture.passages.map { .init(ligne: number($0.ligne), texte: $0.texte) }
            couverture.miseEnPage = (couverture.miseEnPage + furniture).sorted { $0.nature < $1.nature }
            result.fiches[index].fiche.source.couverture = couverture
        }
        return result
    }

    private func number(_ line: Int) -> Int { numbers.indices.contains(line - 1) ? numbers[line - 1] : line }
}
