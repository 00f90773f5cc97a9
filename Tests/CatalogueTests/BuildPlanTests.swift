import Catalogue
import FicheModel
import Foundation
import Testing

struct BuildPlanTests {
    @Test func everyOutputIsNamedBeforehand() throws {
        let model = try Summaries.model([
            Summaries.fiche("Pendulier", numero: "RNCP1") {
                $0.niveau = Niveau(europe: 4)
                $0.alias = ["ancien"]
            }
        ])
        #expect(
            BuildPlan(model).outputs.map(\.path) == [
                "404.html", "accessibilite/index.html", "donnees/blocs.csv", "donnees/competences.csv",
                "donnees/fiches.csv", "donnees/index.html",
                "donnees/schemas/document.schema.json", "donnees/schemas/fiche.schema.json",
                "donnees/schemas/index.schema.json", "echeances/index.html", "etats/index.html",
                "etats/validite-non-precisee/index.html", "fiches/ancien/index.html",
                "fiches/index.html", "fiches/rncp1/index.html",
                "fiches/rncp1/index.json", "fiches/rncp1/index.md", "index.html", "index.json",
                "livrets/catalogue/index.html", "livrets/catalogue/pages.css", "livrets/index.html",
                "mentions-legales/index.html", "niveaux/4/index.html", "niveaux/index.html", "plan-du-site/index.html",
                "recherche/index.html",
                "robots.txt",
            ])
    }

    @Test func outputsCanBeSwitchedOff() throws {
        let (configuration, _) = ConfigurationReader.read(
            "outputs: {markdown: non, json: non, listes: non, recherche: non, sitemap: non, echeances: non, donnees: non, csv: non, livrets: non}"
        )
        let model = try Summaries.model([Summaries.fiche("Pendulier", numero: "RNCP1")], configuration: configuration)
        #expect(
            BuildPlan(model).outputs.map(\.path) == [
                "404.html", "accessibilite/index.html", "fiches/index.html", "fiches/rncp1/index.html", "index.html",
                "index.json",
                "mentions-legales/index.html", "plan-du-site/index.html",
            ])
    }

    @Test func aSitemapOfTooManyPagesIsCut() throws {
        let (configuration, _) = ConfigurationReader.read("url: https://exemple.test/p/")
        let model = try Summaries.model([Summaries.fiche("A", numero: "RNCP1")], configuration: configuration)
        let outputs = BuildPlan(model).outputs
        let whole = Sitemap(outputs, model: model)
        #expect(whole.parts == 0)
        let pages = whole.xml.components(separatedBy: "<loc>").count - 1
        let cut = Sitemap(outputs, model: model, longest: 4)
        #expect(cut.parts == (pages + 3) / 4)
        #expect(cut.xml.contains("<sitemapindex"))
        #expect(cut.xml.contains("<loc>https://exemple.test/p/sitemap-1.xml</loc>"))
        let counts = (1...cut.parts).map { cut.xml(part: $0).components(separatedBy: "<loc>").count - 1 }
        #expect(counts.allSatisfy { (1...4).contains($0) } && counts.reduce(0, +) == pages)
    }

    @Test func aBookletDependsOnItsOwnFichesOnly() throws {
        let (configuration, _) = ConfigurationReader.read("livrets: [{nom: un, fiches: [RNCP2]}]")
        let model = try Summaries.model(
            [
                Summaries.fiche("A", numero: "RNCP1", file: "a.md"),
                Summaries.fiche("B", numero: "RNCP2", file: "b.md"),
            ], configuration: configuration)
        let outputs = BuildPlan(model).outputs
        #expect(outputs.first { $0.path == "livrets/un/index.html" }?.inputs == ["b.md"])
        #expect(outputs.first { $0.path == "livrets/catalogue/pages.css" }?.inputs == ["a.md", "b.md"])
    }

    @Test func twoContentsForOneFileAreNamed() throws {
        let (page, _) = ContentPageReader.read("# Recherche\n", file: "pages/recherche.md")
        let model = try Summaries.model(
            [Summaries.fiche("A", numero: "RNCP1", file: "f.md") { $0.alias = ["rncp1"] }], pages: [page])
        let plan = BuildPlan(model)
        #expect(plan.diagnostics.map(\.identifier) == [.sortieEnDouble, .sortieEnDouble])
        #expect(plan.diagnostics.contains { $0.file == "pages/recherche.md" })
        #expect(Set(plan.outputs.map(\.path)).count == plan.outputs.count)
    }

    @Test func longListsAreCutIntoPages() throws {
        let fiches = (1...201).map { number in
            Summaries.fiche("Fiche \(number)", numero: "RNCP\(number)") { $0.niveau = Niveau(europe: 4) }
        }
        let paths = BuildPlan(try Summaries.model(fiches)).outputs.map(\.path)
        #expect(paths.contains("niveaux/4/page-3/index.html"))
        #expect(!paths.contains("niveaux/4/page-4/index.html"))
        #expect(paths.contains("fiches/page-2/index.html"))
    }

    @Test func theIndexSaysWhatListsNeed() throws {
        let model = try Summaries.model([
            Summaries.fiche("Pendulier", numero: "RNCP1") {
                $0.enregistrement.dateFin = CalendarDate("2027-01-01")
                $0.typeEmploiAccessibles = "Les emplois :\n\n- Pendulier\n- Horloger \\#1"
            }
        ])
        let read = try JSONSerialization.jsonObject(with: Data(CatalogueIndex.bytes(model)))
        let index = try #require(read as? [String: Any])
        #expect(index["version"] as? Int == 1)
        #expect(index["date"] as? String == "2026-11-21")
        let fiche = try #require((index["fiches"] as? [[String: Any]])?.first)
        #expect(fiche["etat"] as? String == "echeance-proche")
        #expect(fiche["emplois"] as? [String] == ["Pendulier", "Horloger #1"])
        #expect(fiche["adresse"] as? String == "fiches/rncp1/")
    }

    @Test func anIndexOfNoFicheIsAnIndexAllTheSame() throws {
        let read = try JSONSerialization.jsonObject(with: Data(CatalogueIndex.bytes(try Summaries.model([]))))
        #expect(((read as? [String: Any])?["fiches"] as? [Any])?.isEmpty == true)
    }

    @Test func theRootIsFoundFromAnyDepth() {
        #expect(CommonData.racine(of: "index.html") == "./")
        #expect(CommonData.racine(of: "fiches/rncp1/index.html") == "../../")
    }
}
