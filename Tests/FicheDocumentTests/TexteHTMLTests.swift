import FicheDocument
import Testing

@Suite("Texts as HTML")
struct TexteHTMLTests {
    @Test(
        "Raw HTML stays visible as words",
        arguments: [
            ("<b>gras</b> et <i>maigre</i>", "&lt;b&gt;gras&lt;/b&gt;"),
            ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
            ("<div onclick=\"x()\">\ntexte\n</div>", "&lt;div onclick=&quot;x()&quot;&gt;"),
            ("avant <!-- note --> après", "&lt;!-- note --&gt;"),
        ])
    func rawHTML(text: String, shown: String) {
        let html = TexteHTML.html(text)
        #expect(html.contains(shown))
        #expect(!html.contains("raw HTML omitted"))
        #expect(!html.contains("<script") && !html.contains("<b>") && !html.contains("<div"))
    }

    @Test(
        "A link with a dangerous scheme is reduced to its words",
        arguments: [
            "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd",
            "//evil.example/x",
            "java&#10;script:alert(1)", "&#106;avascript:alert(1)",
        ])
    func schemes(address: String) {
        let html = TexteHTML.html("[cliquez](\(address)) ici")
        #expect(!html.contains("<a "))
        #expect(html.contains("cliquez") && html.contains("ici"))
    }

    @Test("Links to the web, to mail and inside the site are kept")
    func links() {
        #expect(
            TexteHTML.html("[a](https://x.example/?a=1&b=2)").contains(
                "<a href=\"https://x.example/?a=1&amp;b=2\">a</a>"))
        #expect(TexteHTML.html("[a](mailto:a@b.example)").contains("href=\"mailto:a@b.example\""))
        #expect(TexteHTML.html("[a](../b/)").contains("href=\"../b/\""))
    }

    @Test("An address in running text becomes a link, without the full stop after it")
    func bareAddresses() {
        #expect(
            TexteHTML.html("Voir http://www.papier.example.").contains(
                "<a href=\"http://www.papier.example\">http://www.papier.example</a>."))
        #expect(
            TexteHTML.html("(www.papier.example/a_b_c)").contains(
                "(<a href=\"https://www.papier.example/a_b_c\">www.papier.example/a_b_c</a>)"))
        #expect(!TexteHTML.html("un mot awww.x").contains("<a"))
        #expect(
            TexteHTML.html("[http://a.example](http://b.example)").contains(
                "<a href=\"http://b.example\">http://a.example</a>"))
    }

    @Test("An image is replaced by its words and, where it may be one, a link")
    func images() {
        let web = TexteHTML.html("![Un schéma](https://x.example/a.png)")
        #expect(!web.contains("<img"))
        #expect(web.contains("Un schéma (<a href=\"https://x.example/a.png\">"))
        let data = TexteHTML.html("![Le logo](data:image/png;base64,AAAA)")
        #expect(!data.contains("<img") && !data.contains("<a"))
        #expect(data.contains("Le logo"))
        #expect(!TexteHTML.html("[![alt](a.png)](https://x.example)").contains("<a href=\"a.png\""))
    }

    @Test("Headings begin at the level asked for and skip none")
    func headings() {
        let html = TexteHTML.html("# Un\n\n#### Deux\n\n## Trois", titres: 3)
        #expect(html.contains("<h3>Un</h3>") && html.contains("<h4>Deux</h4>") && html.contains("<h4>Trois</h4>"))
        #expect(TexteHTML.html("###### Bas", titres: 5).contains("<h5>Bas</h5>"))
    }

    @Test("French spaces are made unbreakable in text, not in code nor tags")
    func spaces() {
        #expect(
            TexteHTML.html("Quoi ? Oui : « non » ; 5 % !")
                == "<p>Quoi\u{202F}? Oui\u{A0}: «\u{A0}non\u{A0}»\u{202F}; 5\u{A0}%\u{202F}!</p>\n")
        #expect(TexteHTML.html("`a : b`").contains("<code>a : b</code>"))
        #expect(TexteHTML.html("[a](https://x.example \"t : u\")").contains("title=\"t : u\""))
    }

    @Test("A text of one paragraph loses its p, a longer one keeps its blocks")
    func inLine() {
        #expect(TexteHTML.enLigne("Un *mot*") == "Un <em>mot</em>")
        #expect(TexteHTML.enLigne("Un\n\nDeux") == "<p>Un</p>\n<p>Deux</p>\n")
    }

    @Test("A quote under a combining mark is still escaped")
    func combiningMarks() {
        #expect(!TexteHTML.echappe("a\"\u{301} onclick=x").contains("\""))
        #expect(!TexteHTML.echappe("<\u{301}script>").contains("<"))
    }

    @Test("Nested brackets by the thousand end")
    func pathological() {
        let text = String(repeating: "![[]()", count: 100_000)
        #expect(!TexteHTML.html(text).isEmpty)
    }
}
