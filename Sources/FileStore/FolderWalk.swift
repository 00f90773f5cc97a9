#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Goes through all that lies below a folder, hidden names included, without following a link and without asking the
/// system for more than the names: a site of 60,000 files is walked at each publication.
enum FolderWalk {
    enum Entry { case file, link, folder, emptyFolder }

    /// Tells of each entry below `root`, a folder after what it holds. Paths are from the root.
    static func visit(_ root: String, _ body: (_ path: String, Entry) throws(FileProblem) -> Void) throws(FileProblem) {
        try visit(root, "", body)
    }

    private static func visit(
        _ root: String, _ folder: String, _ body: (String, Entry) throws(FileProblem) -> Void
    ) throws(FileProblem) {
        let entries = try entries(of: folder.isEmpty ? root : root + "/" + folder)
        for (name, entry) in entries {
            let path = folder.isEmpty ? name : folder + "/" + name
            if entry == .folder { try visit(root, path, body) } else { try body(path, entry) }
        }
        if !folder.isEmpty { try body(folder, entries.isEmpty ? .emptyFolder : .folder) }
    }

    /// The names of all that lies in a folder.
    static func names(of folder: String) throws(FileProblem) -> [String] { try entries(of: folder).map(\.name) }

    private static func entries(of folder: String) throws(FileProblem) -> [(name: String, entry: Entry)] {
        guard let stream = opendir(folder) else { throw FileProblem(.parcourir, folder) }
        defer { closedir(stream) }
        var entries: [(String, Entry)] = []
        while let found = readdir(stream) {
            let name = withUnsafePointer(to: &found.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name == "." || name == ".." { continue }
            entries.append((name, try entry(type: found.pointee.d_type, at: folder + "/" + name)))
        }
        return entries
    }

    private static func entry(type: UInt8, at path: String) throws(FileProblem) -> Entry {
        switch Int32(type) {
        case Int32(DT_DIR): return .folder
        case Int32(DT_LNK): return .link
        case Int32(DT_UNKNOWN):
            // Some file systems do not say it in the folder.
            var status = stat()
            guard lstat(path, &status) == 0 else { throw FileProblem(.parcourir, path) }
            switch status.st_mode & S_IFMT {
            case S_IFDIR: return .folder
            case S_IFLNK: return .link
            default: return .file
            }
        default: return .file
        }
    }
}
