import FrenchText

/// Finds the words that a layout cut at the ends of lines: "maga-" and "sins", where "magasins" stands elsewhere in the
/// document. Any other hyphen at a line end may be one of the word itself ("sous-traitant").
enum CutWords {
    /// The places of the lines that end in the first half of such a word.
    static func ends(of lines: [PrintedLine]) -> [Int] {
        let candidates = zip(lines.indices, lines.dropFirst()).compactMap {
            index, next -> (index: Int, word: String)? in
            guard lines[index].part.text.utf8.last == UInt8(ascii: "-"),
                lines[index].part.text.unicodeScalars.suffix(2).first?.properties.isAlphabetic == true,
                next.part.text.unicodeScalars.first?.properties.isLowercase == true,
                let half = lines[index].words.last, let rest = next.words.first
            else { return nil }
            return (index, half + rest)
        }
        guard !candidates.isEmpty else { return [] }
        let wanted = Set(candidates.map(\.word))
        var found: Set<String> = []
        for line in lines { found.formUnion(line.words.filter(wanted.contains)) }
        return candidates.filter { found.contains($0.word) }.map(\.index)
    }
}
