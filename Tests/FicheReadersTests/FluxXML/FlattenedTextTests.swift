import FrenchText
import Markdown
import Testing

@testable import FicheReaders

@Suite struct FlattenedTextTests {
    @Test(
        arguments: [
            // Four blanks are a line break, one is none.
            ("Un - deux    Trois", "Un - deux\n\nTrois"),
            (
                "Intro :        * a      * b            o b1            o b2      * c",
                "Intro :\n\n- a\n- b\n  - b1\n  - b2\n- c"
            ),
            ("- Un  - Deux  - Trois", "- Un\n- Deux\n- Trois"),
            // Two or three blanks inside a sentence are a wrapped line.
            ("les établissements   publics habilités  ou non", "les établissements publics habilités ou non"),
            ("une note de   Direction", "une note de Direction"),
            ("le bord de    la voile", "le bord de la voile"),
            ("Il dessine.  Il coupe", "Il dessine.\n\nIl coupe"),
            ("Le vent    : il tourne", "Le vent : il tourne"),
            // A label and its text are one line.
            ("* C5.  Développer      * C6. Coudre", "- C5. Développer\n- C6. Coudre"),
            ("*  un entretien", "- un entretien"),
            // Glyphs that can be nothing else.
            ("Blocs :  • Un. Vent  • Deux & trois • Quatre", "Blocs :\n\n- Un. Vent\n- Deux & trois\n- Quatre"),
            ("Emplois : facteur - régleur - pilote", "Emplois : facteur - régleur - pilote"),
            ("- toiles; - fils  - bambous", "- toiles;\n- fils\n- bambous"),
            (
                "Un étudiant•e ou -ce qui revient au même- un pilote",
                "Un étudiant•e ou -ce qui revient au même- un pilote"
            ),
            // Numbers.
            (
                "1. Un    2. Deux :       2.1 a       2.2 b    3. Trois",
                "1. Un\n2. Deux :\n   - 2.1 a\n   - 2.2 b\n3. Trois"
            ),
            ("1. Un    1. Autre", "1. Un\n\n1\\. Autre"),
            ("2017. Une année    1° Premier", "2017\\. Une année\n\n1° Premier"),
            ("1 : Préparer    2 : Finir", "1 : Préparer\n\n2 : Finir"),
            ("1) Un :    - a    - b    2) Deux", "1) Un :\n   - a\n   - b\n2) Deux"),
            // Real line breaks, as the interface gives them.
            ("Un\r\n\r\nDeux\n- a\n- b", "Un\n\nDeux\n\n- a\n- b"),
            // What CommonMark would misread.
            ("blockchain* privée et *autre*", "blockchain\\* privée et \\*autre\\*"),
            ("# Titre    > citation    <b>gras", "\\# Titre\n\n- citation\n\n\\<b>gras"),
            ("5 °C à l'ombre    -5 °C la nuit", "5 °C à l'ombre\n\n-5 °C la nuit"),
        ])
    func lines(_ flat: String, _ expected: String) { #expect(FlattenedText(flat).commonMark == expected) }

    @Test(arguments: ["", "   ", "*       *", "-", "•", " -    - "]) func nothingIsNothing(_ text: String) {
        #expect(FlattenedText(text).commonMark == nil)
        #expect(FlattenedText(text).items == [])
    }

    @Test func itemsComeOneByOne() {
        let text = FlattenedText("En vol :    * Brider            o à l'avant      * Tirer    Puis :    1. poser")
        #expect(text.items == ["En vol :", "Brider", "à l'avant", "Tirer", "Puis :", "1\\. poser"])
    }

    @Test func aLetterBulletIsFound() {
        let text = "* Brider            o devant            o derrière"
        let offsets = FlattenedText(text).letterBullets
        #expect(offsets.map { Array(text.utf8)[$0] } == [UInt8(ascii: "o"), UInt8(ascii: "o")])
    }

    /// No word is lost or made up between the flat text and the HTML of its CommonMark, whatever the signs.
    @Test(arguments: 0..<300) func wordsSurvive(_ seed: Int) {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        func draw(_ count: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(count))
        }
        let tokens = [
            "vent", "Toile", "l’aile", "C1.", "R&D", "&amp;", "*", "_fil_", "**gras**", "[lien](x)", "<b>", "`code`",
            "#", "—",
            "\\", "a_b", "www.vent.example", "50 %", "(ou", "pas)", ";", ":", "œuvre", "~~~", "===", "![i](y)",
        ]
        let gaps = [" ", " ", " ", "  ", "   ", "    ", "      * ", "            o ", "    - ", " • ", "\n", "    2. "]
        var text = "début"
        for _ in 0..<25 { text += gaps[draw(gaps.count)] + tokens[draw(tokens.count)] }
        let flat = FlattenedText(text)
        var expected = WordScanner.words(in: text)
        let letters = flat.letterBullets.count
        let html = CommonMark.html(flat.commonMark ?? "")
        let shown = WordScanner.words(in: Self.plain(html))
        // Letters that are bullets, and the numbers of ordered lists, are markup now.
        let numbers = flat.blocks.filter { if case .number = $0.kind { true } else { false } }.count
        #expect(shown.count == expected.count - letters - numbers, "\(text)\n\(flat.commonMark ?? "")\n\(html)")
        for word in shown {
            guard let index = expected.firstIndex(of: word) else {
                Issue.record("\(word) is not in \(text)")
                continue
            }
            expected.remove(at: index)
        }
    }

    /// The text of an HTML page, tags away and references resolved.
    private static func plain(_ html: String) -> String {
        var text = ""
        var isTag = false
        for character in html {
            if character == "<" {
                isTag = true
            } else if character == ">" {
                isTag = false
            } else if !isTag {
                text.append(character)
            }
        }
        for (name, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
            text = text.replacing(name, with: sign)
        }
        return text
    }
}
