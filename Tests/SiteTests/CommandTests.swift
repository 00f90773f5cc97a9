import Foundation
import Testing
import TestSupport

/// The commands, as somebody types them.
struct CommandTests {
    private func site() throws -> Site { try Site(["fiches/a.md": FichesEcrites.fiche()]) }

    @Test func parsePrintsTheFicheOfTheContract() async throws {
        let run = try await site().run("parse", "{content}/fiches/a.md")
        #expect(run.status == .done)
        #expect(run.remarks.isEmpty)
        let fiche = try #require(try run.json() as? [String: Any])
        #expect(fiche["numero_fiche"] as? String == "RNCP90001")
        #expect((fiche["voies_acces"] as? [String: Any])?.count == 6)
        #expect((fiche["blocs_competences"] as? [Any])?.count == 1)
    }

    @Test func coverageAccountsForEveryWord() async throws {
        let site = try site()
        let run = await site.run("parse", "{content}/fiches/a.md", "--coverage", "--json")
        let account = try #require(try run.json() as? [String: Any])
        let furniture = try #require(account["mise_en_page"] as? [String: Int])
        let words = try #require(account["mots"] as? Int)
        let taken = try #require(account["repris"] as? Int)
        let left = try #require(account["non_reconnus"] as? Int)
        #expect(words > 50)
        #expect(words == taken + furniture.values.reduce(0, +) + left)
        let table = await site.run("parse", "{content}/fiches/a.md", "--coverage")
        #expect(table.output.contains("repris dans la fiche"))
        #expect(table.output.contains("100,0 %"))
    }

    @Test func explainNamesTheLines() async throws {
        let run = try await site().run("parse", "{content}/fiches/a.md", "--explain")
        #expect(run.output.contains("intitule"))
        #expect(run.output.contains("ligne 3\n"))
    }

    @Test func markdownCanBeReadAgain() async throws {
        let site = try site()
        let first = await site.run("parse", "{content}/fiches/a.md", "--markdown")
        try site.write(first.output, to: "fiches/a.md")
        let second = await site.run("parse", "{content}/fiches/a.md", "--markdown")
        #expect(second.output == first.output)
        #expect(second.status == .done)
        #expect(!first.output.isEmpty)
    }

    @Test func aFileThatIsNotThereIsSaid() async throws {
        let run = try await site().run("parse", "{content}/rien.md")
        #expect(run.status == .unreadable)
        #expect(run.output.isEmpty)
        #expect(run.remarks.contains("n’existe pas"))
    }

    @Test func buildReportsInWordsAndInJSON() async throws {
        let site = try site()
        let words = await site.run("build", "--content", "{content}", "--output", "{output}", "--date", "2026-11-21")
        #expect(words.status == .done)
        #expect(words.output.contains("Date des états : 2026-11-21 (option --date)"))
        #expect(words.remarks.isEmpty)
        let run = await site.run(
            "build", "--content", "{content}", "--output", "{output}", "--date", "2026-11-21", "--json")
        let report = try #require(try run.json() as? [String: Any])
        #expect(report["resultat"] as? String == "publié")
        #expect((report["nombres"] as? [String: Int])?["fiches"] == 1)
    }

    @Test func strictPromotesWarnings() async throws {
        let site = try site()
        try site.write("titre: X\nsoustitre: Y\n", to: "catalogue.yaml")
        let mild = await site.run("build", "--content", "{content}", "--output", "{output}")
        #expect(mild.status == .done)
        #expect(mild.remarks.contains("catalogue.yaml:2:1: warning:"))
        let strict = await site.run("build", "--content", "{content}", "--output", "{output}", "--strict")
        #expect(strict.status == .warnings)
    }

    @Test func dryRunWritesNothing() async throws {
        let site = try site()
        let run = await site.run("build", "--content", "{content}", "--output", "{output}", "--dry-run")
        #expect(run.status == .done)
        #expect(run.output.contains("fiches/rncp90001/index.html\n"))
        #expect(try site.siblings() == ["Content"])
    }

    @Test func checkShowsEachDocument() async throws {
        let site = try site()
        try site.write("", to: "fiches/vide.txt")
        let run = await site.run("check", "--content", "{content}")
        #expect(run.status == .contentErrors)
        #expect(run.output.contains("fiches/a.md"))
        #expect(run.output.contains("markdown"))
        #expect(run.remarks.contains("[fichier-vide]"))
        #expect(try site.siblings() == ["Content"])
        let json = try #require(
            try await site.run("check", "--content", "{content}", "--json").json() as? [String: Any])
        #expect((json["documents"] as? [[String: Any]])?.count == 2)
    }

    @Test func initMakesACatalogueWithoutAnyFault() async throws {
        let site = try Site([:])
        let made = await site.run("init", "{site}/neuf")
        #expect(made.status == .done)
        let check = await site.run("check", "--content", "{site}/neuf", "--strict")
        #expect(check.status == .done, "\(check.remarks)")
        let built = await site.run("build", "--content", "{site}/neuf", "--output", "{output}", "--strict")
        #expect(built.status == .done)
        let again = await site.run("init", "{site}/neuf")
        #expect(again.status == .cannotWrite)
        #expect(again.remarks.contains("[dossier-non-vide]"))
    }

    @Test func helpIsInFrench() async throws {
        let site = try site()
        let help = await site.run("--help")
        #expect(help.status == .done)
        for command in ["build", "check", "parse", "init", "serve"] { #expect(help.output.contains("  \(command) ")) }
        for arguments in [["--help"], ["help", "build"], ["parse", "--help"], ["check", "--help"]] {
            let run = await Run.command(arguments)
            #expect(run.status == .done)
            for word in ["USAGE:", "OPTIONS:", "OVERVIEW", "SUBCOMMANDS", "Show ", "(default"] {
                #expect(!run.output.contains(word), "\(arguments): \(word)")
            }
        }
    }

    @Test(arguments: [
        ["inconnue"], ["build", "--sortie", "x"], ["parse"], ["build", "--date", "hier"], ["build", "--content"],
        ["init"],
    ])
    func wrongCallsAreUsage(_ arguments: [String]) async {
        let run = await Run.command(arguments)
        #expect(run.status == .usage)
        #expect(!run.remarks.isEmpty)
        #expect(run.output.isEmpty)
    }
}
