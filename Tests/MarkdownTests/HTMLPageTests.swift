import Testing

@testable import Markdown

/// A page whose tables are not as they should be shows each of its words once.
@Suite struct HTMLPageTests {
    @Test(arguments: [
        "<p>un<table><tr><td>deux<nav>cadre</nav>trois</table><p>quatre",
        "<table><tr>un<td>deux</td>trois<footer>cadre</footer>quatre</tr></table>",
        "<tr><td>un</td><footer>cadre</footer><td>deux</td><td>trois<td>quatre",
        "<p>un</tr>deux<tr><nav>cadre</nav>trois</tr>quatre",
        "<table><tr><td>un<table><tr><td>deux<td>trois</table><p>quatre<nav>cadre",
        "<p>un<tr><b>deux</b><th>trois</th></table>quatre<nav>cadre</nav>",
    ])
    func eachWordStandsOnce(html: String) {
        let bytes = Array(html.utf8)
        let page = HTMLPage(bytes)
        let shown = page.parts.flatMap { part in
            switch part {
            case .text(let text): [text.range]
            case .row(let cells, _): cells.map(\.range)
            }
        }
        #expect(zip(shown, shown.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound }, "\(shown)")
        let text = shown.map { HTMLFragment.plainText(String(decoding: bytes[$0], as: UTF8.self)) }
        // A frame inside a cell that does not close is part of that cell.
        let words = text.joined(separator: " ").split { !$0.isLetter }.filter { $0 != "cadre" }
        #expect(words == ["un", "deux", "trois", "quatre"])
    }
}
