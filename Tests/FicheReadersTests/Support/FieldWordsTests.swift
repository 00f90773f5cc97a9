import FicheModel
import FrenchText
import JSONText
import Testing

@testable import FicheReaders

@Suite("The words of the fields that an account is held against")
struct FieldWordsTests {
    private let fiche: Fiche? = FluxFixture.read(FluxFixture.complete).fiches.first?.fiche

    /// The words of all values of a JSON value, each as often as it stands there.
    private func words(_ value: JSONValue) -> [String] {
        switch value {
        case .string(let text): WordScanner.words(in: text)
        case .int(let number): [String(number)]
        case .number: WordScanner.words(in: JSONWriter.text(of: value))
        case .array(let elements): elements.flatMap(words)
        case .object(let members): members.flatMap { words($0.value) }
        case .null, .bool: []
        }
    }

    private func words(_ values: FieldValues) -> [String] {
        WordScanner.words(in: String(decoding: values.bytes, as: UTF8.self))
    }

    @Test("they are the words of the JSON", arguments: Champ.allCases)
    func sameAsJSON(_ champ: Champ) throws {
        var fiche = try #require(fiche)
        // Blocs of other layouts: items without their cell, a cell without items, unités.
        fiche.blocsCompetences += [
            BlocDeCompetences(
                numero: 7, libelle: "Voler", competences: ["tenir le fil", "tenir"],
                unites: [
                    UniteDeCompetences(
                        numero: 71, libelle: "Vent", activites: ["lire le vent"], competences: ["attendre"])
                ]),
            BlocDeCompetences(
                numero: 8, libelle: "Atterrir", listeCompetences: "- poser\n- plier", prerequisEntree: "Aucun"),
        ]
        fiche.voiesAcces[.vae].depuis = 2006
        fiche.certificateurs.append(Certificateur(nom: "Les Airs", qualiteSignataire: "Déléguée"))
        var values = FieldValues(capacity: 0)
        values.add(champ, of: fiche)
        values.addRepetitions(champ, of: fiche)
        #expect(words(values).sorted() == words(fiche.json(of: champ)).sorted())
    }

    @Test("a fiche whose words stand in order is proven without counting; others are counted")
    func cursor() {
        let field = Array("3\nUn, deux trois\nquatre".utf8)
        let source = Array("Un deux trois quatre Quatre".utf8)
        let words = WordScanner.ranges(in: source)
        let deu = 3..<6
        field.withUnsafeBufferPointer { field in
            source.withUnsafeBufferPointer { source in
                var cursor = FieldCursor(field, 0..<field.count)
                let inOrder = words.map { cursor.goBehind(source, $0) }
                #expect(inOrder == [true, true, true, true, false])
                // "deu" begins a longer word of the field, and is none.
                var longer = FieldCursor(field, 6..<field.count)
                let isFound = longer.goBehind(source, deu)
                #expect(!isFound)
            }
        }
    }

    @Test("a word that stands in the field but not so often, or only in another order, keeps its class")
    func counted() {
        func account(_ text: String, _ titre: String) -> Couverture {
            let source = SourceText(text)
            var ledger = CoverageLedger(source)
            ledger.claim(source.lines, .repris(.intitule))
            let fiche = Fiche(identifiant: "x", intitule: titre, source: SourceFiche(fichier: "x", format: .markdown))
            return ledger.audited(against: fiche).couverture
        }
        #expect(account("deux un", "Un deux").repris == 2)
        #expect(account("un deux un", "Un deux").nonReconnus == 1)
        #expect(account("caf&eacute; noir", "Café noir").nonReconnus == 0)
        #expect(account("un deux trois", "un trois").passages.map(\.texte) == ["deux"])
        let long = (1...60).map { "mot\($0)" }.joined(separator: " ")
        #expect(account("mot60 mot1", long).repris == 2)
    }
}
