import Foundation
import SiteBuild
import Testing
import TestSupport

/// A build takes over what the last one made, and the site is what a build from nothing would give.
struct IncrementalTests {
    private static let files = [
        "catalogue.yaml": "titre: Pendules\nurl: https://exemple.test/p/\n",
        "fiches/a.md": FichesEcrites.fiche(plus: "nouvelles_certifications:\n  - numero_fiche: RNCP90002"),
        "fiches/b.md": FichesEcrites.fiche(numero: "RNCP90002", intitule: "Émailleur", rome: "B1601", nsf: "223"),
        "fiches/c.md": FichesEcrites.fiche(numero: "RS901", intitule: "Accueillir", fin: "2020-01-01"),
        "pages/a-propos.md": "---\ntitre: À propos\nmenu: oui\n---\nVoir [une fiche](/fiches/rs901/).\n",
        "medias/p.svg": "<svg xmlns='x'/>",
    ]

    /// The files of a build of the same content from nothing.
    private func clean(_ site: Site, _ change: (inout BuildRequest) -> Void = { _ in }) -> [String: Data] {
        let output = site.folder + "/propre/public"
        defer { try? FileManager.default.removeItem(atPath: site.folder + "/propre") }
        site.build {
            change(&$0)
            $0.output = output
        }
        return Site.files(in: output)
    }

    private func differences(_ left: [String: Data], _ right: [String: Data]) -> [String] {
        Set(left.keys).union(right.keys).filter { left[$0] != right[$0] }.sorted()
    }

    @Test func nothingIsMadeAgainWithoutAChange() throws {
        let site = try Site(Self.files)
        let first = site.build()
        // The three tables of the open data are put together from what each fiche has in them.
        // The files of the search come from all fiches together.
        #expect(first.made == first.outputs.count { !$0.hasPrefix("search/") } - 3)
        let again = site.build()
        #expect(again.made == 0)
        #expect(again.files.written == 0)
        #expect(again.files.unchanged == first.files.written)
        #expect(again.files.bytes == first.files.bytes)
        #expect(again.outputs == first.outputs)
        #expect(again.pages == first.pages)
        #expect(again.diagnostics == first.diagnostics)
    }

    @Test func aDocumentThatWasTouchedButSaysTheSameIsNoChange() throws {
        let site = try Site(Self.files)
        site.build()
        try site.write(Self.files["fiches/a.md"] ?? "", to: "fiches/a.md")
        #expect(site.build().made == 0)
    }

    /// What is copied and what pages say is not in the fiches.
    @Test(arguments: ["medias/p.svg", "pages/a-propos.md", "theme/templates/ligne.mustache", "medias/neuf.txt"])
    func anythingElseThatChangesIsAChange(_ path: String) throws {
        let site = try Site(Self.files)
        site.build()
        try site.write(path.hasSuffix("md") ? "---\ntitre: Autre\n---\nAutre.\n" : "<tr></tr>", to: path)
        #expect(site.build().made > 0)
        #expect(differences(site.publishedFiles(), clean(site)) == [])
        #expect(site.build().made == 0)
    }

    @Test func anEditThatIsUndoneGivesTheFirstSite() throws {
        let site = try Site(Self.files)
        site.build()
        let before = site.publishedFiles()
        for round in 0..<3 {
            try site.write(FichesEcrites.fiche(corps: "## Historique\n\n\(round)\n"), to: "fiches/a.md")
            #expect(site.build().files.written > 0)
            try site.write(Self.files["fiches/a.md"] ?? "", to: "fiches/a.md")
            #expect(site.build().files.written > 0)
            #expect(differences(site.publishedFiles(), before) == [])
            #expect(site.build().made == 0)
        }
    }

    @Test func aTextThatNothingElseRepeatsIsRenderedAlone() throws {
        let site = try Site(Self.files)
        site.build()
        try site.write(
            FichesEcrites.fiche(
                plus: "nouvelles_certifications:\n  - numero_fiche: RNCP90002", corps: "## Historique\n\nAutrefois.\n"),
            to: "fiches/a.md")
        let report = site.build()
        let fiche = report.outputs.count { $0.hasPrefix("fiches/rncp90001/") }
        // The booklet of the whole catalogue holds the fiche, the picture is copied.
        let others = report.outputs.count { $0.hasPrefix("livrets/") || $0.hasPrefix("medias/") }
        #expect(report.made <= fiche + others)
        #expect(site.published("fiches/rncp90001/index.html")?.contains("Autrefois.") == true)
        #expect(differences(site.publishedFiles(), clean(site)) == [])
    }

    @Test func aPublishedFileThatIsGoneIsMissed() throws {
        let site = try Site(Self.files)
        site.build()
        let before = site.publishedFiles()
        try FileManager.default.removeItem(atPath: site.output + "/fiches/rs901/index.html")
        #expect(site.build().files.written == 1)
        #expect(differences(site.publishedFiles(), before) == [])
        #expect(site.build().made == 0)
    }

    @Test func filesOfOthersAreSeen() throws {
        let site = try Site(Self.files)
        site.build()
        try site.write("menu:\n  - texte: Ailleurs\n    adresse: /ailleurs/\n", to: "catalogue.yaml")
        #expect(site.build().identifiers == ["lien-mort"])
        try site.writeForeign("<p>Ailleurs</p>", to: "ailleurs/index.html")
        #expect(site.build().outcome == .published)
        #expect(site.build().made == 0)
        // A change beside it leaves it where it is, in the published site only.
        for round in 0..<3 {
            try site.write(FichesEcrites.fiche(corps: "## Historique\n\n\(round)\n"), to: "fiches/a.md")
            #expect(site.build().outcome == .published)
            #expect(site.published("ailleurs/index.html") == "<p>Ailleurs</p>")
            let former = site.folder + "/.parchemin/public/precedente/ailleurs"
            #expect(!FileManager.default.fileExists(atPath: former))
        }
        try FileManager.default.removeItem(atPath: site.output + "/ailleurs/index.html")
        #expect(site.build().identifiers == ["lien-mort"])
    }

    /// The former generation is brought up to date by its differences only while nobody touched it.
    @Test func aFormerGenerationThatWasTouchedIsMadeWhole() throws {
        let site = try Site(Self.files)
        site.build()
        for round in 0..<4 {
            let former = site.folder + "/.parchemin/public/precedente"
            if round > 1 { try FileManager.default.removeItem(atPath: former + "/fiches/rs901/index.html") }
            if round > 2 { try Data("autre".utf8).write(to: URL(fileURLWithPath: former + "/index.html")) }
            try site.write(FichesEcrites.fiche(corps: "## Historique\n\n\(round)\n"), to: "fiches/a.md")
            #expect(site.build().outcome == .published)
            #expect(differences(site.publishedFiles(), clean(site)) == [])
        }
    }

    @Test func compressedCopiesComeAndGo() throws {
        let site = try Site(Self.files)
        site.build()
        for round in 0..<2 {
            try site.write(FichesEcrites.fiche(corps: "## Historique\n\n\(round)\n"), to: "fiches/a.md")
            for compress in [true, true, false] {
                site.build { $0.compress = compress }
                #expect(differences(site.publishedFiles(), clean(site) { $0.compress = compress }) == [])
            }
        }
    }

    @Test func whatAKilledBuildBeganInTheCacheIsRemoved() throws {
        let site = try Site(Self.files)
        site.build()
        let cache = site.folder + "/.parchemin/public/cache"
        let kept = try FileManager.default.contentsOfDirectory(atPath: cache).sorted()
        for name in ["rendu.cache.parchemin-4194305", "recherche.part", "lecture-12-0.part"] {
            try Data("x".utf8).write(to: URL(fileURLWithPath: cache + "/" + name))
        }
        #expect(site.build().made == 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: cache).sorted() == kept)
    }

    @Test func anEditReachesWhatDependsOnItAndNothingElse() throws {
        let site = try Site(Self.files)
        site.build()
        try site.write(
            FichesEcrites.fiche(numero: "RNCP90002", intitule: "Émailleur d’art", rome: "B1601", nsf: "223"),
            to: "fiches/b.md")
        let made = site.build().files
        // The fiche that names it as its successor shows its title.
        #expect(site.published("fiches/rncp90001/index.html")?.contains("Émailleur d’art") == true)
        #expect(made.unchanged > made.written)
        #expect(differences(site.publishedFiles(), clean(site)) == [])
    }

    @Test func aLinkToARemovedFicheIsTold() throws {
        let site = try Site(Self.files)
        #expect(site.build().identifiers == [])
        try site.remove("fiches/c.md")
        let report = site.build { $0.allowRemovals = true }
        #expect(report.identifiers == ["lien-mort"])
        #expect(site.build { $0.allowRemovals = true }.identifiers == ["lien-mort"])
        #expect(site.published("fiches/rs901/index.html") == nil)
    }

    @Test func aFileThatWasChangedByHandIsMadeAgain() throws {
        let site = try Site(Self.files)
        site.build()
        let before = site.publishedFiles()
        for path in ["fiches/rncp90001/index.html", "donnees/fiches.csv", "rome/b1604/index.html"] {
            try site.writeForeign("autre chose", to: path)
        }
        try FileManager.default.removeItem(atPath: site.output + "/fiches/rs901/index.json")
        site.build()
        #expect(differences(site.publishedFiles(), before) == [])
    }

    @Test(arguments: ["vide", "tronqué", "renversé", "autre"])
    func aDamagedCacheIsAsGoodAsNone(_ damage: String) throws {
        let site = try Site(Self.files)
        site.build()
        // What an edit changes is kept beside the rest.
        for round in 0..<2 {
            try site.write(FichesEcrites.fiche(corps: "## Historique\n\n\(round)\n"), to: "fiches/a.md")
            site.build()
        }
        try site.write(FichesEcrites.fiche(intitule: "Changée"), to: "fiches/a.md")
        let cache = site.folder + "/.parchemin/public/cache"
        let names = try FileManager.default.contentsOfDirectory(atPath: cache)
        #expect(
            names.sorted() == [
                "compte-rendu.cache", "constat.cache", "divisions.cache", "lecture.cache", "recherche.fiches",
                "recherche.index", "rendu-suite.cache", "rendu.cache",
            ])
        for name in names {
            var bytes = try Data(contentsOf: URL(fileURLWithPath: cache + "/" + name))
            switch damage {
            case "vide": bytes = Data()
            case "tronqué": bytes = bytes.prefix(bytes.count / 2)
            case "renversé": bytes[bytes.count / 3] ^= 0xFF
            default: bytes = Data("rien de tel".utf8)
            }
            try bytes.write(to: URL(fileURLWithPath: cache + "/" + name))
        }
        #expect(site.build().outcome == .published)
        #expect(differences(site.publishedFiles(), clean(site)) == [])
    }

    /// Each of the files alone, as another build may have left it.
    @Test(arguments: [
        "compte-rendu.cache", "constat.cache", "lecture.cache", "recherche.fiches", "recherche.index",
        "rendu-suite.cache", "rendu.cache",
    ])
    func aFileOfAnEarlierCacheIsAsGoodAsNone(_ name: String) throws {
        let site = try Site(Self.files)
        site.build()
        for round in 0..<2 {
            try site.write(FichesEcrites.fiche(corps: "## Historique\n\n\(round)\n"), to: "fiches/a.md")
            site.build()
        }
        let file = URL(fileURLWithPath: site.folder + "/.parchemin/public/cache/" + name)
        let earlier = try Data(contentsOf: file)
        try site.write(FichesEcrites.fiche(intitule: "Autre", corps: "## Historique\n\nPuis.\n"), to: "fiches/a.md")
        site.build()
        try earlier.write(to: file)
        try site.write(FichesEcrites.fiche(intitule: "Changée"), to: "fiches/a.md")
        #expect(site.build().outcome == .published)
        #expect(differences(site.publishedFiles(), clean(site)) == [])
    }

    @Test func anotherProgramMakesEverythingAgain() throws {
        let site = try Site(Self.files)
        let first = site.build()
        let other = site.build { $0.program = "un autre" }
        #expect(other.made == first.made)
        #expect(other.files.written == 0)
    }

    @Test func anotherDayReachesEveryPage() throws {
        let site = try Site(Self.files)
        site.build()
        try site.write("titre: Pendules\nurl: https://exemple.test/p/\ndate: 2030-01-01\n", to: "catalogue.yaml")
        site.build()
        #expect(differences(site.publishedFiles(), clean(site)) == [])
        #expect(site.published("fiches/rncp90001/index.html")?.contains("Échue") == true)
    }

    /// A source that is known by its size and times.
    @Test func aLargeSourceIsReadWhenItChanges() throws {
        let site = try Site(Self.files)
        func build() -> BuildReport { site.build { $0.largeSource = 1 } }
        func age(_ path: String) throws {
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSince1970: 1_600_000_000)], ofItemAtPath: site.content + "/" + path
            )
        }
        for path in ["fiches/a.md", "fiches/b.md", "fiches/c.md"] { try age(path) }
        _ = build()
        let cache = try FileManager.default.contentsOfDirectory(atPath: site.folder + "/.parchemin/public/cache")
        #expect(cache.filter { $0.hasPrefix("lecture-") && $0.hasSuffix(".cache") }.count == 3)
        #expect(build().files.written == 0)
        try site.write(FichesEcrites.fiche(intitule: "Une autre pendule"), to: "fiches/a.md")
        _ = build()
        #expect(site.published("fiches/rncp90001/index.html")?.contains("Une autre pendule") == true)
        // The same size and time hide a change, but not from those who ask.
        try age("fiches/a.md")
        _ = build()
        try site.write(FichesEcrites.fiche(intitule: "Une autre pandule"), to: "fiches/a.md")
        try age("fiches/a.md")
        site.build {
            $0.largeSource = 1
            $0.verify = true
        }
        #expect(site.published("fiches/rncp90001/index.html")?.contains("Une autre pandule") == true)
    }

    // MARK: Any sequence of edits

    /// A few, or as many as the environment asks for.
    private static let seeds: [UInt64] =
        Array(1...(ProcessInfo.processInfo.environment["PARCHEMIN_SEEDS"].flatMap(UInt64.init).map { max(1, $0) } ?? 5))

    /// One random change of the content folder, and its name.
    private func edit(_ site: Site, _ dice: inout Dice) throws -> String {
        let names = ["a", "b", "c", "d", "e", "f"]
        let name = names.randomElement(using: &dice) ?? "a"
        let number = (names.firstIndex(of: name) ?? 0) + 90_001
        let path = "fiches/\(name).md"
        let isThere = FileManager.default.fileExists(atPath: site.content + "/" + path)
        func fiche(_ dice: inout Dice) -> String {
            let next = 90_001 + Int.random(in: 0..<6, using: &dice)
            let plus = [
                "", "alias: [ancienne-\(name)]", "nouvelles_certifications:\n  - numero_fiche: RNCP\(next)",
                "anciennes_certifications:\n  - numero_fiche: RNCP\(next)",
            ]
            let corps = ["", "## Historique\n\nVoir [ceci](/fiches/rncp\(next)/).\n", "## Historique\n\n\(next)\n"]
            return FichesEcrites.fiche(
                numero: "RNCP\(number)",
                intitule: ["Émailleur", "Pendulier", "Horloger"].randomElement(using: &dice) ?? "",
                niveau: ["3", "4", "5"].randomElement(using: &dice) ?? "3",
                rome: ["B1604", "B1601", "B1604, B1601"].randomElement(using: &dice) ?? "B1604",
                certificateur: ["Chambre", "Branche"].randomElement(using: &dice) ?? "",
                fin: ["2028-06-30", "2020-01-01", "2027-01-01"].randomElement(using: &dice) ?? "2028-06-30",
                plus: plus.randomElement(using: &dice) ?? "", corps: corps.randomElement(using: &dice) ?? "")
        }
        switch Int.random(in: 0..<12, using: &dice) {
        case 8 where isThere:
            let bytes = FileManager.default.contents(atPath: site.content + "/" + path) ?? Data()
            try site.write(bytes: Array(bytes), to: path)
            return "touch \(path)"
        case 9:
            let published = Site.files(in: site.output).keys.filter { !$0.hasPrefix(".") }.sorted()
            guard let lost = published.randomElement(using: &dice) else { return "nothing" }
            try FileManager.default.removeItem(atPath: site.output + "/" + lost)
            return "lose \(lost)"
        case 10:
            try site.writeForeign("\(Int.random(in: 0..<3, using: &dice))", to: "d-un-autre/\(name).txt")
            return "foreign \(name)"
        case 11: return "nothing"
        case 0 where isThere:
            try site.remove(path)
            return "remove \(path)"
        case 1 where isThere:
            let other = "fiches/z-\(name).md"
            try? site.remove(other)
            try FileManager.default.moveItem(atPath: site.content + "/" + path, toPath: site.content + "/" + other)
            return "rename \(path)"
        case 2:
            let settings = [
                "titre: Pendules\n", "titre: Horloges\n", "titre: P\noutputs:\n  blocs: false\n",
                "titre: P\nmenu: []\n",
            ]
            try site.write(
                (settings.randomElement(using: &dice) ?? "") + "url: https://exemple.test/p/\n", to: "catalogue.yaml")
            return "settings"
        case 3:
            let row = [
                "<tr><td>{{titre}}</td></tr>\n", "<tr><th><a href=\"{{racine}}{{adresse}}\">{{titre}}</a></th></tr>\n",
            ]
            try site.write(row.randomElement(using: &dice) ?? "", to: "theme/templates/ligne.mustache")
            return "theme"
        case 4:
            try site.write(
                "---\ntitre: Page \(Int.random(in: 0..<3, using: &dice))\nmenu: oui\n---\nMots.\n",
                to: "pages/a-propos.md")
            return "page"
        default:
            try site.write(fiche(&dice), to: path)
            return "write \(path)"
        }
    }

    @Test(arguments: Self.seeds)
    func anySequenceOfEditsGivesTheSiteOfACleanBuild(_ seed: UInt64) throws {
        var dice = Dice(seed: seed)
        let site = try Site(Self.files)
        site.build()
        var history: [String] = []
        for _ in 0..<10 {
            history.append(try edit(site, &dice))
            if Bool.random(using: &dice) { history.append(try edit(site, &dice)) }
            let report = site.build { $0.allowRemovals = true }
            let published = site.publishedFiles().filter { !$0.key.hasPrefix("d-un-autre/") }
            let found = report.outcome == .published ? differences(published, clean(site)) : []
            #expect(found == [], "seed \(seed): \(history.joined(separator: ", "))")
            if !found.isEmpty { return }
        }
    }
}
