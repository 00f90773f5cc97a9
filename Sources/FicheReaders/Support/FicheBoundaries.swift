import FicheModel
import FrenchText

/// Cuts a text that holds several fiches, one after the other, where each begins: below the name of its register with a
/// number of its own. The number that a form repeats at the head of its pages begins nothing.
enum FicheBoundaries {
    /// The text as one piece for each fiche, with the lines of the whole; the text itself where it holds one.
    static func pieces(of text: SourceText) -> [SourceText] {
        // Flows, tables and written fiches say themselves where a fiche begins.
        guard let first = text.bytes.first(where: { $0 > 0x20 }), first != UInt8(ascii: "<"),
            first != UInt8(ascii: "\""),
            !text.bytes.starts(with: Array("---".utf8))
        else { return [text] }
        var starts: [Int] = []
        var current: String?
        for (index, opening) in openings(text) {
            guard opening.isEmpty || opening != current else { continue }
            // The head of one fiche may name it in two ways: the register may stand above a heading that was a beginning already.
            if current != nil || opening.isEmpty, index > starts.last ?? -1 { starts.append(index) }
            current = opening
        }
        // An annexe without a number begins with its heading: the first is no cut.
        guard !starts.isEmpty, starts.contains(where: { hasWords(text.lines[..<$0]) }) else { return [text] }
        let cuts = starts.filter { hasWords(text.lines[..<$0]) }
        let bounds = [0] + cuts + [text.lines.count]
        return zip(bounds, bounds.dropFirst()).map { from, to in
            let lower = from == 0 ? 0 : text.lines[from].range.lowerBound
            let upper = to == text.lines.count ? text.bytes.count : text.lines[to].range.lowerBound
            return SourceText(Array(text.bytes[lower..<upper]), firstLine: text.firstLine + from)
        }
    }

    private static func hasWords(_ lines: ArraySlice<SourceLine>) -> Bool {
        lines.contains { !WordScanner.words(in: $0.text).isEmpty }
    }

    /// The lines on which a fiche begins, each with its number; "" for an annexe, which has none.
    private static func openings(_ text: SourceText) -> [(line: Int, number: String)] {
        var found: [(line: Int, number: String)] = []
        /// The last written lines, which may hold the name of the register above the number.
        var recent: [(line: Int, words: [String])] = []
        for (index, line) in text.lines.enumerated() {
            guard line.text.utf8.count < 200 else {
                recent = []
                continue
            }
            let words = WordScanner.words(in: Folding.folded(line.text))
            guard !words.isEmpty else { continue }
            recent = recent.suffix(7) + [(index, words)]
            if annexe.length(in: words) != nil {
                found.append((start(recent, where: { $0 == ["annexe"] || $0.first == "annexe" }), ""))
            } else if let number = oldNumber(words)
                ?? (recent.count > 1 ? oldNumber(recent[recent.count - 2].words + words) : nil)
            {
                found.append((start(recent, where: { register.length(in: $0) != nil || $0 == ["imprimer"] }), number))
            } else if let number = ownNumber(words)
                ?? (recent.count > 1 ? ownNumber(recent[recent.count - 2].words + words) : nil),
                let top = recent.firstIndex(where: { isRegister($0.words) })
            {
                found.append((recent[top].line, number))
            }
        }
        return found
    }

    /// "Résumé descriptif de la certification Code RNCP : 31313".
    private static func oldNumber(_ words: [String]) -> String? {
        guard let length = title.length(in: words), words.count <= length + 4, let last = words.last,
            last.utf8.count >= 2, last.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return last
    }

    /// "N° de fiche RNCP38417".
    private static func ownNumber(_ words: [String]) -> String? {
        guard let length = label.length(in: words), words.count == length + 1 else { return nil }
        return Repertoire.parse(words[length])?.numero
    }

    private static func isRegister(_ words: [String]) -> Bool {
        register.isWhole(words) || WordPattern("repertoire specifique rs?").isWhole(words)
    }

    /// The first of the lines right above that belong to the head, else the line itself.
    private static func start(
        _ recent: [(line: Int, words: [String])], where isHead: ([String]) -> Bool
    ) -> Int {
        var start = recent.count - 1
        while start > 0, isHead(recent[start - 1].words) || title.isWhole(recent[start - 1].words) { start -= 1 }
        return recent[start].line
    }

    private static let title = WordPattern("resume descriptif de la certification")
    private static let register = WordPattern("le? repertoire national des certifications professionnelles rncp?")
    private static let label = WordPattern("n|no|numero de? la? fiche")
    private static let annexe = Rubrique.annexe
}
