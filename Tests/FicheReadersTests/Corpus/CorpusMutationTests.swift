import Testing

@testable import FicheReaders

@Suite("Corpus: mutations that keep the marks of a layout")
struct CorpusMutationTests {
    @Test("the same fiche each time", arguments: CorpusDocument.all)
    func sameFiche(document: CorpusDocument) throws {
        let text = try document.text()
        let expected = CorpusReading.read(Array(text.utf8), path: document.path)
        for mutation in CorpusMutation.all where mutation.applies(to: document) {
            let changed = Array(mutation.apply(text).utf8)
            guard !changed.elementsEqual(text.utf8) else { continue }
            let result = CorpusReading.read(changed, path: document.path)
            let differences = CorpusReading.differences(
                result, from: expected, asMarkdown: document.layout == .redaction)
            #expect(differences == [], "\(mutation.name)")
        }
    }

    @Test("each mutation changes documents", arguments: CorpusMutation.all.map(\.name))
    func effective(name: String) throws {
        let mutations = CorpusMutation.all.filter { $0.name == name }
        let changed = try CorpusDocument.all.filter { document in
            let text = try document.text()
            return mutations.contains { mutation in
                mutation.applies(to: document) && !mutation.apply(text).utf8.elementsEqual(text.utf8)
            }
        }
        #expect(changed.count >= 3)
    }
}
