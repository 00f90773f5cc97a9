#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A whole site on the disk, with the manifest that lists its files.
struct Generation: Sendable {
    let path: String
    let manifest: Manifest
    /// When its manifest was written, after all its files: seconds and nanoseconds.
    private let finished: timespec
    /// Whether it is known that nobody touched it.
    let isUntouched: Bool
    /// The hash of its manifest as it lies there; nil where somebody may have touched it.
    let manifestHash: ContentHash?

    /// The generation in a folder; nil when there is no folder or no manifest of ours in it.
    init?(_ path: String, isUntouched: Bool = false) throws(FileProblem) {
        self.isUntouched = isUntouched
        guard FileTree.kind(of: path) == .folder, let manifest = try Manifest.read(in: path) else { return nil }
        var status = stat()
        guard lstat(path + "/" + Manifest.fileName, &status) == 0 else { return nil }
        self.path = path
        self.manifest = manifest
        manifestHash = isUntouched ? manifest.sourceHash : nil
        finished = Self.modified(status)
    }

    /// Whether the file at `file` has the content of this hash: the manifest says so, and nobody changed it since.
    ///
    /// What was written before the manifest is what the manifest says. Anything later is read and hashed again.
    func holds(_ file: String, _ hash: ContentHash) -> Bool {
        guard manifest.hashes[file] == hash else { return false }
        if isUntouched { return true }
        var status = stat()
        let full = path + "/" + file
        guard lstat(full, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
        let time = Self.modified(status)
        if (time.tv_sec, time.tv_nsec) < (finished.tv_sec, finished.tv_nsec) { return true }
        return (try? FileBytes.read(full)).map { ContentHash(of: $0) == hash } ?? false
    }

    /// Whether two paths name one file.
    static func isSame(_ one: String, _ other: String) -> Bool {
        var (first, second) = (stat(), stat())
        guard lstat(one, &first) == 0, lstat(other, &second) == 0 else { return false }
        return first.st_ino == second.st_ino && first.st_dev == second.st_dev
    }

    private static func modified(_ status: stat) -> timespec {
        #if canImport(Glibc)
            status.st_mtim
        #else
            status.st_mtimespec
        #endif
    }

    /// The number by which the file system knows a folder, whatever its name; nil when there is none.
    static func identity(_ path: String) -> UInt64? {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return nil }
        return UInt64(status.st_ino)
    }
}
