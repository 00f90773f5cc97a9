import Foundation
import Testing

@testable import FileStore

/// What a process that was killed at each step leaves, and what the next one makes of it.
struct RecoveryTests {
    private let files = Dictionary(uniqueKeysWithValues: (0..<9).map { ("\($0).html", "un") })

    /// A folder with two generations, the second with "deux" in one file.
    private func published() throws -> Folder {
        let folder = try Folder()
        for text in ["un", "deux"] {
            let output = try OutputFolder(folder.path + "/site")
            let staging = try output.stage()
            for (path, former) in files { try staging.add(Array((path == "0.html" ? text : former).utf8), at: path) }
            _ = try output.publish(staging)
        }
        return folder
    }

    private func exchange(_ folder: Folder) -> Exchange {
        let live = FileTree.realPath(folder.path).map { $0 + "/site" } ?? ""
        return Exchange(live: live, state: OutputState(of: live))
    }

    /// Opens the folder as the next build does, and says what is there: the first file of both generations.
    private func mended(_ folder: Folder) throws -> [String?] {
        do { _ = try OutputFolder(folder.path + "/site") }
        // A state in which nothing is left goes as a whole.
        let state = try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/.parchemin/site")
        #expect(state ?? ["precedente"] == ["precedente"])
        return [folder.text("site/0.html"), folder.text(".parchemin/site/precedente/0.html")]
    }

    @Test func nothingHappened() throws { #expect(try mended(try published()) == ["deux", "un"]) }

    @Test func killedWhileWriting() throws {
        let folder = try published()
        try folder.write("trois", to: ".parchemin/site/nouvelle/0.html")
        #expect(try mended(folder) == ["deux", "un"])
    }

    @Test func killedWhileTheJournalWasWritten() throws {
        let folder = try published()
        try folder.write("prec", to: ".parchemin/site/journal.neuf")
        #expect(try mended(folder) == ["deux", "un"])
    }

    @Test func killedWhileTheFormerGenerationWasBroughtUpToDate() throws {
        let folder = try published()
        let exchange = exchange(folder)
        try exchange.announce(exchange.state.previous)
        try folder.write("trois", to: ".parchemin/site/precedente/0.html")
        try folder.write("trois", to: ".parchemin/site/precedente/neuf.html")
        #expect(try mended(folder) == ["deux", nil])
        #expect(folder.text("site/neuf.html") == nil)
    }

    @Test func killedAfterTheExchange() throws {
        let folder = try published()
        let exchange = exchange(folder)
        try exchange.announce(exchange.state.previous)
        try folder.write("moi", to: "site/notes.txt")
        try exchange.exchangeInTwoSteps(exchange.state.previous)
        #expect(try mended(folder) == ["un", "deux"])
        #expect(folder.text("site/notes.txt") == "moi")
    }

    @Test func killedBetweenTwoRenames() throws {
        let folder = try published()
        let exchange = exchange(folder)
        try exchange.announce(exchange.state.previous)
        try FileManager.default.moveItem(atPath: exchange.live, toPath: exchange.state.leaving)
        #expect(try mended(folder) == ["deux", nil])
    }

    @Test func killedAfterBothRenames() throws {
        let folder = try published()
        let exchange = exchange(folder)
        try exchange.announce(exchange.state.previous)
        try FileManager.default.moveItem(atPath: exchange.live, toPath: exchange.state.leaving)
        try FileManager.default.moveItem(atPath: exchange.state.previous, toPath: exchange.live)
        #expect(try mended(folder) == ["un", "deux"])
    }

    @Test func killedAfterAWholeNewGenerationCame() throws {
        let folder = try published()
        let exchange = exchange(folder)
        try folder.write("trois", to: ".parchemin/site/nouvelle/0.html")
        try folder.write("", to: ".parchemin/site/nouvelle/" + Manifest.fileName)
        try exchange.announce(exchange.state.next)
        #expect(try mended(folder) == ["deux", "un"])
        try folder.write("trois", to: ".parchemin/site/nouvelle/0.html")
        try exchange.announce(exchange.state.next)
        try exchange.exchangeInTwoSteps(exchange.state.next)
        #expect(try mended(folder) == ["trois", "deux"])
    }

    @Test func aJournalThatSaysNothingIsIgnored() throws {
        let folder = try published()
        try folder.write("\u{0}", to: ".parchemin/site/journal")
        #expect(try mended(folder) == ["deux", "un"])
    }

    // MARK: The spare of a first site

    /// A folder with a first site, of which there is a spare.
    private func first() throws -> Folder {
        let folder = try Folder()
        let output = try OutputFolder(folder.path + "/site")
        let staging = try output.stage()
        for (path, text) in files { try staging.add(Array(text.utf8), at: path) }
        let publication = try output.publish(staging)
        #expect(output.site(of: staging, publication, threads: 2)?.previous?.isSpare == true)
        return folder
    }

    /// Opens the folder as the next build does, and says what is there: the first file of the site, of the one before, of the
    /// spare.
    private func mendedFirst(_ folder: Folder) throws -> [String?] {
        do { _ = try OutputFolder(folder.path + "/site") }
        let state = folder.path + "/.parchemin/site"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: state)) ?? []
        #expect(Set(names).isSubset(of: ["precedente", "reserve"]))
        return ["site", ".parchemin/site/precedente", ".parchemin/site/reserve"].map { folder.text($0 + "/0.html") }
    }

    @Test func aSpareStays() throws { #expect(try mendedFirst(try first()) == ["un", nil, "un"]) }

    @Test func killedWhileTheSpareWasMade() throws {
        let folder = try first()
        try folder.write("un", to: ".parchemin/site/reserve.neuve/0.html")
        #expect(try mendedFirst(folder) == ["un", nil, "un"])
    }

    @Test func killedWhileTheSpareWasBroughtUpToDate() throws {
        let folder = try first()
        let exchange = exchange(folder)
        try exchange.announce(exchange.state.spare)
        try folder.write("deux", to: ".parchemin/site/reserve/neuf.html")
        #expect(try mendedFirst(folder) == ["un", nil, nil])
        #expect(folder.text("site/neuf.html") == nil)
    }

    @Test func killedAfterTheSpareTookThePlace() throws {
        let folder = try first()
        let exchange = exchange(folder)
        try exchange.announce(exchange.state.spare)
        try folder.write("moi", to: "site/notes.txt")
        try FileManager.default.removeItem(atPath: exchange.state.spare + "/0.html")
        try folder.write("deux", to: ".parchemin/site/reserve/0.html")
        try exchange.exchangeInTwoSteps(exchange.state.spare)
        #expect(try mendedFirst(folder) == ["deux", "un", nil])
        #expect(folder.text("site/notes.txt") == "moi")
        try exchange.announce(exchange.state.previous)
        #expect(try mendedFirst(folder) == ["deux", nil, nil])
    }

    @Test func thereIsNothingToGoBackToAfterAFirstSite() throws {
        let folder = try first()
        #expect(try OutputFolder(folder.path + "/site").rollBack() == nil)
        #expect(try mendedFirst(folder) == ["un", nil, "un"])
    }
}
