import Diagnostics
import Foundation
import SiteBuild
import Testing
import TestSupport

/// What one build keeps of large documents for the next.
struct KeptReadingTests {
    /// What is kept of large documents, each in files of its own: their remarks come back in their order, and damage is seen.
    @Test(arguments: ["rien", "vide", "tronqué", "renversé", "autre", "absent"])
    func whatIsKeptOfALargeSourceIsHeldAgainstItsHash(_ damage: String) throws {
        var files = [
            "catalogue.yaml": "titre: Pendules\nurl: https://exemple.test/p/\n", "fiches/a.md": FichesEcrites.fiche(),
            "pages/a-propos.md": "---\ntitre: À propos\nmenu: oui\n---\nVoir [une fiche](/fiches/rs901/).\n",
        ]
        let unknown = "## Inconnue\n\nDes mots\n\n## Autre inconnue\n\nEt d’autres\n"
        files["fiches/b.md"] = FichesEcrites.fiche(numero: "RNCP90002", intitule: "Émailleur", corps: unknown)
        files["fiches/c.md"] = FichesEcrites.fiche(numero: "RS901", intitule: "Accueillir", corps: unknown)
        let site = try Site(files)
        func build(_ change: (inout BuildRequest) -> Void = { _ in }) throws -> BuildReport {
            // A large file that was just written is not trusted.
            for name in ["fiches/a.md", "fiches/b.md", "fiches/c.md", "pages/a-propos.md"] {
                try FileManager.default.setAttributes(
                    [.modificationDate: Date(timeIntervalSince1970: 1_600_000_000)],
                    ofItemAtPath: site.content + "/" + name)
            }
            return site.build {
                $0.largeSource = 1
                change(&$0)
            }
        }
        let first = try build()
        #expect(first.diagnostics.count >= 4)
        #expect(first.diagnostics == first.diagnostics.sorted())
        let again = try build()
        #expect(again.diagnostics == first.diagnostics)
        #expect(again.made == 0)
        let cache = site.folder + "/.parchemin/public/cache"
        let names = try FileManager.default.contentsOfDirectory(atPath: cache).filter { $0.hasPrefix("lecture-") }
        #expect(names.count == 9)
        for name in names where damage != "rien" {
            let path = cache + "/" + name
            var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            switch damage {
            case "vide": bytes = Data()
            case "tronqué": bytes = bytes.prefix(bytes.count / 2)
            case "renversé": bytes[bytes.count / 3] ^= 0xFF
            default: bytes = Data("rien de tel".utf8)
            }
            if damage == "absent" {
                try FileManager.default.removeItem(atPath: path)
            } else {
                try bytes.write(to: URL(fileURLWithPath: path))
            }
        }
        try site.write(FichesEcrites.fiche(intitule: "Une pendule changée"), to: "fiches/a.md")
        let report = try build()
        #expect(report.outcome == .published)
        let whole = try build { $0.output = site.folder + "/autre/public" }
        #expect(Site.files(in: site.folder + "/autre/public") == site.publishedFiles())
        #expect(report.diagnostics == whole.diagnostics)
        let last = try build()
        #expect(last.diagnostics == whole.diagnostics)
        #expect(last.made == 0)
    }

    /// A brief report says of the remarks about large documents what people are shown, and how many others there are, whether
    /// they were just made, kept or are told again.
    @Test(arguments: ["rien", "abrégé", "remarques"])
    func aBriefReportCountsWhatItDoesNotSay(_ damage: String) throws {
        let unknown = (1...30).map { "## Inconnue \($0)\n\nDes mots\n" }.joined(separator: "\n")
        let site = try Site([
            "catalogue.yaml": "titre: Pendules\n", "fiches/a.md": FichesEcrites.fiche(),
            "fiches/b.md": FichesEcrites.fiche(numero: "RNCP90002", intitule: "Émailleur", corps: unknown),
        ])
        func build(isBrief: Bool) throws -> BuildReport {
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSince1970: 1_600_000_000)],
                ofItemAtPath: site.content + "/fiches/b.md")
            return site.build {
                $0.largeSource = 1000
                $0.isBrief = isBrief
            }
        }
        func same(_ brief: BuildReport, as full: BuildReport) {
            #expect(brief.outcome == .published)
            #expect(full.rest.isEmpty)
            #expect(!brief.rest.isEmpty)
            let digest = DiagnosticDigest(full.diagnostics)
            #expect(DiagnosticDigest(brief.diagnostics, more: brief.rest) == digest)
            for severity in Diagnostic.Severity.allCases {
                #expect(brief.count(of: severity) == full.count(of: severity))
            }
        }
        let fresh = try build(isBrief: true)
        let full = try build(isBrief: false)
        #expect(full.diagnostics.count >= 30)
        same(fresh, as: full)
        let again = try build(isBrief: true)
        #expect(again.made == 0)
        same(again, as: full)
        let cache = site.folder + "/.parchemin/public/cache/"
        for name in try FileManager.default.contentsOfDirectory(atPath: cache) {
            guard damage != "rien", name.hasSuffix(damage == "abrégé" ? "-bref" : ".remarques") else { continue }
            try Data("rien de tel".utf8).write(to: URL(fileURLWithPath: cache + name))
        }
        try site.write(FichesEcrites.fiche(intitule: "Une pendule changée"), to: "fiches/a.md")
        let edited = try build(isBrief: true)
        same(edited, as: try build(isBrief: false))
    }
}
