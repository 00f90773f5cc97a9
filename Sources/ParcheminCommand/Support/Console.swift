#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Where a command writes: results on one side, remarks on the other.
public struct Console: Sendable {
    /// Takes the results: what another program may read.
    public var output: @Sendable ([UInt8]) -> Void
    /// Takes diagnostics and progress.
    public var remarks: @Sendable ([UInt8]) -> Void
    /// True when remarks go to a terminal: only then is progress shown.
    public var showsProgress: Bool

    public init(
        output: @escaping @Sendable ([UInt8]) -> Void, remarks: @escaping @Sendable ([UInt8]) -> Void,
        showsProgress: Bool = false
    ) {
        self.output = output
        self.remarks = remarks
        self.showsProgress = showsProgress
    }

    /// Standard output and standard error of the process.
    public static var standard: Console {
        Console(
            output: { write($0, to: STDOUT_FILENO) }, remarks: { write($0, to: STDERR_FILENO) },
            showsProgress: isatty(STDERR_FILENO) == 1)
    }

    /// Writes a line to the standard output.
    public func print(_ text: String) { output(Array((text + "\n").utf8)) }
    /// Writes to the standard error, as it stands.
    public func remark(_ text: String) { remarks(Array(text.utf8)) }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { buffer in
                #if canImport(Glibc)
                    Glibc.write(descriptor, buffer.baseAddress, buffer.count)
                #else
                    Darwin.write(descriptor, buffer.baseAddress, buffer.count)
                #endif
            }
            if count < 0 {
                if errno == EINTR { continue }
                return
            }
            rest = rest.dropFirst(count)
        }
    }
}
