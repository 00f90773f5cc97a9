import FicheModel
import SiteBuild
import Testing
import TestSupport

struct BuildDateTests {
    /// Seconds since 1970 and the day in Paris.
    @Test(arguments: [
        (0, "1970-01-01"), (-1, "1970-01-01"), (-3601, "1969-12-31"),
        // 31 December 2025, 23:30 UTC is half past midnight in Paris.
        (1_767_223_800, "2026-01-01"), (1_767_221_999, "2025-12-31"),
        // Around the last Sundays of March and October 2026 (29 March, 25 October).
        (1_774_738_799, "2026-03-28"), (1_774_738_800, "2026-03-29"), (1_774_821_599, "2026-03-29"),
        (1_774_821_600, "2026-03-30"), (1_792_965_599, "2026-10-25"), (1_792_969_200, "2026-10-26"),
        (1_709_161_200, "2024-02-29"), (Site.noon, "2026-11-21"),
    ])
    func theDayInParis(_ seconds: Int, _ day: String) { #expect(BuildDate.dayInParis(seconds)?.iso == day) }

    @Test func theFirstThatIsGivenDecides() throws {
        let site = try Site(["fiches/a.md": FichesEcrites.fiche(), "catalogue.yaml": "titre: X\n"])
        let epoch = ["SOURCE_DATE_EPOCH": "1709161200"]
        #expect(site.build().dateOrigin == .today)
        #expect(site.build { $0.environment = epoch }.date?.iso == "2024-02-29")
        try site.write("date: 2025-05-05\n", to: "catalogue.yaml")
        #expect(site.build { $0.environment = epoch }.date?.iso == "2025-05-05")
        let given = site.build {
            $0.environment = epoch
            $0.date = CalendarDate("2020-02-02")
        }
        #expect(given.date?.iso == "2020-02-02")
        #expect(given.dateOrigin == .argument)
    }
}
