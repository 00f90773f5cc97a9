import FicheModel
import Testing

@testable import SearchIndex

@Suite struct SearchIndexBuilderTests {
    @Test func theOrderOfAddingDoesNotMatter() throws {
        let fiches = WrittenFiches.catalogue
        #expect(try BuiltIndex(fiches).files == BuiltIndex(fiches.reversed()).files)
    }

    @Test func documentsComeBackFromTheirBytes() throws {
        for fiche in WrittenFiches.catalogue {
            let document = SearchDocument(fiche)
            #expect(SearchDocument(bytes: document.bytes) == document)
            for length in stride(from: 0, to: document.bytes.count, by: 7) {
                #expect(SearchDocument(bytes: Array(document.bytes.prefix(length))) == nil)
            }
        }
    }

    @Test func anotherDayChangesStatesButNoListOfWords() throws {
        let fiches = WrittenFiches.catalogue
        let (today, later) = (try BuiltIndex(fiches), try BuiltIndex(fiches, date: "2027-02-01"))
        let changed = Set(later.files.keys).subtracting(today.files.keys)
        #expect(!changed.isEmpty)
        let rows = ["search/colonnes/", "search/fiches/", "search/numeros/"]
        #expect(changed.allSatisfy { name in rows.contains { name.hasPrefix($0) } })
        #expect(later.files["search/lexique.json"] == today.files["search/lexique.json"])
    }

    @Test func aNewFicheAtTheEndLeavesTheFilesBeforeItAsTheyAre() throws {
        let fiches = (1...2_000).map { WrittenFiches.fiche("RNCP\($0)", "Titre \(10_000 + $0)") }
        let before = try BuiltIndex(fiches).files
        let after = try BuiltIndex(fiches + [WrittenFiches.fiche("RNCP2001", "Zone")]).files
        for (folder, group) in [("search/fiches/", 64), ("search/numeros/", 256)] {
            let kept = before.keys.filter { $0.hasPrefix(folder) && after[$0] == before[$0] }
            #expect(kept.count == 2_000 / (16 * group) * 16)
        }
    }

    @Test func rowsSayWhatTheirFichesSay() throws {
        var large = WrittenFiches.fiche("RNCP1234567", "Très grand numéro")
        large.nouvellesCertifications = [CertificationLiee(numeroFiche: nil, intitule: "Ce qui vient après")]
        var named = WrittenFiches.fiche("RS9", "Autre adresse", identifiant: "autre-adresse")
        named.nouvellesCertifications = [CertificationLiee(numeroFiche: "RNCP1234567")]
        var engine = try BuiltIndex([large, named] + WrittenFiches.catalogue).engine()
        let fiche = try #require(try engine.answer("RNCP1234567").fiches.first)
        #expect(fiche.identifiant == "rncp1234567" && fiche.suite == "Ce qui vient après")
        let other = try #require(try engine.answer("autre adresse").fiches.first)
        #expect(other.identifiant == "autre-adresse" && other.numero == "RS9" && other.suite == "RNCP1234567")
    }

    @Test func anEmptyCatalogueHasAnIndex() throws {
        var engine = try BuiltIndex([]).engine()
        #expect(engine.count == 0)
        #expect(try engine.answer("horloger").total == 0)
        #expect(try engine.answer("12345").total == 0)
    }

    @Test func numbersAndWordsComeBackFromTheirText() {
        for number in [0, 1, 31, 32, 33, 1023, 1024, 30_475, 1 << 40] {
            var text: [UInt8] = []
            CompactNumbers.append(number, to: &text)
            var reader = CompactNumberReader(text[...])
            #expect(reader.next() == number)
            #expect(reader.isAtEnd)
        }
        let lists: [[Int32]] = [
            [], [0], [7], [30_474], [0, 1, 5, 900], Array(0..<400), [3, 268_435_455],
            stride(from: 5, to: 30_000, by: 37).map { $0 },
        ]
        var text: [UInt8] = []
        for list in lists { CompactNumbers.append(list: list, to: &text) }
        var reader = CompactNumberReader(text[...])
        for list in lists { #expect(reader.list() == list) }
        #expect(reader.isAtEnd)
        let words = ["a", "abbé", "abbés", "abîme", String(repeating: "é", count: 90)]
        #expect(CompactNumbers.words(CompactNumbers.frontCoded(words)) == words)
    }

    @Test func daysAreCountedFromTheEpoch() throws {
        #expect(try #require(CalendarDate("1970-01-01")).dayNumber == 0)
        #expect(try #require(CalendarDate("2000-03-01")).dayNumber == 11_017)
        for number in stride(from: -100_000, to: 100_000, by: 37) {
            #expect(CalendarDate(dayNumber: number)?.dayNumber == number)
        }
    }

    @Test(arguments: [
        ("diplmoe", "diplome", 1), ("dipolme", "diplome", 1), ("gestionaire", "gestionnaire", 1),
        ("asson", "masson", 2),
        ("lbeu", "bleu", 1), ("horloger", "horloger", 0), ("vin", "main", nil),
    ])
    func slipsAreCounted(_ typed: String, _ meant: String, _ expected: Int?) {
        #expect(TypingDistance.between(Array(typed.utf8), meant, atMost: 2) == expected)
    }
}
