#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A site being written beside the folder that it is for. Files may be added from several threads.
public final class Staging: @unchecked Sendable {
    /// How many files were written, and how many were the same in the last site.
    public struct Count: Equatable, Sendable {
        public var written = 0
        public var unchanged = 0
        public var bytes = 0

        public init() {}
    }

    private let root: String
    private let previous: String?
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private var manifest = Manifest()
    private var folders: Set<String> = []
    private var counted = Count()

    init(root: String, previous: String?) {
        self.root = root
        self.previous = previous
        mutex = .allocate(capacity: 1)
        pthread_mutex_init(mutex, nil)
    }

    deinit {
        pthread_mutex_destroy(mutex)
        mutex.deallocate()
    }

    public var count: Count { locked { counted } }

    /// Adds a file. One that has the same bytes in the last site keeps its time of modification.
    public func add(_ bytes: [UInt8], at path: String) throws(FileProblem) {
        let target = root + "/" + path
        try makeFolder(Self.folder(of: target))
        let same = isUnchanged(bytes, at: path) && link((previous ?? "") + "/" + path, target) == 0
        if !same { try FileWriting.write(bytes, to: target) }
        let hash = SHA256.hex(bytes)
        locked {
            manifest.add(path, hash: hash)
            counted.bytes += bytes.count
            if same { counted.unchanged += 1 } else { counted.written += 1 }
        }
    }

    func finish() throws(FileProblem) -> Manifest {
        let manifest = locked { self.manifest }
        try FileWriting.write(manifest.bytes, to: root + "/" + Manifest.fileName)
        return manifest
    }

    static func folder(of path: String) -> String { path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "." }

    private func isUnchanged(_ bytes: [UInt8], at path: String) -> Bool {
        guard let previous else { return false }
        var status = stat()
        let former = previous + "/" + path
        guard lstat(former, &status) == 0, status.st_mode & S_IFMT == S_IFREG, Int(status.st_size) == bytes.count
        else { return false }
        return (try? FileBytes.read(former)) == bytes
    }

    private func makeFolder(_ path: String) throws(FileProblem) {
        if locked({ folders.contains(path) }) { return }
        try FileWriting.makeFolder(path)
        locked { _ = folders.insert(path) }
    }

    private func locked<Result>(_ body: () -> Result) -> Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return body()
    }
}
