import Testing

@testable import Catalogue
@testable import SiteBuild

struct LinkCheckTests {
    private func findings(_ html: String, at path: String = "a/b/index.html") -> [String] {
        let own = PlannedOutput(path: path, content: .page(0), inputs: ["pages/b.md"])
        let other = PlannedOutput(path: "c/index.html", content: .accueil, inputs: [])
        let pages = [
            (output: own, links: PageLinks(Array(html.utf8))), (other, PageLinks(Array("<h2 id=\"deux\">".utf8))),
        ]
        let files: Set = [path, "c/index.html", "medias/é.svg", "robots.txt"]
        let found = LinkCheck(pages: pages, files: files, basePath: "/p/").findings(pages)
        return (found.content.map(\.0) + found.structure).map { "\($0.identifier.rawValue) \($0.message)" }
    }

    @Test(arguments: [
        "<a href=\"../../c/\">", "<a href=\"../../c\">", "<a href=\"/p/c/#deux\">", "<a href=\"#ici\"><p id=\"ici\">",
        "<a href=\"../../c/?q=x&amp;y#deux\">", "<img alt=\"a>b\" src=\"../../medias/%C3%A9.svg\">",
        "<a href=\"https://ailleurs.test/x\">", "<a href=\"mailto:a@b.c\">", "<a href=\"//hote/x\">", "<a href=\".\">",
        "<p>href=\"nulle-part\"</p>", "<a data-href=\"nulle-part\">", "<a href=\"\">", "<a href=\"../../robots.txt\">",
    ])
    func goodLinksPass(_ html: String) { #expect(findings(html).isEmpty) }

    @Test(arguments: [
        ("<a href=\"../c/\">", "lien-mort", "/a/c/"), ("<a href=\"../../c/#trois\">", "ancre-absente", "/c/#trois"),
        ("<a href=\"#la\">", "ancre-absente", "/a/b/#la"), ("<a href=\"../../../c/\">", "lien-mort", "/../../../c/"),
        ("<a href=\"/c/\">", "lien-mort", "/c/"), ("<img src=\"x.png\">", "lien-mort", "/a/b/x.png"),
        ("<p id=\"x\"><p id=\"x\">", "ancre-en-double", "x"),
    ])
    func badLinksAreNamed(_ html: String, _ identifier: String, _ shown: String) {
        let found = findings(html)
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix(identifier) == true)
        #expect(found.first?.contains("« \(shown) »") == true, "\(found)")
    }

    @Test func rootedLinksBecomeRelative() {
        let page =
            "<a href=\"/fiches/\"> <img src=\"/m.svg\"> <a href=\"//h/x\"> <a href=\"x\"> \"/non\" <a href=\"/\">"
        let mended = RootedLinks.relative(Array(page.utf8), racine: "../")
        #expect(
            String(decoding: mended, as: UTF8.self)
                == "<a href=\"../fiches/\"> <img src=\"../m.svg\"> <a href=\"//h/x\"> <a href=\"x\"> \"/non\" <a href=\"../\">"
        )
    }
}
