import Diagnostics
import Testing

@testable import FicheReaders

@Suite("From bytes to text")
struct TextDecodingTests {
    @Test(
        "what is no text is refused with its reason",
        arguments: [
            ("", "fichier-vide"), (" \n\t\r\n", "fichier-vide"), ("%PDF-1.7 …", "fichier-pdf"),
            ("PK\u{3}\u{4}…", "fichier-binaire"),
            ("ELF\0\0", "fichier-binaire"),
        ])
    func refused(text: String, identifier: String) {
        let (source, problems) = TextDecoding.decode(Array(text.utf8), path: "f")
        #expect(source == nil)
        #expect(problems.map(\.identifier.rawValue) == [identifier])
        #expect(problems.allSatisfy { $0.severity == .error && $0.hint != nil && $0.file == "f" })
    }

    @Test("a byte order mark is no text")
    func mark() { #expect(TextDecoding.decode([0xEF, 0xBB, 0xBF, 0x61], path: "f").0?.bytes == [0x61]) }

    @Test("UTF-16 with its mark is read, in both orders; cut in the middle of a sign it is no text")
    func utf16() {
        let units = Array("\u{FEFF}é’l\nœ😀".utf16)
        for bytes in [
            units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] },
        ] {
            let (source, problems) = TextDecoding.decode(bytes, path: "f")
            #expect(source?.lines.map(\.text) == ["é’l", "œ😀"])
            #expect(problems == [])
            #expect(TextDecoding.decode(Array(bytes.dropLast(2)), path: "f").1.map(\.identifier) == [.fichierBinaire])
        }
    }

    @Test("Windows-1252 is read and said, with the first line concerned")
    func latin() {
        let (source, problems) = TextDecoding.decode([0x61, 0x0A, 0xE9, 0x92, 0x6C, 0x9C], path: "f")
        #expect(source?.lines.map(\.text) == ["a", "é’lœ"])
        #expect(problems.map(\.identifier) == [.encodageSuppose])
        #expect(problems.first?.position?.line == 2)
    }
}
