import FrenchText
import Testing

struct InitialTests {
    @Test(arguments: [
        ("Vendeur", "V"), ("école", "E"), ("« Œuvre »", "O"), ("(Œuvre)", "O"), ("– Étancher", "E"),
        ("3D, modeleur", "0–9"), ("Ωmega", "Autres"),
        ("—", "Autres"),
        ("", "Autres"),
    ])
    func isTheFirstLetterOrDigit(_ text: String, _ titre: String) {
        #expect(Initial(text).titre == titre)
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
