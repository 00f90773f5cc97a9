import Diagnostics
import FlyingFox
import FlyingSocks
import Foundation

/// Serves a site from memory on 127.0.0.1, renders it again when a watched file changes, and reloads the open page.
public struct PreviewServer: Sendable {
    /// Renders the site afresh. Runs on a thread of its own.
    public typealias Render = @Sendable () -> PreviewSite

    let port: UInt16
    let watched: [String]
    let render: Render
    let report: @Sendable (PreviewSite) -> Void

    /// - Parameters:
    ///   - port: the port on 127.0.0.1.
    ///   - watched: folders and files whose change makes a new rendering.
    ///   - report: called after each rendering, to print what was found.
    public init(
        port: UInt16, watched: [String], render: @escaping Render,
        report: @escaping @Sendable (PreviewSite) -> Void = { _ in }
    ) {
        self.port = port
        self.watched = watched
        self.render = render
        self.report = report
    }

    /// Serves until the task is cancelled.
    ///
    /// - Parameter ready: called with the address of the home page once the server listens.
    /// - Throws: `PreviewError.portTaken` when another program has the port.
    public func run(ready: @escaping @Sendable (String) -> Void) async throws {
        // Watched before the first rendering, so that no save falls between the two.
        let changes = FileWatcher.changes(of: watched)
        let first = await OwnThread.run(render)
        report(first)
        let state = PreviewState(site: first)
        let handler = PreviewHandler(state: state, port: port)
        let address = try sockaddr_in.inet(ip4: "127.0.0.1", port: port)
        let server = HTTPServer(address: address, timeout: 60, logger: .disabled, handler: handler)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                do {
                    try await server.run()
                } catch let error as SocketError {
                    throw PreviewError.portTaken(port, reason: String(describing: error))
                }
            }
            group.addTask {
                try await server.waitUntilListening()
                ready("http://127.0.0.1:\(port)/")
                for await _ in changes {
                    let next = await OwnThread.run(render)
                    report(next)
                    await state.show(next)
                }
            }
            defer { group.cancelAll() }
            try await group.next()
        }
    }
}

/// Why the preview cannot start.
public enum PreviewError: Error, Equatable {
    case portTaken(UInt16, reason: String)

    /// The same for people.
    public var diagnostic: Diagnostic {
        switch self {
        case .portTaken(let port, let reason):
            Diagnostic(
                .error, "port-occupe", "Le port \(port) n’a pas pu être ouvert sur 127.0.0.1 (\(reason))",
                hint: "Un aperçu tourne peut-être déjà ; sinon choisissez un autre port avec --port")
        }
    }
}

/// Answers requests from the state.
struct PreviewHandler: HTTPHandler {
    let state: PreviewState
    let port: UInt16

    func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
        guard request.method == .GET || request.method == .HEAD else {
            return text(.methodNotAllowed, "Seule la lecture est possible")
        }
        let (site, version) = await state.current
        let target = RequestTarget.decide(
            host: request.headers[.host], path: request.target.path(), port: port, basePath: site.basePath,
            outputs: { site.files[$0] != nil })
        switch target {
        case .refused(let reason): return text(.forbidden, reason)
        case .redirect(let address): return redirect(address, status: .found)
        case .preview(let name): return await resource(name, request)
        case .output("index.html") where !site.entry.isEmpty:
            return redirect("/" + site.entry, status: .found)
        case .output(let path):
            let isPage = path.hasSuffix(".html")
            if let bytes = site.files[path] {
                let body =
                    isPage ? PreviewPage.decorated(bytes, version: version, diagnostics: site.diagnostics) : bytes
                return answer(.ok, body, type: MediaType.of(path))
            }
            if site.diagnostics.hasErrors, isPage {
                let page = PreviewPage.errorPage(
                    title: "Cette page n’a pas pu être préparée", version: version, diagnostics: site.diagnostics)
                return answer(.internalServerError, page, type: MediaType.of(path))
            }
            let page =
                site.files["404.html"]
                ?? Array(
                    "<!doctype html><html lang=\"fr\"><head><title>Page introuvable</title></head><body><p>Page introuvable</p></body></html>"
                        .utf8)
            return answer(
                .notFound, PreviewPage.decorated(page, version: version, diagnostics: site.diagnostics),
                type: "text/html; charset=utf-8")
        }
    }

    private func resource(_ name: String, _ request: HTTPRequest) async -> HTTPResponse {
        switch name {
        case "recharge.js": return answer(.ok, Array(PreviewResources.script.utf8), type: MediaType.of(name))
        case "apercu.css": return answer(.ok, Array(PreviewResources.style.utf8), type: MediaType.of(name))
        case "version":
            let known = request.query.first { $0.name == "v" }.flatMap { Int($0.value) } ?? 0
            let version = await state.waitForChange(from: known, atMost: .seconds(25))
            return answer(.ok, Array("{\"version\":\(version)}".utf8), type: "application/json; charset=utf-8")
        default: return text(.notFound, "Inconnu")
        }
    }

    private func redirect(_ address: String, status: HTTPStatusCode) -> HTTPResponse {
        let headers: HTTPHeaders = [.location: address, HTTPHeader("Cache-Control"): "no-store"]
        return HTTPResponse(statusCode: status, headers: headers)
    }

    private func text(_ status: HTTPStatusCode, _ message: String) -> HTTPResponse {
        answer(status, Array((message + "\n").utf8), type: "text/plain; charset=utf-8")
    }

    private func answer(_ status: HTTPStatusCode, _ body: [UInt8], type: String) -> HTTPResponse {
        let headers: HTTPHeaders = [
            .contentType: type, HTTPHeader("Cache-Control"): "no-store",
            HTTPHeader("X-Content-Type-Options"): "nosniff",
        ]
        return HTTPResponse(statusCode: status, headers: headers, body: Data(body))
    }
}
