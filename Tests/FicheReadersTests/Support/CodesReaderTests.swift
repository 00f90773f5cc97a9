import Testing

@testable import FicheReaders

@Suite("Codes et libellés d’une ligne")
struct CodesReaderTests {
    private func codes(_ text: String, _ shape: CodesReader.Shape) -> [String] {
        CodesReader.entries(text, shape: shape).map { $0.code + ($0.libelle.map { " " + $0 } ?? "") }
    }

    @Test("Plusieurs codes sur une ligne, avec ou sans leurs libellés")
    func several() {
        #expect(codes("250r Maintenance ; 311u Conduite", .nsf) == ["250r Maintenance", "311u Conduite"])
        #expect(codes("14313 ; D1211", .rome) == ["14313", "D1211"])
        #expect(codes("D1211, D1106", .rome) == ["D1211", "D1106"])
        #expect(codes("21031/21054", .formacode) == ["21031", "21054"])
    }

    @Test("Un signe dans un libellé ne le coupe pas")
    func one() {
        #expect(codes("251w Mécanique ; voiles", .nsf) == ["251w Mécanique ; voiles"])
        #expect(
            codes("221 Agro-alimentaire, alimentation, 3 cuisines", .nsf) == [
                "221 Agro-alimentaire, alimentation, 3 cuisines"
            ])
        #expect(codes("Agro-alimentaire", .nsf) == [])
    }
}
