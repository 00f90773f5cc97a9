import Foundation
import TestSupport
import Testing

@testable import SiteBuild

/// What a build says of its cost.
struct BuildMeasuresTests {
    private func site() throws -> Site {
        try Site([
            "fiches/a.md": FichesEcrites.fiche(),
            "fiches/b.md": FichesEcrites.fiche(numero: "RNCP90002", intitule: "Accordeur de carillons"),
        ])
    }

    private func build(_ site: Site, _ more: String...) async -> Run {
        await Run.command(
            ["build", "--content", site.content, "--output", site.output, "--date", "2026-11-21"] + more)
    }

    @Test func nothingIsMeasuredUnlessAskedFor() async throws {
        let site = try site()
        let json = try await #require(build(site, "--json").json() as? [String: Any])
        #expect(json["mesures"] == nil)
        #expect(await !build(site).output.contains("Durée"))
        #expect(site.build().measures == nil)
    }

    @Test func theWordsNameStagesTemplatesPagesAndLists() async throws {
        let run = await build(try site(), "--report")
        #expect(run.status == .done)
        let lines = run.output.split(separator: "\n").map(String.init)
        for beginning in [
            "Durée  ", "Processeur  ", "Mémoire au plus haut  ", "Écrit  ", "lecture  ", "rendu  ", "fiche  ",
        ] {
            #expect(lines.contains { $0.hasPrefix(beginning) }, "\(beginning)")
        }
        for title in ["Pages les plus lourdes", "Autres fichiers les plus lourds", "Listes les plus longues"] {
            #expect(lines.contains(title), "\(title)")
        }
        #expect(lines.contains("2 fiches  certificateurs/chambre-des-pendules/"))
    }

    @Test func sizesAreThoseOfTheFiles() async throws {
        let site = try site()
        let json = try await #require(build(site, "--report", "--json").json() as? [String: Any])
        let measures = try #require(json["mesures"] as? [String: Any])
        let files = site.publishedFiles().filter { $0.key != ".parchemin-manifeste" }
        let total = files.values.reduce(0) { $0 + $1.count }
        #expect(measures["octets_du_site"] as? Int == total)
        #expect(measures["octets_ecrits"] as? Int == total)
        let natures = try #require(measures["gabarits"] as? [[String: Any]])
        #expect(natures.reduce(0) { $0 + ($1["octets"] as? Int ?? 0) } == total)
        #expect(natures.reduce(0) { $0 + ($1["nombre"] as? Int ?? 0) } == files.count)
        let fiches = try #require(natures.first { $0["nom"] as? String == "fiche" })
        #expect(fiches["nombre"] as? Int == 2)
        #expect(fiches["rendus"] as? Int == 2)
        let pages = try #require(measures["pages_les_plus_lourdes"] as? [[String: Any]])
        let heaviest = files.filter { $0.key.hasSuffix(".html") }.map(\.value.count).max()
        #expect(pages.first?["octets"] as? Int == heaviest)
        #expect(pages.count == 10)
    }

    @Test func whatIsKeptIsNotCountedAsMade() async throws {
        let site = try site()
        _ = await build(site)
        try site.write(FichesEcrites.fiche(corps: "- Épreuve écrite"), to: "fiches/a.md")
        let json = try await #require(build(site, "--report", "--json").json() as? [String: Any])
        let measures = try #require(json["mesures"] as? [String: Any])
        let natures = try #require(measures["gabarits"] as? [[String: Any]])
        let fiches = try #require(natures.first { $0["nom"] as? String == "fiche" })
        #expect(fiches["nombre"] as? Int == 2)
        #expect(fiches["rendus"] as? Int == 1)
        #expect((fiches["plus_long"] as? [String: Any])?["chemin"] as? String == "fiches/rncp90001/index.html")
        let total = site.publishedFiles().values.reduce(0) { $0 + $1.count }
        let written = try #require(measures["octets_ecrits"] as? Int)
        #expect(written > 0)
        #expect(written < total)
    }

    @Test func aBuildWithNothingToDoSaysItsStagesOnly() async throws {
        let site = try site()
        _ = await build(site)
        let run = await build(site, "--report")
        #expect(run.output.contains("0 écrit"))
        let titles = run.output.split(separator: "\n").map { $0.prefix { $0 != " " } }
        #expect(titles.contains("Durée"))
        #expect(titles.contains("découverte"))
        #expect(run.output.contains("\nÉcrit") && run.output.contains("0 fichier, 0\u{A0}octet"))
    }

    @Test func theSiteIsTheSameWithMeasures() async throws {
        let (plain, measured) = (try site(), try site())
        _ = await build(plain)
        _ = await build(measured, "--report")
        #expect(plain.publishedFiles() == measured.publishedFiles())
    }

    @Test func aDryRunIsMeasuredToo() async throws {
        let site = try site()
        let report = site.build {
            $0.dryRun = true
            $0.measured = true
        }
        let measures = try #require(report.measures)
        #expect(
            measures.times.all.map(\.stage) == [
                .decouverte, .lecture, .assemblage, .plan, .rendu, .recherche, .verification,
            ])
        #expect(measures.natures.reduce(0) { $0 + $1.outputs } == report.outputs.count)
    }

    @Test func theLargestComeFirstAndEqualOnesInOrder() {
        var largest = Largest(3)
        for (path, size) in [("b", 5), ("a", 5), ("c", 1), ("d", 9), ("e", 5)] { largest.add(path, size) }
        #expect(largest.entries.map(\.path) == ["d", "a", "b"])
    }
}
