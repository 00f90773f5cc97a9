import Testing

@testable import Markdown

@Suite("Escaping of plain text for CommonMark")
struct MarkdownEscapingTests {
    @Test(
        "signs are escaped where they would be markup, and only there",
        arguments: [
            ("2017. Année de création", "2017\\. Année de création"),
            ("1) premier", "1\\) premier"),
            ("1.1 Recueillir le besoin", "1.1 Recueillir le besoin"),
            ("- item", "\\- item"),
            ("+ 10 %", "\\+ 10 %"),
            ("-10 % et N+1 - N-1", "-10 % et N+1 - N-1"),
            ("# titre", "\\# titre"),
            ("#motdiese", "#motdiese"),
            ("> citation", "\\> citation"),
            ("2 * 3 * 4", "2 * 3 * 4"),
            ("*gras*", "\\*gras\\*"),
            ("nom_de_fichier", "nom_de_fichier"),
            ("_souligné_", "\\_souligné\\_"),
            ("( 75) [Paris]", "( 75) [Paris]"),
            ("[a](javascript:x)", "[a\\](javascript:x)"),
            ("[a]: http://x", "[a\\]: http://x"),
            ("a < b <script> </p>", "a < b \\<script> \\</p>"),
            ("R&D &amp; Cie", "R&D \\&amp; Cie"),
            ("    code", "code"),
            ("---", "\\---"),
            ("a\n===", "a\n\\==="),
            ("fin\\", "fin\\\\"),
        ])
    func escapes(plain: String, expected: String) {
        #expect(MarkdownEscaping.escaped(plain) == expected)
    }

    @Test(
        "rendering gives back the words",
        arguments: [
            "2017. Année\n- un\n+ deux\n* trois\n> quatre\n# cinq\n1. six",
            "***\n___\n---\n~~~\n===\n```\ncode\n```",
            "[lien](http://exemple.fr \"titre\") ![image](data:image/png;base64,AAAA) [réf][1]\n[1]: http://exemple.fr",
            "<b>gras</b> <!-- caché --> <?php x ?> <http://exemple.fr> &eacute; &#233; a\\*b \\",
            "    quatre blancs\n\tune tabulation",
            "__a__ *b* **c** _d_ `e` ``f`` a*b*c a_b_c \\_g\\_",
            "mot - mot – mot ; N+1 (50 %) #1 5 > 3",
        ])
    func roundTrip(plain: String) {
        for prefix in ["", "- ", "1. "] {
            let lines = plain.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            let source =
                prefix.isEmpty
                ? MarkdownEscaping.escaped(plain)
                : lines.map { prefix + MarkdownEscaping.escaped($0) }.joined(separator: "\n\n")
            let html = CommonMark.html(source)
            for tag in ["<h1", "<a ", "<img", "<em", "<strong", "<code", "<hr", "<blockquote", "<pre"] {
                #expect(!html.contains(tag), "\(tag) in \(html)")
            }
            #expect(words(visible(html)) == words(plain), "\(html)")
        }
    }

    private func words(_ text: String) -> [Substring] { text.split { !$0.isLetter && !$0.isNumber } }

    /// The text of cmark's own output: its tags dropped, its four references decoded.
    private func visible(_ html: String) -> String {
        var text = ""
        var inTag = false
        for character in html {
            if character == "<" { inTag = true; text += " " }
            if !inTag { text.append(character) }
            if character == ">" { inTag = false }
        }
        for (reference, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
            text = text.replacing(reference, with: sign)
        }
        return text
    }
}
