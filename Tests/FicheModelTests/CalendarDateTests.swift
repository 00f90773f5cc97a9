import Testing

@testable import FicheModel

@Suite("Dates, numbers, levels")
struct CalendarDateTests {
    @Test(
        "the forms that sources use",
        arguments: [
            ("2018-08-07", "2018-08-07"), ("07/08/2018", "2018-08-07"), ("07-08-2018", "2018-08-07"),
            ("07 août 2018", "2018-08-07"), ("1er janvier 2020", "2020-01-01"), ("29/02/2024", "2024-02-29"),
            ("7\u{A0}AOUT\u{A0}2018", "2018-08-07"),
        ])
    func forms(text: String, iso: String) { #expect(CalendarDate(text)?.iso == iso) }

    @Test(
        "days that do not exist",
        arguments: ["29/02/2023", "31/04/2024", "2024-13-01", "12 brumaire 2020", "2018", "a/b/c", ""])
    func absent(text: String) { #expect(CalendarDate(text) == nil) }

    @Test("in full, with no-break spaces")
    func inFull() {
        #expect(CalendarDate("2018-08-07")?.inFull == "7\u{A0}août\u{A0}2018")
        #expect(CalendarDate("2018-08-01")?.inFull == "1er\u{A0}août\u{A0}2018")
    }

    @Test(
        "months are added on the calendar",
        arguments: [
            ("2026-10-31", 1, "2026-11-30"), ("2026-01-31", -8, "2025-05-31"), ("2024-02-29", 12, "2025-02-28"),
        ])
    func months(text: String, count: Int, iso: String) { #expect(CalendarDate(text)?.adding(months: count).iso == iso) }

    @Test(
        "numbers of fiches",
        arguments: [
            ("31387", "RNCP31387"), ("rncp 31387", "RNCP31387"), ("RNCP-31387", "RNCP31387"), ("RNCP31387BC01", nil),
            ("", nil),
        ])
    func numbers(text: String, numero: String?) { #expect(Repertoire.rncp.numero(text) == numero) }

    @Test("the register is read from the number")
    func registers() {
        #expect(Repertoire.parse("RS5678")?.repertoire == .rs)
        #expect(Repertoire.parse("RNCP1")?.numero == "RNCP1")
        #expect(Repertoire.parse("12") == nil)
        #expect(
            Repertoire.rs.adresseOfficielle(numero: "RS5678") == "https://www.francecompetences.fr/recherche/rs/5678/")
    }

    @Test("a level known by its old numeral alone is derived by the decree, but I may be 7 or 8")
    func levels() {
        #expect(Niveau.derived(fromNumeral: "III") == Niveau(europe: 5, nomenclature1969: "III", deriveDe: "III"))
        #expect(Niveau.derived(fromNumeral: "I") == Niveau(europe: nil, nomenclature1969: "I", deriveDe: nil))
    }
}
