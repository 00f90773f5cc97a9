import Testing
import TestSupport

/// A small theme that replaces single files and single texts of the default one.
struct ThemeOverrideTests {
    private func site(_ theme: [String: String], _ settings: String = "titre: Pendules\n") throws -> Site {
        var files = [
            "catalogue.yaml": settings, "fiches/a.md": FichesEcrites.fiche(), "pages/p.md": "# Une page\n\nTexte.\n",
        ]
        for (path, text) in theme { files["theme/" + path] = text }
        return try Site(files)
    }

    @Test func oneTemplateOneSheetAndOneTextAreReplacedAndTheRestStays() throws {
        let site = try site([
            "templates/page.mustache": "<article class=\"mienne\">{{>bandeau}}<h1>{{titre}}</h1>{{{corps}}}</article>",
            "templates/bandeau.mustache": "<p>{{textes.bandeau.mot}} {{site.titre}}</p>",
            "assets/site.css": "body { color: #000; background: #fff }", "assets/plus.css": "p { margin: 0 }",
            "textes.txt": "# Les miens\nbandeau.mot = Bienvenue dans\ncadre.aller-contenu = Passer le menu\n",
        ])
        let report = site.build()
        try #require(report.outcome == .published, "\(report.diagnostics)")
        #expect(report.diagnostics.isEmpty)
        let page = try #require(site.published("p/index.html"))
        #expect(page.contains("<article class=\"mienne\"><p>Bienvenue dans Pendules</p><h1>Une page</h1>"))
        #expect(page.contains(">Passer le menu</a>"))
        #expect(page.contains("Menu principal"))
        let fiche = try #require(site.published("fiches/rncp90001/index.html"))
        #expect(fiche.contains("<article class=\"fiche\">"))
        let files = site.publishedFiles()
        #expect(
            files.contains {
                $0.key.hasSuffix("/site.css") && String(decoding: $0.value, as: UTF8.self).hasPrefix("body {")
            })
        #expect(files.keys.contains { $0.hasSuffix("/plus.css") })
        #expect(files.keys.contains { $0.hasSuffix("/etat.js") })
        #expect(!files.keys.contains { $0.hasSuffix("textes.txt") })
    }

    @Test func aTextThatIsNotThereIsAnErrorWithItsLineAndTheNearest() throws {
        let report = try site(["templates/page.mustache": "<p>\n  {{textes.cadre.aller-contenus}}</p>"]).build()
        #expect(report.outcome == .unreadable)
        let diagnostic = try #require(report.diagnostic("texte-absent"))
        #expect(diagnostic.position?.line == 2 && diagnostic.position?.column == 3)
        #expect(diagnostic.file?.hasSuffix("theme/templates/page.mustache") == true)
        #expect(diagnostic.hint?.contains("cadre.aller-contenu") == true)
    }

    @Test func aLineWithoutAKeyIsAnErrorWithItsLine() throws {
        let report = try site(["textes.txt": "# bien\ncadre.avis = Avis\nrien du tout\n"]).build()
        let diagnostic = try #require(report.diagnostic("textes-illisibles"))
        #expect(diagnostic.position?.line == 3)
        #expect(report.outcome == .unreadable)
    }
}
