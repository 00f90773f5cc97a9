import Foundation
import Preview
import SiteBuild
import TestSupport
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A preview that runs, and a reader of its pages.
struct PreviewClient: Sendable {
    let home: String
    private let running: Task<Void, any Error>

    /// Starts the preview of a site.
    ///
    /// - Parameter small: up to how many fiches a change is shown whole; 0 to see what a large catalogue shows.
    static func start(
        _ site: Site, port: UInt16 = UInt16.random(in: 20000...60000), small: Int = 0
    ) async throws -> PreviewClient {
        let (addresses, started) = AsyncStream.makeStream(of: String.self)
        let server = PreviewServer(port: port, request: site.request(), small: small)
        let running = Task { try await server.run { started.yield($0) } }
        var iterator = addresses.makeAsyncIterator()
        return PreviewClient(home: try #require(await iterator.next()), running: running)
    }

    func stop() { running.cancel() }

    func get(_ path: String, host: String? = nil) async throws -> (status: Int, body: String) {
        let (status, data) = try await data(path, host: host)
        return (status, String(decoding: data, as: UTF8.self))
    }

    func data(_ path: String, host: String? = nil) async throws -> (status: Int, body: Data) {
        guard let url = URL(string: home + path) else { throw URLError(.badURL) }
        var request = URLRequest(url: url)
        if let host { request.setValue(host, forHTTPHeaderField: "Host") }
        let (data, response) = try await URLSession.shared.data(for: request)
        return ((response as? HTTPURLResponse)?.statusCode ?? 0, data)
    }

    /// Waits for the version after `known`, as the open page does.
    func version(after known: Int) async throws -> Int {
        let body = try await get("_parchemin/version?v=\(known)").body
        return try #require(Int(body.filter(\.isNumber)))
    }

    /// Waits until a page, of whatever version, is as wanted.
    func wait(_ path: String, until isWanted: (String) -> Bool) async throws -> String {
        var version = 0
        while true {
            let page = try await get(path).body
            if isWanted(page) { return page }
            let shown = page.components(separatedBy: "recharge.js?v=").dropFirst().first?.prefix(while: \.isNumber)
            version = try await self.version(after: shown.flatMap { Int($0) } ?? version)
        }
    }
}
