import Foundation

/// Long work of which only the last one begun is wanted.
final class WantedWork: @unchecked Sendable {
    private let lock = NSLock()
    private var last = 0

    /// A ticket for new work: all that was begun before is no longer wanted.
    func begin() -> Int {
        lock.withLock {
            last += 1
            return last
        }
    }

    func isWanted(_ ticket: Int) -> Bool { lock.withLock { ticket == last } }

    /// Nothing is wanted any more.
    func end() { _ = begin() }
}
