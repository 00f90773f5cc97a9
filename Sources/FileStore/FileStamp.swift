#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What the file system says of a file without its content being read: when it says the same, the content is the same,
/// unless the file was written within the grain of its clock.
public struct FileStamp: Equatable, Sendable {
    /// In bytes.
    public var size: Int
    /// Of its last modification, in nanoseconds since 1970.
    public var modified: Int
    /// The number of the file in its file system.
    public var number: Int

    public init(size: Int, modified: Int, number: Int) {
        (self.size, self.modified, self.number) = (size, modified, number)
    }

    /// The stamp of the regular file at `path`; nil when there is none.
    public init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        self.init(status)
    }

    init(_ status: stat) {
        #if canImport(Glibc)
            let time = status.st_mtim
        #else
            let time = status.st_mtimespec
        #endif
        self.init(
            size: Int(status.st_size), modified: Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec),
            number: Int(truncatingIfNeeded: status.st_ino))
    }

    /// How long after its last modification a file may still change without its time changing, in nanoseconds.
    private static let grain = 2_000_000_000

    /// Whether the file was at rest at a moment: a change after it would show in the stamp.
    ///
    /// - Parameter moment: nanoseconds since 1970, read before the file was.
    public func isSettled(at moment: Int) -> Bool { moment - modified > Self.grain }

    /// The present moment by the clock that stamps files, in nanoseconds since 1970.
    public static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
    }
}
