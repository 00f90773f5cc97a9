import FicheModel
import Testing

@testable import SearchIndex

/// An index made from the one before is, byte for byte, the one made from nothing.
@Suite struct IncrementalIndexTests {
    /// A catalogue with the index of its last build.
    private struct History {
        var fiches: [Fiche]
        var kept: KeptIndex
        var documents: [UInt8]
        var files: [String: [UInt8]]

        static func builder() throws -> SearchIndexBuilder {
            SearchIndexBuilder(
                date: try #require(CalendarDate("2026-11-21")), offer: .init(ficheJSON: true, blocPages: true))
        }

        /// - Parameter known: whether the words of fiches are kept beside the lists.
        init(_ fiches: [Fiche], known: Bool) throws {
            self.fiches = fiches
            var builder = try Self.builder()
            for fiche in fiches { builder.add(SearchDocument(fiche), isKept: known) }
            let made = builder.index()
            kept = made.kept
            documents = try #require(made.kept.documentBytes)
            files = Dictionary(uniqueKeysWithValues: made.files.map { ($0.path, $0.bytes) })
        }

        /// Builds again from what was kept, through its bytes, and holds the result against one made from nothing.
        ///
        /// - Parameter order: the fiches with their number in the last build, where they are as they were.
        /// - Returns: the files that were not made again.
        mutating func build(_ order: [(fiche: Fiche, former: Int?)], known: Bool) throws -> Set<String> {
            let documents = documents
            let former = try #require(KeptIndex(bytes: kept.bytes) { documents })
            var builder = try Self.builder()
            for (fiche, former) in order {
                if let former { builder.addFormer(former) } else { builder.add(SearchDocument(fiche), isKept: known) }
            }
            fiches = order.map(\.fiche)
            let anew = try Self(fiches, known: known)
            let whole = try #require(builder.index(from: former))
            #expect(whole.unchanged.isEmpty)
            #expect(Dictionary(uniqueKeysWithValues: whole.files.map { ($0.path, $0.bytes) }) == anew.files)
            let made = try #require(builder.index(from: former, isWhole: false))
            // What is left as it is was there before.
            let left = files.filter { made.unchanged.contains($0.key) }
            #expect(made.unchanged.paths.isSubset(of: left.keys))
            let new = Dictionary(uniqueKeysWithValues: made.files.map { ($0.path, $0.bytes) })
            #expect(left.merging(new) { $1 } == anew.files)
            #expect(made.kept.bytes == whole.kept.bytes)
            // What is kept says the same as that of an index made from nothing.
            #expect(made.kept.core == anew.kept.core && made.kept.body == anew.kept.body)
            #expect(made.kept.spellings == anew.kept.spellings && made.kept.common == anew.kept.common)
            #expect(made.kept.coreFiles == anew.kept.coreFiles && made.kept.bodyFiles == anew.kept.bodyFiles)
            self.documents = made.kept.documentBytes ?? documents
            #expect(self.documents == anew.documents)
            (kept, files) = (made.kept, anew.files)
            return Set(left.keys)
        }
    }

    /// Words and numbers that a seed gives.
    private struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
            return mixed ^ mixed >> 31
        }

        mutating func number(_ count: Int) -> Int { Int.random(in: 0..<count, using: &self) }

        /// Low numbers are frequent, so that some words lie about the bound between common ones and others.
        mutating func word() -> String {
            let number = number(2) == 0 ? number(40) : number(2_500)
            let syllables = ["ba", "ké", "lir", "mo", "nu", "pré", "ra", "si", "tou", "vê"]
            let endings = ["", "s", "eur", "euse", "tion"]
            var (rest, word) = (number / endings.count, syllables[number % 10])
            while rest > 0 { (rest, word) = (rest / 10, word + syllables[rest % 10]) }
            return word + endings[number % endings.count]
        }

        mutating func text(_ count: Int) -> String { (0..<count).map { _ in word() }.joined(separator: " ") }

        mutating func fiche(_ number: Int) -> Fiche {
            var fiche = WrittenFiches.fiche("RNCP\(number)", text(3))
            fiche.activitesVisees = text(20)
            fiche.typeEmploiAccessibles = text(3)
            fiche.certificateurs = [Certificateur(nom: text(1))]
            return fiche
        }
    }

    @Test(arguments: [1, 2, 3], [true, false])
    func anyChangeGivesWhatABuildFromNothingGives(_ seed: UInt64, _ known: Bool) throws {
        var dice = Dice(state: seed)
        var history = try History((1...300).map { dice.fiche($0) }, known: known)
        var left = 0
        for round in 0..<16 {
            var order: [(fiche: Fiche, former: Int?)] = history.fiches.enumerated().map { ($1, $0) }
            for _ in 0..<[1, 1, 1, 7][dice.number(4)] {
                let place = dice.number(order.count)
                switch dice.number(10) {
                case 0: order[place].fiche.intitule = dice.text(3)
                case 1: order.remove(at: place)
                case 2: order.insert((dice.fiche(1_000 + 20 * round + dice.number(20)), nil), at: place)
                case 3: order[place].fiche.typeEmploiAccessibles = nil
                case 4: order[place].fiche.certificateurs = [Certificateur(nom: dice.text(1).uppercased())]
                default: order[place].fiche.activitesVisees? += " " + dice.text(2)
                }
                if order.indices.contains(place) { order[place].former = nil }
            }
            if dice.number(4) == 0 { order.shuffle(using: &dice) }
            left += try history.build(order, known: known).count
        }
        #expect(left > 0)
    }

    @Test(arguments: [true, false]) func wordsAloneMakeTheirOwnFilesAnewAndNoOther(_ known: Bool) throws {
        var dice = Dice(state: 11)
        var history = try History((1...300).map { dice.fiche($0) }, known: known)
        var order: [(fiche: Fiche, former: Int?)] = history.fiches.enumerated().map { ($1, $0) }
        order[40].fiche.activitesVisees? += " zébrin"
        order[40].former = nil
        let before = history.files
        let left = try history.build(order, known: known)
        let lists = { (path: String) in path.hasPrefix("search/corps/") || path.hasPrefix("search/noyau/") }
        #expect(before.keys.count(where: lists) > 6)
        #expect(before.keys.count { lists($0) && !left.contains($0) } == 1)
        #expect(left.contains { $0.hasPrefix("search/fiches/") })
    }

    @Test func theFichesOfBeforeAreReadWhereTheyAreNeededOnly() throws {
        let fiches = WrittenFiches.catalogue
        var builder = try History.builder()
        for fiche in fiches { builder.add(SearchDocument(fiche), isKept: true) }
        let bytes = builder.index().kept.bytes
        // None of them can be had.
        let former = try #require(KeptIndex(bytes: bytes) { nil })
        func next(_ change: (inout Fiche) -> Void) throws -> SearchIndexBuilder.Index? {
            var next = try History.builder()
            var fiche = fiches[0]
            change(&fiche)
            next.add(SearchDocument(fiche), isKept: true)
            for number in fiches.indices.dropFirst() { next.addFormer(number) }
            return next.index(from: former, isWhole: false)
        }
        let words = try #require(try next { $0.activitesVisees = "Accorder un métronome" })
        #expect(words.kept.documentBytes == nil)
        #expect(try next { $0.intitule = "Accordeur" } == nil)
    }

    @Test func whatIsKeptIsNotReadWhenItIsBroken() throws {
        var builder = try History.builder()
        for fiche in WrittenFiches.catalogue { builder.add(SearchDocument(fiche), isKept: true) }
        let kept = builder.index().kept
        let (bytes, documents) = (kept.bytes, try #require(kept.documentBytes))
        #expect(KeptIndex(bytes: bytes) { documents }?.count == WrittenFiches.catalogue.count)
        for length in stride(from: 0, to: bytes.count, by: 11) {
            #expect(KeptIndex(bytes: Array(bytes.prefix(length))) { documents } == nil)
        }
        #expect(KeptDocuments { documents }.all(.one)?.count == WrittenFiches.catalogue.count)
        for length in stride(from: 0, to: documents.count, by: 11) {
            #expect(KeptDocuments { Array(documents.prefix(length)) }.all(.one) == nil)
        }
    }
}
