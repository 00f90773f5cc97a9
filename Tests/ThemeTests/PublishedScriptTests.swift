import Testing

@testable import Theme

@Suite("Scripts as they are published")
struct PublishedScriptTests {
    private func published(_ script: String) -> String {
        String(decoding: PublishedScript.bytes(of: Array(script.utf8)), as: UTF8.self)
    }

    @Test(
        "Remarks on lines of their own are left out, the program stays as it is",
        arguments: [
            ("// What it is.\nimport { a } from \"./a.js\";\n", "import { a } from \"./a.js\";\n"),
            ("  // Why.\n  a(); // beside\n", "  a(); // beside\n"),
            ("/** One line. */\nfunction a() {}\n", "function a() {}\n"),
            ("/**\n * Several.\n */\nfunction a() {}\n\nb();", "function a() {}\n\nb();"),
            ("/** Before. */ a();\n", " a();\n"),
            ("const a = \"// no remark\";\n", "const a = \"// no remark\";\n"),
            ("const a = x /** inside */ + y;\n", "const a = x /** inside */ + y;\n"),
            ("/*! A licence. */\na();\n", "/*! A licence. */\na();\n"), ("", ""), ("/** never ends\na();\n", ""),
        ])
    func remarks(_ script: String, _ expected: String) { #expect(published(script) == expected) }

    @Test("A script with texts of several lines is left as it is", arguments: ["// x\nconst a = `\n// text\n`;\n"])
    func texts(_ script: String) { #expect(published(script) == script) }

    @Test("No script of the theme keeps a line of remarks, and each keeps all its other lines")
    func theme() throws {
        let files = ThemeFiles.embedded().files
        let scripts = try Theme.load().assets.filter { $0.path.hasSuffix(".js") }
        #expect(scripts.count > 20)
        for script in scripts {
            let lines = String(decoding: script.bytes, as: UTF8.self).split(separator: "\n")
            #expect(
                !lines.contains { $0.drop { $0 == " " }.hasPrefix("//") || $0.drop { $0 == " " }.hasPrefix("/**") },
                "\(script.path)")
            let name = script.path.split(separator: "/").dropFirst(2).joined(separator: "/")
            let source = String(decoding: try #require(files["assets/" + name]?.bytes), as: UTF8.self)
            let code = source.split(separator: "\n").filter { line in
                let text = line.drop { $0 == " " }
                return !["//", "/**", "*"].contains { text.hasPrefix($0) }
            }
            #expect(code == lines, "\(script.path)")
        }
    }
}
