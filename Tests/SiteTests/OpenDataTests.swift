import Foundation
import SiteBuild
import Testing
import TestSupport

/// The open data of a site: tables, schemas, JSON-LD, OpenSearch.
struct OpenDataTests {
    private static let hostile = "=HYPERLINK(\\\"x\\\") </script><script>alert(1)</script> <!-- é"

    private func site(_ settings: String = "url: https://exemple.test/p/\n", plus: String = "") throws -> Site {
        let corps =
            "### 2. Régler\n\n#### Compétences\n\n- -1+1 **gras** et [lien](https://exemple.test/)\n- \"Citer\" ; finir\n"
        let site = try Site([
            "catalogue.yaml": settings,
            "fiches/a.md": FichesEcrites.fiche(plus: plus, corps: corps),
            "fiches/b.md": FichesEcrites.fiche(numero: "RNCP90002", intitule: "\"\(Self.hostile)\""),
        ])
        let report = site.build()
        try #require(report.outcome == .published, "\(report.diagnostics)")
        return site
    }

    private func object(_ bytes: Data) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
    }

    @Test func everyPublishedJSONFollowsItsSchema() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        var request = try Site([:]).request()
        request.content = root.appendingPathComponent("Content").path
        let files = LiveSite.start(request).files()
        var checked = 0
        // The files of the search are read by the search alone; Documentation/recherche-format.md describes them.
        for (path, bytes) in files
        where path.hasSuffix(".json") && !path.hasPrefix("donnees/schemas/") && !path.hasPrefix("search/") {
            let kind = path == "index.json" ? "index" : path.hasPrefix("fiches/") ? "fiche" : "document"
            let schema = try #require(files["donnees/schemas/\(kind).schema.json"])
            let problems = SchemaCheck.problems(try object(bytes), try object(schema))
            #expect(problems.isEmpty, "\(path): \(problems.prefix(5))")
            checked += 1
        }
        #expect(checked > 25)
    }

    @Test func aSchemaRefusesWhatIsWrong() throws {
        let site = try site()
        let files = site.publishedFiles()
        let schema = try object(try #require(files["donnees/schemas/fiche.schema.json"]))
        #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
        #expect(schema["$id"] as? String == "https://exemple.test/p/donnees/schemas/fiche.schema.json")
        let sound = try object(try #require(files["fiches/rncp90001/index.json"]))
        #expect(SchemaCheck.problems(sound, schema).isEmpty)
        for (key, value) in [
            ("identifiant", "A B"), ("codes_rome", "D1214"), ("inconnue", 1), ("actif", "oui"), ("intitule", ""),
        ] as [(String, Any)] {
            #expect(!SchemaCheck.problems(sound.merging([key: value]) { $1 }, schema).isEmpty, "\(key)")
        }
        #expect(!SchemaCheck.problems(sound.filter { $0.key != "voies_acces" }, schema).isEmpty)
    }

    @Test func tablesOpenInASpreadsheetAndRunNothing() throws {
        let site = try site()
        for name in ["fiches", "blocs", "competences"] {
            let bytes = try #require(site.publishedFiles()["donnees/\(name).csv"])
            #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]), "\(name)")
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(text.hasSuffix("\"\r\n"))
            for sign in ["=", "+", "-", "@"] { #expect(!text.contains(";\"\(sign)"), "\(name): \(sign)") }
        }
        let competences = try #require(site.published("donnees/competences.csv"))
        #expect(competences.contains("\"'-1+1 gras et lien\""))
        #expect(competences.contains("\"\"\"Citer\"\" ; finir\""))
        #expect(competences.contains("https://exemple.test/p/fiches/rncp90001/#bloc-2"))
        let fiches = try #require(site.published("donnees/fiches.csv"))
        #expect(fiches.contains("\"'=HYPERLINK(\"\"x\"\")"))
        #expect(fiches.contains("\"en-vigueur\";\"2026-11-21\";\"2023-06-30\";\"\";\"2028-06-30\""))
        #expect(fiches.components(separatedBy: "\r\n").count == 4)
    }

    @Test func programsReadTheFactsOfAPageAndNothingBreaksOut() throws {
        let site = try site(plus: "actif: oui")
        for name in ["rncp90001", "rncp90002"] {
            let page = try #require(site.published("fiches/\(name)/index.html"))
            #expect(!page.contains("<script>alert"))
            let block = try #require(page.components(separatedBy: "<script type=\"application/ld+json\">").last)
            let text = try #require(block.components(separatedBy: "</script>").first)
            let graph = try #require(try object(Data(text.utf8))["@graph"] as? [[String: Any]])
            #expect(
                graph.map { $0["@type"] as? String } == [
                    "EducationalOccupationalCredential", "Occupation", "BreadcrumbList",
                ])
            #expect(graph[0]["url"] as? String == "https://exemple.test/p/fiches/\(name)/")
            #expect((graph[1]["qualifications"] as? [String: String])?["@id"] == graph[0]["@id"] as? String)
            let steps = try #require(graph[2]["itemListElement"] as? [[String: Any]])
            #expect(steps.first?["item"] as? String == "https://exemple.test/p/")
            for word in ["Course", "validFor", "2028-06-30"] { #expect(!text.contains(word), "\(word)") }
        }
        let page = try #require(site.published("fiches/rncp90002/index.html"))
        #expect(page.contains("\\u003c/script\\u003e\\u003cscript\\u003ealert(1)"))
    }

    @Test func aMadeUpNumberHasNoOfficialPage() throws {
        let site = try site("numeros_fictifs: [RNCP90001]\n")
        #expect(try #require(site.published("fiches/rncp90001/index.html")).contains("sameAs") == false)
        #expect(try #require(site.published("fiches/rncp90002/index.html")).contains("sameAs"))
    }

    @Test func aBrowserLearnsToSearchWhereTheAddressIsKnown() throws {
        let known = try site("url: https://exemple.test/p/\ntitre: Un très long titre de catalogue & <plus>\n")
        let text = try #require(known.published("opensearch.xml"))
        #expect(text.contains("template=\"https://exemple.test/p/recherche/?q={searchTerms}\""))
        #expect(text.contains("<ShortName>Un très long</ShortName>"))
        #expect(text.contains("<LongName>Un très long titre de catalogue &amp; &lt;plus&gt;</LongName>"))
        #expect(known.published("fiches/index.html")?.contains("href=\"../opensearch.xml\"") == true)
        let unknown = try site("titre: X\n")
        #expect(unknown.published("opensearch.xml") == nil)
        #expect(unknown.published("index.html")?.contains("opensearch") == false)
    }

    @Test func thePageOfTheDataLeadsToAllOfThem() throws {
        let page = try #require(try site().published("donnees/index.html"))
        for target in [
            "index.json", "donnees/fiches.csv", "donnees/blocs.csv", "donnees/competences.csv",
            "donnees/schemas/fiche.schema.json", "echeances/echeances.ics", "echeances/atom.xml",
        ] {
            #expect(page.contains("href=\"../\(target)\""), "\(target)")
        }
        #expect(!page.contains("Licence Ouverte"))
    }

    @Test func nationalDataAreNamedWithTheirLicence() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let export = try String(
            contentsOf: root.appendingPathComponent("Content/fiches/export-demonstration.xml"), encoding: .utf8)
        let fictifs = "numeros_fictifs: [RNCP99902, RNCP99903, RS99911, RS99912]\n"
        let site = try Site([
            "catalogue.yaml": fictifs, "fiches/export.xml": export, "fiches/a.md": FichesEcrites.fiche(),
        ])
        site.build()
        let home = try #require(site.published("index.html"))
        #expect(home.contains("Une partie des fiches de ce catalogue reprend des données des répertoires nationaux"))
        #expect(home.contains("Licence Ouverte&nbsp;2.0"))
        #expect(site.published("fiches/rncp34284/index.html")?.contains("class=\"licence\"") == true)
        for other in ["rncp99902", "rncp90001"] {
            #expect(site.published("fiches/\(other)/index.html")?.contains("class=\"licence\"") == false, "\(other)")
        }
    }
}
