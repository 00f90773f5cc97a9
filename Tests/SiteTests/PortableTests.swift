import Foundation
import SiteBuild
import Testing
import TestSupport

/// A site that is read from a disk, and the check of a built tree.
struct PortableTests {
    private func site(_ more: [String: String] = [:]) throws -> Site {
        try Site(
            [
                "catalogue.yaml": "url: https://exemple.test/p/\n",
                "fiches/a.md": FichesEcrites.fiche(plus: "alias: [ancienne-adresse]"),
                "fiches/b.md": FichesEcrites.fiche(
                    numero: "RNCP90002", intitule: "Émailleur", plus: "anciennes_certifications: [RNCP90001]"),
                "pages/a-propos.md":
                    "# À propos\n\nVoir [les fiches](/fiches/) et [un bloc](/fiches/rncp90001/#bloc-1).\n",
            ].merging(more) { $1 })
    }

    /// The relative addresses in a page.
    private func targets(_ page: String) -> [String] {
        ["href", "action"].flatMap { name in
            page.components(separatedBy: " \(name)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
        }.filter { !$0.contains(":") && !$0.hasPrefix("#") && !$0.isEmpty }
    }

    @Test func everyAddressNamesAFileThatIsThere() throws {
        let site = try site()
        try #require(site.build { $0.portable = true }.outcome == .published)
        let files = site.publishedFiles()
        var count = 0
        for (path, bytes) in files where path.hasSuffix(".html") && path != "404.html" {
            for target in targets(String(decoding: bytes, as: UTF8.self)) {
                let plain = target.prefix { $0 != "?" && $0 != "#" }
                let folder = (path as NSString).deletingLastPathComponent
                let file = (("/" + folder + "/" + plain) as NSString).standardizingPath
                #expect(files[String(file.dropFirst())] != nil, "\(path): \(target)")
                count += 1
            }
        }
        #expect(count > 200)
        #expect(
            site.published("fiches/rncp90001/index.html")?.contains("href=\"../../comparer/index.html?f=rncp90001\"")
                == true)
        #expect(
            site.published("fiches/ancienne-adresse/index.html")?.contains("url=../../fiches/rncp90001/index.html")
                == true)
    }

    @Test func onlyWhoAsksForItGetsIt() throws {
        let site = try site()
        try #require(site.build().outcome == .published)
        #expect(site.published("index.html")?.contains("index.html\"") == false)
        try site.write("portable: oui\n", to: "catalogue.yaml")
        try #require(site.build().outcome == .published)
        #expect(site.published("index.html")?.contains("href=\"./fiches/index.html\"") == true)
    }

    @Test func aBuiltTreeIsCheckedWithItsLines() async throws {
        let site = try site()
        try #require(site.build().outcome == .published)
        let good = await site.run("check", "--site", "{output}")
        #expect(good.status == .done, "\(good.remarks)")
        #expect(good.output.contains("aucun lien mort"))
        let path = site.output + "/a-propos/index.html"
        let page = try String(contentsOfFile: path, encoding: .utf8)
        try page.replacingOccurrences(of: "#bloc-1\"", with: "#bloc-7\"").replacingOccurrences(
            of: "</main>", with: "<a href=\"../nulle-part/?a=1&amp;b=2\">x</a><i id=\"contenu\"></i></main>"
        ).write(toFile: path, atomically: true, encoding: .utf8)
        try FileManager.default.removeItem(atPath: site.output + "/robots.txt")
        let bad = await site.run("check", "--site", "{output}")
        #expect(bad.status == .contentErrors)
        #expect(
            bad.remarks.components(separatedBy: "\n").filter { $0.contains(" error: ") }.count == 3, "\(bad.remarks)")
        for words in ["[lien-mort]", "[ancre-absente]", "[ancre-en-double]", "#bloc-7", "a-propos/index.html:"] {
            #expect(bad.remarks.contains(words), "\(words)")
        }
        let json = try #require(
            try await site.run("check", "--site", "{output}", "--json").json() as? [String: Any])
        let diagnostics = try #require(json["diagnostics"] as? [[String: Any]])
        #expect(diagnostics.count == 3)
        let line = page.components(separatedBy: "#bloc-1\"")[0].components(separatedBy: "\n").count
        #expect(diagnostics.contains { ($0["line"] ?? $0["ligne"]) as? Int == line }, "\(diagnostics)")
    }

    @Test func aFolderThatIsNotThereCannotBeChecked() async throws {
        let site = try site()
        #expect(await site.run("check", "--site", "{site}/rien").status == .unreadable)
        #expect(await site.run("check", "--site", "{output}", "--communication").status == .usage)
        #expect(await site.run("check", "--base-path", "/x/").status == .usage)
    }
}
