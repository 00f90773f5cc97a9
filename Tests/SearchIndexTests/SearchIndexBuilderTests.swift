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
        #expect(changed.allSatisfy { $0.hasPrefix("search/colonnes/") || $0.hasPrefix("search/fiches/") })
        #expect(later.files["search/lexique.json"] == today.files["search/lexique.json"])
    }

    @Test func aNewFicheLeavesTheBlocksOfOtherRegistersAsTheyAre() throws {
        let fiches = (1...40).map { WrittenFiches.fiche("RNCP\($0)", "Titre \($0)") } + [WrittenFiches.fiche("RS7", "Savoir")]
        let before = try BuiltIndex(fiches).files
        let after = try BuiltIndex(fiches + [WrittenFiches.fiche("RNCP41", "Autre")]).files
        let kept = before.keys.filter { $0.hasPrefix("search/fiches/") && after[$0] != nil }
        #expect(kept.count == 1)
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
        var text: [UInt8] = []
        CompactNumbers.append(list: [0, 1, 5, 900], to: &text)
        var reader = CompactNumberReader(text[...])
        #expect(reader.list() == [0, 1, 5, 900])
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
        ("diplmoe", "diplome", 1), ("dipolme", "diplome", 1), ("gestionaire", "gestionnaire", 1), ("asson", "masson", 2),
        ("lbeu", "bleu", 1), ("horloger", "horloger", 0), ("vin", "main", nil),
    ])
    func slipsAreCounted(_ typed: String, _ meant: String, _ expected: Int?) {
        #expect(TypingDistance.between(Array(typed.utf8), meant, atMost: 2) == expected)
    }
}
