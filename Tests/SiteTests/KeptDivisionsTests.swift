import Catalogue
import Diagnostics
import Foundation
import SiteBuild
import TestSupport
import Testing

/// The order of the fiches and the lists in which they stand, as one build leaves them to the next.
struct KeptDivisionsTests {
    /// Order and divisions are those of the last build; where a fiche stands in its document is not.
    @Test func whatIsToldOfAKeptOrderHasTheLinesOfToday() throws {
        let site = try Site([
            "catalogue.yaml": "titre: Pendules\n", "fiches/a.md": FichesEcrites.fiche(),
            "fiches/b.md": FichesEcrites.fiche(numero: "RNCP90002", intitule: "Émailleur"),
            "fiches/z.md": FichesEcrites.fiche(intitule: "La même encore"),
        ])
        let first = site.build()
        let told = first.diagnostics.filter { $0.identifier == .numeroEnDouble }
        #expect(told.count == 1)
        let moved = FichesEcrites.fiche(intitule: "La même encore")
            .replacingOccurrences(of: "---\nnumero_fiche", with: "---\n\n\nnumero_fiche")
        try site.write(moved, to: "fiches/z.md")
        let second = site.build()
        let again = second.diagnostics.filter { $0.identifier == .numeroEnDouble }
        #expect(again.first?.position?.line == told.first?.position.map { $0.line + 2 })
        let whole = site.build { $0.output = site.folder + "/autre/public" }
        #expect(site.publishedFiles() == Site.files(in: site.folder + "/autre/public"))
        #expect(second.diagnostics == whole.diagnostics)
    }

    /// What stands in a whole fiche alone leaves them; a title, a code or another day does not.
    @Test(arguments: ["texte", "titre", "code", "jour", "retrait"])
    func theSiteIsThatOfABuildFromNothing(_ edit: String) throws {
        let site = try Site([
            "catalogue.yaml": "titre: Pendules\nurl: https://exemple.test/p/\n", "fiches/a.md": FichesEcrites.fiche(),
            "fiches/b.md": FichesEcrites.fiche(
                numero: "RNCP90002", intitule: "Émailleur", fin: "2026-12-01"),
        ])
        site.build()
        let path = site.folder + "/.parchemin/public/cache/divisions.cache"
        let kept = try Data(contentsOf: URL(fileURLWithPath: path))
        switch edit {
        case "texte":
            try site.write(FichesEcrites.fiche(corps: "## Historique\n\nUne phrase\n"), to: "fiches/a.md")
        case "titre": try site.write(FichesEcrites.fiche(intitule: "Zingueur"), to: "fiches/a.md")
        case "code": try site.write(FichesEcrites.fiche(rome: "B1601"), to: "fiches/a.md")
        case "jour":
            try site.write(
                "titre: Pendules\nurl: https://exemple.test/p/\ndate: 2030-01-01\n", to: "catalogue.yaml")
        default: try FileManager.default.removeItem(atPath: site.content + "/fiches/b.md")
        }
        site.build()
        site.build { $0.output = site.folder + "/autre/public" }
        #expect(site.publishedFiles() == Site.files(in: site.folder + "/autre/public"))
        let now = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect((now == kept) == (edit == "texte"))
    }
}
