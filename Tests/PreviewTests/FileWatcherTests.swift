import Foundation
import SiteBuild
import TestSupport
import Testing

@testable import Preview

@Suite("Watching files", .timeLimit(.minutes(15)))
struct FileWatcherTests {
    /// Watches paths of a site and gives what was seen.
    private func watch(_ site: Site, _ paths: [String], polls: Bool) -> (FileWatcher, AsyncStream<FileChanges>) {
        let (seen, sender) = AsyncStream.makeStream(of: FileChanges.self)
        return (FileWatcher(paths.map { site.folder + "/" + $0 }, polls: polls) { sender.yield($0) }, seen)
    }

    @Test("saves, replaced files and new folders are told by their paths", arguments: [false, true])
    func paths(polls: Bool) async throws {
        let site = try Site(["fiches/a.md": "un"])
        let (watcher, seen) = watch(site, ["Content"], polls: polls)
        defer { withExtendedLifetime(watcher) {} }
        var changes = seen.makeAsyncIterator()
        func next(_ path: String) async {
            let wanted = (site.content as NSString).standardizingPath + "/" + path
            while let change = await changes.next() {
                if change.paths.contains(where: { ($0 as NSString).standardizingPath == wanted }) { return }
            }
        }
        // Polling looks at what is there first.
        if polls { try await Task.sleep(for: .milliseconds(300)) }
        try site.write("deux mots", to: "fiches/a.md")
        await next("fiches/a.md")
        try site.write("trois", to: "fiches/neuf.tmp")
        let path = site.content + "/fiches/"
        #expect(rename(path + "neuf.tmp", path + "a.md") == 0)
        await next("fiches/a.md")
        try site.write("un", to: "encore/b.md")
        await next(polls ? "encore/b.md" : "encore")
        try site.write("deux", to: "encore/b.md")
        await next("encore/b.md")
        try site.remove("encore/b.md")
        await next("encore/b.md")
    }

    @Test("a burst is told once, and neighbours of a watched file not at all")
    func bursts() async throws {
        let site = try Site(["fiches/a.md": "un"])
        let (watcher, seen) = watch(site, ["Content/fiches/a.md"], polls: false)
        defer { withExtendedLifetime(watcher) {} }
        for name in ["b", "c", "d"] { try site.write("x", to: "fiches/\(name).md") }
        for text in ["1", "2", "3", "4"] { try site.write(text, to: "fiches/a.md") }
        var changes = seen.makeAsyncIterator()
        let first = try #require(await changes.next())
        #expect(first.paths.count == 1)
        #expect(first.paths.first?.hasSuffix("/fiches/a.md") == true)
    }

    @Test("hidden files below a root concern nobody, those of a hidden root do")
    func hidden() {
        let roots = WatchedRoots(["/tmp/.x/Content", "/tmp/source.xml"])
        #expect(roots.concern("/tmp/.x/Content/fiches/a.md"))
        #expect(!roots.concern("/tmp/.x/Content/fiches/.a.md.swp"))
        #expect(!roots.concern("/tmp/.x/Content/.git/index"))
        #expect(roots.concern("/tmp/source.xml"))
        #expect(!roots.concern("/tmp/source.xml.part"))
        #expect(!roots.concern("/tmp/.x/Content2"))
    }
}
