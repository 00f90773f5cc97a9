import FrenchText

/// Lines that the pages of a printed document repeat: page numbers and running titles.
struct PageFurniture: Sendable {
    private let running: Set<String>
    /// The running titles that the first page prints as its own title, with that line.
    private let title: [String: Int]

    init(_ lines: [SourceLine]) {
        var counts: [String: Int] = [:]
        var title: [String: Int] = [:]
        for line in lines {
            let key = Self.key(line)
            guard !key.isEmpty, key.utf8.count <= 120 else { continue }
            counts[key, default: 0] += 1
            if title[key] == nil, line.number <= 40, !line.text.utf8.contains(0x0C) { title[key] = line.number }
        }
        // A running title stands on most pages, with its page number or apart from it; the heads of tables come back too.
        running = Set(counts.filter { $0.value >= 4 && Self.mayRun($0.key) }.keys)
        self.title = title
    }

    /// The kind of furniture that a line is; nil for a line of the text.
    func kind(of line: SourceLine) -> String? {
        let text = Folding.squeezed(line.text)
        if Self.isPageNumber(text) { return "numéro de page" }
        let key = Self.key(line)
        return running.contains(key) && title[key] != line.number ? "titre courant" : nil
    }

    /// "12", "- 12 -", "Page 12", "Page 12 sur 40", "12/40".
    private static func isPageNumber(_ text: String) -> Bool {
        guard text.utf8.count <= 24, text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return false }
        let words = WordScanner.words(in: Folding.key(text))
        let numbers = words.filter { $0.utf8.count <= 3 && Int($0) != nil }
        guard (1...2).contains(numbers.count),
            words.allSatisfy({ numbers.contains($0) || ["page", "sur", "p"].contains($0) })
        else { return false }
        let signs = text.filter { !$0.isLetter && !$0.isNumber && !$0.isWhitespace }
        return signs.allSatisfy { "-–—/|.".contains($0) }
            && !(words == numbers && numbers.count == 2 && !signs.contains("/"))
    }

    private static func key(_ line: SourceLine) -> String {
        guard !line.text.contains("\t"), !line.text.contains("<"), !line.text.contains("|") else { return "" }
        var words = WordScanner.words(in: Folding.key(line.text))
        // "Référentiel du CQP   12": the page number of a running title changes, its quotes and dashes may.
        if let last = words.last, Int(last) != nil { words.removeLast() }
        return words.joined(separator: " ")
    }

    /// Items, cells, headings and heads of tables may come back without being furniture.
    private static func mayRun(_ key: String) -> Bool {
        guard key.split(separator: " ").count >= 3 else { return false }
        return key.hasPrefix("referentiel") || key.hasPrefix("cahier des charges") || key.hasPrefix("cqp ")
            || key.hasPrefix("certificat de qualification")
    }
}
