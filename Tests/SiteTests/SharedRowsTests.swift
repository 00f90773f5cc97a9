import Foundation
import TestSupport
import Testing

/// Rows of lists are made once for each fiche: that must not be seen.
struct SharedRowsTests {
    private static let row = """
        <tr class="ligne ligne-{{etat.code}}"><th scope="row"><a href="{{racine}}{{adresse}}">{{titre}}</a>\
        {{#.type}} <span class="type">{{.}}</span>{{/.type}}</th><td>{{numero}}</td><td>{{niveau}}</td>\
        <td>{{certificateur}}</td><td data-etat="{{etat.code}}">{{etat.phrase}}</td></tr>

        """

    private func lists(_ row: String) throws -> [String: String] {
        let site = try Site([
            "catalogue.yaml": "titre: Pendules\n", "theme/templates/ligne.mustache": row,
            "fiches/a.md": FichesEcrites.fiche(),
            "fiches/b.md": FichesEcrites.fiche(numero: "RNCP90002", intitule: "Régleur de l’« échappement » & co"),
        ])
        let report = site.build()
        try #require(report.outcome == .published, "\(report.diagnostics)")
        return site.publishedFiles().filter { $0.key.hasSuffix(".html") }.mapValues {
            String(decoding: $0, as: UTF8.self)
        }
    }

    @Test(
        "A row that asks for more than its fiche is made anew in each list, and reads the same where it says the same")
    func sharedOrNotTheBytesAreTheSame() throws {
        let shared = try lists(Self.row)
        let apart = try lists("{{#inconnue}}x{{/inconnue}}" + Self.row)
        #expect(shared["fiches/index.html"]?.contains("RNCP\u{A0}90001") == true)
        #expect(shared.count > 5)
        for (path, text) in shared { #expect(apart[path] == text, "\(path)") }
    }

    @Test("A row may say what its list says")
    func aRowReadsItsList() throws {
        let site = try lists("{{#genre}}<!--{{genre}}-->{{/genre}}" + Self.row)
        let page = try #require(site["fiches/index.html"])
        #expect(page.contains("<!--fiches--><tr"))
    }

    @Test("A row without an end of line is followed by what follows it in the list")
    func aRowWithoutItsEnd() throws {
        let site = try lists(String(Self.row.dropLast()))
        let page = try #require(site["fiches/index.html"])
        #expect(page.contains("</tr></tbody>"))
    }
}
