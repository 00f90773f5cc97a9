import Foundation
import Testing

@testable import FicheModel

@Suite("The state of a fiche at a date")
struct EtatDeValiditeTests {
    private func etat(
        fin: String? = nil, limite: String? = nil, actif: Bool? = nil, publication: String? = "Publiée", le date: String
    ) throws -> EtatDeValidite {
        EtatDeValidite(
            etatFiche: publication, actif: actif, dateFin: fin.flatMap { CalendarDate($0) },
            dateLimiteDelivrance: limite.flatMap { CalendarDate($0) }, at: try #require(CalendarDate(date)))
    }

    @Test("the day of the échéance is still valid, the next is not")
    func dayOfEcheance() throws {
        #expect(try etat(fin: "2026-11-21", le: "2026-11-21").code == "echeance-proche")
        #expect(try etat(fin: "2026-11-21", le: "2026-11-22").code == "echue")
    }

    @Test("eight months before its end an échéance is near")
    func near() throws {
        #expect(try etat(fin: "2027-07-21", le: "2026-11-20").code == "en-vigueur")
        #expect(try etat(fin: "2027-07-21", le: "2026-11-21").code == "echeance-proche")
    }

    @Test("an expired fiche may still be awarded until its limit")
    func delivrance() throws {
        #expect(
            try etat(fin: "2026-01-25", limite: "2026-11-25", le: "2026-11-21").delivranceJusquAu?.iso == "2026-11-25")
        #expect(try etat(fin: "2026-01-25", limite: "2026-11-20", le: "2026-11-21").delivranceJusquAu == nil)
    }

    @Test("dates win over the declaration, and the contradiction is said")
    func contradiction() throws {
        let expired = try etat(fin: "2020-01-01", actif: true, le: "2026-11-21")
        #expect(expired.code == "echue" && expired.contredit)
        let running = try etat(fin: "2030-01-01", actif: false, le: "2026-11-21")
        #expect(running.code == "en-vigueur" && running.contredit)
        #expect(try !etat(fin: "2030-01-01", actif: true, le: "2026-11-21").contredit)
    }

    @Test("without an échéance only what the source says is said")
    func withoutEnd() throws {
        #expect(try etat(actif: true, le: "2026-11-21").code == "declaree-active")
        #expect(try etat(actif: false, le: "2026-11-21").code == "declaree-inactive")
        #expect(try etat(le: "2026-11-21").code == "non-precisee")
    }

    /// The script of the pages is held to the same file, in a browser.
    @Test("the table that the script of the pages shares")
    func sharedVectors() throws {
        struct Vector: Decodable {
            let jour, code, phrase: String
            let date_fin, date_limite_delivrance, etat_fiche, delivrance: String?
            let actif: Bool?
        }
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Browser/vectors/etats.json")
        let vectors = try JSONDecoder().decode([Vector].self, from: try Data(contentsOf: file))
        #expect(vectors.count > 12)
        for vector in vectors {
            let etat = try etat(
                fin: vector.date_fin, limite: vector.date_limite_delivrance, actif: vector.actif,
                publication: vector.etat_fiche, le: vector.jour)
            #expect(etat.code == vector.code, "\(vector)")
            #expect(etat.phrase == vector.phrase, "\(vector)")
            #expect(etat.delivranceJusquAu?.iso == vector.delivrance, "\(vector)")
        }
    }

    @Test("a withdrawn fiche is withdrawn whatever its dates")
    func withdrawn() throws {
        #expect(try etat(fin: "2030-01-01", publication: "Dépubliée/Archivée", le: "2026-11-21").code == "depubliee")
    }
}
