import FrenchText
import Testing

struct InitialTests {
    @Test(arguments: [
        ("Vendeur", "V"), ("école", "E"), ("(Œuvre)", "O"), ("3D, modeleur", "0–9"), ("Ωmega", "Autres"),
        ("—", "Autres"),
        ("", "Autres"),
    ])
    func isTheFirstLetterOrDigit(_ text: String, _ titre: String) {
        #expect(Initial(text).titre == titre)
    }

    @Test func goesTheWayOfTitles() {
        let titles = [
            "Ωmega", "zèle", "École", "3D", "eau", "Vannier", "(Art)", "?", "42 tonnes", "Œuvre", "ébéniste",
        ]
        let sorted = titles.sorted(by: Collation.precedes).map { Initial($0) }
        #expect(sorted == sorted.sorted())
    }
}
