import FlyingFox
import Foundation
import SiteBuild

/// Answers requests from the state.
struct PreviewHandler: HTTPHandler {
    let state: PreviewState
    let port: UInt16
    private let memory = PageMemory()
    private let search = PreviewSearch()

    init(state: PreviewState, port: UInt16) {
        self.state = state
        self.port = port
    }

    func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
        guard request.method == .GET || request.method == .HEAD else {
            return text(.methodNotAllowed, "Seule la lecture est possible")
        }
        let (site, version) = await state.current
        let target = RequestTarget.decide(
            host: request.headers[.host], path: request.target.path(), port: port, basePath: site?.basePath ?? "/",
            outputs: { site?.has($0) ?? false })
        switch target {
        case .refused(let reason): return text(.forbidden, reason)
        case .redirect(let address): return redirect(address, status: .found)
        case .preview(let name): return await resource(name, request, site, version)
        case .output(let path):
            guard let site else {
                let page = PreviewPage(version: version).message(
                    titre: "Le catalogue est en cours de lecture",
                    "La page viendra d’elle-même dès qu’il sera lu. Le premier aperçu d’une grande source prend une minute."
                )
                return answer(.serviceUnavailable, page, type: MediaType.of("index.html"))
            }
            if path == "index.html", !site.entry.isEmpty { return redirect("/" + site.entry, status: .found) }
            return await output(path, site, version)
        }
    }

    private func output(_ path: String, _ site: LiveSite, _ version: Int) async -> HTTPResponse {
        if LiveSite.isSearch(path) {
            guard let bytes = await search.file(at: path, of: site) else { return text(.notFound, "Inconnu") }
            return answer(.ok, bytes, type: MediaType.of(path))
        }
        let isPage = path.hasSuffix(".html")
        switch await memory.output(at: path, of: site) {
        case .file(let bytes):
            guard isPage else { return answer(.ok, bytes, type: MediaType.of(path)) }
            var page = PreviewPage(site, version: version, inputs: site.inputs(of: path))
            page.notice = await notice(path, site)
            return answer(.ok, page.decorated(bytes), type: MediaType.of(path))
        case .failed(let problems):
            let page = PreviewPage(site, version: version, inputs: site.inputs(of: path), problems: problems)
            return answer(.internalServerError, page.errorPage(), type: MediaType.of("index.html"))
        case .none:
            let page = PreviewPage(site, version: version)
            if !site.errors.isEmpty, isPage {
                return answer(.internalServerError, page.errorPage(), type: MediaType.of(path))
            }
            guard case .file(let bytes) = await memory.output(at: "404.html", of: site) else {
                return answer(
                    .notFound, page.message(titre: "Page introuvable", "Le catalogue n’a pas cette page."),
                    type: MediaType.of("index.html"))
            }
            return answer(.notFound, page.decorated(bytes), type: MediaType.of("index.html"))
        }
    }

    /// What of a page is not of the present state.
    private func notice(_ path: String, _ site: LiveSite) async -> String? {
        if site.isPartial {
            return
                "Le catalogue se met à jour\u{A0}: les listes, les liens entre fiches et la recherche peuvent encore montrer "
                + "l’état précédent."
        }
        guard path == "recherche/index.html", await search.prepare(site) else { return nil }
        return "La recherche répond encore avec l’état précédent du catalogue\u{A0}; elle se met à jour."
    }

    private func resource(
        _ name: String, _ request: HTTPRequest, _ site: LiveSite?, _ version: Int
    ) async -> HTTPResponse {
        switch name {
        case "recharge.js": return answer(.ok, Array(PreviewResources.script.utf8), type: MediaType.of(name))
        case "apercu.css": return answer(.ok, Array(PreviewResources.style.utf8), type: MediaType.of(name))
        case "remarques":
            guard let site else { return text(.serviceUnavailable, "Le catalogue est en cours de lecture") }
            let page = await OwnThread.run { PreviewPage(version: version).remarks(site) }
            return answer(.ok, page, type: MediaType.of("index.html"))
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
