#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What lies below a folder.
public struct FileTree: Sendable {
    /// One file of the tree.
    public struct File: Equatable, Sendable {
        /// From the root of the tree, with `/`.
        public let path: String
        /// In bytes.
        public let size: Int

        public init(path: String, size: Int) {
            self.path = path
            self.size = size
        }
    }

    /// The regular files, in the order of the bytes of their paths.
    public private(set) var files: [File] = []
    /// Symbolic links, which are not followed unless they name a regular file of this same tree.
    public private(set) var links: [String] = []
    /// Folders without any file below them.
    public private(set) var emptyFolders: [String] = []

    /// Walks the folder `root`. Symbolic links never lead out of it.
    ///
    /// - Parameters:
    ///   - hidden: whether names that begin with a full stop count.
    ///   - skipping: says of a path (from the root) that it and all below it are to be left out.
    public init(of root: String, hidden: Bool = false, skipping: (String) -> Bool = { _ in false })
        throws(FileProblem)
    {
        var pending = [""]
        while let folder = pending.popLast() {
            let names: [String]
            do throws(FileProblem) {
                names = try Self.names(in: folder.isEmpty ? root : root + "/" + folder)
            } catch {
                // Taken away since it was listed: it is not there.
                if !folder.isEmpty, error.code == ENOENT { continue }
                throw error
            }
            var count = 0
            for name in names where hidden || !name.hasPrefix(".") {
                let path = folder.isEmpty ? name : folder + "/" + name
                if skipping(path) { continue }
                count += 1
                try add(path, of: root, pending: &pending)
            }
            if count == 0, !folder.isEmpty { emptyFolders.append(folder) }
        }
        files.sort { Self.bytesPrecede($0.path, $1.path) }
        links.sort(by: Self.bytesPrecede)
        emptyFolders.sort(by: Self.bytesPrecede)
    }

    private mutating func add(_ path: String, of root: String, pending: inout [String]) throws(FileProblem) {
        var status = stat()
        let full = root + "/" + path
        guard lstat(full, &status) == 0 else {
            // Taken away since it was listed: it is not there.
            if errno == ENOENT { return }
            throw FileProblem(.parcourir, full)
        }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: pending.append(path)
        case S_IFREG: files.append(File(path: path, size: Int(status.st_size)))
        case S_IFLNK:
            if let size = Self.regularFile(full, inside: root) {
                files.append(File(path: path, size: size))
            } else {
                links.append(path)
            }
        default: break
        }
    }

    /// The size of the file that a link names when that is a regular file below `root`.
    private static func regularFile(_ link: String, inside root: String) -> Int? {
        guard let target = realPath(link), let base = realPath(root), target.hasPrefix(base + "/") else { return nil }
        var status = stat()
        guard stat(target, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int(status.st_size)
    }

    /// The absolute path without links nor `..`; nil when it does not exist.
    public static func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// What a path names.
    public enum Kind: Sendable { case file, folder, nothing, other }

    /// What stands at a path; links are followed.
    public static func kind(of path: String) -> Kind {
        var status = stat()
        guard stat(path, &status) == 0 else { return .nothing }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: return .folder
        case S_IFREG: return .file
        default: return .other
        }
    }

    static func names(in folder: String) throws(FileProblem) -> [String] {
        guard let stream = opendir(folder) else { throw FileProblem(.parcourir, folder) }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// Whether a path comes before another in the order of their bytes.
    public static func bytesPrecede(_ left: String, _ right: String) -> Bool {
        let ordered = left.utf8.withContiguousStorageIfAvailable { one in
            right.utf8.withContiguousStorageIfAvailable { other -> Bool in
                guard let first = one.baseAddress, let second = other.baseAddress else {
                    return one.count < other.count
                }
                let order = memcmp(first, second, min(one.count, other.count))
                return order == 0 ? one.count < other.count : order < 0
            }
        }
        return (ordered ?? nil) ?? left.utf8.lexicographicallyPrecedes(right.utf8)
    }
}
