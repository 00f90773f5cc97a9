import FicheDocument
import FicheModel
import Testing

@testable import Catalogue

/// Lists and indexes of a size at which one page, or a way from page to page, is not enough.
struct LongListsTests {
    /// 130 fiches in A, 60 in É, 40 that begin with a number, 30 in V.
    private func model() throws -> CatalogueModel {
        let titles =
            (1...130).map { "Artisan \($0)" } + (1...60).map { "Élagueur \($0)" } + (1...40).map { "3D, niveau \($0)" }
            + (1...30).map { "Vannier \($0)" }
        return try Summaries.model(
            titles.enumerated().map { number, title in Summaries.fiche(title, numero: "RNCP\(number + 1)") })
    }

    private func page(_ content: PlannedOutput.Content, _ path: String, _ model: CatalogueModel, withRows: Bool = true)
        throws -> PageData
    {
        let output = PlannedOutput(path: path, content: content, inputs: [])
        let common = CommonData(model)
        return try #require(PageContent(output, model: model, common: common, withRows: withRows)).data
    }

    private func lettres(_ data: PageData) throws -> [[String]] {
        try #require(data["lettres"] as? [PageData]).map { lettre in
            [
                lettre["titre"] as? String ?? "", lettre["adresse"] as? String ?? "",
                lettre["courante"] as? Bool == true ? "ici" : "",
            ]
        }
    }

    @Test func aLongListHasItsAlphabet() throws {
        let model = try model()
        let second = try page(.toutesLesFiches(page: 2), "fiches/page-2/index.html", model)
        #expect(
            try lettres(second) == [
                ["0–9", "fiches/", ""], ["A", "fiches/", "ici"], ["E", "fiches/page-2/", ""],
                ["V", "fiches/page-3/", ""],
            ])
    }

    @Test func theLettersOfAPageAreWhatItIsKnownBy() throws {
        let model = try model()
        let bare = try page(.toutesLesFiches(page: 2), "fiches/page-2/index.html", model, withRows: false)
        let other = try page(.toutesLesFiches(page: 3), "fiches/page-3/index.html", model, withRows: false)
        let text = try #require(bare["lettres"] as? String)
        #expect(text.contains("V fiches/page-3/"))
        #expect(text != other["lettres"] as? String)
    }

    @Test func aListOfTwoPagesHasNone() throws {
        let model = try Summaries.model((1...199).map { Summaries.fiche("Fiche \($0)", numero: "RNCP\($0)") })
        #expect(try lettres(page(.toutesLesFiches(page: 1), "fiches/index.html", model)).isEmpty)
    }

    @Test func firstAndLastPagesAreOneStepAway() throws {
        func keys(_ page: Int, _ total: Int) -> Set<String> {
            Set(ListData.pagination("fiches/", page: page, total: total).map { Array($0.keys) } ?? [])
        }
        #expect(keys(1, 1).isEmpty)
        #expect(keys(1, 2) == ["courante", "total", "suivante"])
        #expect(keys(2, 4) == ["courante", "total", "precedente", "suivante", "derniere"])
        #expect(keys(3, 5) == ["courante", "total", "premiere", "precedente", "suivante", "derniere"])
        #expect(keys(5, 5) == ["courante", "total", "premiere", "precedente"])
    }

    @Test func anIndexOfManyValuesHasAPageForEachLetter() throws {
        let fiches = (1...1002).map { number in
            Summaries.fiche("Fiche \(number)", numero: "RNCP\(number)") {
                $0.certificateurs = [Certificateur(nom: (number % 2 == 0 ? "Atelier " : "Émaux ") + "n° \(number)")]
            }
        }
        let other = Summaries.fiche("Autre", numero: "RNCP2000") { $0.certificateurs = [Certificateur(nom: "3737")] }
        let model = try Summaries.model(fiches + [other])
        let paths = BuildPlan(model).outputs.map(\.path)
        for letter in ["a", "e", "autres"] { #expect(paths.contains("certificateurs/initiale/\(letter)/index.html")) }
        let index = try page(.listes(.certificateur), "certificateurs/index.html", model)
        let groups = try #require(index["groupes"] as? [PageData])
        let rows = try #require(groups.first?["valeurs"] as? [PageData])
        #expect(groups.count == 1)
        #expect(rows.map { $0["titre"] as? String } == ["Autres", "A", "E"])
        #expect(
            rows.map { $0["nombre_en_clair"] as? String } == ["1 entrée", "501 entrées", "501 entrées"].map(spaced))
        #expect(rows.map { $0["adresse"] as? String }.last == "certificateurs/initiale/e/")
        let letter = try page(
            .listesGroupe(.certificateur, groupe: 1, page: 1), "certificateurs/initiale/a/index.html", model)
        #expect(((letter["groupes"] as? [PageData])?.first?["valeurs"] as? [Any])?.count == 500)
        #expect(((letter["pagination"] as? PageData)?["total"] as? Int) == 2)
        #expect(paths.contains("certificateurs/initiale/a/page-2/index.html"))
        #expect(!paths.contains("certificateurs/initiale/autres/page-2/index.html"))
        let rest = try page(
            .listesGroupe(.certificateur, groupe: 1, page: 2), "certificateurs/initiale/a/page-2/index.html", model)
        #expect(((rest["groupes"] as? [PageData])?.first?["valeurs"] as? [Any])?.count == 1)
        #expect(letter["titre"] as? String == "Certificateurs\u{A0}– A")
        #expect(try lettres(letter).map { $0[2] } == ["", "ici", ""])
    }

    private func spaced(_ text: String) -> String { text.split(separator: " ").joined(separator: "\u{A0}") }

    @Test func anIndexOfManyHeadingsLeadsToThem() throws {
        let codes = ["A1101", "A1201", "A1301", "B1101", "B1201", "C1101", "C1201", "D1101", "D1201", "E1101"]
        let fiches = codes.enumerated().map { number, code in
            Summaries.fiche("Fiche \(number)", numero: "RNCP\(number + 1)") {
                $0.codesROME = [CodeLibelle(code: code, libelle: nil)]
            }
        }
        let index = try page(.listes(.rome), "rome/index.html", try Summaries.model(fiches))
        let anchors = try #require(index["groupes"] as? [PageData]).compactMap { $0["ancre"] as? String }
        #expect(anchors.count == Set(anchors).count)
        #expect(
            try lettres(index).map { $0[0] + " " + $0[1] } == [
                "A rome/#groupe-a11", "B rome/#groupe-b11", "C rome/#groupe-c11", "D rome/#groupe-d11",
                "E rome/#groupe-e11",
            ])
    }
}
