import Testing

@testable import FicheReaders

@Suite("Words cut at the ends of lines")
struct CutWordsTests {
    @Test("a word that stands whole elsewhere is put together; any other hyphen stays")
    func joined() {
        let text = "Il gère des maga-\nsins avec un sous-\ntraitant et des éta-\nlages.\nDeux magasins. Les MAGASINS.\n"
        let lines = PrintedPages(SourceText(text)).lines
        #expect(lines.map(\.endsInCutWord) == [true, false, false, false, false])
        #expect(
            BlockBuilder.wholeText(lines)
                == "Il gère des magasins avec un sous-traitant et des éta-lages. Deux magasins. Les MAGASINS.")
    }
}
