import Foundation
import Preview
import SiteBuild
import TestSupport
import Testing

@Suite("The preview server", .serialized, .timeLimit(.minutes(15)))
struct PreviewServerTests {
    private static let page = "fiches/rncp90001/"

    private func fiche(_ text: String) -> String {
        FichesEcrites.fiche(corps: "## Historique\n\nTexte \(text).\n")
    }

    @Test("a save is shown, an error stands above the last good page and clears itself")
    func follows() async throws {
        let site = try Site(["fiches/a.md": fiche("un")])
        let client = try await PreviewClient.start(site)
        defer { client.stop() }

        let first = try await client.get(Self.page)
        #expect(first.status == 200)
        #expect(first.body.contains("Texte un."))
        #expect(first.body.contains("/_parchemin/recharge.js?v=1"))

        try site.write("---\nnumero_fiche: RNCP90001\nintitule: [<ici>\n---\n", to: "fiches/a.md")
        #expect(try await client.version(after: 1) == 2)
        let broken = try await client.get(Self.page)
        #expect(broken.status == 200)
        #expect(broken.body.contains("fiches/a.md, ligne "))
        #expect(broken.body.contains("&lt;ici&gt;"))
        #expect(!broken.body.contains("<ici>"))
        #expect(broken.body.contains("Texte un."))
        let remarks = try await client.get("_parchemin/remarques")
        #expect(remarks.body.contains("fiches/a.md, ligne "))

        try site.write(fiche("deux"), to: "fiches/a.md")
        #expect(try await client.version(after: 2) == 3)
        let mended = try await client.get(Self.page)
        #expect(mended.body.contains("Texte deux."))
        #expect(!mended.body.contains("apercu-erreurs"))

        #expect(try await client.get("absent/").status == 404)
        #expect(try await client.get("%2e%2e/%2e%2e/etc/passwd").status == 403)
        #expect(try await client.get("", host: "exemple.fr").status == 403)
    }

    @Test("what cannot be read from the start is said in the place of the page")
    func brokenFromTheStart() async throws {
        let site = try Site(["fiches/a.md": "---\nnumero_fiche: RNCP90001\nintitule: [\n---\n"])
        let client = try await PreviewClient.start(site)
        defer { client.stop() }
        let broken = try await client.get(Self.page)
        #expect(broken.status == 500)
        #expect(broken.body.contains("fiches/a.md, ligne "))
        try site.write(fiche("un"), to: "fiches/a.md")
        _ = try await client.wait(Self.page) { $0.contains("Texte un.") }
    }

    @Test("a title is right on its own page first, and says that lists follow until they have")
    func listsFollow() async throws {
        let site = try Site(["fiches/a.md": FichesEcrites.fiche()])
        let client = try await PreviewClient.start(site)
        defer { client.stop() }
        try site.write(FichesEcrites.fiche(intitule: "Accordeur"), to: "fiches/a.md")
        let list = try await client.wait("fiches/") { $0.contains("Accordeur") && !$0.contains("apercu-avis") }
        #expect(!list.contains("Réparateur"))
        #expect(try await client.get(Self.page).body.contains("Accordeur"))
        let search = try await client.get("search/manifeste.json")
        #expect(search.status == 200)
        #expect(try await client.get("search/rien.json").status == 404)
        #expect(try await client.get("donnees/fiches.csv").body.contains("Accordeur"))
    }

    @Test("files that come, go and are renamed, settings, theme, pages and pictures are followed")
    func otherFiles() async throws {
        let site = try Site(["fiches/a.md": FichesEcrites.fiche()])
        let client = try await PreviewClient.start(site)
        defer { client.stop() }
        try site.write(FichesEcrites.fiche(numero: "RNCP90002", intitule: "Émailleur"), to: "autres/plus bas/b.md")
        _ = try await client.wait("fiches/") { $0.contains("Émailleur") && !$0.contains("apercu-avis") }
        let content = site.content
        try FileManager.default.moveItem(atPath: content + "/autres", toPath: content + "/encore")
        // The folder has another name, and is still watched.
        try site.write(FichesEcrites.fiche(numero: "RNCP90002", intitule: "Doreur"), to: "encore/plus bas/b.md")
        _ = try await client.wait("fiches/") { $0.contains("Doreur") && !$0.contains("apercu-avis") }
        try site.remove("encore")
        _ = try await client.wait("fiches/") { !$0.contains("Doreur") && !$0.contains("apercu-avis") }
        try site.write("titre: Horloges\n", to: "catalogue.yaml")
        _ = try await client.wait("") { $0.contains("Horloges") }
        try site.write("<tr><td>rangée {{titre}}</td></tr>\n", to: "theme/templates/ligne.mustache")
        _ = try await client.wait("fiches/") { $0.contains("rangée") }
        try site.write("---\ntitre: Contact\nmenu: oui\n---\nIci.\n", to: "pages/contact.md")
        _ = try await client.wait("contact/") { $0.contains("Ici.") }
        try site.write("<svg xmlns='x'/>", to: "medias/p.svg")
        _ = try await client.wait("medias/p.svg") { $0.contains("<svg") }
    }

    @Test("a source named while the preview runs is watched from then on")
    func newSource() async throws {
        let site = try Site(["fiches/a.md": FichesEcrites.fiche(), "catalogue.yaml": "titre: Horloges\n"])
        let client = try await PreviewClient.start(site)
        defer { client.stop() }
        let source = site.folder + "/ailleurs"
        try FileManager.default.createDirectory(atPath: source, withIntermediateDirectories: true)
        func write(_ title: String) throws {
            try Data(FichesEcrites.fiche(numero: "RNCP90002", intitule: title).utf8)
                .write(to: URL(fileURLWithPath: source + "/b.md"))
        }
        try write("Émailleur")
        try site.write("titre: Horloges\nsources: [../ailleurs]\n", to: "catalogue.yaml")
        _ = try await client.wait("fiches/") { $0.contains("Émailleur") }
        try write("Doreur")
        _ = try await client.wait("fiches/") { $0.contains("Doreur") }
    }

    @Test("a dead link is told once the links were followed")
    func links() async throws {
        let site = try Site(["fiches/a.md": FichesEcrites.fiche()])
        let client = try await PreviewClient.start(site)
        defer { client.stop() }
        try site.write(FichesEcrites.fiche(corps: "## Historique\n\nVoir [rien](/fiches/rien/).\n"), to: "fiches/a.md")
        let page = try await client.wait(Self.page) { $0.contains("apercu-erreurs") }
        #expect(page.contains("ne mène à aucune page du site"))
        try site.write(FichesEcrites.fiche(), to: "fiches/a.md")
        _ = try await client.wait(Self.page) { !$0.contains("apercu-erreurs") }
    }

    @Test("after any edits, all that is served is what a clean build publishes", arguments: [11, 12] as [UInt64])
    func anySequenceOfEdits(_ seed: UInt64) async throws {
        let site = try Site(["fiches/a.md": FichesEcrites.fiche(), "catalogue.yaml": "titre: Pendules\n"])
        let client = try await PreviewClient.start(site, small: seed.isMultiple(of: 2) ? 500 : 0)
        defer { client.stop() }
        var edits = RandomEdits(site, seed: seed)
        for round in 0..<4 {
            for _ in 0...round % 3 { try edits.edit() }
            // Written last: what shows it shows all that was written before.
            try site.write("---\ntitre: Témoin \(round)\n---\nTour \(round).\n", to: "pages/temoin.md")
            _ = try await client.wait("temoin/") { $0.contains("Tour \(round).") && !$0.contains("apercu-avis") }
            // The search is made when it is asked for.
            while try await client.get("recherche/").body.contains("apercu-avis") {
                try await Task.sleep(for: .milliseconds(50))
            }
            let output = site.folder + "/propre/public"
            site.build {
                $0.output = output
                $0.allowRemovals = true
            }
            let expected = Site.files(in: output).filter { $0.key != ".parchemin-manifeste" }
            try FileManager.default.removeItem(atPath: site.folder + "/propre")
            for (path, bytes) in expected.sorted(by: { $0.key < $1.key }) {
                let served = try await client.data(path).body
                let isSame = path.hasSuffix(".html") ? undecorated(served) == undecorated(bytes) : served == bytes
                #expect(isSame, "\(path), seed \(seed): \(edits.history.joined(separator: ", "))")
                if !isSame { return }
            }
        }
    }

    /// A page without what the preview adds to it.
    private func undecorated(_ page: Data) -> String {
        var text = String(decoding: page, as: UTF8.self)
        text.replace(#/<script src="/_parchemin/recharge\.js\?v=\d+" defer></script>/#, with: "")
        text.replace(#/<link rel="stylesheet" href="/_parchemin/apercu\.css">/#, with: "")
        // A late word of the watcher makes the search anew, and the page says so.
        text.replace(#/<p class="apercu-avis".*?</p>/#, with: "")
        text.replace(#/<aside class="apercu-erreurs".*?</aside>/#.dotMatchesNewlines(), with: "")
        return text
    }

    @Test("a port that is taken is said in plain words")
    func portTaken() async throws {
        let site = try Site(["fiches/a.md": FichesEcrites.fiche()])
        let port = UInt16.random(in: 20000...60000)
        let client = try await PreviewClient.start(site, port: port)
        defer { client.stop() }
        await #expect(throws: PreviewError.self) {
            try await PreviewServer(port: port, request: site.request()).run { _ in }
        }
    }
}
