import FrenchText

/// The lines that count the pages of a text without form feeds: the same words and then 1/21, 2/21, 3/21…, as browsers
/// print them at the foot.
enum PageCounters {
    /// The numbers of the lines; none where the count does not begin with 1 and go on page by page.
    static func lines(of text: SourceText) -> Set<Int> {
        var runs: [String: [(page: Int, line: Int)]] = [:]
        for line in text.lines {
            guard let found = counter(line.text) else { continue }
            runs[found.key, default: []].append((found.page, line.number))
        }
        let counted = runs.filter { key, run in
            run.count >= 3 && run.enumerated().allSatisfy { $1.page == $0 + 1 }
        }
        // Two counts of the same pages would cut them twice.
        guard let run = counted.min(by: { ($1.value.count, $0.key) < ($0.value.count, $1.key) })?.value else {
            return []
        }
        return Set(run.map(\.line))
    }

    /// "https://… 3/21": the page, and what is the same on all pages.
    private static func counter(_ line: String) -> (key: String, page: Int)? {
        let bytes = Array(line.utf8.suffix(12))
        guard let end = bytes.lastIndex(where: { $0 > 0x20 }), isDigit(bytes[end]),
            let slash = bytes[...end].lastIndex(of: UInt8(ascii: "/")), slash < end,
            bytes[(slash + 1)...end].allSatisfy(isDigit)
        else { return nil }
        let start = bytes[..<slash].lastIndex { !isDigit($0) }.map { $0 + 1 } ?? 0
        // A date is no count, nor is a word that ends in digits.
        guard start < slash, start == 0 || bytes[start - 1] <= 0x20,
            let page = Int(String(decoding: bytes[start..<slash], as: UTF8.self)), line.utf8.count < 600
        else { return nil }
        let total = String(decoding: bytes[slash...end], as: UTF8.self)
        let before = line.utf8.dropLast(bytes.count - start)
        return (Folding.squeezed(String(decoding: before, as: UTF8.self)) + total, page)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
