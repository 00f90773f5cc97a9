#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Reads whole files.
public enum FileBytes {
    /// The bytes of a regular file (of a pipe too, so that standard input can be given as `/dev/stdin`).
    public static func read(_ path: String) throws(FileProblem) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileProblem(.lire, path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw FileProblem(.lire, path) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw FileProblem(.lire, path, code: EISDIR) }
        var ended = false
        var failed = false
        // One byte more than the file has, so that its end is seen without growing the buffer.
        var bytes = [UInt8](unsafeUninitializedCapacity: max(0, Int(status.st_size)) + 1) { buffer, filled in
            filled = 0
            while filled < buffer.count, !ended, !failed {
                let rest = UnsafeMutableBufferPointer(rebasing: buffer[filled...])
                let count = Self.read(descriptor, UnsafeMutableRawBufferPointer(rest))
                (ended, failed) = (count == 0, count < 0)
                filled += max(0, count)
            }
        }
        if failed { throw FileProblem(.lire, path) }
        if ended { return bytes }
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = chunk.withUnsafeMutableBytes { Self.read(descriptor, $0) }
            guard count >= 0 else { throw FileProblem(.lire, path) }
            if count == 0 { return bytes }
            bytes.append(contentsOf: chunk[0..<count])
        }
    }

    private static func read(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
        while true {
            #if canImport(Glibc)
                let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            #else
                let count = Darwin.read(descriptor, buffer.baseAddress, buffer.count)
            #endif
            if count >= 0 || errno != EINTR { return count }
        }
    }
}
