#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file that is written at its end while what it already has is read, from any thread. It goes with the value unless it
/// is kept.
public final class ScratchFile: @unchecked Sendable {
    private let path: String
    private let descriptor: Int32
    private var isKept = false
    private var pending: [UInt8] = []
    private var written = 0

    /// How many bytes wait before they are written.
    private static let blockLength = 1 << 20

    /// Makes an empty file at `path`, in the place of one that is there.
    public init(_ path: String) throws(FileProblem) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw FileProblem(.creer, path) }
        (self.path, self.descriptor) = (path, descriptor)
    }

    deinit {
        close(descriptor)
        if !isKept { unlink(path) }
    }

    /// How many bytes were added.
    public var count: Int { written + pending.count }

    /// Adds bytes at the end. From one thread at a time; they can be read once `flush` was called.
    public func add(_ bytes: [UInt8]) throws(FileProblem) {
        if pending.isEmpty, bytes.count >= Self.blockLength {
            try FileWriting.write(bytes, to: descriptor, path: path)
            written += bytes.count
            return
        }
        pending += bytes
        if pending.count >= Self.blockLength { try flush() }
    }

    /// Writes what was added.
    public func flush() throws(FileProblem) {
        guard !pending.isEmpty else { return }
        try FileWriting.write(pending, to: descriptor, path: path)
        written += pending.count
        pending.removeAll(keepingCapacity: true)
    }

    /// The bytes from `offset`.
    ///
    /// - Throws: `EIO` where the file does not have them.
    public func bytes(at offset: Int, length: Int) throws(FileProblem) -> [UInt8] {
        try RandomAccessFile.bytes(of: descriptor, path: path, at: offset, length: length)
    }

    /// Gives the file another name and lets it stay.
    public func keep(as name: String) throws(FileProblem) {
        try flush()
        guard rename(path, name) == 0 else { throw FileProblem(.remplacer, name) }
        isKept = true
    }
}
