import Testing

@testable import PagePrinting

@Suite("What a printed page says and how it is made")
struct PDFDatesTests {
    @Test("Dates become those of the catalogue, nothing else moves")
    func pinned() {
        let pdf = "%PDF-1.7 /CreationDate (D:20261121134501Z) (D:20200101000000Z) /ModDate\n(D:20261121134501+01'00')"
        let result = String(decoding: PDFDates.pinned(Array(pdf.utf8), to: "20260115"), as: UTF8.self)
        #expect(
            result
                == "%PDF-1.7 /CreationDate (D:20260115000000Z) (D:20200101000000Z) /ModDate\n(D:20260115000000+01'00')")
    }

    @Test(
        "What is no date is left as it is", arguments: ["/CreationDate (D:2026)", "/ModDate (x)", "/CreationDate", "/"])
    func others(text: String) {
        #expect(PDFDates.pinned(Array(text.utf8), to: "20260115") == Array(text.utf8))
    }

    @Test("No engine asks the network for anything")
    func noNetwork() {
        let job = PrintJob(folder: "/t", page: "/t/page.html", output: "/t/page.pdf", attachments: ["/t/a.json"])
        let weasyprint = PrintEngine.weasyprint.arguments(job)
        #expect(weasyprint.contains("file,data") && weasyprint.contains("/t/a.json"))
        #expect(weasyprint.suffix(2) == ["/t/page.html", "/t/page.pdf"])
        let chromium = PrintEngine.chromium.arguments(job)
        #expect(chromium.contains("--host-resolver-rules=MAP * ~NOTFOUND"))
        #expect(chromium.contains("--user-data-dir=/t/profil") && chromium.last == "file:///t/page.html")
    }

    @Test("WeasyPrint that has no page to print says so, installed or not")
    func failures() {
        let job = PrintJob(folder: "/nulle/part", page: "/nulle/part/a.html", output: "/nulle/part/a.pdf")
        do throws(PrintFailure) {
            try PrintEngine.weasyprint.run(job)
            Issue.record("it printed a page that is not there")
        } catch {
            if case .failed(let reason) = error { #expect(!reason.isEmpty) } else { #expect(error == .missing) }
        }
    }
}
