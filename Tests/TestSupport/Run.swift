import Foundation
import ParcheminCommand

/// What a command wrote and how it ended.
public struct Run: Sendable {
    public let status: ExitStatus
    /// Standard output.
    public let output: String
    /// Standard error.
    public let remarks: String

    /// Runs the program in this process.
    public static func command(_ arguments: [String]) async -> Run {
        let output = Collected()
        let remarks = Collected()
        let console = Console(output: { output.add($0) }, remarks: { remarks.add($0) })
        let status = await ParcheminProgram.run(arguments, on: console)
        return Run(status: status, output: output.text, remarks: remarks.text)
    }

    /// The output as JSON.
    public func json() throws -> Any { try JSONSerialization.jsonObject(with: Data(output.utf8)) }

    private final class Collected: @unchecked Sendable {
        private let lock = NSLock()
        private var bytes: [UInt8] = []

        func add(_ more: [UInt8]) { lock.withLock { bytes += more } }
        var text: String { lock.withLock { String(decoding: bytes, as: UTF8.self) } }
    }
}
