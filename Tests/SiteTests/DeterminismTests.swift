import Foundation
import Testing
import TestSupport

/// The same input gives the same bytes, wherever and however it is built.
struct DeterminismTests {
    private static let files = [
        "catalogue.yaml": "titre: Pendules\nurl: https://exemple.test/p/\ncouleur: \"#345678\"\n",
        "fiches/a.md": FichesEcrites.fiche(plus: "alias: [ancienne]"),
        "fiches/b.md": FichesEcrites.fiche(numero: "RNCP90002", intitule: "Émailleur", rome: "B1601", nsf: "223"),
        "fiches/c.md": FichesEcrites.fiche(numero: "RS901", intitule: "Accueillir", fin: "2020-01-01"),
        "pages/a-propos.md": "---\ntitre: À propos\nmenu: oui\n---\nBonjour.\n", "medias/p.svg": "<svg xmlns='x'/>",
    ]

    @Test func aSecondBuildHasTheSameBytes() throws {
        let site = try Site(Self.files)
        site.build()
        let first = site.publishedFiles()
        site.build()
        #expect(site.publishedFiles() == first)
        #expect(first.count > 30)
    }

    @Test func aCleanBuildElsewhereHasTheSameBytes() throws {
        let here = try Site(Self.files)
        let there = try Site(Self.files, name: "un autre dossier, plus long")
        here.build()
        there.build { $0.threads = 7 }
        #expect(here.publishedFiles() == there.publishedFiles())
        #expect(!here.publishedFiles().isEmpty)
    }

    @Test func oneThreadOrMany() throws {
        let site = try Site(Self.files)
        site.build { $0.threads = 1 }
        let one = site.publishedFiles()
        let report = site.build { $0.threads = 5 }
        #expect(site.publishedFiles() == one)
        #expect(report.files.written == 0)
    }

    @Test func anEditGivesTheBytesOfACleanBuild() throws {
        let edited = try Site(Self.files.merging(["fiches/b.md": FichesEcrites.fiche(numero: "RNCP90005")]) { $1 })
        edited.build()
        try edited.write(Self.files["fiches/b.md"] ?? "", to: "fiches/b.md")
        edited.build()
        let clean = try Site(Self.files)
        clean.build()
        #expect(edited.publishedFiles() == clean.publishedFiles())
    }

    @Test(.enabled(if: Executable.path != nil, "the program was not built with the tests"))
    func localeZoneAndFolderOfTheProcessDoNotMatter() throws {
        let program = try #require(Executable.path)
        let site = try Site(Self.files)
        var sites: [[String: Data]] = []
        let environments = [
            ["LC_ALL": "C", "TZ": "Pacific/Kiritimati"],
            ["LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Pago_Pago", "LANG": "de_DE"],
        ]
        for (index, environment) in environments.enumerated() {
            let folder = index == 0 ? site.folder : site.content + "/fiches"
            let output = site.folder + "/sortie-\(index)"
            let result = try Executable.run(
                program, ["build", "--content", site.content, "--output", output, "--date", "2026-11-21"],
                environment: environment, folder: folder)
            #expect(result.code == 0, "\(String(decoding: result.remarks, as: UTF8.self))")
            sites.append(Site.files(in: output))
        }
        #expect(sites[0] == sites[1])
        #expect(sites[0].count > 30)
    }

    @Test(.enabled(if: Executable.path != nil, "the program was not built with the tests"))
    func theProgramEndsWithItsCodes() throws {
        let program = try #require(Executable.path)
        let site = try Site(["fiches/vide.txt": ""])
        func code(_ arguments: String...) throws -> Int32 { try Executable.run(program, arguments).code }
        #expect(try code("--version") == 0)
        #expect(try code("inconnue") == 64)
        #expect(try code("build", "--content", site.folder + "/rien") == 65)
        #expect(try code("build", "--content", site.content, "--output", site.output) == 1)
        #expect(try code("build", "--content", site.content, "--output", "/dev/null/public") == 73)
    }
}
