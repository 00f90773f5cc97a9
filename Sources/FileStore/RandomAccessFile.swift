#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A regular file that is read in parts, from any thread.
public final class RandomAccessFile: Sendable {
    private let descriptor: Int32
    private let path: String
    /// The size in bytes when it was opened.
    public let count: Int

    /// Nil when the path names a pipe or a device, whose end only reading shows.
    public init?(_ path: String) throws(FileProblem) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileProblem(.lire, path) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            let problem = FileProblem(.lire, path)
            close(descriptor)
            throw problem
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            if status.st_mode & S_IFMT == S_IFDIR { throw FileProblem(.lire, path, code: EISDIR) }
            return nil
        }
        (self.descriptor, self.path, count) = (descriptor, path, Int(status.st_size))
    }

    deinit { close(descriptor) }

    /// The bytes from `offset`; fewer than `length` only where the file ends.
    public func bytes(at offset: Int, length: Int) throws(FileProblem) -> [UInt8] {
        let wanted = min(length, max(0, count - offset))
        return try Self.read(descriptor, path: path, at: offset, length: wanted)
    }

    /// All bytes of a range.
    ///
    /// - Throws: `EIO` where the file does not have them.
    public func whole(at offset: Int, length: Int) throws(FileProblem) -> [UInt8] {
        try Self.bytes(of: descriptor, path: path, at: offset, length: length)
    }

    /// The bytes of an open file from `offset`, all of them.
    static func bytes(of descriptor: Int32, path: String, at offset: Int, length: Int) throws(FileProblem) -> [UInt8] {
        let bytes = try read(descriptor, path: path, at: offset, length: length)
        guard bytes.count == length else { throw FileProblem(.lire, path, code: EIO) }
        return bytes
    }

    private static func read(_ descriptor: Int32, path: String, at offset: Int, length: Int) throws(FileProblem)
        -> [UInt8]
    {
        guard offset >= 0, length > 0 else { return [] }
        var problem: FileProblem?
        let bytes = [UInt8](unsafeUninitializedCapacity: length) { buffer, filled in
            filled = 0
            while filled < length {
                let part = pread(
                    descriptor, buffer.baseAddress.map { $0 + filled }, length - filled, off_t(offset + filled))
                if part < 0, errno == EINTR { continue }
                if part < 0 { problem = FileProblem(.lire, path) }
                guard part > 0 else { return }
                filled += part
            }
        }
        if let problem { throw problem }
        return bytes
    }
}
