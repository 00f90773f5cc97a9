import Catalogue
import FicheModel
import Testing

struct AssemblyTests {
    @Test func fichesComeInTheOrderOfTheirTitles() {
        let titles = ["Émailleur", "Zingueur", "emballeur", "Niveau 10", "Niveau 9", "Écailler", "École", "D’art"]
        let assembly = Assembly(titles.enumerated().map { Summaries.fiche($1, identifiant: "f\($0)") }, drafts: false)
        #expect(
            assembly.fiches.map(\.intitule) == [
                "D’art", "Écailler", "École", "Émailleur", "emballeur", "Niveau 9", "Niveau 10", "Zingueur",
            ])
    }

    @Test func oneNumberTwiceInOneSourceIsAnError() {
        let assembly = Assembly(
            [
                Summaries.fiche("Un", numero: "RNCP1", file: "a.md"),
                Summaries.fiche("Deux", numero: "RNCP1", file: "b.md"),
            ], drafts: false)
        #expect(assembly.fiches.map(\.intitule) == ["Un"])
        #expect(assembly.diagnostics.map(\.identifier) == [.numeroEnDouble])
        #expect(assembly.diagnostics.first?.severity == .error)
    }

    @Test func oneNumberInTwoSourcesIsSettledByTheirOrder() {
        let assembly = Assembly(
            [Summaries.fiche("Branche", numero: "RNCP1"), Summaries.fiche("National", numero: "RNCP1", source: 1)],
            drafts: false)
        #expect(assembly.fiches.map(\.intitule) == ["Branche"])
        #expect(assembly.diagnostics.map(\.severity) == [.note])
    }

    @Test func twoFichesCannotHaveOneAddress() {
        let assembly = Assembly(
            [Summaries.fiche("Un", identifiant: "x"), Summaries.fiche("Deux", identifiant: "x")], drafts: false)
        #expect(assembly.diagnostics.map(\.identifier) == [.identifiantEnDouble])
        #expect(assembly.fiches.count == 1)
    }

    @Test func draftsAreForThePreview() {
        let draft = Summaries.fiche("Brouillon") { $0.brouillon = true }
        #expect(Assembly([draft], drafts: false).fiches.isEmpty)
        #expect(Assembly([draft], drafts: true).fiches.count == 1)
    }
}
