import FlyingSocks
import Foundation

/// A pool of sockets whose answers leave at once.
///
/// The server writes the head of an answer and its body apart. Left to itself the system keeps the second back until the
/// first was acknowledged, which a reader does after 40 ms only: longer than making the page takes.
struct PromptSockets<Pool: AsyncSocketPool>: AsyncSocketPool {
    let pool: Pool

    func prepare() async throws { try await pool.prepare() }

    func run() async throws { try await pool.run() }

    /// A connection has the option of the socket that listens; where it has not, it waits here for its next request.
    func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
        // Where a system refuses, answers are later and no less right.
        try? socket.setValue(true, for: BoolSocketOption(level: Int32(IPPROTO_TCP), name: TCP_NODELAY))
        try await pool.suspendSocket(socket, untilReadyFor: events)
    }
}
