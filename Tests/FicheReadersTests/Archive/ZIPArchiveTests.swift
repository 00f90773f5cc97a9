import Diagnostics
import FicheModel
import Testing

@testable import FicheReaders

@Suite struct ZIPArchiveTests {
    private typealias Entry = ZIPFixture.Entry
    private static let flow = Array(FluxFixture.flux(FluxFixture.fiche()).utf8)
    private static let name = "export_fiches_RNCP_V4_1_2026-08-16.xml"

    private func read(_ entries: Entry..., comment: String = "") -> ReadResult {
        ReaderCatalogue().read(ZIPFixture.archive(entries, comment: comment), path: "export.zip")
    }

    @Test(arguments: [true, false]) func aFlowIsReadInItsArchive(_ isDeflated: Bool) throws {
        let result = read(Entry(name: Self.name, bytes: Self.flow, isDeflated: isDeflated), comment: "PK\u{5}\u{6} rien")
        #expect(result.diagnostics == [])
        let fiche = try #require(result.fiches.first?.fiche)
        #expect(fiche.numeroFiche == "RNCP99001")
        #expect(fiche.source.fichier == "export.zip/" + Self.name)
        #expect(fiche.source.dateDesDonnees == CalendarDate(year: 2026, month: 8, day: 16))
    }

    @Test func theSetOfTablesIsReadInItsArchive() {
        let entries = CSVFixture.files().map { Entry(name: String($0.path.dropFirst(4)), bytes: $0.bytes) }
        let result = ReaderCatalogue().read(
            ZIPFixture.archive(entries + [Entry(name: "lisezmoi.txt", bytes: [0x61])]), path: "csv.zip")
        #expect(result.fiches.map(\.fiche.identifiant) == ["rncp99001", "rs9902"])
        #expect(result.diagnostics.count { $0.identifier == .archiveEntreeIgnoree } == 1)
        #expect(result.diagnostics.allSatisfy { $0.severity == .note })
    }

    @Test func namesThatLeaveTheArchiveAreRefused() {
        for name in ["/etc/flux.xml", "../flux.xml", "a/../../flux.xml", "C:/flux.xml", "a\\flux.xml", "a\u{0}.xml"] {
            let result = read(Entry(name: name, bytes: Self.flow), Entry(name: Self.name, bytes: Self.flow))
            #expect(result.diagnostics.map(\.identifier) == [.archiveNomInterdit], "\(name)")
            #expect(result.fiches.count == 1)
        }
    }

    @Test func whatIsNotReadIsSaid() {
        func only(_ entry: Entry) -> [Diagnostic.Identifier] {
            read(entry, Entry(name: "autre.xml", bytes: Self.flow)).diagnostics.map(\.identifier)
        }
        #expect(only(Entry(name: Self.name, bytes: Self.flow, flags: 0x801)) == [.archiveChiffree])
        #expect(only(Entry(name: Self.name, bytes: Self.flow, method: 12)) == [.archiveIllisible])
        #expect(only(Entry(name: Self.name, bytes: Self.flow, size: 0xFFFF_FFFF)) == [.archiveZip64])
        #expect(only(Entry(name: Self.name, bytes: Self.flow, attributes: 0xA1FF << 16)) == [.archiveEntreeIgnoree])
        #expect(only(Entry(name: Self.name, bytes: Self.flow, packedSize: 1 << 24)) == [.archiveIllisible])
        #expect(only(Entry(name: Self.name, bytes: Self.flow, checksum: 1)) == [.archiveIllisible])
        #expect(only(Entry(name: "autre.xml", bytes: Self.flow)) == [.archiveEntreeIgnoree])
        #expect(read(Entry(name: "notes.txt", bytes: [0x61])).diagnostics.map(\.identifier) == [
            .archiveEntreeIgnoree, .archiveSansFiche,
        ])
    }

    @Test func bombsAreRefused() {
        let zeros = [UInt8](repeating: 0x20, count: 40 << 20)
        #expect(read(Entry(name: Self.name, bytes: zeros)).diagnostics.first?.identifier == .archiveTropGrande)
        // It states little and gives much.
        let liar = read(Entry(name: Self.name, bytes: Self.flow + zeros, size: 5000))
        #expect(liar.diagnostics.contains { $0.identifier == .archiveTropGrande })
        let overlapped = read(
            Entry(name: Self.name, bytes: Self.flow), Entry(name: "b.xml", bytes: Self.flow, offset: 0))
        #expect(overlapped.diagnostics.map(\.identifier) == [.archiveIllisible])
        #expect(overlapped.fiches.isEmpty)
    }

    @Test func damagedArchivesAreAnswered() {
        let whole = ZIPFixture.archive([Entry(name: Self.name, bytes: Self.flow)])
        for count in [4, 30, whole.count / 2, whole.count - 1] {
            let result = ReaderCatalogue().read(Array(whole[..<count]), path: "a.zip")
            #expect(result.diagnostics.map(\.identifier) == [.archiveIllisible], "\(count)")
        }
        var state: UInt64 = 7
        for _ in 0..<300 {
            var damaged = whole
            for _ in 0..<3 {
                state = state &* 6_364_136_223_846_793_005 &+ 1
                damaged[Int(state >> 33) % damaged.count] = UInt8(truncatingIfNeeded: state >> 20)
            }
            let result = ReaderCatalogue().read(damaged, path: "a.zip")
            #expect(!result.fiches.isEmpty || !result.diagnostics.isEmpty)
        }
        let many = ZIPFixture.archive([Entry(name: Self.name, bytes: Self.flow)], entryCount: 9)
        #expect(ReaderCatalogue().read(many, path: "a.zip").diagnostics.map(\.identifier) == [.archiveIllisible])
    }

    @Test func anOfficeDocumentIsNoArchiveOfData() {
        let result = read(Entry(name: "[Content_Types].xml", bytes: [0x3C]), Entry(name: "word/document.xml", bytes: [0x3C]))
        #expect(result.diagnostics.map(\.identifier) == [.documentBureautique])
    }
}
