import FicheModel
import Testing

@testable import SearchIndex

/// Questions over a small catalogue of our own.
@Suite struct SearchEngineTests {
    private func found(_ question: String, filters: [String: [String]] = [:]) throws -> [String] {
        var engine = try BuiltIndex(WrittenFiches.catalogue).engine()
        return try engine.answer(question, filters: filters).fiches.map(\.identifiant)
    }

    @Test(arguments: [
        ("RNCP500", ["rncp500", "rncp5001", "rncp5002"]), ("rncp n° 5001", ["rncp5001"]),
        ("RNCP500BC01", ["rncp500", "rncp5001", "rncp5002"]),
        ("RS-500", ["rs500"]), ("500", ["rncp500", "rs500", "rncp5001", "rncp5002"]), ("40 000", ["rncp40000"]),
        ("fiche rncp 12", ["rncp12"]), ("B1604", ["rncp500"]), ("rome b 1604", ["rncp500"]), ("nsf 251", ["rncp500"]),
        ("IDCC 1483", ["cqp-conseil"]), ("RNCP99999", []),
    ])
    func codesLeadToTheirFiches(_ question: String, _ expected: [String]) throws {
        #expect(try found(question) == expected)
    }

    @Test(arguments: [
        ("horlogère", "rncp500"), ("horloger", "rncp500"), ("developpeuse", "rncp5001"), ("dévellopeur", "rncp5001"),
        ("conseillère", "cqp-conseil"), ("chargée clientele", "rncp5002"), ("l'architecture", "rncp40000"),
        ("diplome d'etudes", "rncp40000"), ("dipolme", "rncp40000"), ("balanciers", "rncp500"), ("cliente", "rncp5002"),
        ("école du temps", "rncp500"), ("devel", "rncp5001"),
    ])
    func wordsFindTheirFicheFirst(_ question: String, _ expected: String) throws {
        #expect(try found(question).first == expected)
    }

    @Test(arguments: [
        ("gestion projets", ["rncp703", "rncp701", "rncp702"]), ("projets gestion", ["rncp702", "rncp701", "rncp703"]),
        ("gestion des projets", ["rncp703", "rncp701", "rncp702"]),
        ("gestion proj", ["rncp703", "rncp701", "rncp702"]),
    ])
    func titlesThatHaveTheWordsAsTypedComeFirst(_ question: String, _ expected: [String]) throws {
        let titles = [
            "Gestion technique des projets", "Projets et gestion technique", "Technique en gestion de projets",
        ]
        let fiches = titles.enumerated().map { WrittenFiches.fiche("RNCP70\($0 + 1)", $1, fin: "2027-01-01") }
        var engine = try BuiltIndex(fiches).engine()
        let answer = try engine.answer(question)
        #expect(answer.fiches.map(\.identifiant) == expected)
        #expect(answer.fiches.map(\.score) == answer.fiches.map(\.score).sorted(by: >))
        // The order of a page is that of all its fiches, however many are shown.
        #expect(try engine.answer(question, shown: Int.max).fiches.count == 3)
        #expect(try engine.answer(question, shown: 1).fiches.map(\.identifiant) == Array(expected.prefix(1)))
        #expect(
            try engine.answer(question, sort: .intitule).fiches.map(\.identifiant) == ["rncp701", "rncp702", "rncp703"])
    }

    @Test func aWordWrittenAsTwoIsFoundThoughOneOfThemHasSynonyms() throws {
        let titles = ["Agent de sécurité", "Expert en cybersécurité", "Informatique et sécurité"]
        let fiches = titles.enumerated().map { WrittenFiches.fiche("RNCP80\($0 + 1)", $1, fin: "2027-01-01") }
        var engine = try BuiltIndex(fiches).engine()
        #expect(try engine.answer("cyber securite").fiches.map(\.identifiant) == ["rncp802"])
    }

    @Test func codesAreNeverTakenForSlips() throws { #expect(try found("B1605").isEmpty) }

    @Test func filtersHoldTogetherAndTheirValuesAreAlternatives() throws {
        #expect(try found("", filters: ["niveau": ["4"]]) == ["rncp500", "cqp-conseil"])
        #expect(try found("", filters: ["niveau": ["3", "5"]]) == ["rncp5001", "rncp12"])
        #expect(try found("horloger", filters: ["etat": ["remplacee"]]) == ["rncp12"])
        #expect(try found("", filters: ["voie": ["VAE"], "niveau": ["4"]]) == ["rncp500"])
        #expect(try found("", filters: ["niveau": ["9"]]).isEmpty)
    }

    @Test func countsOfAFacetAreThoseUnderAllOtherFilters() throws {
        var engine = try BuiltIndex(WrittenFiches.catalogue).engine()
        let answer = try engine.answer("", filters: ["niveau": ["4"]], facets: ["etat"])
        #expect(answer.facettes.map(\.facette) == ["niveau", "etat"])
        #expect(answer.facettes[0].valeurs.map { "\($0.valeur) \($0.nombre)" } == ["3 1", "4 2", "5 1", "6 1", "7 1"])
        #expect(answer.facettes[1].valeurs.reduce(0) { $0 + $1.nombre } == answer.total)
        #expect(try engine.answer("", filters: ["niveau": ["9"]]).facettes[0].valeurs.map(\.nombre) == [1, 2, 1, 1, 1])
    }

    @Test func listsComeInOtherOrders() throws {
        var engine = try BuiltIndex(WrittenFiches.catalogue).engine()
        func numbers(_ sort: SearchSort) throws -> [String] {
            try engine.answer("", filters: ["etat": ["en-vigueur", "remplacee"]], sort: sort).fiches.map(\.numero)
        }
        #expect(try numbers(.intitule) == ["RNCP5002", "RNCP5001", "RNCP40000", "RNCP500", "RNCP12", "RS500"])
        #expect(try numbers(.echeance) == ["RNCP5002", "RNCP5001", "RNCP40000", "RNCP500", "RS500", "RNCP12"])
    }

    @Test func aReplacedFicheNamesItsSuccessor() throws {
        var engine = try BuiltIndex(WrittenFiches.catalogue).engine()
        let fiche = try #require(try engine.answer("RNCP12").fiches.first)
        #expect(fiche.suite == "RNCP500")
        #expect(fiche.etat == "echue")
        #expect(fiche.fin == CalendarDate("2020-01-01"))
    }

    @Test func whatWasUnderstoodIsSaid() throws {
        var engine = try BuiltIndex(WrittenFiches.catalogue).engine()
        let answer = try engine.answer("developeur")
        #expect(answer.corrections.map(\.corrected) == ["développeur"])
        #expect(try engine.answer("programmeur").synonyms.map(\.synonym).contains("developpeur"))
        #expect(try engine.answer("horloger architecture").isPartial)
    }

    @Test func aLevelOfEverydaySpeechPrefersItsFiches() throws {
        #expect(try found("bac+2").first == "rncp5001")
        #expect(try found("bac + 5 architecture").first == "rncp40000")
    }

    @Test(arguments: [
        "", "  ", "l'", "de la", "🎨", "((((", "rncp", "/e", "·e", String(repeating: "a ", count: 5000),
        "\u{301}\u{301}",
    ])
    func nothingThatIsTypedFails(_ question: String) throws {
        #expect(try found(question).isEmpty || !question.isEmpty)
    }

    @Test func anIndexOfAnotherFormOrWithHolesIsRefused() throws {
        let built = try BuiltIndex(WrittenFiches.catalogue)
        #expect(throws: SearchFailure.autreFormat(9)) {
            _ = try SearchEngine { _ in
                Array(#"{"format":9}"#.utf8)
            }
        }
        #expect(throws: SearchFailure.fichierIllisible("lexique.json")) {
            _ = try SearchEngine { name in
                name == "manifeste.json" ? built.files["search/manifeste.json"] ?? [] : Array("{".utf8)
            }
        }
    }
}
