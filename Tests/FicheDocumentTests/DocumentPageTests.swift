import FicheModel
import Testing

@Suite("The page of a document")
struct DocumentPageTests {
    private var document: DocumentReference {
        DocumentReference(
            identifiant: "cahier", titre: "Cahier des charges", nature: "Référentiel",
            couverture: ["Branche du papier"],
            elements: [
                .titre(niveau: 1, numero: "1", texte: "Objet", ancre: "s-1"), .texte("Un texte[^1] et [^9]."),
                .titre(niveau: 3, numero: "1.1.1", texte: "Détail", ancre: "s-1-1-1"),
                .tableau(entete: ["Activité", ""], lignes: [["- plier\n- coudre", "oui[^1]"], ["seul"]]),
            ],
            notes: [.init(numero: 1, texte: "La *note*.")])
    }

    @Test("Notes are linked both ways, a call without its note stays as words")
    func notes() throws {
        let page = try PageProbe(document: document)
        let ids = page.values(of: "id")
        for id in ["note-1", "appel-1", "appel-1-2", "s-1", "s-1-1-1"] { #expect(ids.contains(id)) }
        #expect(Set(ids).count == ids.count)
        let targets = page.values(of: "href")
        #expect(targets.filter { $0 == "#note-1" }.count == 2)
        #expect(targets.contains("#appel-1") && targets.contains("#appel-1-2"))
        #expect(page.text.contains("[^9]"))
    }

    @Test("Headings skip no level and are in the contents")
    func headings() throws {
        let page = try PageProbe(document: document)
        var previous = 0
        for level in page.headingLevels {
            #expect(level <= previous + 1)
            previous = level
        }
        #expect(page.values(of: "href").contains("#s-1-1-1"))
    }

    @Test("Tables keep every cell and can be scrolled with the keyboard")
    func tables() throws {
        let page = try PageProbe(document: document)
        #expect(page.html.contains("<th scope=\"col\">Activité</th>"))
        #expect(page.html.contains("<li>plier</li>"))
        #expect(page.html.contains("<tr><td>seul</td><td></td></tr>"))
        #expect(page.html.contains("role=\"region\" tabindex=\"0\" aria-label=\"Tableau 1\""))
    }
}
