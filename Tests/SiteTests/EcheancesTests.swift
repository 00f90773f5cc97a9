import FicheModel
import Foundation
import Testing
import TestSupport

/// Deadlines as a page, a calendar and a feed.
struct EcheancesTests {
    private func site(_ settings: String = "url: https://exemple.test/p/\n") throws -> Site {
        let long = "Réparateur, très qualifié ; de pendules anciennes \\\\ et d’automates à musique, dit émailleur"
        return try Site([
            "catalogue.yaml": settings,
            "fiches/a.md": FichesEcrites.fiche(intitule: "\"\(long)\"", fin: "2027-07-31"),
            "fiches/b.md": FichesEcrites.fiche(numero: "RNCP90002", intitule: "Émailleur", fin: "2029-01-31"),
            "fiches/c.md": FichesEcrites.fiche(numero: "RNCP90003", intitule: "Doreur", fin: "2026-10-01"),
            "fiches/d.md": FichesEcrites.fiche(
                numero: "RNCP90004", intitule: "Retirée", fin: "2027-08-31", plus: "etat_fiche: Dépubliée"),
        ])
    }

    private func lines(_ calendar: String) -> [String] {
        calendar.replacingOccurrences(of: "\r\n ", with: "").components(separatedBy: "\r\n")
    }

    private func values(_ name: String, in calendar: String) -> [String] {
        lines(calendar).filter { $0.hasPrefix(name) }.map { String($0.dropFirst(name.count)) }
    }

    @Test func aPageTellsThemByMonth() throws {
        let site = try site()
        try #require(site.build().outcome == .published)
        let page = try #require(site.published("echeances/index.html"))
        let order = [
            "2\u{A0}échéances à venir", "Novembre\u{A0}2026", "30\u{A0}novembre\u{A0}2026", "8\u{A0}mois avant",
            "se dépose dans le mois qui vient", "Janvier\u{A0}2027", "6\u{A0}mois avant", "Avril\u{A0}2027",
            "3\u{A0}mois avant", "Juillet\u{A0}2027", "31\u{A0}juillet\u{A0}2027", "Dernier jour de validité",
            "Après le 21\u{A0}novembre\u{A0}2027", "Janvier\u{A0}2029", "Émailleur",
            "entre le 31\u{A0}mai\u{A0}2028 et le 30\u{A0}juin\u{A0}2028",
        ]
        var rest = page[...]
        for words in order {
            let found = try #require(rest.firstRange(of: words), "\(words)")
            rest = rest[found.upperBound...]
        }
        #expect(!page.contains("Retirée"))
        #expect(!page.contains("Doreur"))
        #expect(page.contains("href=\"../fiches/rncp90001/\""))
        #expect(page.contains("data-fin=\"2027-07-31\""))
    }

    @Test func theCalendarIsWellMade() throws {
        let site = try site()
        site.build()
        let calendar = try #require(site.published("echeances/echeances.ics"))
        #expect(calendar.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"))
        #expect(calendar.hasSuffix("END:VEVENT\r\nEND:VCALENDAR\r\n"))
        #expect(calendar.utf8.count { $0 == 0x0D } == calendar.utf8.count { $0 == 0x0A })
        for line in calendar.components(separatedBy: "\r\n") { #expect(line.utf8.count <= 75, "\(line)") }
        #expect(values("DTSTART;VALUE=DATE:", in: calendar).prefix(3) == ["20260731", "20261130", "20270131"])
        #expect(Set(values("DTSTAMP:", in: calendar)) == ["20261121T000000Z"])
        #expect(values("UID:", in: calendar).first == "rncp90001-echeance-2027-07-31-12-mois@exemple.test")
        #expect(values("UID:", in: calendar).count == 10)
        #expect(Set(values("UID:", in: calendar)).count == 10)
        #expect(
            values("SUMMARY:", in: calendar).first?.hasSuffix(
                "Réparateur\\, très qualifié\u{202F}\\; de pendules anciennes \\\\ et d’automates à musique\\, dit émailleur (RNCP\u{A0}90001)"
            )
                == true)
    }

    @Test func identifiersAndDatesOutliveTheDayOfTheBuild() throws {
        let site = try site()
        site.build()
        let calendar = try #require(site.published("echeances/echeances.ics"))
        let feed = try #require(site.published("echeances/atom.xml"))
        site.build { $0.date = CalendarDate("2026-11-22") }
        let later = try #require(site.published("echeances/echeances.ics"))
        #expect(later != calendar)
        #expect(values("UID:", in: later) == values("UID:", in: calendar))
        #expect(site.published("echeances/atom.xml") == feed)
    }

    @Test func theFeedTellsWhatHasComeAndOnlyThat() throws {
        let site = try site()
        site.build()
        let feed = try #require(site.published("echeances/atom.xml"))
        let updated = feed.components(separatedBy: "<updated>").dropFirst().map { String($0.prefix(20)) }
        // That of the feed, then: Doreur’s échéance, 12 months before Réparateur’s, Doreur’s 3, 6 and 8 months.
        #expect(
            updated == [
                "2026-10-01T00:00:00Z", "2026-10-01T00:00:00Z", "2026-07-31T00:00:00Z", "2026-07-01T00:00:00Z",
                "2026-04-01T00:00:00Z", "2026-02-01T00:00:00Z",
            ])
        let parser = XMLCheck(feed)
        #expect(parser.isWellFormed)
        #expect(!feed.contains("Retirée"))
        #expect(
            feed.contains("<id>https://exemple.test/p/echeances/atom.xml#rncp90003-echeance-2026-10-01-0-mois</id>"))
    }

    @Test func withoutAnAddressThereIsNoFeedAndWithoutEcheanceNoCalendar() throws {
        let site = try Site(["fiches/a.md": FichesEcrites.fiche(fin: "2020-01-01")])
        #expect(site.build().outcome == .published)
        #expect(site.published("echeances/atom.xml") == nil)
        #expect(site.published("echeances/echeances.ics") == nil)
        let page = try #require(site.published("echeances/index.html"))
        #expect(page.contains("0\u{A0}échéance à venir"))
        #expect(page.contains("Aucune échéance"))
        #expect(!page.contains(".ics"))
    }

    @Test func manyOfThemHaveAPageForEachMonth() throws {
        var files = ["catalogue.yaml": "url: https://exemple.test/p/\n"]
        for number in 0..<130 {
            files["fiches/\(number).md"] = FichesEcrites.fiche(
                numero: "RNCP9\(1000 + number)", intitule: "Titre \(number)",
                fin: number < 120 ? "2027-07-31" : "2028-03-15")
        }
        let site = try Site(files)
        let report = site.build()
        try #require(report.outcome == .published, "\(report.diagnostics)")
        let page = try #require(site.published("echeances/index.html"))
        #expect(!page.contains("Titre 7"))
        #expect(page.contains("href=\"../echeances/2027-07/\""))
        #expect(page.contains("130\u{A0}dates à noter"))
        let first = try #require(site.published("echeances/2027-07/index.html"))
        #expect(first.components(separatedBy: "agenda-titre").count - 1 == 100)
        #expect(first.contains("href=\"../../echeances/2027-07/page-2/\""))
        let second = try #require(site.published("echeances/2027-07/page-2/index.html"))
        #expect(second.components(separatedBy: "agenda-titre").count - 1 == 30)
        #expect(second.contains("href=\"../../../echeances/2027-04/\""))
        #expect(site.published("sitemap.xml")?.contains("echeances/2027-07/page-2/") == true)
        let later = try #require(site.published("echeances/2028-03/index.html"))
        #expect(later.contains("Dossier de renouvellement à déposer"))
    }

    @Test func whatTheStateRegistersByLawNeedsNoFile() throws {
        let fiche = FichesEcrites.fiche(fin: "2027-07-31").replacingOccurrences(
            of: "enregistrement: {", with: "enregistrement: {type: Enregistrement de droit, ")
        let site = try Site(["fiches/a.md": fiche])
        site.build()
        let page = try #require(site.published("echeances/index.html"))
        #expect(page.contains("8\u{A0}mois avant l’échéance"))
        #expect(!page.contains("se dépose dans le mois qui vient"))
    }
}
