import Testing
import TestSupport

/// Every bad input is answered with its file, and the rest is published.
struct BadInputTests {
    private static let good = FichesEcrites.fiche()

    private func site(_ name: String, _ bytes: [UInt8]) throws -> Site {
        let site = try Site(["fiches/bonne.md": Self.good])
        try site.write(bytes: bytes, to: name)
        return site
    }

    private func expectLeftOut(_ site: Site, _ identifier: String, file: String) throws {
        let report = site.build()
        let diagnostic = try #require(report.diagnostic(identifier), "\(report.diagnostics)")
        #expect(diagnostic.severity == .error)
        #expect(diagnostic.file == file)
        #expect(report.outcome == .published)
        #expect(report.fiches == 1)
        #expect(site.published("fiches/rncp90001/index.html") != nil)
    }

    @Test func anEmptyFile() throws {
        let site = try site("fiches/vide.txt", [])
        try expectLeftOut(site, "fichier-vide", file: "fiches/vide.txt")
    }

    @Test func aBinaryFile() throws {
        let site = try site("fiches/image.dat", [0x00, 0x01, 0xFF, 0x00, 0x42])
        try expectLeftOut(site, "fichier-binaire", file: "fiches/image.dat")
    }

    @Test func anOfficeDocument() throws {
        let site = try site("fiches/fiche.docx", [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00])
        try expectLeftOut(site, "document-bureautique", file: "fiches/fiche.docx")
    }

    @Test func aPDF() throws {
        let site = try site("fiches/fiche.pdf", Array("%PDF-1.7\n".utf8))
        // Which of the two depends on the machine.
        let identifiers = site.build { $0.dryRun = true }.identifiers
        try expectLeftOut(
            site, identifiers.contains("outil-manquant") ? "outil-manquant" : "pdf-illisible", file: "fiches/fiche.pdf")
    }

    @Test func aTextOfNoKnownShape() throws {
        let site = try site("fiches/courses.txt", Array("du pain\ndu lait\n".utf8))
        try expectLeftOut(site, "format-inconnu", file: "fiches/courses.txt")
    }

    @Test func latin1TextIsReadWithAWarning() throws {
        let text = FichesEcrites.fiche(numero: "RNCP90002", intitule: "Régleur de précision")
        let latin = text.unicodeScalars.map { $0.value < 256 ? UInt8($0.value) : UInt8(ascii: "'") }
        let site = try site("fiches/latin.md", latin)
        let report = site.build()
        let warning = try #require(report.diagnostic("encodage-suppose"))
        #expect(warning.severity == .warning)
        #expect(warning.file == "fiches/latin.md")
        #expect(report.fiches == 2)
        #expect(site.published("fiches/rncp90002/index.html")?.contains("Régleur de précision") == true)
    }

    @Test func aTruncatedFlow() throws {
        let flow = """
            <?xml version="1.0" encoding="UTF-8"?>
            <FICHES>
            <VERSION_FLUX>4.1</VERSION_FLUX>
            <FICHE><ID_FICHE>1</ID_FICHE><NUMERO_FICHE>RNCP90003</NUMERO_FICHE><INTITULE>Horloger
            """
        let site = try site("fiches/flux.xml", Array(flow.utf8))
        let report = site.build()
        #expect(report.diagnostics.contains { $0.severity == .error && $0.file == "fiches/flux.xml" })
        #expect(report.outcome == .published)
        #expect(site.published("fiches/rncp90001/index.html") != nil)
    }

    @Test func aWrongKeyIsAnsweredWithTheNearest() throws {
        let text = FichesEcrites.fiche(numero: "RNCP90002").replacing("intitule:", with: "intitulle:")
        let site = try site("fiches/cle.md", Array(text.utf8))
        let report = site.build()
        let diagnostic = try #require(report.diagnostic("cle-inconnue"))
        #expect(diagnostic.file == "fiches/cle.md")
        #expect(diagnostic.position?.line == 3)
        #expect(diagnostic.hint?.contains("intitule") == true)
    }

    @Test func aFicheWithoutATitle() throws {
        let text = "---\nnumero_fiche: RNCP90002\n---\n\n## Activités visées\n\nRien.\n"
        let site = try site("fiches/sans-titre.md", Array(text.utf8))
        try expectLeftOut(site, "fiche-sans-titre", file: "fiches/sans-titre.md")
    }

    @Test func twoFichesWithOneNumberAreBothNamed() throws {
        let site = try Site([
            "fiches/a.md": FichesEcrites.fiche(intitule: "Première"),
            "fiches/b.md": FichesEcrites.fiche(intitule: "Seconde"),
        ])
        let report = site.build()
        let diagnostic = try #require(report.diagnostic("numero-en-double"))
        #expect(diagnostic.severity == .error)
        #expect(diagnostic.file == "fiches/b.md")
        #expect(diagnostic.position?.line == 2)
        #expect(diagnostic.message.contains("fiches/a.md:2"))
        #expect(site.published("fiches/rncp90001/index.html")?.contains("Première") == true)
    }

    @Test func aMissingThemeFile() throws {
        let site = try Site([
            "fiches/a.md": Self.good, "theme/templates/page.mustache": "{{>absent}}",
        ])
        let report = site.build()
        #expect(report.outcome == .unreadable)
        #expect(report.identifiers == ["gabarit-absent"])
        #expect(site.published("index.html") == nil)
    }

    @Test func aMissingThemeFolder() async throws {
        let site = try Site(["fiches/a.md": Self.good])
        let run = await site.run(
            "build", "--content", "{content}", "--output", "{output}", "--theme", "{site}/nulle-part")
        #expect(run.status == .unreadable)
        #expect(run.remarks.contains("[theme-absent]"))
    }

    @Test func anUnwritableOutput() async throws {
        let site = try Site(["fiches/a.md": Self.good])
        // A path under a file: nobody can write there, not even root.
        let run = await site.run("build", "--content", "{content}", "--output", "{content}/fiches/a.md/public")
        #expect(run.status == .cannotWrite)
        #expect(run.remarks.contains("un élément du chemin n’est pas un dossier"))
        #expect(run.remarks.contains("[sortie-non-ecrite]"))
    }

    @Test func anOutputThatIsAFile() async throws {
        let site = try Site(["fiches/a.md": Self.good])
        let run = await site.run("build", "--content", "{content}", "--output", "{content}/fiches/a.md")
        #expect(run.status == .cannotWrite)
    }

    @Test func aMissingContentFolder() async throws {
        let site = try Site([:])
        let run = await site.run("build", "--content", "{site}/absent", "--output", "{output}")
        #expect(run.status == .unreadable)
        #expect(run.remarks.contains("[contenu-absent]"))
        #expect(run.remarks.contains("parchemin init"))
    }

    @Test func brokenSettings() throws {
        let site = try Site(["fiches/a.md": Self.good, "catalogue.yaml": "titre: [ouvert\nurl: x\n"])
        let report = site.build()
        #expect(report.outcome == .unreadable)
        let diagnostic = try #require(report.diagnostic("yaml-illisible"))
        #expect(diagnostic.file == "catalogue.yaml")
        #expect(diagnostic.position != nil)
    }

    @Test func aHostileIdentifierLeadsNowhere() throws {
        let text = FichesEcrites.fiche(numero: "RNCP90002", plus: "identifiant: ../../dehors")
        let site = try site("fiches/hostile.md", Array(text.utf8))
        let report = site.build()
        #expect(report.diagnostics.hasErrors)
        #expect(site.publishedFiles().keys.allSatisfy { !$0.contains("dehors") })
        #expect(try site.siblings() == ["Content", "public"])
    }

    @Test func aLinkThatLeadsNowhereIsTheAuthorsToMend() throws {
        let text = FichesEcrites.fiche(corps: "## Historique\n\nVoir [l’autre](/fiches/rncp1/).\n")
        let site = try Site(["fiches/a.md": text])
        let report = site.build()
        let diagnostic = try #require(report.diagnostic("lien-mort"))
        #expect(diagnostic.file == "fiches/a.md")
        #expect(diagnostic.message.contains("« /fiches/rncp1/ »"))
        let line = text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains("/rncp1/") }
        #expect(diagnostic.position?.line == line.map { $0 + 1 })
        #expect(report.outcome == .published)
    }
}
