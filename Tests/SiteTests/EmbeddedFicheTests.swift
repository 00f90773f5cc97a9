import Catalogue
import MarkupText
import Testing

@testable import SiteBuild

/// The page of a fiche among others, and a page on paper.
struct EmbeddedFicheTests {
    private let embedded = EmbeddedFiche(
        prefix: "a_", anchors: ["../../fiches/b/": (fiche: "b_fiche", prefix: "b_")])

    @Test(arguments: [
        ("<h1 id=\"fiche\">T</h1>", "<h2 id=\"a_fiche\">T</h2>"), ("<h6>x</h6>", "<h6>x</h6>"),
        ("<hr><header class=\"h1\">", "<hr><header class=\"h1\">"),
        ("<a href=\"#bloc-1\">#bloc-1 \"id\"</a>", "<a href=\"#a_bloc-1\">#bloc-1 \"id\"</a>"),
        ("<div role=\"region\" aria-labelledby=\"t u\">", "<div role=\"region\" aria-labelledby=\"a_surtitre a_fiche a_t a_u\">"),
        ("<a class=\"x\" href=\"../../fiches/b/\">", "<a class=\"x\" href=\"#b_fiche\">"),
        ("<a href=\"../../fiches/b/#bloc-2\">", "<a href=\"#b_bloc-2\">"),
        ("<a href=\"../../fiches/c/#x\">", "<a href=\"../../fiches/c/#x\">"),
        ("<p data-id=\"x\" title=\"#y\">1 &lt; 2", "<p data-id=\"x\" title=\"#y\">1 &lt; 2"), ("<h1", "<h1"),
        ("<", "<"),
        ("<a href=\"#", "<a href=\"#a_"),
    ])
    func anchorsHeadingsAndLinks(html: String, expected: String) { #expect(embedded.html(html) == expected) }

    @Test(arguments: [
        ("<a href=\"../../rome/x/\">R</a>", "<a href=\"https://e.fr/c/rome/x/\">R</a>"),
        (
            "<a class=\"k\" href=\"index.json\" rel=\"x\">R</a>",
            "<a class=\"k\" href=\"https://e.fr/c/fiches/a/index.json\" rel=\"x\">R</a>"
        ),
        (
            "<a href=\"#x\">1</a><a href=\"https://a.fr/?q=1&amp;r\">2</a>",
            "<a href=\"#x\">1</a><a href=\"https://a.fr/?q=1&amp;r\">2</a>"
        ),
        ("<script src=\"x.js\" defer></script><p>y</p>", "<p>y</p>"), ("<abbr>x</abbr>", "<abbr>x</abbr>"),
        ("<link href=\"../../a.css\">", "<link href=\"../../a.css\">"), ("<script>", ""), ("<a href=\"", "<a href=\""),
    ])
    func linksOnPaper(html: String, expected: String) throws {
        let check = LinkCheck(pages: [], files: [], basePath: "/c/")
        let printed = PrintedLinks(
            path: "fiches/a/index.html", url: try #require(SiteAddress("https://e.fr/c/")), resolve: check.resolve)
        #expect(String(decoding: printed.html(Array(html.utf8)), as: UTF8.self) == expected)
    }

    @Test func withoutAnAddressOfTheSiteALinkIsItsWords() {
        let check = LinkCheck(pages: [], files: [], basePath: "/")
        let printed = PrintedLinks(path: "fiches/a/index.html", url: nil, resolve: check.resolve)
        let html = "<p><a class=\"x\" href=\"../../rome/x/\">Rome</a> <a href=\"#y\">y</a></p>"
        #expect(
            String(decoding: printed.html(Array(html.utf8)), as: UTF8.self)
                == "<p><a class=\"x\">Rome</a> <a href=\"#y\">y</a></p>")
    }

    @Test(arguments: [
        ("a", "\"a\""), ("\"}", "\"\\22 }\""), ("\\", "\"\\5c \""), ("a\nb", "\"a\\a b\""), ("\u{0}", "\"\\fffd \""),
        ("</style>", "\"\\3c /style>\""), ("é…", "\"é…\""),
    ])
    func stringsOfAStyleSheet(text: String, expected: String) { #expect(CSSText.quoted(text) == expected) }
}
