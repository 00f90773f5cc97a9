import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Keeps two builds from publishing into one folder at once. Released by its holder, when it goes, or when the process ends.
final class BuildLock: @unchecked Sendable {
    private let state: OutputState
    private let guarding = NSLock()
    /// Nil once released.
    private var descriptor: Int32?

    /// Takes the lock, or throws `EWOULDBLOCK` when another build holds it.
    init(_ state: OutputState) throws(FileProblem) {
        self.state = state
        while true {
            try FileWriting.makeFolder(state.path)
            let descriptor = open(state.lock, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
            guard descriptor >= 0 else {
                // Another build may have left and taken its empty folder along.
                if errno == ENOENT { continue }
                throw FileProblem(.creer, state.lock)
            }
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                let code = errno
                close(descriptor)
                throw FileProblem(.verrouiller, state.lock, code: code)
            }
            // The holder removes the file as it leaves: a lock on a removed file protects nothing.
            var held = stat()
            var named = stat()
            if fstat(descriptor, &held) == 0, stat(state.lock, &named) == 0, held.st_ino == named.st_ino {
                self.descriptor = descriptor
                return
            }
            close(descriptor)
        }
    }

    deinit { release() }

    /// Lets others publish. Once is enough.
    func release() {
        let held = guarding.withLock {
            defer { descriptor = nil }
            return descriptor
        }
        guard let held else { return }
        unlink(state.lock)
        close(held)
        // Only folders in which nothing is left go.
        if rmdir(state.path) == 0 { rmdir(state.parent) }
    }
}
