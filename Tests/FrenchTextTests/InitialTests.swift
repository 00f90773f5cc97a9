import FrenchText
import Testing

struct InitialTests {
    @Test(arguments: [
        ("Vendeur", "V"), ("école", "E"), ("« Œuvre »", "O"), ("(Œuvre)", "O"), ("– Étancher", "E"),
        ("3D, modeleur", "0–9"), ("007, agent", "0–9"), ("« 000 »", "0–9"), ("Ωmega", "Autres"),
        ("—", "Autres"),
        ("", "Autres"),
    ])
    func isTheFirstLetterOrDigit(_ text: String, _ titre: String) {
        #expect(Initial(text).titre == titre)
        // The key of a title begins with what its initial is found by.
        #expect(Initial(ofKey: Collation.key(text).first) == Initial(text))
        #expect(Initial(code: Initial(text).code) == Initial(text))
    }

    @Test func notEveryNumberIsAnInitial() {
        for code in [-1, 3, 0x60, 0x7B, 300] { #expect(Initial(code: code) == nil) }
    }

    @Test func goesTheWayOfTitles() {
        let titles = [
            "Ωmega", "zèle", "École", "3D", "eau", "Vannier", "« Art »", "— —", "42 tonnes", "Œuvre", "ébéniste",
        ]
        let sorted = titles.sorted(by: Collation.precedes).map { Initial($0) }
        #expect(sorted == sorted.sorted())
    }

    @Test func aSignBeforeATitleDoesNotMoveIt() {
        let titles = ["Vannier", "« Boiseries »", "– Carreleur", "Armurier"]
        #expect(titles.sorted(by: Collation.precedes) == ["Armurier", "« Boiseries »", "– Carreleur", "Vannier"])
    }
}
