import Diagnostics
import FlyingFox
import FlyingSocks
import Foundation
import SiteBuild

/// Serves a site on 127.0.0.1 while it is written: each page is made when it is asked for, a save is followed, and the open
/// page reloads.
public struct PreviewServer: Sendable {
    let port: UInt16
    let request: BuildRequest
    let small: Int
    let report: @Sendable (PreviewNews) -> Void

    /// - Parameters:
    ///   - port: the port on 127.0.0.1.
    ///   - request: the site; its output folder only names what earlier builds left.
    ///   - small: up to how many fiches a catalogue is brought up to date before a change of it is shown, which spares the
    ///     reader a page that reloads twice.
    ///   - report: told what happens, to print it.
    public init(
        port: UInt16, request: BuildRequest, small: Int = 500,
        report: @escaping @Sendable (PreviewNews) -> Void = { _ in }
    ) {
        self.port = port
        self.request = request
        self.small = small
        self.report = report
    }

    /// Serves until the task is cancelled. Until the site is prepared, pages say that it is being.
    ///
    /// - Parameter ready: called with the address of the home page once there is something to see.
    /// - Throws: `PreviewError.portTaken` when another program has the port.
    public func run(ready: @escaping @Sendable (String) -> Void) async throws {
        let state = PreviewState()
        let handler = PreviewHandler(state: state, port: port)
        let follower = PreviewFollower(request: request, state: state, small: small, report: report)
        let address = try sockaddr_in.inet(ip4: "127.0.0.1", port: port)
        let server = HTTPServer(
            address: address, timeout: 60, pool: PromptSockets(pool: HTTPServer.defaultPool()), logger: .disabled,
            handler: handler)
        let port = port
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
                await follower.run { ready("http://127.0.0.1:\(port)/") }
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
