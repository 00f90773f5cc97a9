import Foundation
import Testing

@testable import Theme

@Suite("The default theme inside the program")
struct EmbeddedThemeTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test("Every file of Themes/parchemin is embedded as it stands, and nothing else")
    func sameFiles() throws {
        let folder = Self.root.appendingPathComponent("Themes/parchemin")
        var onDisk: [String: [UInt8]] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
            let file = folder.appendingPathComponent(path)
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue,
                !path.split(separator: "/").contains(where: { $0.hasPrefix(".") })
            else { continue }
            onDisk[path] = Array(try Data(contentsOf: file))
        }
        let embedded = ThemeFiles.embedded().files
        #expect(!onDisk.isEmpty)
        #expect(embedded.keys.sorted() == onDisk.keys.sorted(), "Run Scripts/embed-theme")
        for (path, bytes) in onDisk { #expect(embedded[path]?.bytes == bytes, "\(path): build again") }
    }

    @Test(
        "A style sheet asks nothing of other sites and moves nothing",
        arguments: ["site.css", "impression.css", "livret.css"])
    func sheet(name: String) throws {
        let bytes = try #require(ThemeFiles.embedded().files["assets/\(name)"]?.bytes)
        let sheet = String(decoding: bytes, as: UTF8.self)
        for forbidden in ["@import", "url(", "http", "animation", "transition"] { #expect(!sheet.contains(forbidden)) }
    }

    @Test("The colours of the style sheet keep a contrast of 4.5 : 1", arguments: [0, 1])
    func contrast(mode: Int) throws {
        let bytes = try #require(ThemeFiles.embedded().files["assets/site.css"]?.bytes)
        let sheet = String(decoding: bytes, as: UTF8.self)
        let pairs = [
            ("encre", "papier"), ("encre", "feuille"), ("encre-2", "papier"), ("encre-2", "feuille"),
            ("sceau", "papier"),
            ("sceau", "sceau-doux"), ("encre", "sceau-doux"), ("papier", "sceau"), ("bon", "bon-doux"),
            ("bon", "papier"),
            ("proche", "proche-doux"), ("passe", "passe-doux"), ("passe", "papier"), ("encre", "passe-doux"),
        ]
        for (ink, ground) in pairs {
            let front = try #require(Self.token(ink, in: sheet, occurrence: mode))
            let back = try #require(Self.token(ground, in: sheet, occurrence: mode))
            #expect(front.contrast(with: back) >= 4.5, "\(ink) on \(ground)")
        }
    }

    /// The colour of a token: the light theme comes first in the sheet, then the dark one.
    private static func token(_ name: String, in sheet: String, occurrence: Int) -> Colour? {
        let places = sheet.ranges(of: "--\(name): #")
        guard places.indices.contains(occurrence) else { return nil }
        let start = sheet.index(before: places[occurrence].upperBound)
        return Colour(hexadecimal: String(sheet[start...].prefix { $0 != ";" }))
    }
}

@Suite("Colours of a site")
struct CouleursTests {
    @Test(
        "Any colour gives tones that can be read in light and dark",
        arguments: [
            "#7b2233", "#ffff00", "#000000", "#fff", "#00ff88", "#808080", "#123456",
        ])
    func contrast(text: String) throws {
        let sheet = try Couleurs(accent: text).feuille
        let colours = sheet.split(separator: "#").dropFirst().compactMap { Colour(hexadecimal: "#" + $0.prefix(6)) }
        try #require(colours.count == 5)
        #expect(colours[0].contrast(with: .lightPaper) >= 4.5 && colours[0].contrast(with: colours[1]) >= 4.5)
        #expect(colours[4].contrast(with: .white) >= 4.5)
        #expect(colours[2].contrast(with: .darkPaper) >= 4.5 && colours[2].contrast(with: colours[3]) >= 4.5)
    }

    @Test("A colour that can be read is left as it is")
    func kept() throws { #expect(try Couleurs(accent: "#7B2233").feuille.contains("--sceau: #7b2233;")) }

    @Test(
        "What is no colour is refused", arguments: ["rouge", "#12", "7b2233", "#12345g", "#7b2233; } body { x: y", ""])
    func refused(text: String) {
        #expect(throws: ThemeFailure.self) { try Couleurs(accent: text) }
    }
}
