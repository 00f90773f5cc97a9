import Foundation

/// Keeps rendered outputs in memory.
final class MemorySink: @unchecked Sendable {
    private let lock = NSLock()
    private var content: [String: [UInt8]] = [:]

    func add(_ path: String, _ bytes: [UInt8]) { lock.withLock { content[path] = bytes } }

    var files: [String: [UInt8]] { lock.withLock { content } }
}
