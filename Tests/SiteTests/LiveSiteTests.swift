import Foundation
import SiteBuild
import TestSupport
import Testing

/// The site of a preview: what a save changes is right at once, and once all is brought up to date it is what a clean build
/// would publish.
struct LiveSiteTests {
    private static let files = [
        "catalogue.yaml": "titre: Pendules\nurl: https://exemple.test/p/\n",
        "fiches/a.md": FichesEcrites.fiche(plus: "nouvelles_certifications:\n  - numero_fiche: RNCP90002"),
        "fiches/b.md": FichesEcrites.fiche(numero: "RNCP90002", intitule: "Émailleur", rome: "B1601", nsf: "223"),
        "pages/a-propos.md": "---\ntitre: À propos\nmenu: oui\n---\nVoir [une fiche](/fiches/rncp90001/).\n",
    ]
    private static let own = "fiches/rncp90001/index.html"

    private func page(_ live: LiveSite, _ path: String = own) -> String? {
        guard case .file(let bytes) = live.output(at: path) else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func save(_ text: String, as path: String = "fiches/a.md", in site: Site) throws -> FileChanges {
        try site.write(text, to: path)
        return FileChanges([site.content + "/" + path])
    }

    @Test func aTextThatChangesTouchesNothingElse() throws {
        let site = try Site(Self.files)
        let first = LiveSite.start(site.request())
        let changed = Self.files["fiches/a.md"]?.replacingOccurrences(
            of: "pendules anciennes", with: "vieilles pendules")
        let next = first.after(try save(changed ?? "", in: site))
        #expect(!next.isPartial)
        #expect(next.revision == first.revision + 1)
        #expect(page(next)?.contains("vieilles pendules") == true)
        // Whoever looks at the former state still sees that.
        #expect(page(first)?.contains("pendules anciennes") == true)
        #expect(next.files() == clean(site))
    }

    @Test func aTitleIsRightOnItsPageAtOnceAndEverywhereOnceCompleted() throws {
        let site = try Site(Self.files)
        let first = LiveSite.start(site.request())
        let next = first.after(
            try save(
                FichesEcrites.fiche(
                    intitule: "Accordeur", plus: "nouvelles_certifications:\n  - numero_fiche: RNCP90002"), in: site))
        #expect(next.isPartial)
        #expect(page(next)?.contains("<h1>Accordeur</h1>") == true || page(next)?.contains("Accordeur") == true)
        let whole = next.completed()
        #expect(!whole.isPartial)
        #expect(whole.files() == clean(site))
        #expect(page(whole, "fiches/rncp90002/index.html")?.contains("Accordeur") == true)
    }

    @Test func whatIsNoPartOfTheCatalogueChangesNothing() throws {
        let site = try Site(Self.files)
        let first = LiveSite.start(site.request())
        let same = first.after(try save(Self.files["fiches/a.md"] ?? "", in: site))
        #expect(same.appearance == first.appearance)
        let swap = first.after(try save("x", as: "fiches/.a.md.swp", in: site))
        #expect(swap.appearance == first.appearance)
        let gone = first.after(FileChanges([site.content + "/fiches/4913"]))
        #expect(gone.appearance == first.appearance)
    }

    @Test func anErrorStandsBesideTheLastGoodPage() throws {
        let site = try Site(Self.files)
        let first = LiveSite.start(site.request())
        let broken = first.after(try save("---\nnumero_fiche: RNCP90001\nintitule: [\n---\n", in: site))
        #expect(broken.errors.count == 1)
        #expect(broken.errors.first?.file == "fiches/a.md")
        #expect(page(broken) == page(first))
        #expect(page(broken.completed()) == page(first))
        let mended = broken.completed().after(
            try save(FichesEcrites.fiche(corps: "## Historique\n\nEnfin.\n"), in: site))
        #expect(mended.errors.isEmpty)
        #expect(page(mended)?.contains("Enfin.") == true)
    }

    @Test func settingsThatCannotBeReadLeaveTheLastGoodSite() throws {
        let site = try Site(Self.files)
        let first = LiveSite.start(site.request())
        let broken = first.after(try save("titre: [", as: "catalogue.yaml", in: site)).completed()
        #expect(!broken.errors.isEmpty)
        #expect(page(broken) == page(first))
        let mended = broken.after(try save("titre: Horloges\n", as: "catalogue.yaml", in: site)).completed()
        #expect(mended.errors.isEmpty)
        #expect(page(mended)?.contains("Horloges") == true)
        #expect(mended.files() == clean(site))
    }

    @Test func settingsThatCannotBeReadAtTheStartAreMended() throws {
        let site = try Site(Self.files)
        try site.write("titre: [", to: "catalogue.yaml")
        let first = LiveSite.start(site.request())
        #expect(!first.isPrepared)
        #expect(!first.errors.isEmpty)
        let mended = first.after(try save("titre: Horloges\n", as: "catalogue.yaml", in: site)).completed()
        #expect(mended.files() == clean(site))
    }

    @Test func linksAreFollowedAfterwardsAsABuildFollowsThem() throws {
        let site = try Site(Self.files)
        try site.write(
            "---\ntitre: Aide\n---\n\nVoir [rien](/fiches/rncp99999/) et [ici](/fiches/rncp90002/#bloc-7).\n",
            to: "pages/aide.md")
        var live = LiveSite.start(site.request())
        #expect(live.errors.isEmpty)
        var links = LiveLinks()
        #expect(links.follow(live) { false } == nil)
        let found = try #require(links.follow(live) { true })
        #expect(found.sorted() == site.build().diagnostics.filter { $0.severity == .error })
        #expect(found.map(\.identifier.rawValue).sorted() == ["ancre-absente", "lien-mort"])
        live = live.with(links)
        #expect(live.errors.count == 2)
        // A removed fiche leaves the links that led to it dead.
        try site.remove("fiches/a.md")
        live = live.after(FileChanges([site.content + "/fiches/a.md"])).completed()
        let more = try #require(links.follow(live) { true })
        let built = site.build { $0.allowRemovals = true }.diagnostics.filter { $0.severity == .error }
        #expect(more.sorted() == built)
        #expect(more.count == 3)
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func anySequenceOfEditsGivesTheSiteOfACleanBuild(_ seed: UInt64) throws {
        let site = try Site(Self.files)
        var edits = RandomEdits(site, seed: seed)
        var live = LiveSite.start(site.request())
        for _ in 0..<12 {
            let before = edits.history.count
            try edits.edit()
            if seed.isMultiple(of: 2) { try edits.edit() }
            // A watcher tells of names; of everything where it has missed some.
            let names = edits.history[before...].map { $0.split(separator: " ")[1] }
            let all = names.flatMap { [$0, $0.replacing("fiches/", with: "fiches/z-")[...]] }
            live = live.after(
                before.isMultiple(of: 5) ? .everything : FileChanges(Set(all.map { site.content + "/" + $0 })))
            if live.isPartial { live = live.completed() }
            let (found, expected) = (live.files(), clean(site))
            let differences = Set(found.keys).union(expected.keys).filter { found[$0] != expected[$0] }.sorted()
            #expect(differences == [], "seed \(seed): \(edits.history.joined(separator: ", "))")
            if !differences.isEmpty { return }
        }
    }

    /// What a build from nothing publishes.
    private func clean(_ site: Site) -> [String: Data] {
        let output = site.folder + "/propre/public"
        defer { try? FileManager.default.removeItem(atPath: site.folder + "/propre") }
        site.build {
            $0.output = output
            $0.allowRemovals = true
        }
        return Site.files(in: output).filter { $0.key != ".parchemin-manifeste" }
    }
}
