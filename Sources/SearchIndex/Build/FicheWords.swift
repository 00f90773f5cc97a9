/// The words of fiches as they come, by the lists that they go to.
struct FicheWords: Sendable {
    private var core = Postings()
    private var body = Postings()
    private var spellings = Postings()

    /// Adds the words of the next fiche.
    mutating func add(_ document: SearchDocument) {
        document.core.withUnsafeBufferPointer { addCore($0) }
        for (field, words) in [(BodyField.emplois, document.emplois), (.competences, document.competences)] {
            words.withUnsafeBufferPointer { text in
                forEachPart(of: text, endedBy: 0x20) { body.add($0, field: field.rawValue) }
            }
        }
        core.endFiche()
        spellings.endFiche()
        body.endFiche()
    }

    /// All in order.
    ///
    /// - Parameter places: the place of each fiche, in the order in which they were added.
    func sorted(_ places: [Int32]) -> Sorted {
        Sorted(core: core.sorted(places), body: body.sorted(places), spellings: spellings.sorted(places))
    }

    struct Sorted: Sendable {
        let core: SortedPostings
        let body: SortedPostings
        let spellings: SortedPostings
    }

    private mutating func addCore(_ lines: UnsafeBufferPointer<UInt8>) {
        forEachPart(of: lines, endedBy: 0x0A) { line in
            guard let space = line.firstIndex(of: 0x20), space > 1 else { return }
            core.add(UnsafeBufferPointer(rebasing: line[1..<space]), field: Int(line[0] & 3))
            // The forme, a space and the spelling.
            if space + 1 < line.count { spellings.add(UnsafeBufferPointer(rebasing: line[1...]), field: 0) }
        }
    }

    private func forEachPart(
        of text: UnsafeBufferPointer<UInt8>, endedBy end: UInt8, _ body: (UnsafeBufferPointer<UInt8>) -> Void
    ) {
        var start = 0
        for index in text.indices where text[index] == end {
            if index > start { body(UnsafeBufferPointer(rebasing: text[start..<index])) }
            start = index + 1
        }
    }
}
