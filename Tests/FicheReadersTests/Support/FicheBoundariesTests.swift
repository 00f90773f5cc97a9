import Testing

@testable import FicheReaders

@Suite("Several fiches in one text")
struct FicheBoundariesTests {
    private func firstLines(_ text: String) -> [Int] { FicheBoundaries.pieces(of: SourceText(text)).map(\.firstLine) }

    private let head = "Le Répertoire National des Certifications Professionnelles (RNCP)\n"

    @Test("each number begins a fiche, below the name of the register")
    func numbers() {
        let one = head + "Résumé descriptif de la certification Code RNCP : 11111\nIntitulé\nA\n"
        let other = "Imprimer\n\n" + head + "Résumé descriptif de la certification\nCode RNCP : 22222\nIntitulé\nB\n"
        #expect(firstLines(one + other) == [1, 5])
    }

    @Test("the number that a form repeats on its pages begins nothing")
    func runningHead() {
        let page = head + "Résumé descriptif de la certification Code RNCP : 11111\nTexte\n"
        #expect(firstLines(page + page + page) == [1])
    }

    @Test("fiches of France compétences begin with the name of their register")
    func pagesOfToday() {
        func fiche(_ numero: String) -> String {
            "Répertoire national des certifications professionnelles\nTitre\nActive\nN° de fiche\n\(numero)\nTexte\n"
        }
        #expect(firstLines(fiche("RNCP38417") + fiche("RNCP38418")) == [1, 7])
        // A certification that another one names is no fiche of its own.
        #expect(firstLines(fiche("RNCP38417") + "Ancienne fiche\nN° de fiche : RNCP2\n") == [1])
    }

    @Test("annexes have no number: each begins with its heading")
    func annexes() {
        let annexe =
            "ANNEXE\nInformations requises pour l'inscription au répertoire national des certifications professionnelles\nIntitulé :\nA\n"
        #expect(firstLines(annexe) == [1])
        #expect(firstLines(annexe + annexe) == [1, 5])
    }

    @Test("a head that begins a fiche in two ways begins one")
    func twoBeginnings() {
        let text =
            "Titre\nRépertoire national des certifications professionnelles\nANNEXE\nInformations requises pour l'inscription au répertoire national des certifications professionnelles\nN° de fiche\nRNCP99213\nTexte\n"
        #expect(firstLines(text) == [1, 3])
        #expect(firstLines(text + text) == [1, 3, 10])
    }
}
