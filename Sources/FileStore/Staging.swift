#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A site in the making. What the published site has already is only noted; the rest is written beside it. Files may be
/// added from several threads.
public final class Staging: @unchecked Sendable {
    /// How many files were written, and how many are the same as in the last site.
    public struct Count: Equatable, Sendable {
        public var written = 0
        public var unchanged = 0
        /// Files of the last site that this one does not have.
        public var removed = 0
        /// Of all files.
        public var bytes = 0

        public init() {}
    }

    private let folder: String
    private let published: Generation?
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private var manifest = Manifest()
    private var written: Set<String> = []
    private var folders: Set<String> = []
    private var counted = Count()

    /// Begins a site whose new files go to `folder`.
    init(folder: String, published: Generation?) {
        self.folder = folder
        self.published = published
        mutex = .allocate(capacity: 1)
        pthread_mutex_init(mutex, nil)
    }

    deinit {
        pthread_mutex_destroy(mutex)
        mutex.deallocate()
    }

    public var count: Count {
        locked {
            var count = counted
            count.removed = published?.manifest.hashes.keys.count { manifest.hashes[$0] == nil } ?? 0
            return count
        }
    }

    /// Adds a file. One that has the same bytes in the last site stays the same file.
    ///
    /// - Returns: the hash of the bytes.
    @discardableResult
    public func add(_ bytes: [UInt8], at path: String) throws(FileProblem) -> ContentHash {
        let hash = ContentHash(of: bytes)
        if keep(path, hash: hash, size: bytes.count) { return hash }
        let target = folder + "/" + path
        try makeFolder(FileWriting.parent(of: target))
        try FileWriting.write(bytes, to: target)
        locked {
            manifest.add(path, hash: hash)
            written.insert(path)
            counted.bytes += bytes.count
            counted.written += 1
        }
        return hash
    }

    /// Takes a file over from the last site, where that has one of this hash that nobody has touched.
    ///
    /// - Parameter size: in bytes, for the count.
    /// - Returns: false when it has none; the file must then be added with its bytes.
    public func keep(_ path: String, hash: ContentHash, size: Int) -> Bool {
        guard let published, published.holds(path, hash) else { return false }
        locked {
            manifest.add(path, hash: hash)
            counted.bytes += size
            counted.unchanged += 1
        }
        return true
    }

    /// What was added: the manifest, and the paths that lie in the staging folder.
    var content: (manifest: Manifest, written: Set<String>) { locked { (manifest, written) } }

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
