import Foundation
import SiteBuild

/// Changes that nobody has looked at yet: however many saves come while one is being dealt with, they are dealt with
/// together.
final class PendingChanges: @unchecked Sendable {
    private let lock = NSLock()
    private var changes = FileChanges()

    /// Adds changes; true when there were none waiting.
    func add(_ more: FileChanges) -> Bool {
        lock.withLock {
            let wasEmpty = changes.isEmpty
            changes.add(more)
            return wasEmpty
        }
    }

    /// All that wait.
    func take() -> FileChanges {
        lock.withLock {
            defer { changes = FileChanges() }
            return changes
        }
    }
}
