import Diagnostics
import Foundation
import Testing

@testable import Preview

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

@Suite("The preview server", .serialized, .timeLimit(.minutes(1)))
struct PreviewServerTests {
    /// A folder with one document, and a rendering that shows its text or, when it says so, an error.
    private struct Bench {
        let folder: URL
        var file: URL { folder.appending(path: "fiche.md") }

        init() throws {
            folder = FileManager.default.temporaryDirectory.appending(path: "parchemin-apercu-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try "un".write(to: file, atomically: true, encoding: .utf8)
        }

        func server(port: UInt16) -> PreviewServer {
            let file = file
            return PreviewServer(port: port, watched: [folder.path]) {
                let text = (try? String(contentsOf: file, encoding: .utf8)) ?? "absent"
                let page = "<!doctype html><html><head><title>t</title></head><body><p>\(text)</p></body></html>"
                if text.contains("faute") {
                    return PreviewSite(
                        files: [:],
                        diagnostics: [
                            Diagnostic(
                                .error, "essai", "Une faute <ici>", file: "fiche.md",
                                position: SourcePosition(line: 1), excerpt: text)
                        ])
                }
                return PreviewSite(files: ["index.html": Array(page.utf8)])
            }
        }
    }

    private func get(_ address: String, host: String? = nil) async throws -> (status: Int, body: String) {
        guard let url = URL(string: address) else { throw URLError(.badURL) }
        var request = URLRequest(url: url)
        if let host { request.setValue(host, forHTTPHeaderField: "Host") }
        let (data, response) = try await URLSession.shared.data(for: request)
        return ((response as? HTTPURLResponse)?.statusCode ?? 0, String(decoding: data, as: UTF8.self))
    }

    @Test("a save is shown, an error takes the place of the page and clears itself")
    func follows() async throws {
        let bench = try Bench()
        defer { try? FileManager.default.removeItem(at: bench.folder) }
        let port = UInt16.random(in: 20000...60000)
        let (addresses, started) = AsyncStream.makeStream(of: String.self)
        let running = Task { try await bench.server(port: port).run { started.yield($0) } }
        defer { running.cancel() }
        var iterator = addresses.makeAsyncIterator()
        let home = try #require(await iterator.next())

        let first = try await get(home)
        #expect(first.status == 200)
        #expect(first.body.contains("<p>un</p>"))
        #expect(first.body.contains("/_parchemin/recharge.js?v=1"))

        try "une faute".write(to: bench.file, atomically: true, encoding: .utf8)
        let second = try await get(home + "_parchemin/version?v=1")
        #expect(second.body == "{\"version\":2}")
        let broken = try await get(home)
        #expect(broken.status == 500)
        #expect(broken.body.contains("fiche.md, ligne 1"))
        #expect(broken.body.contains("Une faute &lt;ici&gt;"))

        try "deux".write(to: bench.file, atomically: true, encoding: .utf8)
        #expect(try await get(home + "_parchemin/version?v=2").body == "{\"version\":3}")
        let mended = try await get(home)
        #expect(mended.body.contains("<p>deux</p>"))
        #expect(!mended.body.contains("apercu-erreurs"))

        #expect(try await get(home + "absent/").status == 404)
        #expect(try await get(home + "%2e%2e/%2e%2e/etc/passwd").status == 403)
        #expect(try await get(home, host: "exemple.fr").status == 403)
    }

    @Test("a port that is taken is said in plain words")
    func portTaken() async throws {
        let bench = try Bench()
        defer { try? FileManager.default.removeItem(at: bench.folder) }
        let port = UInt16.random(in: 20000...60000)
        let (addresses, started) = AsyncStream.makeStream(of: String.self)
        let running = Task { try await bench.server(port: port).run { started.yield($0) } }
        defer { running.cancel() }
        var iterator = addresses.makeAsyncIterator()
        _ = await iterator.next()
        await #expect(throws: PreviewError.self) { try await bench.server(port: port).run { _ in } }
    }
}
