#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A staged file that is written part by part, for one that is too large to be held.
final class PartialFile {
    private let path: String
    private let descriptor: Int32
    private let hasher = ContentHasher()
    private var pending: [UInt8] = []
    private var size = 0

    private static let blockLength = 1 << 18

    /// Begins the file at `path`, whose folder is there.
    init(_ path: String) throws(FileProblem) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw FileProblem(.ecrire, path) }
        (self.path, self.descriptor) = (path, descriptor)
    }

    deinit { close(descriptor) }

    func add(_ bytes: [UInt8]) throws(FileProblem) {
        pending += bytes
        if pending.count >= Self.blockLength { try flush() }
    }

    /// Writes what is left.
    func finish() throws(FileProblem) -> (hash: ContentHash, size: Int) {
        try flush()
        return (hasher.finish(), size)
    }

    private func flush() throws(FileProblem) {
        hasher.add(pending)
        size += pending.count
        try FileWriting.write(pending, to: descriptor, path: path)
        pending.removeAll(keepingCapacity: true)
    }
}
