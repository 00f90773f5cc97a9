import FrenchText

/// The lines of the form without what belongs to its pages: buttons, page numbers, the addresses of links that the
/// layout prints at the foot of a page, and the blanks around page breaks.
struct PrintedPages {
    private(set) var lines: [PrintedLine] = []
    private(set) var claims: [Claim] = []
    /// The addresses at the feet of pages that are no ROME sheets, in order.
    private(set) var footAddresses: [PrintedLine] = []

    /// - Parameters:
    ///   - keepsAddresses: true for a layout that prints no addresses of its own at the feet of pages.
    ///   - readsBars: true for a layout whose tables may be drawn with bars instead of tabs.
    init(_ source: SourceText, keepsAddresses: Bool = false, readsBars: Bool = false) {
        let sourceLines = readsBars ? PipeTable.tabbed(source.lines) : source.lines
        let all = sourceLines.map { PrintedLine($0) }
        let feeds = sourceLines.map { $0.text.utf8.contains(0x0C) }
        let feet = keepsAddresses ? [] : Self.feet(of: all, feeds: feeds)
        let isDoubled = Self.isDoubled(all)
        var blanks = 0
        var pageEnd = false
        for (index, line) in all.enumerated() {
            if feeds[index] { pageEnd = true }
            guard var line else {
                blanks += 1
                continue
            }
            if let nature = Self.furniture(line, neighbours: (blanks, Self.blanks(after: index, in: all))) {
                claims.append(Claim(line.part.range, .miseEnPage(nature)))
                if nature != Self.button { pageEnd = pageEnd || feet.contains(index) || nature == Self.pageNumber }
                continue
            }
            if feet.contains(index) {
                footAddresses.append(line)
                pageEnd = true
                continue
            }
            let own = isDoubled ? max(0, blanks - 1) / 2 : blanks
            line.blanksBefore = own
            line.pageBreakBefore = !lines.isEmpty && (pageEnd || own >= 3)
            lines.append(line)
            blanks = 0
            pageEnd = false
        }
        for index in CutWords.ends(of: lines) { lines[index].endsInCutWord = true }
    }

    /// True for a text that was pasted with a blank line behind each of its lines, its own blank lines among them.
    private static func isDoubled(_ all: [PrintedLine?]) -> Bool {
        var (gaps, odd, wide, gap) = (0, 0, 0, -1)
        for line in all {
            if line == nil {
                gap += gap < 0 ? 0 : 1
                continue
            }
            if gap >= 0 {
                gaps += 1
                odd += gap % 2
                wide += gap >= 3 ? 1 : 0
            }
            gap = 0
        }
        return gaps >= 20 && odd * 100 >= gaps * 99 && wide >= 3
    }

    private static let button = "bouton"
    private static let pageNumber = "numéro de page"
    /// Beyond the middle of a page.
    private static let farIndent = 60

    /// The lines that hold an address alone and close a page: behind a blank line and before two, or before a page feed.
    private static func feet(of all: [PrintedLine?], feeds: [Bool]) -> Set<Int> {
        var feet: Set<Int> = []
        var index = 0
        while index < all.count {
            guard all[index]?.bareAddress != nil else {
                index += 1
                continue
            }
            var end = index
            while end < all.count, all[end]?.bareAddress != nil { end += 1 }
            let after = blanks(after: end - 1, in: all)
            let next = min(end + after, all.count)
            let isFed = feeds[end..<min(next + 1, all.count)].contains(true)
            let followsBlank = index == 0 || all[index - 1] == nil
            // Directly under a heading an address is its value.
            let isValue = all[..<index].last { $0 != nil }.flatMap { $0 }?.text.hasSuffix(":") ?? false
            if !isValue, isFed || (followsBlank && (after >= 2 || next == all.count)) { feet.formUnion(index..<end) }
            index = end
        }
        return feet
    }

    private static func blanks(after index: Int, in all: [PrintedLine?]) -> Int {
        var count = 0
        while index + 1 + count < all.count, all[index + 1 + count] == nil { count += 1 }
        return count
    }

    private static func furniture(_ line: PrintedLine, neighbours: (before: Int, after: Int)) -> String? {
        if let address = line.bareAddress {
            let key = Folding.folded(address)
            if key.contains("ficherome") || key.contains("fichesrome") || key.contains("coderome=") {
                return "lien ROME"
            }
            if key.contains("visualisationfiche") { return "adresse de la page" }
            return nil
        }
        let words = line.words
        if words == ["imprimer"] || words == ["fermer"] || words == ["imprimer", "fermer"] { return button }
        let isApart = neighbours.before >= 1 || neighbours.after >= 1 || line.indent >= farIndent
        if isApart, isPageNumber(words, line.part.text) { return pageNumber }
        return nil
    }

    /// "Page 2", "Page 2 sur 5", "2/5", "- 2 -"; a bare number may be a fact.
    private static func isPageNumber(_ words: [String], _ text: String) -> Bool {
        let numbers = words.filter { Int($0) != nil }
        if words.first == "page", (1...2).contains(numbers.count), words.count <= 4 { return true }
        guard numbers.count == words.count else { return false }
        return numbers.count == 2
            ? text.utf8.contains(UInt8(ascii: "/")) : numbers.count == 1 && text.hasPrefix("-") && text.hasSuffix("-")
    }
}
