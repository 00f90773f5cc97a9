import FicheModel
import FrenchText

/// The running heads and feet of a paged text: lines that stand at the top or at the foot of its pages again and again,
/// but for their figures (the address, the date and the page number that a browser prints, the title of a report).
///
/// They belong to no layout, so they are set apart before any reader sees the text, and counted as layout afterwards.
struct PageMargins {
    /// The bytes of the lines, in order.
    let ranges: [Range<Int>]

    private static let formFeed: UInt8 = 0x0C
    /// How many written lines of a page, from either end, may be margin.
    private static let depth = 2

    /// Those of a text without pages.
    static let none = PageMargins(ranges: [])

    private init(ranges: [Range<Int>]) { self.ranges = ranges }

    init(_ text: SourceText) {
        // What is marked up was not printed: it has no pages.
        guard text.bytes.first(where: { $0 > 0x20 }) != UInt8(ascii: "<") else {
            ranges = []
            return
        }
        let ends = text.bytes.contains(Self.formFeed) ? [] : PageCounters.lines(of: text)
        guard text.bytes.contains(Self.formFeed) || !ends.isEmpty else {
            ranges = []
            return
        }
        let pages = Self.pages(of: text, endingAt: ends)
        guard pages.count >= 3 else {
            ranges = []
            return
        }
        var places: [String: Set<Int>] = [:]
        for (number, page) in pages.enumerated() {
            for line in Self.edges(of: page) { places[Self.key(of: line), default: []].insert(number) }
        }
        // Four pages in five, for the last is often printed otherwise; the first may be a cover, with none.
        let margins = Set(
            places.filter { _, pagesOfLine in
                let count = pagesOfLine.contains(0) ? pages.count : pages.count - 1
                return pagesOfLine.count >= 3 && pagesOfLine.count * 5 >= count * 4
            }.keys)
        ranges = pages.flatMap { page in
            Self.edges(of: page).filter { margins.contains(Self.key(of: $0)) }.map(\.range)
        }.sorted { $0.lowerBound < $1.lowerBound }
    }

    /// The text with spaces in the place of the margins: every other word keeps its line and its bytes.
    func removed(from text: SourceText) -> SourceText {
        guard !ranges.isEmpty else { return text }
        var bytes = text.bytes
        for range in ranges {
            for index in range where bytes[index] != Self.formFeed { bytes[index] = 0x20 }
        }
        return SourceText(bytes, firstLine: text.firstLine)
    }

    /// Counts the words of the margins in some lines as layout of the fiche that was read from them.
    func account(in couverture: inout Couverture, of text: SourceText, lines: Range<Int>) {
        let words = ranges.filter { lines.contains(text.line(at: $0.lowerBound)) }
            .reduce(0) { $0 + WordScanner.ranges(in: text.bytes[$1]).count }
        guard words > 0 else { return }
        couverture.miseEnPage.append((nature: "haut ou bas de page répété", mots: words))
        couverture.miseEnPage.sort { $0.nature < $1.nature }
    }

    /// The written lines of each page, which form feeds part, or the lines with which pages end.
    private static func pages(of text: SourceText, endingAt ends: Set<Int>) -> [[SourceLine]] {
        var pages: [[SourceLine]] = [[]]
        for line in text.lines {
            if line.text.utf8.first == formFeed { pages.append([]) }
            if line.text.utf8.contains(where: { $0 > 0x20 }) { pages[pages.count - 1].append(line) }
            if ends.contains(line.number) { pages.append([]) }
        }
        return pages.filter { !$0.isEmpty }
    }

    private static func edges(of page: [SourceLine]) -> [SourceLine] {
        page.count <= 2 * depth ? page : Array(page.prefix(depth) + page.suffix(depth))
    }

    /// The words of a line, each figure replaced, so that "page 3" and "page 12" are one.
    private static func key(of line: SourceLine) -> String {
        var key: [UInt8] = []
        for byte in line.text.utf8 where byte != formFeed {
            let sign = (0x30...0x39).contains(byte) ? UInt8(ascii: "0") : byte <= 0x20 ? 0x20 : byte
            if sign == 0x20 || sign == UInt8(ascii: "0"), key.last == sign { continue }
            key.append(sign)
        }
        while key.last == 0x20 { key.removeLast() }
        return String(decoding: key.drop { $0 == 0x20 }, as: UTF8.self)
    }
}
