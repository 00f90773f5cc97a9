import Testing

@testable import Markdown

@Suite("Lines without markup")
struct PlainParagraphTests {
    @Test("A line that passes cmark by is what cmark would print")
    func sameAsCmark() {
        var random = Random(state: 20_261_121)
        var plain = 0
        for _ in 0..<6_000 {
            let text = (0..<random.next(12)).map { _ in Self.parts[random.next(Self.parts.count)] }.joined()
            guard let words = CommonMark.plainParagraph(text) else { continue }
            plain += 1
            #expect("<p>\(words)</p>\n" == CommonMark.parsedHTML(text), "\(text.debugDescription)")
        }
        // Without this many the test would say nothing.
        #expect(plain > 400)
    }

    @Test(
        "What may be markup, a list, an address or more than a line goes to cmark",
        arguments: [
            "", " Un", "Un ", "1. Un", "- Un", "+ Un", "# Un", "Un\nDeux", "Un\tdeux", "*Un*", "Un_deux_", "[Un](deux)",
            "Un &amp; deux", "<b>Un</b>", "Un \\* deux", "voir https://exemple.fr/", "voir www.exemple.fr",
            "\u{FEFF}Un",
        ])
    func othersAreParsed(_ text: String) { #expect(CommonMark.plainParagraph(text) == nil) }

    @Test("Quotes and signs of comparison become entities")
    func entities() { #expect(CommonMark.plainParagraph("Dire \"a > b\"") == "Dire &quot;a &gt; b&quot;") }

    private static let parts = [
        "Un", "é", "œuvre", "«\u{A0}mot\u{A0}»", " ", " ", "  ", "-", "–", "(a)", "(", ")", "\"", "'", "’", ">", "#",
        "+",
        "=", "~~", "|", "{", "}", "!", ":", ";", "/", "w", "ww", "h", "http", ".", "1", "12.", "\u{2028}", "\u{85}",
        "@",
        "*", "_", "`", "[", "]", "<", "&", "\\", "\n", "\t", "𝟗", "e\u{301}", "$", "^", "%",
    ]

    /// The same numbers in each run.
    private struct Random {
        var state: UInt64

        mutating func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
    }
}
