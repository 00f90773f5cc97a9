import Testing

@testable import Theme

/// Templates are rendered by code of our own where that can be; what swift-mustache prints is the rule.
struct TemplateCodeTests {
    /// A source of numbers that are the same in every run.
    private struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    private let data: [String: Any] = [
        "titre": "L’<été> & \"l’hiver\"", "vide": "", "oui": true, "non": false, "nombre": 7, "html": "<b>é</b>",
        "liste": [["titre": "un", "code": "A<"], ["titre": "deux"], ["vide": "", "liste": ["x", "y"]]]
            as [[String: Any]],
        "mots": ["a", "b & c"], "rien": [String](), "melange": ["m", 3, true] as [Any],
        "objet": ["titre": "dedans", "objet": ["titre": "plus profond", "nombre": 1] as [String: Any]] as [String: Any],
    ]

    private static let names = [
        "titre", "vide", "oui", "non", "nombre", "html", "liste", "mots", "rien", "melange", "objet", "absent", ".",
        ".titre",
        ".code", "objet.titre", "objet.objet.titre", "objet.absent", ".objet.titre", "code",
    ]

    private func set(_ templates: [String: String]) throws -> TemplateSet {
        var files = ThemeFiles()
        for (name, text) in templates { files.add(text, at: "templates/\(name).mustache") }
        return try TemplateSet(files)
    }

    private func template(_ dice: inout Dice, depth: Int) -> String {
        let gaps = ["", "", " ", "\n", "\n\n", " \n", "  ", "texte", "<p>\n", "\n  ", "{", "}}", "é"]
        var text = ""
        for _ in 0..<Int.random(in: 1...5, using: &dice) {
            text += gaps.randomElement(using: &dice) ?? ""
            let name = Self.names.randomElement(using: &dice) ?? ""
            switch Int.random(in: 0..<8, using: &dice) {
            case 0, 1: text += "{{\(name)}}"
            case 2: text += "{{{\(name)}}}"
            case 3: text += "{{! remarque }}"
            case 4 where depth < 3: text += "{{^\(name)}}\(template(&dice, depth: depth + 1)){{/\(name)}}"
            case 5, 6:
                if depth < 3 { text += "{{#\(name)}}\(template(&dice, depth: depth + 1)){{/\(name)}}" }
            default: text += depth == 0 ? "{{>autre}}" : "{{& \(name) }}"
            }
            text += gaps.randomElement(using: &dice) ?? ""
        }
        return text
    }

    @Test func codePrintsWhatTheLibraryPrints() throws {
        var dice = Dice(state: 20_261_121)
        var compiled = 0
        for _ in 0..<2_000 {
            let text = template(&dice, depth: 0)
            let other = template(&dice, depth: 1)
            // Some of what the dice write is no template.
            guard let templates = try? set(["essai": text, "autre": other]) else { continue }
            let ours = try #require(templates.render("essai", data))
            let theirs = try #require(templates.libraryRendering("essai", data))
            #expect(
                String(decoding: ours, as: UTF8.self) == String(decoding: theirs, as: UTF8.self),
                "\(text)\n--\n\(other)")
            if templates.hasCode("essai") { compiled += 1 }
        }
        // A partial that is indented is left to the library.
        #expect(compiled > 200)
    }

    @Test(arguments: [
        "{{<autre}}{{/autre}}", "{{=<% %>=}}<%titre%>", "{{uppercased(titre)}}", "{{>*titre}}", "x\n  {{>autre}}\n",
        "a\r\nb",
    ])
    func theRestIsLeftToTheLibrary(_ text: String) throws {
        let templates = try set(["essai": text, "autre": "x\ny", "appelle": "{{>essai}}"])
        #expect(!templates.hasCode("essai"))
        #expect(!templates.hasCode("appelle"))
        #expect(templates.render("essai", data) == templates.libraryRendering("essai", data))
    }

    @Test func everyTemplateOfTheDefaultThemeHasCode() throws {
        let templates = try TemplateSet(ThemeFiles.embedded())
        for name in templates.names { #expect(templates.hasCode(name), "\(name)") }
    }

    @Test func keysAreFoundThroughCalledTemplates() throws {
        let templates = try set([
            "a": "{{#b}}{{>c}}{{/b}}", "c": "{{d.e}}{{>a}}", "x": "{{=<% %>=}}",
        ])
        #expect(templates.mentions("d", in: "a"))
        #expect(templates.mentions("b", in: "c"))
        #expect(!templates.mentions("e", in: "a"))
        #expect(templates.mentions("e", in: "x"))
    }

    @Test func aTemplateReadsOnlyWhatItAndThoseThatItCallsName() throws {
        let templates = try set([
            "a": "{{b.c}}{{#d}}{{.}}{{/d}}{{>e}}", "e": "{{^f}}{{{g}}}{{/f}}", "x": "{{=<% %>=}}",
        ])
        #expect(templates.reads(only: ["b", "d", "", "f", "g"], in: "a"))
        for key in ["b", "d", "", "f", "g"] {
            #expect(!templates.reads(only: Set(["b", "d", "", "f", "g"]).subtracting([key]), in: "a"), "\(key)")
        }
        #expect(!templates.reads(only: [], in: "x"))
    }

    @Test func aPartThatIsRenderedAlreadyIsPutInAsItIs() throws {
        let templates = try set(["a": "[{{{b}}}|{{b}}|{{#b}}oui{{/b}}]"])
        let data: [String: Any] = ["b": RenderedText(Array("<i>é</i>".utf8))]
        let text = templates.render("a", data).map { String(decoding: $0, as: UTF8.self) }
        #expect(text == "[<i>é</i>|&lt;i&gt;é&lt;/i&gt;|oui]")
        #expect(templates.libraryRendering("a", data) == templates.render("a", data))
    }
}
