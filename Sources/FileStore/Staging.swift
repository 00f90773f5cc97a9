import Threads

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
        /// Of those that were written.
        public var writtenBytes = 0

        public init() {}
    }

    private let folder: String
    private let published: Generation?
    private let companions: [Companion]
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private var manifest = Manifest()
    private var written: Set<String> = []
    private var folders: Set<String> = []
    private var counted = Count()
    /// Whether it was begun with all that the last site has.
    private var hasAll = false
    private var listed: Later<ManifestList>?
    /// Files that come in parts, by path.
    private var parts: [String: PartialFile] = [:]

    /// Begins a site whose new files go to `folder`.
    init(folder: String, published: Generation?, companions: [Companion]) {
        self.folder = folder
        self.published = published
        self.companions = companions
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
            guard let former = published?.manifest.hashes else { return count }
            count.removed =
                hasAll
                ? manifest.hashes.changes.values.count { $0 == nil } : former.paths.count { manifest.hashes[$0] == nil }
            return count
        }
    }

    /// Adds a file. One that has the same bytes in the last site stays the same file.
    ///
    /// - Returns: the hash of the bytes.
    @discardableResult
    public func add(_ bytes: [UInt8], at path: String) throws(FileProblem) -> ContentHash {
        let hash = ContentHash(of: bytes)
        if !takeOver(path, hash, bytes.count) { try write(bytes, hash, path) }
        try addCompanions(bytes, path, hash)
        return hash
    }

    private func addCompanions(_ bytes: [UInt8], _ path: String, _ hash: ContentHash) throws(FileProblem) {
        for companion in companions where companion.applies(path, bytes.count) {
            let name = path + companion.suffix
            if let former = former(name, of: path, hash), takeOver(name, former, 0) { continue }
            if let copy = companion.make(bytes) { try write(copy, ContentHash(of: copy), name) }
        }
    }

    /// Adds the next part of a file that is not held whole; `close` ends it. From one thread.
    public func append(_ bytes: [UInt8], to path: String) throws(FileProblem) {
        if let part = parts[path] { return try part.add(bytes) }
        let target = folder + "/" + path
        try makeFolder(FileWriting.parent(of: target))
        let part = try PartialFile(target)
        parts[path] = part
        try part.add(bytes)
    }

    /// Ends a file that came in parts.
    ///
    /// - Returns: its hash and its size in bytes.
    @discardableResult
    public func close(_ path: String) throws(FileProblem) -> (hash: ContentHash, size: Int) {
        guard let part = parts.removeValue(forKey: path) else { return (ContentHash(of: []), 0) }
        let (hash, size) = try part.finish()
        let target = folder + "/" + path
        if companions.contains(where: { $0.applies(path, size) }) {
            try addCompanions(try FileBytes.read(target), path, hash)
        }
        if takeOver(path, hash, size) {
            try FileWriting.remove(target)
        } else {
            note(path, hash, size)
        }
        return (hash, size)
    }

    private func write(_ bytes: [UInt8], _ hash: ContentHash, _ path: String) throws(FileProblem) {
        let target = folder + "/" + path
        try makeFolder(FileWriting.parent(of: target))
        try FileWriting.write(bytes, to: target)
        note(path, hash, bytes.count)
    }

    private func note(_ path: String, _ hash: ContentHash, _ size: Int) {
        locked {
            manifest.add(path, hash: hash)
            written.insert(path)
            counted.bytes += size
            counted.written += 1
            counted.writtenBytes += size
        }
    }

    /// Takes a file over from the last site, where that has one of this hash that nobody has touched.
    ///
    /// - Parameter size: in bytes, for the count.
    /// - Returns: false when it has none; the file must then be added with its bytes.
    public func keep(_ path: String, hash: ContentHash, size: Int) -> Bool {
        let copies = companions.filter { $0.applies(path, size) }.map { path + $0.suffix }
        let formers = copies.map { former($0, of: path, hash) }
        guard !formers.contains(nil), takeOver(path, hash, size) else { return false }
        // One that was changed by hand is made again: the caller then adds the bytes, and the path once more.
        return zip(copies, formers).allSatisfy { copy, former in former.map { takeOver(copy, $0, 0) } ?? false }
    }

    /// Takes over all files of the last site at once, but for some, with their copies. What is added then comes to them.
    ///
    /// - Parameters:
    ///   - paths: those that are not taken over.
    ///   - hash: of the manifest that is expected there.
    ///   - bytes: the size of what is taken over, for the count.
    /// - Returns: false, with nothing taken over, where another site lies there or somebody may have touched it: each file
    ///   must then be kept or added.
    public func keepAll(except paths: Set<String>, of hash: ContentHash, bytes: Int) -> Bool {
        guard let published, published.isUntouched, published.manifestHash == hash else { return false }
        var kept = published.manifest
        for path in paths {
            kept.remove(path)
            for companion in companions { kept.remove(path + companion.suffix) }
        }
        locked {
            manifest = kept
            hasAll = true
            counted.unchanged += kept.hashes.count
            counted.bytes += bytes
        }
        return true
    }

    /// What the names of the second forms end with.
    public var copies: [String] { companions.map(\.suffix) }

    /// A file of the last site; nil where that has none of this hash that nobody has touched.
    public func former(_ path: String, hash: ContentHash) -> RandomAccessFile? {
        guard let published, published.holds(path, hash) else { return nil }
        return try? RandomAccessFile(published.path + "/" + path)
    }

    /// The hash of the copy that the last site has of this very content; nil when it has none.
    private func former(_ copy: String, of path: String, _ hash: ContentHash) -> ContentHash? {
        guard let manifest = published?.manifest, manifest.hashes[path] == hash else { return nil }
        return manifest.hashes[copy]
    }

    private func takeOver(_ path: String, _ hash: ContentHash, _ size: Int) -> Bool {
        guard let published, published.holds(path, hash) else { return false }
        locked {
            guard manifest.hashes[path] == nil else { return }
            manifest.add(path, hash: hash)
            counted.bytes += size
            counted.unchanged += 1
        }
        return true
    }

    /// The manifest as it will be kept, made on a thread of its own. Only once nothing is added any more.
    public var list: Later<ManifestList> {
        locked {
            if let listed { return listed }
            let manifest = manifest
            let list = Later { ManifestList(manifest) }
            listed = list
            return list
        }
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
