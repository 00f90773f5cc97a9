import SiteBuild
import Testing
import TestSupport

/// `build --explain`: why an output was made again, or not.
struct ExplainTests {
    private static let files = [
        "catalogue.yaml": "titre: Pendules\nurl: https://exemple.test/p/\n",
        "fiches/a.md": FichesEcrites.fiche(plus: "nouvelles_certifications:\n  - numero_fiche: RNCP90002"),
        "fiches/b.md": FichesEcrites.fiche(numero: "RNCP90002", intitule: "Émailleur", rome: "B1601"),
        "fiches/c.md": FichesEcrites.fiche(numero: "RNCP90003", intitule: "Horloger"),
        "fiches/d.md": FichesEcrites.fiche(numero: "RNCP90004", intitule: "Graveur"),
        "pages/a-propos.md": "---\ntitre: À propos\n---\nVoir [une fiche](/fiches/rncp90002/).\n",
    ]

    private func explanation(
        _ site: Site, _ path: String, _ change: (inout BuildRequest) -> Void = { _ in }
    ) throws -> OutputExplanation {
        let report = site.build {
            change(&$0)
            $0.explain = [path]
        }
        return try #require(report.explanations.first)
    }

    @Test func theFirstBuildHasNothingToRestOn() throws {
        let site = try Site(Self.files)
        let said = try explanation(site, "fiches/rncp90001/index.html")
        #expect(said.outcome == .refait)
        #expect(said.reasons.first?.contains("n’avait pas ce fichier") == true)
    }

    @Test func whatDidNotChangeIsKept() throws {
        let site = try Site(Self.files)
        site.build()
        let said = try explanation(site, "fiches/rncp90001/index.html")
        #expect(said.outcome == .garde)
        #expect(said.reasons.first == "sa source dit la même chose\u{A0}: fiches/a.md")
        #expect(said.text.hasPrefix("fiches/rncp90001/index.html\u{A0}: gardé du dernier site\n  – "))
    }

    @Test func anEditedSourceIsNamed() throws {
        let site = try Site(Self.files)
        site.build()
        try site.write(
            FichesEcrites.fiche(numero: "RNCP90003", intitule: "Horloger", corps: "## Historique\n\nAutrefois.\n"),
            to: "fiches/c.md")
        let would = try explanation(site, "/fiches/rncp90003/") { $0.dryRun = true }
        #expect(would.outcome == .seraitRefait)
        #expect(would.reasons == ["sa source a changé\u{A0}: fiches/c.md"])
        let did = try explanation(site, "fiches/rncp90003")
        #expect(did.outcome == .refait)
        #expect(did.reasons == would.reasons)
    }

    @Test func anotherAnswerOfTheCatalogueIsNamed() throws {
        let site = try Site(Self.files)
        site.build()
        try site.write(
            FichesEcrites.fiche(numero: "RNCP90002", intitule: "Émailleur d’art", rome: "B1601"), to: "fiches/b.md")
        let said = try explanation(site, "fiches/rncp90001/index.html")
        #expect(said.outcome == .refait)
        #expect(said.reasons.first?.contains("la fiche RNCP90002") == true)
    }

    @Test func whatAllPagesShareIsNamed() throws {
        let site = try Site(Self.files)
        site.build()
        try site.write("<tr><td>{{titre}}</td></tr>\n", to: "theme/templates/ligne.mustache")
        let said = try explanation(site, "fiches/rncp90001/index.html")
        #expect(said.outcome == .refaitIdentique)
        #expect(said.reasons.first?.hasSuffix("le thème") == true)
    }

    @Test func anAddressThatIsGoneIsNamed() throws {
        let fiche = FichesEcrites.fiche(
            numero: "RNCP90003", intitule: "Horloger", corps: "## Historique\n\nVoir [ceci](/fiches/rncp90004/).\n")
        let site = try Site(Self.files.merging(["fiches/c.md": fiche]) { $1 })
        site.build()
        try site.remove("fiches/d.md")
        let said = try explanation(site, "fiches/rncp90003/index.html")
        #expect(said.outcome == .refaitIdentique)
        #expect(said.reasons.first?.contains("n’existe plus\u{A0}: fiches/rncp90004/index.html") == true)
    }

    @Test func aPageOfTheCatalogueIsMadeWhenAnythingOfItChanged() throws {
        let site = try Site(Self.files)
        site.build()
        try site.remove("fiches/d.md")
        let said = try explanation(site, "a-propos/index.html")
        #expect(said.outcome == .refaitIdentique)
        #expect(said.reasons.first?.hasPrefix("ce fichier dépend de tout le catalogue") == true)
    }

    @Test func aFileThatWasChangedByHandIsSaidSo() throws {
        let site = try Site(Self.files)
        site.build()
        try site.writeForeign("autre chose", to: "fiches/rncp90001/index.html")
        let said = try explanation(site, "fiches/rncp90001/index.html")
        #expect(said.outcome != .garde)
        #expect(said.reasons == ["le fichier publié manque ou a été modifié à la main"])
    }

    @Test func tablesNameTheFichesThatChanged() throws {
        let site = try Site(Self.files)
        site.build()
        try site.write(FichesEcrites.fiche(intitule: "Pendulier"), to: "fiches/a.md")
        let said = try explanation(site, "donnees/fiches.csv")
        #expect(said.outcome == .refait)
        #expect(said.reasons.first?.contains("fiches/rncp90001/index.html") == true)
    }

    @Test func anUnknownPathIsToldWithTheNearest() async throws {
        let site = try Site(Self.files)
        let report = site.build { $0.explain = ["fiches/rncp90001/indx.html"] }
        let problem = try #require(report.diagnostic("chemin-inconnu"))
        #expect(problem.hint == "Le plus proche : « fiches/rncp90001/index.html »")
        #expect(report.explanations.isEmpty)
    }

    @Test func theCommandSaysIt() async throws {
        let site = try Site(Self.files)
        let run = await site.run(
            "build", "-c", "{content}", "-o", "{output}", "--date", "2026-11-21", "--explain", "index.html")
        #expect(run.status == .done)
        #expect(run.output.contains("index.html\u{A0}: refait\n  – "))
    }
}
