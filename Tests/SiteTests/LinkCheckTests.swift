import Testing

@testable import Catalogue
@testable import SiteBuild

struct LinkCheckTests {
    /// The problems of two pages: one that is read, one that it may lead to.
    private func findings(_ html: String) -> [String] {
        let pages = ["a/b/index.html": html, "c/index.html": "<h2 id=\"deux\">"]
        let plan = BuildPlan(outputs: [
            PlannedOutput(path: "a/b/index.html", content: .page(0), inputs: ["pages/b.md"]),
            PlannedOutput(path: "c/index.html", content: .accueil, inputs: []),
        ])
        let targets = LinkTargets(["medias/é.svg", "robots.txt"] + pages.keys, basePath: "/p/")
        func audit(_ path: String, _ place: Int) -> (audit: PageAudit, anchors: PageAnchors) {
            targets.audit(Array((pages[path] ?? "").utf8), of: path, place: place, near: [:])
        }
        let audits = [audit("a/b/index.html", 0).audit, audit("c/index.html", 1).audit]
        let found = LinkFindings(audits, plan: plan, targets: targets) { audit($0, 0).anchors }
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

    @Test func textsAreFoundAgainHoweverManyThereAre() {
        var texts = ByteStrings(capacity: 1)
        func with<Result>(_ number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
            Array("ancre-\(number)".utf8).withUnsafeBufferPointer(body)
        }
        for number in 0..<1_000 { #expect(with(number) { texts.insert($0) }) }
        for number in 0..<1_000 { #expect(!with(number) { texts.insert($0) }) }
        for number in 0..<2_000 { #expect(with(number) { texts.contains($0) } == (number < 1_000)) }
        #expect(!texts.contains(UnsafeBufferPointer(start: nil, count: 0)))
    }

    @Test func whatIsAskedOfAPageIsNoPartOfItsAddress() {
        #expect(findings("<a href=\"../../c/?f=rncp1&amp;g=%20\">").isEmpty)
        #expect(findings("<a href=\"../../d/?f=rncp1&amp;g=%20\">").count == 1)
        #expect(findings("<a href=\"../../c/?f=1#trois\">").count == 1)
        #expect(findings("<a href=\"#a&amp;b\"><p id=\"a&amp;b\">").isEmpty)
    }
}
