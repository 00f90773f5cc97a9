import Foundation
import Testing
import TestSupport

/// `parchemin convert`, PDFs on the command line, and the table of `check`.
struct ConvertTests {
    @Test func eachFicheGivesAFileThatIsReadAsTheSame() async throws {
        let site = try Site([
            "fiches/a.md": FichesEcrites.fiche(),
            "fiches/b.md": FichesEcrites.fiche(numero: "RS901", intitule: "Autre"),
        ])
        let run = await site.run(
            "convert", "{content}/fiches/a.md", "{content}/fiches/b.md", "--output", "{site}/neuf/fiches")
        #expect(run.status == .done, "\(run.remarks)")
        #expect(run.output == "\(site.folder)/neuf/fiches/rncp90001.md\n\(site.folder)/neuf/fiches/rs901.md\n")
        let before = try #require(try await site.run("parse", "{content}/fiches/a.md").json() as? [String: Any])
        let after = try #require(
            try await site.run("parse", "{site}/neuf/fiches/rncp90001.md").json() as? [String: Any])
        for key in before.keys where key != "source" {
            #expect((before[key] as? NSObject) == (after[key] as? NSObject), "\(key)")
        }
    }

    @Test func nothingIsOverwrittenUnlessForced() async throws {
        let site = try Site(["fiches/a.md": FichesEcrites.fiche()])
        try site.write("à moi", to: "neuf/rncp90001.md")
        let refused = await site.run("convert", "{content}/fiches/a.md", "-o", "{content}/neuf")
        #expect(refused.status == .cannotWrite)
        #expect(refused.remarks.contains("[fichier-existant]"))
        #expect(refused.output.isEmpty)
        #expect(Site.files(in: site.content + "/neuf") == ["rncp90001.md": Data("à moi".utf8)])
        let forced = await site.run("convert", "{content}/fiches/a.md", "-o", "{content}/neuf", "--force")
        #expect(forced.status == .done)
        #expect(Site.files(in: site.content + "/neuf")["rncp90001.md"] != Data("à moi".utf8))
    }

    @Test func twoDocumentsOfOneFicheAndUnreadableOnesAreSaid() async throws {
        let site = try Site([
            "fiches/a.md": FichesEcrites.fiche(), "fiches/b.md": FichesEcrites.fiche(intitule: "Autre"),
            "c.txt": "rien",
        ])
        let run = await site.run(
            "convert", "{content}/fiches/a.md", "{content}/fiches/b.md", "{content}/c.txt", "{content}/d.txt", "-o",
            "{site}/neuf")
        #expect(run.status == .unreadable)
        for identifier in ["fiche-en-double", "format-inconnu", "fichier-inaccessible"] {
            #expect(run.remarks.contains("[\(identifier)]"))
        }
        #expect(Site.files(in: site.folder + "/neuf").count == 1)
    }

    @Test(.enabled(if: Executable.path != nil, "le programme n’est pas construit : ce contrôle n’a pas eu lieu"))
    func aPDFWithoutPdftotextEndsWith69() async throws {
        let site = try Site(["fiches/a.pdf": "%PDF-1.4\n"])
        let program = try #require(Executable.path)
        for arguments in [
            ["parse", site.content + "/fiches/a.pdf"], ["convert", site.content + "/fiches/a.pdf", "-o", site.folder],
            ["build", "--content", site.content, "--output", site.output],
        ] {
            let run = try Executable.run(program, arguments, environment: ["PATH": site.folder])
            #expect(run.code == 69, "\(arguments[0])")
            #expect(String(decoding: run.remarks, as: UTF8.self).contains("poppler-utils"))
        }
    }

    /// What was read without the program is not what is read with it, or with another one.
    @Test(.enabled(if: Executable.path != nil, "le programme n’est pas construit : ce contrôle n’a pas eu lieu"))
    func aPDFIsReadAgainOnceItsProgramIsThere() throws {
        let site = try Site(["fiches/a.pdf": "%PDF-1.4\n", "fiches/b.md": FichesEcrites.fiche()])
        let program = try #require(Executable.path)
        func build() throws -> (code: Int32, remarks: String) {
            let run = try Executable.run(
                program, ["build", "--content", site.content, "--output", site.output],
                environment: ["PATH": site.folder])
            return (run.code, String(decoding: run.remarks, as: UTF8.self))
        }
        for _ in 0..<2 { #expect(try build().code == 69) }
        for word in ["oxydé", "doré"] {
            // Written by another process: a file that this one has open for writing could not be run.
            let made = try Executable.run(
                "/bin/sh", ["-c", "printf '%s' \"$TEXTE\" >\"$OUTIL\" && chmod 755 \"$OUTIL\""],
                environment: [
                    "OUTIL": site.folder + "/pdftotext", "TEXTE": "#!/bin/sh\necho 'Papier \(word)' >&2\nexit 1\n",
                ])
            #expect(made.code == 0)
            for _ in 0..<2 {
                let (code, remarks) = try build()
                #expect(code == 1)
                #expect(remarks.contains(word), "\(remarks)")
            }
        }
    }

    @Test func explainShowsPartsAndWhatIsDerived() async throws {
        let site = try Site(["fiches/a.md": FichesEcrites.fiche()])
        let text = await site.run("parse", "{content}/fiches/a.md", "--explain").output
        #expect(text.contains("identifiant                         déduit de « numero_fiche »"))
        #expect(text.contains("  1. Démonter une pendule"))
        let report = try #require(
            try await site.run("parse", "{content}/fiches/a.md", "--explain", "--json").json() as? [[String: Any]])
        let details = try #require(report.first?["details"] as? [String: [[String: Any]]])
        #expect(details["blocs_competences"]?.first?["cle"] as? String == "1")
        #expect((details["blocs_competences"]?.first?["lignes"] as? [Int])?.isEmpty == false)
        #expect((report.first?["deduits"] as? [String: Any])?["repertoire"] as? String == "numero_fiche")
    }

    @Test func theTableOfCheckSumsUp() async throws {
        let site = try Site([
            "fiches/a.md": FichesEcrites.fiche(),
            "fiches/b.md": FichesEcrites.fiche(numero: "RS901", intitule: "Autre", corps: "## Inconnue\n\nDes mots\n"),
        ])
        let run = await site.run("check", "--content", "{content}")
        let lines = run.output.split(separator: "\n").map(String.init)
        #expect(lines[0].hasPrefix("Document"))
        #expect(
            lines.contains { $0.hasPrefix("2 documents") && $0.contains("2 fiches") && $0.contains("1 avertissement") })
        let row = try #require(lines.first { $0.hasPrefix("fiches/b.md") })
        #expect(!row.contains("100,0 %"))
        #expect(lines.first { $0.hasPrefix("fiches/a.md") }?.contains("100,0 %") == true)
    }
}
