import Testing

@testable import Markdown

@Suite("Fragments HTML")
struct HTMLFragmentTests {
    @Test("Paragraphs, an unclosed list of glued items, and what follows it")
    func unclosedList() {
        let html =
            "<p style=\"text-align: center;\">Le candidat prépare :</p> <ul style=\"x\"> ▪ Un plan de tournée ▪ Un budget <p>Durée : 20 minutes</p>"
        #expect(
            HTMLFragment.blocks(html) == [
                .init(.paragraph, "Le candidat prépare :"),
                .init(.listRun(level: 1), "▪ Un plan de tournée ▪ Un budget"),
                .init(.paragraph, "Durée : 20 minutes"),
            ])
        #expect(
            HTMLFragment.commonMark(html)
                == "Le candidat prépare :\n\n- Un plan de tournée\n- Un budget\n\nDurée : 20 minutes")
    }

    @Test("Nested and numbered lists keep their levels")
    func nestedLists() {
        let html = "<ol><li>Accueil<ul><li>Saluer</li><li>Écouter</li></ul></li><li><p>Vente</p></li></ol>Fin"
        #expect(HTMLFragment.commonMark(html) == "1. Accueil\n   - Saluer\n   - Écouter\n2. Vente\n\nFin")
    }

    @Test("Levels never skip, so that no item becomes code; a number out of order stays a word")
    func listLevels() {
        let blocks: [HTMLFragment.Block] = [
            .init(.item(level: 3, numero: nil), "Un"), .init(.item(level: 4, numero: nil), "Deux"),
            .init(.item(level: 1, numero: 4), "Trois"), .init(.item(level: 1, numero: 7), "Quatre"),
        ]
        #expect(HTMLFragment.commonMark(blocks) == "- Un\n  - Deux\n4. Trois\n- 7\\. Quatre")
        let html = CommonMark.html(HTMLFragment.commonMark(blocks))
        #expect(!html.contains("<code>") && html.contains("7. Quatre"))
    }

    @Test("Items on lines of their own")
    func brokenLines() {
        #expect(HTMLFragment.commonMark("Au choix :<br>- Lire<br>- Écrire") == "Au choix :\n\n- Lire\n- Écrire")
        #expect(HTMLFragment.commonMark("12 rue Haute<br>Lyon") == "12 rue Haute\\\nLyon")
    }

    @Test(
        "Emphasis, breaks and entities",
        arguments: [
            ("<b>Jury :</b> trois membres", "**Jury :** trois membres"),
            ("un <em> mot </em>seul", "un *mot* seul"),
            ("un <b>mot</b> gras ici", "un **mot** gras ici"),
            ("Ligne<br>suite<br/>fin", "Ligne\\\nsuite\\\nfin"),
            ("caf&eacute;&nbsp;&#8364; &amp; th&#xE9; &inconnu;", "café\u{A0}€ & thé &inconnu;"),
            ("lettre<b>grasse</b>collée", "lettre**grasse**collée"),
            ("avant<b>« cité »</b>après", "avant« cité »après"),
            ("2<sup>e</sup> note<sup>12</sup>", "2e note¹²"),
            ("&lt;script&gt; [x](y) *z*", "\\<script> [x\\](y) \\*z\\*"),
            ("2017. Année", "2017\\. Année"),
        ])
    func inline(html: String, expected: String) {
        #expect(HTMLFragment.commonMark(html) == expected)
    }

    @Test(
        "Only addresses that are safe become links",
        arguments: [
            ("<a href=\"https://exemple.fr/a(b)\">site</a>", "[site](https://exemple.fr/a%28b%29)"),
            ("<a href='mailto:x@exemple.fr'>écrire</a>", "[écrire](mailto:x@exemple.fr)"),
            ("<a href=\"javascript:alert(1)\">clic</a>", "clic"),
            ("<a href=\" java&#10;script:alert(1)\">clic</a>", "clic"),
            ("<a href=data:text/html,x>clic</a>", "clic"),
        ])
    func links(html: String, expected: String) {
        #expect(HTMLFragment.commonMark(html) == expected)
    }

    @Test("Code and comments go, with their content; the rest stays")
    func removed() {
        let html = "Avant<script>alert('</p>')</script><!-- rien --> après<STYLE>p{}</style>"
        #expect(HTMLFragment.commonMark(html) == "Avant après")
        let ranges = HTMLFragment.tagRanges(in: Array(html.utf8)).map {
            String(decoding: Array(html.utf8)[$0], as: UTF8.self)
        }
        #expect(ranges == ["<script>alert('</p>')</script>", "<!-- rien -->", "<STYLE>p{}</style>"])
    }

    @Test(
        "What is no tag stays text",
        arguments: [
            ("moins de < 5 ans", "moins de < 5 ans"), ("<nom> du candidat", "\\<nom> du candidat"),
            ("coupé <p class=\"x", "coupé \\<p class=\"x"), ("<script>sans fin", "sans fin"),
            ("<https://exemple.fr>", "\\<https://exemple.fr>"), ("a <!-- b", "a \\<!-- b"),
        ])
    func notTags(html: String, expected: String) {
        #expect(HTMLFragment.commonMark(html) == expected)
    }

    @Test(
        "No raw HTML survives cmark",
        arguments: [
            "<img src=x onerror=alert(1)>", "<p onclick='x'>a</p>", "<svg><script>x</script></svg>",
            "&lt;b&gt;gras&lt;/b&gt;",
            "<<p>script>alert(1)<</p>/script>", "<b<i>>", "<a href=\"https://a\" onclick=\"x\">l</a>",
        ])
    func hostile(html: String) {
        let result = CommonMark.html(HTMLFragment.commonMark(html)).lowercased()
        for word in ["<script", "<img", "<svg", "onclick='", "<b>"] { #expect(!result.contains(word)) }
    }

    @Test("A tag of any length or number is scanned in linear time")
    func linear() {
        let hostile = String(repeating: "<!-- <p a='", count: 20_000)
        #expect(!HTMLFragment.blocks(hostile).isEmpty)
    }
}

@Suite("Éléments de liste collés")
struct GluedItemsTests {
    @Test("Dashes glued to the word before, capitals after")
    func glued() {
        let text = "- Tenir la caisse - Zone 2- Préparer les vitrines (expert)- Évaluer le stock"
        #expect(
            HTMLFragment.splitDashItems(text) == [
                "Tenir la caisse - Zone 2", "Préparer les vitrines (expert)", "Évaluer le stock",
            ])
    }

    @Test("Dashes between blanks")
    func spaced() {
        #expect(
            HTMLFragment.splitDashItems(" - Lire un plan - « Monter » un meuble - Porte-à-porte") == [
                "Lire un plan", "« Monter » un meuble", "Porte-à-porte",
            ])
        #expect(
            HTMLFragment.splitDashItems("- lire un plan - monter un meuble") == ["lire un plan", "monter un meuble"])
    }

    @Test(
        "Sentences with dashes stay whole",
        arguments: [
            "Un dossier - Écrit - et un oral", "École - Lyon - 12 rue Haute", "Peut-être",
            "Savoir-faire et savoir-être",
        ])
    func sentences(text: String) {
        #expect(HTMLFragment.splitDashItems(text) == [text])
    }

    @Test("A lead-in that ends with a colon comes first")
    func lead() {
        #expect(GluedItems("Compétences : - Lire - Écrire")?.lead == "Compétences :")
        #expect(GluedItems("Au choix : ➔ Lire ➔ Écrire")?.items == ["Lire", "Écrire"])
    }
}
