import FicheModel
import Testing

@testable import FicheReaders

@Suite struct FluxPartsTests {
    @Test(
        arguments: [
            ("https://a.example/x", ["https://a.example/x"], ""),
            ("https://a.example    http://b.example/?p=1", ["https://a.example", "http://b.example/?p=1"], ""),
            ("www.a.example/y", ["www.a.example/y"], ""),
            ("vents.fr/titre", ["vents.fr/titre"], ""),
            ("Titre de pilote – École (vents.fr)", [], "Titre de pilote – École (vents.fr)"),
            ("Voir https://a.example.", ["https://a.example"], "Voir ."),
            ("Le site https://a.example et la plaquette", ["https://a.example"], "Le site et la plaquette"),
            ("javascript:alert(1)", [], "javascript:alert(1)"),
            ("contact@vents.fr", [], "contact@vents.fr"),
            ("Sur demande", [], "Sur demande"),
        ] as [(String, [String], String)])
    func links(_ text: String, _ urls: [String], _ words: String) {
        let bytes = Array(text.utf8)
        let links = FluxLiens(bytes)
        #expect(links.urls.map { String(decoding: bytes[$0], as: UTF8.self) } == urls)
        let rest = String(decoding: links.words(in: bytes), as: UTF8.self)
        #expect(rest.split(separator: " ").joined(separator: " ") == words)
    }

    @Test func emptyValues() {
        for text in ["Sans objet", "sans objet.", "NÉANT", "-", "*   *", "Non concerné", "", "…"] {
            #expect(ValeurVide.isEmpty(text))
        }
        for text in ["Aucun prérequis", "Sans objet pour la VAE", "0"] { #expect(!ValeurVide.isEmpty(text)) }
    }

    @Test func dates() {
        #expect(FluxDate.parse("07/06/2022") == CalendarDate(year: 2022, month: 6, day: 7))
        #expect(FluxDate.parse("2022-06-07") == CalendarDate(year: 2022, month: 6, day: 7))
        #expect(FluxDate.parse("31/06/2022") == nil)
        #expect(FluxDate.parse("bientôt") == nil)
        #expect(
            FluxDate.inFileName("a/export_fiches_RS_V4_1_2026-08-16.xml") == CalendarDate(year: 2026, month: 8, day: 16)
        )
        #expect(FluxDate.inFileName("export_fiches_RS_V4_1.xml") == nil)
    }

    @Test func contentKnowsWhereItsBytesStand() {
        let source = Array("<A>R&amp;D <![CDATA[<x> & y]]> fin</A>".utf8)
        let content = XMLContent(source, in: 3..<source.count - 4)
        #expect(content.text == "R&D <x> & y fin")
        let bytes = content.bytes
        for word in ["R", "D", "x", "y", "fin"] {
            let start = bytes.firstRange(of: Array(word.utf8))?.lowerBound ?? -1
            let range = content.sourceRange(of: start..<start + word.utf8.count)
            #expect(String(decoding: source[range], as: UTF8.self) == word)
        }
        let accented = Array("caf&#233;".utf8)
        #expect(XMLContent(accented).sourceRange(of: 0..<5) == 0..<accented.count)
        #expect(XMLContent(accented).sourceRange(of: 3..<5) == 3..<accented.count)
    }

    @Test func outlineKnowsItsElements() throws {
        let text = "<A x='1'><!-- c --><B>é</B><C/>t<D ><E></E ></D></A>"
        let outline = try XMLOutline(Array(text.utf8))
        let bytes = Array(text.utf8)
        func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        #expect(outline.nodes.indices.map(outline.name).filter { !$0.isEmpty } == ["A", "B", "C", "D", "E"])
        let elements = outline.nodes.filter { $0.kind == .element }
        #expect(elements.map { string($0.range) } == [text, "<B>é</B>", "<C/>", "<D ><E></E ></D>", "<E></E >"])
        #expect(elements.map { string($0.content) }.dropFirst() == ["é", "", "<E></E >", ""])
        #expect(elements.map(\.hasAttributes) == [true, false, false, false, false])
        #expect(outline.nodes.filter { $0.kind == .comment }.map { string($0.range) } == ["<!-- c -->"])
        #expect(outline.elements(in: 0).map(outline.name) == ["B", "C", "D"])
    }

    /// The quick way of plain pieces accepts what libxml2 accepts, and finds the same elements.
    @Test func theQuickWayIsThatOfLibXML2() {
        func outline(_ bytes: [UInt8], carefully: Bool) -> String {
            do {
                let outline = try XMLOutline(bytes, carefully: carefully)
                return outline.nodes.map { "\($0.kind) \($0.parent ?? -1) \($0.range) \($0.content) \($0.nameRange)" }
                    .joined(separator: "\n")
            } catch {
                return "\(error)"
            }
        }
        let signs =
            [
                "<", ">", "/", "&", ";", "]]>", "<![CDATA[", "<!--", "\u{1}", "é", "\u{FFFE}", "</A>", "<A>", "\"", " ",
                "x",
            ]
            .map { Array($0.utf8) } + [[0xC0], [0xED, 0xA0, 0x80], [0xFF], [0]]
        let base = Array("<A><B>é &amp; ’ &#233;</B><C/><D>a ]] b<![CDATA[<x>&]]></D><E_1>\r\n</E_1></A>".utf8)
        let plain = Array("<A><B>é &amp; ’</B><C/><D>a ]] b<![CDATA[<x>&]]></D><E_1>\r\n</E_1></A>".utf8)
        var state: UInt64 = 11
        func draw(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        for round in 0..<4000 {
            var text = round % 2 == 0 ? base : plain
            for _ in 0..<(round / 2 == 0 ? 0 : 1 + draw(2)) {
                let place = draw(text.count)
                let end = min(text.count, place + draw(4))
                text.replaceSubrange(place..<end, with: draw(3) == 0 ? [] : signs[draw(signs.count)])
            }
            #expect(outline(text, carefully: false) == outline(text, carefully: true))
        }
    }

    @Test func outlineRefusesWhatIsNotWellFormed() {
        for text in ["", "<a>", "<a></b>", "<a>&x;</a>", "<a><b></a></b>", "<a>\u{0B}</a>", "<a/><b/>"] {
            #expect(throws: XMLOutline.Refusal.self) { try XMLOutline(Array(text.utf8)) }
        }
    }

    @Test("a comment that holds hyphens again and again is refused where they begin, as libxml2 refuses a single one")
    func hyphensInComments() throws {
        for count in [1, 40] {
            let text =
                "<FICHE>\n<![CDATA[ <!-- a--b ]]><!-- ab" + String(repeating: "--c", count: count) + " --></FICHE>"
            let refusal = try #require(throws: XMLOutline.Refusal.self) { try XMLOutline(Array(text.utf8)) }
            #expect(refusal.reason == .malformed(code: 80))
            #expect(refusal.line == 2)
        }
        #expect(try XMLOutline(Array("<FICHE><!-- a - b --><A/></FICHE>".utf8)).nodes.count == 3)
    }
}
