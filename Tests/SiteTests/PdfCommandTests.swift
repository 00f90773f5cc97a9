import Foundation
import SiteBuild
import TestSupport
import Testing

/// `parchemin pdf`, without asking which engines the machine has.
struct PdfCommandTests {
    private func site() throws -> Site {
        try Site([
            "catalogue.yaml": "titre: Pendules\nurl: https://exemple.fr/cat/\n",
            "fiches/a.md": FichesEcrites.fiche(plus: "alias: [ancienne]"), "medias/x.png": "image",
        ])
    }

    private func page(_ name: String?, change: (inout BuildRequest) -> Void = { _ in }) throws -> PrintablePage? {
        let site = try site()
        guard case .page(let page) = SiteBuilder.printable(site.request(change), named: name) else { return nil }
        return page
    }

    @Test func withoutAnEngineItSaysWhichToInstall() throws {
        let program = try #require(Executable.path, "parchemin was not built")
        let site = try site()
        let temporary = site.folder + "/tmp"
        try FileManager.default.createDirectory(atPath: temporary, withIntermediateDirectories: true)
        let run = try Executable.run(
            program, ["pdf", "rncp90001", "--content", site.content, "-o", site.folder + "/a.pdf"],
            environment: ["PATH": "", "TMPDIR": temporary])
        #expect(run.code == 69)
        let remarks = String(decoding: run.remarks, as: UTF8.self)
        #expect(remarks.contains("[outil-manquant]") && remarks.contains("weasyprint") && remarks.contains("chromium"))
        #expect(!FileManager.default.fileExists(atPath: site.folder + "/a.pdf"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: temporary).isEmpty)
    }

    @Test func anEngineThatFailsIsSaidAndNothingIsLeft() throws {
        let program = try #require(Executable.path, "parchemin was not built")
        let site = try site()
        let tools = site.folder + "/outils"
        let temporary = site.folder + "/tmp"
        for folder in [tools, temporary] {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        }
        let script = tools + "/weasyprint"
        try Executable.writeScript("echo 'plus de papier' >&2\nexit 4", at: script)
        let arguments = ["pdf", "rncp90001", "--content", site.content, "-o", site.folder + "/a.pdf"]
        let failed = try Executable.run(program, arguments, environment: ["PATH": tools, "TMPDIR": temporary])
        #expect(failed.code == 69)
        #expect(String(decoding: failed.remarks, as: UTF8.self).contains("plus de papier"))
        // One that says that all is well and writes nothing.
        try Executable.writeScript("exit 0", at: script)
        let silent = try Executable.run(program, arguments, environment: ["PATH": tools, "TMPDIR": temporary])
        #expect(silent.code == 69)
        #expect(String(decoding: silent.remarks, as: UTF8.self).contains("pas écrit de PDF"))
        // One that writes: the last argument is where. The PDF then takes its place whole.
        try Executable.writeScript(
            "for a; do :; done\necho '%PDF-1.7 /ModDate (D:20261231235959Z)' > \"$a\"", at: script)
        let made = try Executable.run(
            program, arguments + ["--date", "2026-01-15"], environment: ["PATH": tools, "TMPDIR": temporary])
        #expect(made.code == 0)
        let pdf = try #require(FileManager.default.contents(atPath: site.folder + "/a.pdf"))
        #expect(String(decoding: pdf, as: UTF8.self).contains("(D:20260115000000Z)"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: temporary).isEmpty)
    }

    @Test func anUnknownNameGetsTheNearest() async throws {
        let site = try site()
        let fiche = await site.run("pdf", "rncp90010", "--content", "{content}")
        #expect(fiche.status == .usage)
        #expect(fiche.remarks.contains("[nom-inconnu]") && fiche.remarks.contains("« rncp90001 »"))
        let livret = await site.run("pdf", "livrets/catalgue", "--content", "{content}")
        #expect(livret.status == .usage && livret.remarks.contains("catalogue"))
        let moteur = await site.run("pdf", "rncp90001", "--content", "{content}", "--moteur", "chrome")
        #expect(moteur.status == .usage && moteur.remarks.contains("[moteur-inconnu]"))
    }

    @Test(arguments: ["rncp90001", "RNCP90001", "rncp 90001", "ancienne"])
    func aFicheHasItsNames(name: String) throws {
        let page = try #require(try page(name))
        #expect(page.name == "rncp90001" && page.page == "fiches/rncp90001/index.html")
        #expect(page.attachments.keys.sorted() == ["rncp90001.json"])
    }

    @Test func aBookletAndADocumentCanBePrinted() throws {
        #expect(try #require(try page("catalogue")).page == "livrets/catalogue/index.html")
        #expect(try #require(try page("livrets/catalogue")).files["livrets/catalogue/pages.css"] != nil)
        let document = try site()
        guard
            case .page(let page) = SiteBuilder.printable(
                document.request { $0.document = document.content + "/fiches/a.md" }, named: nil)
        else {
            Issue.record("no page")
            return
        }
        #expect(page.name == "rncp90001")
    }

    @Test func onlyWhatPrintingNeedsIsTakenAlong() throws {
        let page = try #require(try page("rncp90001"))
        #expect(page.files.keys.contains { $0.hasSuffix("impression.css") })
        #expect(!page.files.keys.contains { $0.hasSuffix(".js") || $0.hasSuffix(".png") || $0 == "index.html" })
        let html = String(decoding: try #require(page.files[page.page]), as: UTF8.self)
        #expect(!html.contains("<script"))
        // Links to other pages name the site and not the folder in which it is printed.
        #expect(html.contains("<a href=\"https://exemple.fr/cat/rome/b1604/\">"))
        #expect(html.contains("href=\"#blocs\"") && !html.contains("<a href=\"../"))
    }
}
