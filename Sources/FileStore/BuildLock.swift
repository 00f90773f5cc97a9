#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Keeps two builds from publishing into one folder at once. Released when it goes, or when the process ends.
final class BuildLock: Sendable {
    private let path: String
    private let descriptor: Int32

    /// Takes the lock, or throws `EWOULDBLOCK` when another build holds it.
    init(_ path: String) throws(FileProblem) {
        self.path = path
        while true {
            let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
            guard descriptor >= 0 else { throw FileProblem(.creer, path) }
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                let code = errno
                close(descriptor)
                throw FileProblem(.verrouiller, path, code: code)
            }
            // The holder removes the file as it leaves: a lock on a removed file protects nothing.
            var held = stat()
            var named = stat()
            if fstat(descriptor, &held) == 0, stat(path, &named) == 0, held.st_ino == named.st_ino {
                self.descriptor = descriptor
                return
            }
            close(descriptor)
        }
    }

    deinit {
        unlink(path)
        close(descriptor)
    }
}
