import FileStore
import Foundation

/// What takes the rendered outputs.
protocol OutputSink: Sendable {
    /// Takes a whole file. Called from several threads.
    @discardableResult
    func add(_ bytes: [UInt8], at path: String) throws(FileProblem) -> ContentHash
    /// Takes the next part of a file that is not held whole. From one thread.
    func append(_ bytes: [UInt8], to path: String) throws(FileProblem)
    /// Ends a file that came in parts.
    func close(_ path: String) throws(FileProblem)
}

extension Staging: OutputSink {}

/// Takes nothing: outputs are made to be verified only.
struct NoSink: OutputSink {
    func add(_ bytes: [UInt8], at path: String) -> ContentHash { ContentHash(of: bytes) }
    func append(_ bytes: [UInt8], to path: String) {}
    func close(_ path: String) {}
}

/// Keeps rendered outputs in memory.
final class MemorySink: OutputSink, @unchecked Sendable {
    private let lock = NSLock()
    private var content: [String: [UInt8]] = [:]

    func add(_ bytes: [UInt8], at path: String) -> ContentHash {
        lock.withLock { content[path] = bytes }
        return ContentHash(of: bytes)
    }

    func append(_ bytes: [UInt8], to path: String) { lock.withLock { content[path, default: []] += bytes } }
    func close(_ path: String) {}

    var files: [String: [UInt8]] { lock.withLock { content } }
}
