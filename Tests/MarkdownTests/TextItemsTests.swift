import Markdown
import Testing

@Suite("Items of a text")
struct TextItemsTests {
    @Test(
        "each paragraph and each list item is one, sub-items after their parent",
        arguments: [
            ("- a\n- b", ["a", "b"]), ("- a :\n  - b\n  - c\n- d", ["a :", "b", "c", "d"]),
            ("Un.\n\nDeux.", ["Un.", "Deux."]),
            ("Avant :\n- a\n\nAprès", ["Avant :", "a", "Après"]), ("1. a\n2) b", ["a", "b"]),
            ("- a\n  suite\nparesseuse\n- b", ["a suite paresseuse", "b"]), ("", []), ("\n \n", []), ("- ", []),
            ("-a\n+ b\n* c", ["-a", "b", "c"]),
        ])
    func items(text: String, expected: [String]) { #expect(TextItems.items(of: text) == expected) }

    @Test("inside a paragraph only 1. begins a numbered list, as in CommonMark")
    func wrappedNumber() {
        #expect(TextItems.items(of: "Créé en\n2017. Renouvelé") == ["Créé en 2017. Renouvelé"])
        #expect(TextItems.items(of: "Créé en\n1. Renouvelé") == ["Créé en", "Renouvelé"])
    }

    @Test("a list gives its items back", arguments: [["a"], ["a", "b c", "1. d", "- e"], []])
    func list(items: [String]) { #expect(TextItems.items(of: TextItems.list(items)) == items) }
}
