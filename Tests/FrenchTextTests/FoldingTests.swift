import Testing

@testable import FrenchText

@Suite("Folding, slugs, typography, calendar words")
struct FoldingTests {
    @Test(
        "folding",
        arguments: [("Référentiel d’Œuvre", "referentiel d'oeuvre"), ("ÀÉÎÕÜ Ç", "aeiou c"), ("Æquo", "aequo")])
    func folded(text: String, expected: String) { #expect(Folding.folded(text) == expected) }

    @Test("decomposed and composed letters fold to the same")
    func decomposed() { #expect(Folding.folded("e\u{301}te\u{301}") == Folding.folded("été")) }

    @Test("blanks of any kind are squeezed")
    func squeezed() { #expect(Folding.squeezed("\u{FEFF} a\u{A0}\u{202F} b\r\n\tc ") == "a b c") }

    @Test(
        "slugs",
        arguments: [
            ("Vendeur conseil à distance", "vendeur-conseil-a-distance"), ("  L’Œuvre — n° 3 ! ", "l-oeuvre-n-3"),
            ("…", ""),
            ("../../etc/passwd", "etc-passwd"),
        ])
    func slugs(text: String, expected: String) { #expect(Slug.make(text) == expected) }

    @Test("a long slug is cut at a word")
    func longSlug() {
        let slug = Slug.make(String(repeating: "certification ", count: 20), limit: 30)
        #expect(slug == "certification-certification")
    }

    @Test("spaces before high signs do not break, and none is added")
    func typography() {
        #expect(
            Typography.spaced("Oui : « bon » ; 40 % !") == "Oui\u{A0}: «\u{A0}bon\u{A0}»\u{202F}; 40\u{A0}%\u{202F}!")
        #expect(Typography.spaced("http://exemple.fr/a?b") == "http://exemple.fr/a?b")
    }

    @Test("grouped numbers", arguments: [(7, "7"), (1234, "1\u{202F}234"), (-30475, "−30\u{202F}475")])
    func grouped(number: Int, expected: String) { #expect(Typography.grouped(number) == expected) }

    @Test("months and numbers in letters")
    func calendar() {
        #expect(FrenchCalendar.month(named: "Août") == 8)
        #expect(FrenchCalendar.month(named: "sept.") == 9)
        #expect(FrenchCalendar.month(named: "brumaire") == nil)
        #expect(FrenchCalendar.number(named: "Cinq") == 5)
        #expect(FrenchCalendar.number(named: "12") == 12)
        #expect(FrenchCalendar.number(named: "beaucoup") == nil)
    }
}

@Suite("Addresses cut in their middle")
struct AbridgedSlugTests {
    @Test("a short one is whole")
    func short() { #expect(Slug.abridged("Chambre des experts") == "chambre-des-experts") }

    @Test("names that begin alike and end with their own words stay apart")
    func apart() {
        let beginning = "Commission paritaire nationale de l’emploi et de la formation professionnelle de la branche "
        let first = Slug.abridged(beginning + "de l’horlogerie")
        let second = Slug.abridged(beginning + "des commerces de gros")
        #expect(first != second)
        #expect(first.hasPrefix("commission-paritaire") && first.hasSuffix("horlogerie"))
        #expect(second.hasSuffix("commerces-de-gros"))
        #expect(first.utf8.count <= 80 && second.utf8.count <= 80)
    }

    @Test("one word longer than the limit is cut")
    func oneWord() { #expect(Slug.abridged(String(repeating: "a", count: 100), limit: 20).utf8.count == 20) }

    /// The quick way of usual texts gives what the way of single scalars gives.
    @Test("every scalar folds alike on both ways")
    func ways() {
        for value in UInt32(0)...0x2100 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = "É" + String(scalar) + "’à"
            #expect(Folding.folded(text) == Folding.foldedByScalars(text), "U+\(String(value, radix: 16))")
        }
    }

    @Test("a blank is found wherever it stands in a long text")
    func squeezedAnywhere() {
        let words = "Élaborer « un » projet… d’œuvre"
        for length in [1, 7, 8, 9, 30] {
            let text = String(repeating: "x", count: length)
            for blank in ["  ", "\t", "\u{A0}", "\u{2003}", "\u{3000}", "\u{85}", "\u{FEFF}", " \u{A0}"] {
                #expect(Folding.squeezed(text + blank + words) == text + " " + words)
                #expect(Folding.squeezed(words + blank + text + blank) == words + " " + text)
                #expect(Folding.squeezed(blank + text) == text)
            }
        }
        #expect(Folding.squeezed(words) == words)
    }
}
