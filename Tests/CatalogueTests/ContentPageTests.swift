import Catalogue
import Diagnostics
import Testing

struct ContentPageTests {
    @Test func theFrontMatterIsRead() {
        let (page, diagnostics) = ContentPageReader.read(
            "---\r\ntitre: À propos\r\nmenu: oui\r\nordre: 3\r\n---\r\n\r\nBonjour.\r\n", file: "pages/À propos.md")
        #expect(diagnostics.isEmpty)
        #expect(page.titre == "À propos")
        #expect(page.menu)
        #expect(page.ordre == 3)
        #expect(page.adresse == "a-propos/")
        #expect(page.corps.contains("Bonjour."))
        #expect(!page.corps.contains("ordre"))
    }

    @Test func aFirstHeadingIsATitle() {
        let (page, diagnostics) = ContentPageReader.read("\n# Contact\n\nÉcrivez.\n", file: "pages/aide/contact.md")
        #expect(diagnostics.isEmpty)
        #expect(page.titre == "Contact")
        #expect(page.adresse == "aide/contact/")
        #expect(!page.corps.contains("# Contact"))
    }

    @Test func whatIsWrongIsSaidWithItsLine() {
        let (_, wrongKey) = ContentPageReader.read("---\ntitre: A\nmenus: oui\n---\n", file: "pages/a.md")
        #expect(wrongKey.first?.position?.line == 3)
        #expect(wrongKey.first?.hint == "Vouliez-vous dire « menu » ?")
        let (_, untitled) = ContentPageReader.read("Bonjour.\n", file: "pages/a.md")
        #expect(untitled.map(\.identifier) == [.pageSansTitre])
        let (_, open) = ContentPageReader.read("---\ntitre: A\n", file: "pages/a.md")
        #expect(open.hasErrors)
    }
}
