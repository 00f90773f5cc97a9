import Testing
import TestSupport

@Suite("A fiche and the one that follows it")
struct SuccessorTests {
    @Test func theStateSaysWhatReplacesTheFiche() throws {
        let former = "---\nnumero_fiche: RNCP90010\nintitule: Avant\nenregistrement: {date_fin: 2020-01-01}\n---\n"
        let next = """
            ---
            numero_fiche: RNCP90011
            intitule: Après
            enregistrement: {date_fin: 2099-01-01}
            anciennes_certifications: [RNCP90010]
            ---

            """
        let site = try Site(["fiches/avant.md": former, "fiches/apres.md": next])
        site.build()
        let page = try #require(site.published("fiches/rncp90010/index.html"))
        // Declared by the successor alone, and that successor has a state of its own.
        #expect(page.contains("<p class=\"etat-suite\">Remplacée par <a href=\"../../fiches/rncp90011/\">"))
    }
}
