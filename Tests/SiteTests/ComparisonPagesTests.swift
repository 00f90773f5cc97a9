import Foundation
import SiteBuild
import Testing
import TestSupport

/// The pages that put fiches and generations side by side, as they are served: their scripts are tested in a browser.
struct ComparisonPagesTests {
    private func site(_ settings: String = "titre: Pendules\n", second: String = "") throws -> Site {
        let site = try Site([
            "catalogue.yaml": settings, "fiches/a.md": FichesEcrites.fiche(),
            "fiches/b.md": FichesEcrites.fiche(numero: "RNCP90002", intitule: "Horloger d’édifice", plus: second),
        ])
        let report = site.build()
        try #require(report.outcome == .published, "\(report.diagnostics)")
        return site
    }

    @Test func everyFicheLeadsToTheComparison() throws {
        let site = try site()
        let page = try #require(site.published("fiches/rncp90001/index.html"))
        #expect(page.contains("href=\"../../comparer/?f=rncp90001\""))
        let comparison = try #require(site.published("comparer/index.html"))
        #expect(comparison.contains("JavaScript"))
        #expect(comparison.contains("data-index=\"../index.json\""))
        #expect(comparison.contains("<script type=\"module\" src=\"../assets/"))
        #expect(!comparison.lowercased().contains("équivalence"))
    }

    @Test func theScriptsArePublishedBesideEachOther() throws {
        let files = try site().publishedFiles().keys
        let folder = try #require(files.first { $0.hasSuffix("/comparer.js") }).dropLast("comparer.js".count)
        for name in ["versions.js", "fiches.js", "mots.js", "rapprochement.js"] {
            #expect(files.contains(folder + name), "\(name)")
        }
    }

    @Test func noScriptWritesMarkupOrAsksElsewhere() throws {
        let scripts = try site().publishedFiles().filter { $0.key.hasSuffix(".js") }
        #expect(scripts.count >= 7)
        for (path, bytes) in scripts {
            let text = String(decoding: bytes, as: UTF8.self)
            for forbidden in [
                "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function",
            ] {
                #expect(!text.contains(forbidden), "\(path): \(forbidden)")
            }
            #expect(!text.lowercased().contains("équivalence"), "\(path)")
        }
    }

    @Test func aLinkDeclaredByOneSideLeadsFromBothToTheVersions() throws {
        for declared in ["anciennes_certifications: [RNCP90001]", "nouvelles_certifications: [RNCP90001]"] {
            let site = try site(second: declared)
            let later = declared.hasPrefix("anciennes") ? "rncp90002" : "rncp90001"
            let earlier = later == "rncp90001" ? "rncp90002" : "rncp90001"
            let address = "versions/?avant=\(earlier)&amp;apres=\(later)"
            for fiche in [earlier, later] {
                let page = try #require(site.published("fiches/\(fiche)/index.html"))
                #expect(page.contains("href=\"../../\(address)\""), "\(declared), \(fiche)")
            }
            let versions = try #require(site.published("versions/index.html"))
            #expect(versions.components(separatedBy: address).count == 2, "\(declared)")
            #expect(site.published("plan-du-site/index.html")?.contains("versions/") == true)
        }
    }

    @Test func withoutGenerationsThereIsNoPageForThem() throws {
        let site = try site(second: "anciennes_certifications: [RNCP11111]")
        #expect(site.published("versions/index.html") == nil)
        #expect(site.published("fiches/rncp90002/index.html")?.contains("versions/?") == false)
    }

    @Test(arguments: ["comparaison", "json"])
    func comparisonGoesWithItsSwitchAndWithTheData(_ output: String) throws {
        let site = try site(
            "outputs: {\(output): non}\nmenu:\n  - {texte: Comparer, adresse: /comparer/}\n",
            second: "anciennes_certifications: [RNCP90001]")
        #expect(site.published("comparer/index.html") == nil)
        #expect(site.published("versions/index.html") == nil)
        let page = try #require(site.published("fiches/rncp90002/index.html"))
        #expect(!page.contains("comparer/"))
        #expect(!page.contains("versions/"))
    }

    @Test func oneFicheAloneIsComparedWithNothing() throws {
        let site = try Site(["fiches/a.md": FichesEcrites.fiche()])
        #expect(site.build().outcome == .published)
        #expect(site.published("comparer/index.html") == nil)
        #expect(site.published("fiches/rncp90001/index.html")?.contains("comparer/") == false)
    }
}
