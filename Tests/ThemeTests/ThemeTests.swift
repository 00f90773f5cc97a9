import Foundation
import Testing

@testable import Theme

@Suite("Theme")
struct ThemeTests {
    /// A folder of overrides made of these files, removed afterwards.
    private func withFolder<Result>(_ files: [String: String], _ body: (String) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("theme-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for (path, text) in files {
            let file = folder.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        return try body(folder.path)
    }

    private func failure(_ files: [String: String]) throws -> ThemeFailure {
        try withFolder(files) { folder in
            try #require(throws: ThemeFailure.self) { try Theme.load(overrides: folder) }
        }
    }

    @Test("A file of a folder replaces the one of the same path, the others stay")
    func override() throws {
        try withFolder(["templates/page.mustache": "<p>{{page.titre}} {{{corps}}}</p>"]) { folder in
            let theme = try Theme.load(overrides: folder)
            let page = try theme.page(
                template: "page", data: ["racine": "../", "page": ["titre": "A & <b>"], "corps": "<em>x</em>"])
            #expect(page.contains("<p>A &amp; &lt;b&gt; <em>x</em></p>"))
            #expect(page.contains("<header class=\"bandeau\">"))
        }
    }

    @Test("The address of the assets follows what they hold")
    func assetFolder() throws {
        let first = try Theme.load()
        #expect(try Theme.load().assets == first.assets)
        #expect(first.assets.map(\.path).contains { $0.hasSuffix("/site.css") })
        try withFolder(["assets/site.css": "p { color: red }"]) { folder in
            let other = try Theme.load(overrides: folder)
            #expect(other.assets[0].path.prefix(24) != first.assets[0].path.prefix(24))
            let page = try other.page(template: "erreur-404", data: ["racine": "/base/"])
            let sheet = try #require(other.assets.first { $0.path.hasSuffix("site.css") })
            #expect(page.contains("href=\"/base/\(sheet.path)\""))
            #expect(sheet.bytes == Array("p { color: red }".utf8))
        }
    }

    @Test("A call of a template that is not there is an error with its line and the nearest name")
    func missingPartial() throws {
        let diagnostic = try #require(
            try failure(["templates/page.mustache": "<p>\n  {{>lignee}} {{> ligne }}\n"]).diagnostics.first)
        #expect(diagnostic.identifier == "gabarit-absent")
        #expect(diagnostic.position?.line == 2 && diagnostic.position?.column == 3)
        #expect(diagnostic.file?.hasSuffix("templates/page.mustache") == true)
        #expect(diagnostic.hint?.contains("ligne") == true)
    }

    @Test(
        "A template that cannot be read is an error with its line",
        arguments: [
            ("<p>{{#a}}\n{{/b}}</p>", 2), ("{{#a}}", 1), ("\n\n{{titre", 3),
        ])
    func brokenTemplate(text: String, line: Int) throws {
        let diagnostic = try #require(try failure(["templates/page.mustache": text]).diagnostics.first)
        #expect(diagnostic.identifier == "gabarit-illisible")
        #expect(diagnostic.position?.line == line)
        #expect((diagnostic.position?.column ?? 0) <= 40)
    }

    @Test("A template with a mistyped name is a warning, one that is called is not")
    func unusedTemplate() throws {
        let files = [
            "templates/fich.mustache": "x", "templates/pied.mustache": "y", "templates/page.mustache": "{{>pied}}",
        ]
        try withFolder(files) { folder in
            let diagnostics = try Theme.load(overrides: folder).diagnostics
            #expect(diagnostics.map(\.identifier) == ["gabarit-inutile"])
            #expect(diagnostics.first?.file?.hasSuffix("templates/fich.mustache") == true)
            #expect(diagnostics.first?.hint?.contains("templates/fiche.mustache") == true)
        }
        #expect(try Theme.load().diagnostics.isEmpty)
    }

    @Test("A folder that is not there, or that holds no theme, is an error")
    func missingFolder() throws {
        let missing = try #require(throws: ThemeFailure.self) { try Theme.load(overrides: "/nulle/part/theme") }
        #expect(missing.diagnostics.first?.identifier == "theme-absent")
        #expect(try failure(["lisezmoi.txt": "x"]).diagnostics.first?.identifier == "theme-absent")
    }

    @Test("A template that no theme has is an error, not an empty page")
    func unknownTemplate() throws {
        let theme = try Theme.load()
        let failure = try #require(throws: ThemeFailure.self) { try theme.page(template: "absent", data: [:]) }
        #expect(failure.diagnostics.first?.identifier == "gabarit-absent")
    }

    @Test("No word of a page stands in a template, and every text is asked for")
    func texts() throws {
        var asked: Set<String> = []
        let files = ThemeFiles.embedded()
        for path in files.paths where path.hasSuffix(".mustache") {
            let text = String(decoding: files.files[path]?.bytes ?? [], as: UTF8.self)
            asked.formUnion(ThemeTexts.keys(in: text))
            // What is left without tags and texts: signs alone.
            let bare = text.replacing(/\{\{\{?[^}]*\}\}\}?/, with: "").replacing(/<[^>]*>/, with: "")
                .replacing(/&[#a-z0-9]+;/, with: "")
            let words = bare.split { !$0.isLetter }.filter { $0.count > 1 }
            #expect(words.isEmpty, "\(path): \(words)")
        }
        var texts = ThemeTexts()
        for (place, bytes) in files.textFiles { try texts.add(bytes, place: place) }
        #expect(Set(texts.texts.keys).subtracting(asked).isEmpty)
        #expect(texts.texts.count > 200)
    }

    @Test("A quote under a combining mark cannot leave its attribute")
    func escaping() throws {
        let page = try Theme.load().page(
            template: "erreur-404",
            data: ["racine": "./", "page": ["description": "a\"\u{301} onload=x", "titre_complet": "<\u{301}"]])
        #expect(page.contains("content=\"a&quot;\u{301} onload=x\""))
        #expect(page.contains("<title>&lt;\u{301}</title>"))
    }

    @Test("Every template of the default theme can be filled with nothing")
    func emptyData() throws {
        let theme = try Theme.load()
        for name in Theme.pageTemplates where name != "cadre" {
            #expect(try theme.page(template: name, data: [:]).contains("<main id=\"contenu\">"))
        }
    }
}
